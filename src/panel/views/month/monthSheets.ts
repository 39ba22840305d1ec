import { weekParameters } from '../../../functions/shared/workCalendar.ts';
import { isoOf, type Week } from '../../../kernel/calendar.ts';
import { type Cell, CellError, type Matrix } from '../../../kernel/cell.ts';
import type { Json } from '../../../kernel/json.ts';
import { lastDay, monthOf, periodOf } from '../../../kernel/period.ts';
import type { Text } from '../../../kernel/text.ts';
import { greenIn, type Thresholds } from '../../../month/figures/status.ts';
import type { DatedPlan } from '../../../month/report/plans.ts';
import { belowHeadings } from '../../../plan/namedColumns.ts';
import type { NamedColumn } from '../../../port/monthPort.ts';
import type { Inventory, OurSheet, PanelPort } from '../../../port/port.ts';
import { HISTORY_COLUMNS } from '../../../sheets/history.ts';
import { PAID_NAMES, type PaidRow, PLAN_NAMES, paidRows, planOnSheet } from '../../../sheets/incentive.ts';
import {
  readTracker,
  TRACKER_COLUMNS,
  type TrackerCells,
  type TrackerRow,
  type Unreadable,
  unreadableIn,
} from '../../../sheets/tracker.ts';

export interface TrackerPlace {
  readonly prefix: string;
  readonly rows: readonly TrackerRow[];
  /** What counts as blank, since it is no figure. */
  readonly unreadable: readonly Unreadable[];
  readonly thresholds: Thresholds;
  readonly asOf: number | null;
  /** The month that the tracker is of, months since the year 0. */
  readonly start: number | undefined;
  readonly unit: string;
  readonly week: Week;
  /** Why its cell is not understood, and Monday to Friday counts. */
  readonly weekProblem?: Text | undefined;
  /** Days off and weekend days that are worked. */
  readonly calendar: Matrix | undefined;
}

/** The sheets that the figures go into and come from, as they are now. */
export interface Place {
  readonly tracker: TrackerPlace | undefined;
  readonly history: { readonly prefix: string; readonly cells: Matrix } | undefined;
  /** The tiers of the incentive plan, and the thresholds of the tracker. */
  readonly plan: DatedPlan | undefined;
  /** Everybody's row on the incentive sheet, for the tracker's month. */
  readonly paid: readonly PaidRow[] | undefined;
}

export const PLAIN_THRESHOLDS: Thresholds = { amberFrom: 0.8, greenAbove: 1 };

const FACTS = ['Start', 'AsOf', 'AmberFrom', 'GreenAbove', 'Green', 'Unit', 'Week'] as const;

/** The newest tracker that is not closed, the history and the plan, in one round trip. */
export async function placeIn(port: PanelPort, { ours }: Inventory): Promise<Place> {
  const newestFirst = [...ours].reverse();
  const tracker = newestFirst.find(({ template, marks }) => template === 'tracker' && marks.closed === undefined);
  const history = newestFirst.find(({ template }) => template === 'history');
  const incentive = newestFirst.find(({ template }) => template === 'incentive');
  const named = (sheet: { readonly prefix: string } | undefined, names: readonly string[]): string[] =>
    sheet ? names.map(name => `${sheet.prefix}_${name}`) : [];
  const names = [
    ...named(tracker, [...TRACKER_COLUMNS, ...FACTS]),
    ...(tracker ? calendarNames(tracker.prefix) : []),
    ...named(history, HISTORY_COLUMNS),
    ...named(incentive, [...PLAN_NAMES, ...PAID_NAMES]),
  ];
  const read = names.length > 0 ? await port.month.columns(names) : {};
  const columns = belowHeadings(read, [tracker, history, incentive]);
  const place = tracker && trackerIn(tracker.prefix, columns);
  return {
    tracker: place,
    history: history && { prefix: history.prefix, cells: rowsOf(named(history, HISTORY_COLUMNS), columns) },
    ...payIn(incentive, columns, place),
  };
}

type Columns = Readonly<Record<string, NamedColumn>>;

function trackerIn(prefix: string, columns: Columns): TrackerPlace {
  const cells = (name: string): readonly Cell[] => columns[`${prefix}_${name}`]?.cells ?? [];
  const number = (name: (typeof FACTS)[number]): number | undefined => numberIn(cells(name)[0]);
  const start = number('Start');
  const held: TrackerCells = {
    Person: cells('Person'),
    Product: cells('Product'),
    Region: cells('Region'),
    Target: cells('Target'),
    Actual: cells('Actual'),
    formulas: columns[`${prefix}_Actual`]?.formulas ?? [],
  };
  return {
    prefix,
    rows: readTracker(held),
    unreadable: unreadableIn(held),
    thresholds: {
      amberFrom: number('AmberFrom') ?? PLAIN_THRESHOLDS.amberFrom,
      greenAbove: number('GreenAbove') ?? PLAIN_THRESHOLDS.greenAbove,
      green: greenIn(cells('Green')[0]),
    },
    asOf: number('AsOf') ?? null,
    start: start === undefined ? undefined : monthOf(isoOf(start).slice(0, 7)),
    unit: textIn(cells('Unit')[0]),
    ...weekIn(cells('Week')[0]),
    calendar: calendarIn(prefix, columns),
  };
}

/** The names of the tracker's days off and make-up days, and of what each of them is. */
export function calendarNames(prefix: string): readonly string[] {
  return [`${prefix}_CalendarDay`, `${prefix}_CalendarKind`];
}

export function calendarIn(prefix: string, columns: Columns): Matrix | undefined {
  const days = rowsOf(calendarNames(prefix), columns).filter(([day]) => typeof day === 'number');
  return days.length > 0 ? days : undefined;
}

/** What WORKDAYS reads in the cell; where it refuses it, Monday to Friday and why. */
export function weekIn(cell: Cell | undefined): { readonly week: Week; readonly weekProblem?: Text } {
  const week = weekParameters.week.read(cell);
  return week instanceof CellError ? { week: 'mon-fri', weekProblem: week.message } : { week };
}

/** The plan holds from the tracker's month on. */
function payIn(
  incentive: OurSheet | undefined,
  columns: Columns,
  tracker: TrackerPlace | undefined,
): Pick<Place, 'plan' | 'paid'> {
  if (!incentive) return { plan: undefined, paid: undefined };
  const read = (name: string): readonly Cell[] => columns[`${incentive.prefix}_${name}`]?.cells ?? [];
  const plan = planOnSheet(read, formOf(incentive));
  const thresholds = tracker?.thresholds ?? PLAIN_THRESHOLDS;
  return {
    plan: plan && { ...plan, from: periodOf(tracker?.start ?? 0), ...thresholds },
    paid: paidRows(read),
  };
}

/** What of its form a sheet keeps. */
export function formOf({ marks }: OurSheet): Readonly<Record<string, Json>> {
  try {
    return Object(JSON.parse(marks.form ?? '{}'));
  } catch {
    return {};
  }
}

function rowsOf(names: readonly string[], columns: Columns): Matrix {
  const lists = names.map(name => columns[name]?.cells ?? []);
  const length = lists.reduce((most, list) => Math.max(most, list.length), 0);
  return Array.from({ length }, (_, row) => lists.map(list => list[row] ?? null));
}

function numberIn(cell: Cell | undefined): number | undefined {
  return typeof cell === 'number' ? cell : undefined;
}

function textIn(cell: Cell | undefined): string {
  return typeof cell === 'string' ? cell : '';
}

/** The tracker's month, or else the one before today's: that is the one whose figures are brought in. */
export function monthAtHand({ tracker }: Place, today: string): number {
  return tracker?.start ?? monthOf(today.slice(0, 7)) - 1;
}

export function isOver(month: number, today: number): boolean {
  return lastDay(month) < today;
}
