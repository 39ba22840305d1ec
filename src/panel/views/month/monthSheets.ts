import type { Cell, Matrix } from '../../../kernel/cell.ts';
import type { Json } from '../../../kernel/json.ts';
import { lastDay, monthOf, periodOf } from '../../../kernel/period.ts';
import { isLanguage, type Language } from '../../../kernel/text.ts';
import type { DatedPlan } from '../../../month/report/plans.ts';
import { belowHeadings } from '../../../plan/namedColumns.ts';
import type { Inventory, OurSheet, PanelPort } from '../../../port/port.ts';
import { type DealsSheet, dealsNames, readDealsSheet } from '../../../sheets/deals.ts';
import { HISTORY_COLUMNS } from '../../../sheets/history.ts';
import { PAID_NAMES, type PaidRow, PLAN_NAMES, paidRows, planOnSheet } from '../../../sheets/incentive.ts';
import { type PipelineSheet, pipelineNames, readPipelineSheet } from '../../../sheets/pipeline.ts';
import { type ReadColumns, rowsOf } from '../../../sheets/readColumns.ts';
import { PLAIN_THRESHOLDS, readTrackerSheet, type TrackerSheet, trackerNames } from '../../../sheets/trackerSheet.ts';

/** The sheets that the figures go into and come from, as they are now. */
export interface MonthSheets {
  readonly tracker: TrackerSheet | undefined;
  readonly history: { readonly prefix: string; readonly cells: Matrix } | undefined;
  /** The tiers of the incentive plan, and the thresholds of the tracker. */
  readonly plan: DatedPlan | undefined;
  /** Everybody's row on the incentive sheet, for the tracker's month. */
  readonly paid: readonly PaidRow[] | undefined;
  /** The sheets of commission by deal that are not closed, the newest first. */
  readonly deals: readonly DealsSheet[];
  /** The newest sheet of opportunities. */
  readonly pipeline: PipelineSheet | undefined;
}

/** The newest tracker that is not closed, the history and the plan, in one round trip. */
export async function placeIn(port: PanelPort, { ours }: Inventory): Promise<MonthSheets> {
  const newestFirst = [...ours].reverse();
  const tracker = newestFirst.find(({ template, marks }) => template === 'tracker' && marks.closed === undefined);
  const history = newestFirst.find(({ template }) => template === 'history');
  const incentive = newestFirst.find(({ template }) => template === 'incentive');
  const deals = newestFirst.filter(({ template, marks }) => template === 'deals' && marks.closed === undefined);
  const pipeline = newestFirst.find(({ template }) => template === 'pipeline');
  const named = (sheet: { readonly prefix: string } | undefined, names: readonly string[]): string[] =>
    sheet ? names.map(name => `${sheet.prefix}_${name}`) : [];
  const names = [
    ...(tracker ? trackerNames(tracker.prefix) : []),
    ...named(history, HISTORY_COLUMNS),
    ...named(incentive, [...PLAN_NAMES, ...PAID_NAMES]),
    ...deals.flatMap(({ prefix }) => dealsNames(prefix)),
    ...(pipeline ? pipelineNames(pipeline.prefix) : []),
  ];
  const read = names.length > 0 ? await port.month.columns(names) : {};
  const columns = belowHeadings(read, [tracker, history, incentive, pipeline, ...deals]);
  const place = tracker && readTrackerSheet(tracker.prefix, columns);
  return {
    tracker: place,
    history: history && { prefix: history.prefix, cells: rowsOf(named(history, HISTORY_COLUMNS), columns) },
    ...payIn(incentive, columns, place),
    deals: deals.flatMap(sheet => readDealsSheet(sheet.prefix, columns, formOf(sheet)) ?? []),
    pipeline: pipeline && readPipelineSheet(pipeline.prefix, columns, spokenOn(pipeline)),
  };
}

/** The plan holds from the tracker's month on. */
function payIn(
  incentive: OurSheet | undefined,
  columns: ReadColumns,
  tracker: TrackerSheet | undefined,
): Pick<MonthSheets, 'plan' | 'paid'> {
  if (!incentive) return { plan: undefined, paid: undefined };
  const read = (name: string): readonly Cell[] => columns[`${incentive.prefix}_${name}`]?.cells ?? [];
  const plan = planOnSheet(read, formOf(incentive));
  const thresholds = tracker?.thresholds ?? PLAIN_THRESHOLDS;
  return {
    plan: plan && { ...plan, from: periodOf(tracker?.start ?? 0), ...thresholds },
    paid: paidRows(read),
  };
}

/** In which language a sheet was made. */
function spokenOn(sheet: OurSheet): Language {
  const { language } = formOf(sheet);
  return isLanguage(language) ? language : 'en';
}

/** What of its form a sheet keeps. */
export function formOf({ marks }: OurSheet): Readonly<Record<string, Json>> {
  try {
    return Object(JSON.parse(marks.form ?? '{}'));
  } catch {
    return {};
  }
}

/** The tracker's month, or else the one before today's: that is the one whose figures are brought in. */
export function monthAtHand({ tracker }: MonthSheets, today: string): number {
  return tracker?.start ?? monthOf(today.slice(0, 7)) - 1;
}

export function isOver(month: number, today: number): boolean {
  return lastDay(month) < today;
}
