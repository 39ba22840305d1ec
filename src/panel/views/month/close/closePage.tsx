import { growth } from '../../../../functions/growth.ts';
import { serialOfIso } from '../../../../kernel/calendar.ts';
import { periodAfter, periodOf, periodText } from '../../../../kernel/period.ts';
import { applySet } from '../../../../month/close/changeSets.ts';
import { Ledger } from '../../../../month/figures/history.ts';
import { achievementStatus } from '../../../../month/figures/status.ts';
import { trackerFigures } from '../../../../month/figures/trackerFigures.ts';
import { payStatements } from '../../../../month/pay/approvals.ts';
import { usePanel } from '../../../panel.ts';
import { FigureTable } from '../../../parts/figureTable.tsx';
import { Notice } from '../../../parts/notice.tsx';
import { uniqueId } from '../../../uniqueId.ts';
import { HistoryMissing } from '../bringIn/missing.tsx';
import { type Month, MonthFrame } from '../frame.tsx';
import { isOver, type MonthSheets } from '../monthSheets.ts';
import { RollOver } from '../nextMonth/rollOver.tsx';
import { useFigures } from '../numbers.ts';
import { payoutsIn } from '../pay/paying.ts';
import { closingOf, historyOf } from '../planning.ts';
import { useMonthMemory } from '../useMonth.ts';
import { words } from '../words.ts';
import { closeWords } from './closeWords.ts';
import { withClosed } from './plans.ts';

/** The month's end: its figures are kept, and the next month begins. */
export function ClosePage() {
  return (
    <MonthFrame offersUndo>
      {month => (
        <>
          <CloseTracker month={month} />
          <RollOver month={month} />
          <ClosedMonths place={month.place} />
        </>
      )}
    </MonthFrame>
  );
}

/** Closes the tracker's month by what stands in the tracker: typed, brought in, or computed. */
function CloseTracker({ month: { place, busy, change } }: { readonly month: Month }) {
  const { t, language, today } = usePanel();
  const { figure } = useFigures();
  const { remember } = useMonthMemory();
  const { tracker, history } = place;
  if (!tracker || tracker.start === undefined) return <p class="lead">{t(words.noTracker)}</p>;
  const period = periodOf(tracker.start);
  const name = t(periodText(period));
  const figures = trackerFigures(tracker.rows, period).filter(({ actual }) => actual !== null);
  const total = figures.find(({ unitType }) => unitType === 'company');
  const fromFile = isFromFile(place, period);
  const added = fromFile ? undefined : closingOf(place, figures, { source: t(closeWords.tracker), today, language });
  const blank = tracker.rows.filter(({ actual }) => actual === null).length;
  const isDone = added?.closing.append.length === 0;
  const open = openStatements(place, period);
  const isReadable = tracker.unreadable.length === 0;
  const apply = () => {
    if (!added || busy || isDone || !isReadable) return;
    const set = applySet(`close ${period} ${uniqueId()}`, 'close', period, added.changes);
    void change({ is: 'apply', set }, () => remember(memory => withClosed(memory, place, [period])));
  };
  return (
    <section aria-labelledby="close">
      <h2 id="close">{t(closeWords.closeMonth(name))}</h2>
      {/* A sum that passes over what is no number would be a smaller one. */}
      {total && isReadable && (
        <dl class="facts">
          <dt>{t(words.sold)}</dt>
          <dd>{figure(total.actual)}</dd>
          <dt>{t(words.target)}</dt>
          <dd>{figure(total.target)}</dd>
          <dt>{t(closeWords.withoutFigures)}</dt>
          <dd>{t(words.rows(blank))}</dd>
        </dl>
      )}
      {!total && <p>{t(closeWords.nothingYet)}</p>}
      {!isOver(tracker.start, serialOfIso(today)) && <Notice kind="warning" text={t(closeWords.closesEarly(name))} />}
      {!history && <HistoryMissing />}
      {history && open > 0 && <Notice kind="warning" text={t(closeWords.notApproved(open))} />}
      {fromFile && <p class="help">{t(closeWords.closedFromFile)}</p>}
      {added && (
        <p class="help">
          {t(
            isDone
              ? closeWords.closedAlready
              : words.closing(added.closing.append.length, added.closing.restated.length),
          )}
        </p>
      )}
      {added && !isDone && added.closing.samples > 0 && (
        <p class="help">{t(words.samplesEnd(added.closing.samples))}</p>
      )}
      {added && !isDone && (
        <button type="button" class="primary wide" aria-disabled={busy || !isReadable} onClick={apply}>
          {t(busy ? words.applying : closeWords.closeMonth(name))}
        </button>
      )}
    </section>
  );
}

/** Only a file knows the number of deals: closing by the tracker then would restate whoever has no row there. */
function isFromFile(place: MonthSheets, period: string): boolean {
  return new Ledger(historyOf(place).rows).find(period, 'company', '', 'deals') !== undefined;
}

/** Statements of the month that are not approved; where no state was ever kept, nobody works with them. */
function openStatements(place: MonthSheets, period: string): number {
  const history = historyOf(place);
  if (!history.rows.some(({ metric }) => metric === 'pay')) return 0;
  return payoutsIn(place)
    .filter(payout => payout.period === period)
    .flatMap(payout => payStatements(payout, history))
    .filter(({ state }) => state !== 'approved').length;
}

const MOST_MONTHS = 24;
/** Where the lights change does not matter to how much was achieved. */
const ANY = { amberFrom: 0.8, greenAbove: 1 };

function numberOr(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}

function ClosedMonths({ place }: { readonly place: MonthSheets }) {
  const { t } = usePanel();
  const { figure, share } = useFigures();
  const ledger = new Ledger(historyOf(place).rows);
  const periods = [...ledger.periods].reverse();
  if (periods.length === 0) return null;
  return (
    <section>
      <h2>{t(closeWords.closedMonths)}</h2>
      <FigureTable
        caption={t(closeWords.closedMonths)}
        hidesCaption
        heads={[words.month, words.sold, closeWords.change, words.achieved]}
      >
        <tbody>
          {periods.slice(0, MOST_MONTHS).map(period => {
            const row = ledger.find(period, 'company', '', 'sales');
            const before = ledger.find(periodAfter(period, -1), 'company', '', 'sales');
            return (
              <tr key={period}>
                <td>{t(periodText(period))}</td>
                <td class="number">{figure(row?.actual)}</td>
                <td class="number">{share(numberOr(growth.call([row?.actual ?? null, before?.actual ?? null])))}</td>
                <td class="number">{share(row ? achievementStatus(row.actual, row.target, ANY).achievement : null)}</td>
              </tr>
            );
          })}
        </tbody>
      </FigureTable>
    </section>
  );
}
