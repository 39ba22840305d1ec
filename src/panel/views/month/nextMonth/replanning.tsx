import { useMemo, useState } from 'preact/hooks';
import { periodText } from '../../../../kernel/period.ts';
import { isEmpty } from '../../../../month/change/changeSet.ts';
import type { Ledger } from '../../../../month/figures/history.ts';
import { replanSplit, type SplitReplan } from '../../../../month/rollOver/replanSplit.ts';
import { usePanel } from '../../../panel.ts';
import { FigureTable } from '../../../parts/figureTable.tsx';
import { Notice } from '../../../parts/notice.tsx';
import { uniqueId } from '../../../uniqueId.ts';
import type { Month } from '../frame.tsx';
import { useFigures } from '../numbers.ts';
import { words } from '../words.ts';
import type { RollSplit } from './rolling.ts';
import { rollWords } from './rollOverWords.ts';

interface ReplanProps {
  readonly month: Month;
  readonly split: RollSplit;
  readonly ledger: Ledger;
}

const LOCKS = ['actual', 'target'] as const;

/** What the closed months missed, shared over the open ones of the split. */
export function Replan({ month: { busy, change }, split, ledger }: ReplanProps) {
  const { t } = usePanel();
  const [lock, setLock] = useState<(typeof LOCKS)[number]>('actual');
  const plan = useMemo(
    () => replanSplit(`replan ${uniqueId()}`, split, ledger, lock, split.scale),
    [split, ledger, lock],
  );
  const isSame = !('en' in plan) && isEmpty(plan.set);
  return (
    <section aria-labelledby="replan">
      <h2 id="replan">{t(rollWords.replan)}</h2>
      <p class="help">{t(rollWords.replanLead)}</p>
      <div class="field">
        <label for="replan-lock">{t(rollWords.lock)}</label>
        <select
          id="replan-lock"
          value={lock}
          onChange={({ currentTarget: { value } }) => setLock(value === 'target' ? 'target' : 'actual')}
        >
          {LOCKS.map(each => (
            <option key={each} value={each}>
              {t(rollWords.locks[each])}
            </option>
          ))}
        </select>
      </div>
      {'en' in plan ? (
        <Notice kind="plain" text={t(plan)} />
      ) : (
        <>
          <Missing plan={plan} />
          <Months plan={plan} />
          {isSame && <p class="help">{t(rollWords.nothingNew)}</p>}
          {!isSame && (
            <button
              type="button"
              class="primary wide"
              aria-disabled={busy}
              onClick={() => !busy && void change({ is: 'apply', set: plan.set })}
            >
              {t(busy ? words.applying : rollWords.write)}
            </button>
          )}
        </>
      )}
    </section>
  );
}

function Missing({ plan: { missing, reached } }: { readonly plan: SplitReplan }) {
  const { t } = usePanel();
  const { figure } = useFigures();
  if (reached) return <Notice kind="plain" text={t(rollWords.reached)} />;
  if (missing === 0) return <p class="apart">{t(rollWords.onPlan)}</p>;
  return <p class="apart">{t(missing > 0 ? rollWords.missing(figure(missing)) : rollWords.ahead(figure(-missing)))}</p>;
}

function Months({ plan: { months } }: { readonly plan: SplitReplan }) {
  const { t } = usePanel();
  const { figure } = useFigures();
  return (
    <FigureTable caption={t(rollWords.replanCaption)} heads={rollWords.replanHeads}>
      <tbody>
        {months.map(({ period, before, reached, after }) => (
          <tr key={period}>
            <td>{t(periodText(period))}</td>
            <td class="number">{figure(before)}</td>
            <td class="number">{figure(after)}</td>
            <td class="number">{figure(reached)}</td>
          </tr>
        ))}
      </tbody>
    </FigureTable>
  );
}
