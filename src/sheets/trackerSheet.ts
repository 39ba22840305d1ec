import { rag } from '../functions/rag.ts';
import { weekParameters } from '../functions/shared/workCalendar.ts';
import { isoOf, type Week } from '../kernel/calendar.ts';
import { type Cell, CellError, type Matrix } from '../kernel/cell.ts';
import { monthOf } from '../kernel/period.ts';
import type { Text } from '../kernel/text.ts';
import { type ReadColumns, rowsOf } from './readColumns.ts';
import {
  readTracker,
  TRACKER_COLUMNS,
  type TrackerCells,
  type TrackerRow,
  type Unreadable,
  unreadableIn,
} from './tracker.ts';

/** What a tracker's sheet says: its rows, and what its strip says of them. */
export interface TrackerSheet {
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

export const PLAIN_THRESHOLDS: Thresholds = { amberFrom: 0.8, greenAbove: 1 };

export interface Thresholds {
  readonly amberFrom: number;
  readonly greenAbove: number;
  /** Whether exactly `greenAbove` is green (from) or amber (above, and where nothing is said). */
  readonly green?: 'above' | 'from';
}

const FACTS = ['Start', 'AsOf', 'AmberFrom', 'GreenAbove', 'Green', 'Unit', 'Week'] as const;

/** All names of a tracker's sheet that are read. */
export function trackerNames(prefix: string): readonly string[] {
  return [...[...TRACKER_COLUMNS, ...FACTS].map(name => `${prefix}_${name}`), ...calendarNames(prefix)];
}

export function readTrackerSheet(prefix: string, columns: ReadColumns): TrackerSheet {
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

export function calendarIn(prefix: string, columns: ReadColumns): Matrix | undefined {
  const days = rowsOf(calendarNames(prefix), columns).filter(([day]) => typeof day === 'number');
  return days.length > 0 ? days : undefined;
}

/** What WORKDAYS reads in the cell; where it refuses it, Monday to Friday and why. */
export function weekIn(cell: Cell | undefined): { readonly week: Week; readonly weekProblem?: Text } {
  const week = weekParameters.week.read(cell);
  return week instanceof CellError ? { week: 'mon-fri', weekProblem: week.message } : { week };
}

function numberIn(cell: Cell | undefined): number | undefined {
  return typeof cell === 'number' ? cell : undefined;
}

function textIn(cell: Cell | undefined): string {
  return typeof cell === 'string' ? cell : '';
}

/** What RAG reads in the sheet's cell. */
export function greenIn(cell: Cell | undefined): 'above' | 'from' {
  return rag.call([1, 1, 1, 'text', undefined, undefined, cell]) === 'green' ? 'from' : 'above';
}
