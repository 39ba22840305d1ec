import { useEffect, useMemo, useState } from 'preact/hooks';
import { runSliced } from '../../../../files/progress.ts';
import type { FileTable } from '../../../../files/readFile.ts';
import type { Text } from '../../../../kernel/text.ts';
import { type Reconciliation, reconciling, type SourceLine } from '../../../../month/reconcile/reconcile.ts';
import type { PortError } from '../../../../port/port.ts';
import { portError } from '../../../insertion.ts';
import { useKept, usePanel } from '../../../panel.ts';
import { Failure, Notice } from '../../../parts/notice.tsx';
import { type Line, Lines, type Side } from '../bringIn/lines.tsx';
import { Source } from '../bringIn/source.tsx';
import { collectionIn, contractsIn } from '../report/reporting.ts';
import { words } from '../words.ts';
import { useWork, WorkBar } from '../work.tsx';
import { Differences } from './differences.tsx';
import { reconcileWords } from './reconcileWords.ts';

type Key = 'contract' | 'customer';

/** Two sources side by side: what is in one and not in the other, and what differs. */
export function ReconcilePage() {
  const { t } = usePanel();
  const [crm, setCrm] = useState<readonly Line[]>();
  const [receipts, setReceipts] = useState<readonly Line[]>();
  return (
    <>
      <p class="lead">{t(reconcileWords.reconcileLead)}</p>
      <SideOf side="crm" title={reconcileWords.sides.crm} onLines={setCrm} />
      <SideOf side="receipts" title={reconcileWords.sides.receipts} onLines={setReceipts} />
      {crm && receipts && <Outcome crm={crm} receipts={receipts} />}
    </>
  );
}

interface SideOfProps {
  readonly side: Side;
  readonly title: Text;
  readonly onLines: (lines: readonly Line[] | undefined) => void;
}

function SideOf({ side, title, onLines }: SideOfProps) {
  const { t } = usePanel();
  const [table, setTable] = useKept<FileTable | undefined>(`reconcile ${side}`, undefined);
  const [taken, setTaken] = useState<number>();
  const another = () => {
    setTable(undefined);
    setTaken(undefined);
    onLines(undefined);
  };
  const take = (lines: readonly Line[]) => {
    setTaken(lines.length);
    onLines(lines);
  };
  return (
    <section aria-labelledby={`${side}-title`}>
      <h2 id={`${side}-title`}>{t(title)}</h2>
      {!table && taken === undefined && (
        <>
          <Source id={side} onTable={setTable} />
          {side === 'receipts' && <FromCollection onLines={take} />}
        </>
      )}
      {(table || taken !== undefined) && (
        <p class="chosen">
          <strong>{table ? table.name || t(words.pasted) : t(reconcileWords.collectionSheet)}</strong>
          <button type="button" class="quiet" onClick={another}>
            {t(words.another)}
          </button>
        </p>
      )}
      {table && <Lines side={side} table={table} onTable={setTable} onLines={onLines} />}
      {!table && taken !== undefined && <p class="help">{t(words.rows(taken))}</p>}
    </section>
  );
}

/** The collection sheet of the workbook knows what was paid. */
function FromCollection({ onLines }: { readonly onLines: (lines: readonly Line[]) => void }) {
  const { t, port, workbook } = usePanel();
  const [failed, setFailed] = useState<PortError>();
  const { inventory } = workbook;
  if (!inventory || !collectionIn(inventory)) return null;
  const take = async () => {
    setFailed(undefined);
    try {
      const contracts = (await contractsIn(port, inventory)) ?? [];
      // Of a contract on which nothing was paid there is no receipt.
      const receipts = contracts.filter(({ paid }) => paid !== 0);
      onLines(receipts.map(({ contract, customer, paid }) => ({ contract, customer, amount: paid })));
    } catch (error) {
      setFailed(portError(error));
    }
  };
  return (
    <div class="field">
      <button id="receipts-collection" type="button" onClick={() => void take()}>
        {t(reconcileWords.useCollection)}
      </button>
      {failed && <Failure error={failed} onAgain={() => void take()} />}
    </div>
  );
}

interface OutcomeProps {
  readonly crm: readonly Line[];
  readonly receipts: readonly Line[];
}

const DEFAULT_SHARE = 30;

function Outcome({ crm, receipts }: OutcomeProps) {
  const { t } = usePanel();
  const keys = useMemo(() => commonKeys(crm, receipts), [crm, receipts]);
  const [chosen, setKey] = useState<Key>();
  const key = chosen && keys.includes(chosen) ? chosen : keys[0];
  const [share, setShare] = useState(String(DEFAULT_SHARE));
  const part = Number(share) / 100;
  const isShare = share.trim() !== '' && part >= 0 && part <= 1;
  const [found, setFound] = useState<Reconciliation>();
  const [isEnded, setEnded] = useState(true);
  const work = useWork();
  const compare = async () => {
    // What was found by another key or share no longer holds.
    setFound(undefined);
    setEnded(true);
    if (!key || !isShare) return work.stop();
    const steps = reconciling(keyed(crm, key), keyed(receipts, key), part);
    const next = await work.run(watch => runSliced(steps, crm.length + receipts.length, watch));
    if (next) setFound(next);
    else setEnded(false);
  };
  useEffect(() => void compare(), [crm, receipts, key, part, isShare]);
  const isStopped = isShare && !isEnded && !found && work.share === undefined;
  if (!key) return <Notice kind="failed" text={t(reconcileWords.noCommonKey)} />;
  return (
    <section>
      <h2>{t(reconcileWords.differences)}</h2>
      <div class="field">
        <label for="reconcile-key">{t(reconcileWords.matchBy)}</label>
        <select
          id="reconcile-key"
          value={key}
          onChange={({ currentTarget: { value } }) => setKey(value === 'contract' ? 'contract' : 'customer')}
        >
          {keys.map(each => (
            <option key={each} value={each}>
              {t(reconcileWords.keys[each])}
            </option>
          ))}
        </select>
      </div>
      <div class="field">
        <label for="reconcile-share">{t(reconcileWords.leastShare)}</label>
        <input
          id="reconcile-share"
          inputMode="decimal"
          value={share}
          aria-invalid={!isShare}
          onInput={({ currentTarget }) => setShare(currentTarget.value)}
        />
      </div>
      {!isShare && <Notice kind="warning" text={t(words.shareRange)} />}
      <div role="status">
        <WorkBar work={work} />
      </div>
      {isStopped && (
        <button type="button" onClick={() => void compare()}>
          {t(words.goOnWorking)}
        </button>
      )}
      {found && <Differences found={found} />}
    </section>
  );
}

function keyed(lines: readonly Line[], key: Key): SourceLine[] {
  return lines.map(line => ({ key: line[key], amount: line.amount, collected: line.collected }));
}

/** What both sources name in most of their lines, the finer one first. */
function commonKeys(crm: readonly Line[], receipts: readonly Line[]): Key[] {
  const names = (lines: readonly Line[], key: Key): boolean =>
    lines.filter(line => line[key] !== '').length * 2 >= lines.length && lines.length > 0;
  return (['contract', 'customer'] as const).filter(key => names(crm, key) && names(receipts, key));
}
