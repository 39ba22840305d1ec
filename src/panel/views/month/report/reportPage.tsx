import { useEffect, useMemo, useState } from 'preact/hooks';
import { periodText } from '../../../../kernel/period.ts';
import type { Owed, Report } from '../../../../month/report/report.ts';
import { reportSheet } from '../../../../month/report/reportSheet.ts';
import { initialValues } from '../../../../plan/template.ts';
import { usePanel } from '../../../panel.ts';
import { Notice } from '../../../parts/notice.tsx';
import { strings } from '../../../strings.ts';
import { MonthFrame } from '../frame.tsx';
import type { MonthSheets } from '../monthSheets.ts';
import { useFigures } from '../numbers.ts';
import { useMonthMemory } from '../useMonth.ts';
import { words } from '../words.ts';
import { actionsOf, contractsIn, owedBy, reportable, reportOf } from './reporting.ts';
import { Exceptions, Leaders, Statements } from './reportLists.tsx';
import { reportWords } from './reportWords.ts';
import { SummaryText } from './summaryText.tsx';

/** What stands out in a month, who leads, what is paid; as a text, and as sheets. */
export function ReportPage() {
  return <MonthFrame offersUndo={false}>{({ place }) => <ReportOf place={place} />}</MonthFrame>;
}

function ReportOf({ place }: { readonly place: MonthSheets }) {
  const { t } = usePanel();
  const { memory } = useMonthMemory();
  const owed = useOwed();
  const periods = useMemo(() => reportable(place), [place]);
  const [chosen, choose] = useState<string>();
  const period = chosen ?? periods[0];
  const reported = useMemo(
    () => (memory && owed && period !== undefined ? reportOf(place, memory, period, owed.list) : undefined),
    [place, memory, period, owed],
  );
  if (period === undefined) return <p class="lead">{t(words.noTracker)}</p>;
  return (
    <>
      <div class="field">
        <label for="report-month">{t(words.month)}</label>
        <select id="report-month" value={period} onChange={({ currentTarget }) => choose(currentTarget.value)}>
          {periods.map(each => (
            <option key={each} value={each}>
              {t(periodText(each))}
            </option>
          ))}
        </select>
      </div>
      {!reported && <p>{t(strings.loading)}</p>}
      {reported && (
        <>
          {owed?.unread && <Notice kind="warning" text={t(reportWords.owedUnread)} />}
          <Totals report={reported.report} />
          {place.tracker?.weekProblem && (
            <Notice kind="warning" text={t(reportWords.weekUnknown(place.tracker.weekProblem))} />
          )}
          <SummaryText report={reported.report} unit={place.tracker?.unit ?? ''} />
          <Exceptions report={reported.report} />
          <Leaders report={reported.report} />
          {reported.isAssumed && <Notice kind="warning" text={t(reportWords.planAssumed)} />}
          <Statements {...reported} />
          <InsertReport report={reported.report} />
        </>
      )}
    </>
  );
}

interface OwedList {
  readonly list: readonly Owed[];
  /** The collection sheet is there, and could not be read. */
  readonly unread: boolean;
}

/** What customers owe by the collection sheet, where there is one; undefined until it was read. */
function useOwed(): OwedList | undefined {
  const { port, workbook } = usePanel();
  const [owed, setOwed] = useState<OwedList>();
  const { inventory } = workbook;
  useEffect(() => {
    if (!inventory) return;
    contractsIn(port, inventory).then(
      contracts => setOwed({ list: owedBy(contracts ?? []), unread: false }),
      () => setOwed({ list: [], unread: true }),
    );
  }, [port, inventory]);
  return owed;
}

function Totals({ report: { total } }: { readonly report: Report }) {
  const { t } = usePanel();
  const { figure, share } = useFigures();
  return (
    <dl class="facts">
      <dt>{t(words.sold)}</dt>
      <dd>{figure(total.actual)}</dd>
      <dt>{t(words.target)}</dt>
      <dd>{figure(total.target)}</dd>
      <dt>{t(words.achieved)}</dt>
      <dd>{share(total.achievement)}</dd>
    </dl>
  );
}

function InsertReport({ report: made }: { readonly report: Report }) {
  const { t, language, today, library, insert, insertSheet, working, workbook } = usePanel();
  const review = library.templates.find(({ id }) => id === 'review');
  const hasTracker = workbook.inventory?.ours.some(({ template }) => template === 'tracker') ?? false;
  const insertReview = () => {
    if (!review || working) return;
    const values = {
      ...initialValues(review, { language, today }),
      period: t(periodText(made.period)),
      actions: actionsOf(made.exceptions, language),
      samples: false,
    };
    insert(review, values, {});
  };
  return (
    <div class="actions apart">
      <button
        id="report-insert"
        type="button"
        class="primary"
        aria-disabled={working}
        onClick={() => !working && insertSheet(strings.monthParts.report, reportSheet(made, language))}
      >
        {t(strings.insertSheet)}
      </button>
      {review && hasTracker && (
        <button id="report-review" type="button" aria-disabled={working} onClick={insertReview}>
          {t(reportWords.insertReview)}
        </button>
      )}
    </div>
  );
}
