import type { Match, Reconciliation } from '../../../../month/reconcile/reconcile.ts';
import { MATCH_STATUSES, reconciliationSheet } from '../../../../month/reconcile/reconciliationSheet.ts';
import { usePanel } from '../../../panel.ts';
import { strings } from '../../../strings.ts';
import { useFigures } from '../numbers.ts';
import { words } from '../words.ts';
import { reconcileWords } from './reconcileWords.ts';

const MOST_LISTED = 100;
const STATUSES = ['onlyCrm', 'onlyReceipts', 'different', 'same'] as const;

/** What was found: how many of each kind, what the counting rule makes of it, and every difference. */
export function Differences({ found }: { readonly found: Reconciliation }) {
  const { t, language, working, insertSheet } = usePanel();
  const { figure } = useFigures();
  const open = found.matches.filter(({ status }) => status !== 'same');
  const without = found.withoutKey.crm + found.withoutKey.receipts;
  return (
    <>
      <dl class="facts">
        {STATUSES.map(status => (
          <Fact key={status} name={t(MATCH_STATUSES[status])} value={figure(found.counts[status])} />
        ))}
        <Fact name={t(reconcileWords.expected)} value={figure(found.expected)} />
        <Fact name={t(reconcileWords.received)} value={figure(found.received)} />
        <Fact name={t(reconcileWords.difference)} value={figure(found.difference)} />
        <Fact name={t(reconcileWords.effect)} value={figure(found.effect)} />
      </dl>
      <p class="help">{t(reconcileWords.effectLead)}</p>
      {without > 0 && <p class="help">{t(reconcileWords.withoutKey(without))}</p>}
      {open.length === 0 ? (
        <p>{t(reconcileWords.allAgree)}</p>
      ) : (
        <DifferenceList matches={open.slice(0, MOST_LISTED)} />
      )}
      {open.length > MOST_LISTED && <p class="help">{t(words.moreOnSheet(open.length - MOST_LISTED))}</p>}
      <div class="actions apart">
        <button
          id="reconcile-insert"
          type="button"
          class="primary"
          aria-disabled={working}
          onClick={() => !working && insertSheet(strings.monthParts.reconcile, reconciliationSheet(found, language))}
        >
          {t(strings.insertSheet)}
        </button>
      </div>
    </>
  );
}

function Fact({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  );
}

/** The largest differences first. */
function DifferenceList({ matches }: { readonly matches: readonly Match[] }) {
  const { t } = usePanel();
  const { figure } = useFigures();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls has to be reachable by keyboard
    <section class="scroll tall" tabIndex={0} aria-label={t(reconcileWords.differences)}>
      <ul class="pairs inset">
        {matches.map(({ key, status, expected, received, difference }) => (
          <li key={key}>
            <strong>{key}</strong>
            <span class="number">{figure(difference)}</span>
            <small>
              {t(MATCH_STATUSES[status])} · {t(reconcileWords.shouldBe(figure(expected), figure(received)))}
            </small>
          </li>
        ))}
      </ul>
    </section>
  );
}
