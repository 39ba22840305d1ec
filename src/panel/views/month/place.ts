import { isoOf } from '../../../kernel/calendar.ts';
import type { Cell, Matrix } from '../../../kernel/cell.ts';
import { labelKey } from '../../../kernel/label.ts';
import { HISTORY_COLUMNS } from '../../../month/historyTable.ts';
import { lastDay, monthOf, periodOf } from '../../../month/period.ts';
import type { DatedPlan } from '../../../month/plans.ts';
import type { TrackerRow } from '../../../month/previewTracker.ts';
import type { Thresholds } from '../../../month/standing.ts';
import { readTracker, TRACKER_COLUMNS } from '../../../month/trackerTable.ts';
import type { NamedColumn } from '../../monthPort.ts';
import type { Inventory, PanelPort } from '../../port.ts';

export interface TrackerPlace {
  readonly prefix: string;
  readonly rows: readonly TrackerRow[];
  readonly thresholds: Thresholds;
  readonly asOf: number | null;
  /** The month that the tracker is of, months since the year 0. */
  readonly start: number | undefined;
  readonly unit: string;
  readonly week: 'mon-fri' | 'mon-sat' | 'all';
  /** Days off and weekend days that are worked. */
  readonly calendar: Matrix | undefined;
}

/** The sheets that the figures go into and come from, as they are now. */
export interface Place {
  readonly tracker: TrackerPlace | undefined;
  readonly history: { readonly prefix: string; readonly cells: Matrix } | undefined;
  /** The tiers of the incentive plan, and the thresholds of the tracker. */
  readonly plan: DatedPlan | undefined;
}

const FACTS = ['Start', 'AsOf', 'AmberFrom', 'GreenAbove', 'Unit', 'Week'] as const;
const TIERS = ['TierFrom', 'TierRate', 'TierBonus', 'Mode', 'Cap'] as const;

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
    ...named(incentive, TIERS),
  ];
  const columns = names.length > 0 ? await port.month.columns(names) : {};
  const place = tracker && trackerIn(tracker.prefix, columns);
  return {
    tracker: place,
    history: history && { prefix: history.prefix, cells: rowsOf(named(history, HISTORY_COLUMNS), columns) },
    plan: incentive && planIn(incentive.prefix, columns, place),
  };
}

type Columns = Readonly<Record<string, NamedColumn>>;

function trackerIn(prefix: string, columns: Columns): TrackerPlace {
  const cells = (name: string): readonly Cell[] => columns[`${prefix}_${name}`]?.cells ?? [];
  const number = (name: (typeof FACTS)[number]): number | undefined => numberIn(cells(name)[0]);
  const start = number('Start');
  return {
    prefix,
    rows: readTracker({
      Person: cells('Person'),
      Product: cells('Product'),
      Region: cells('Region'),
      Target: cells('Target'),
      Actual: cells('Actual'),
      formulas: columns[`${prefix}_Actual`]?.formulas ?? [],
    }),
    thresholds: { amberFrom: number('AmberFrom') ?? 0.8, greenAbove: number('GreenAbove') ?? 1 },
    asOf: number('AsOf') ?? null,
    start: start === undefined ? undefined : monthOf(isoOf(start).slice(0, 7)),
    unit: textIn(cells('Unit')[0]),
    week: weekIn(cells('Week')[0]),
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

/** The words that the tracker's cell may hold. */
const WEEKS: Readonly<Record<string, TrackerPlace['week']>> = {
  'monday to saturday': 'mon-sat',
  'mon-sat': 'mon-sat',
  周一至周六: 'mon-sat',
  'every day': 'all',
  all: 'all',
  每天: 'all',
};

export function weekIn(cell: Cell | undefined): TrackerPlace['week'] {
  return WEEKS[labelKey(textIn(cell))] ?? 'mon-fri';
}

/** The plan holds from the tracker's month on; without tiers there is none. */
function planIn(prefix: string, columns: Columns, tracker: TrackerPlace | undefined): DatedPlan | undefined {
  const cells = (name: (typeof TIERS)[number]): readonly Cell[] => columns[`${prefix}_${name}`]?.cells ?? [];
  const tiers = cells('TierFrom').flatMap((from, row) => {
    const rate = numberIn(cells('TierRate')[row]);
    if (numberIn(from) === undefined || rate === undefined) return [];
    return [[from, rate, numberIn(cells('TierBonus')[row]) ?? 0]];
  });
  if (tiers.length === 0) return undefined;
  const marginal = ['marginal', '超额累进'].includes(labelKey(textIn(cells('Mode')[0])));
  return {
    from: periodOf(tracker?.start ?? 0),
    tiers,
    mode: marginal ? 'marginal' : 'whole',
    cap: numberIn(cells('Cap')[0]) ?? null,
    floor: 0,
    ...(tracker?.thresholds ?? { amberFrom: 0.8, greenAbove: 1 }),
    minimumShare: 0,
    weights: {},
  };
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
