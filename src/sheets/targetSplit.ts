import type { Cell } from '../kernel/cell.ts';
import { type Period, periodAfter } from '../kernel/period.ts';
import type { ReadCells, ReadColumns } from './readColumns.ts';

/** What a target split says of the months: who is to bring what, and by which weights the months share it. */
export interface SplitPlan {
  readonly prefix: string;
  readonly total: number;
  /** Every share is a multiple of it. */
  readonly unit: number;
  readonly people: readonly { readonly person: string; readonly region: string }[];
  readonly months: readonly SplitMonth[];
}

export interface SplitMonth {
  readonly period: Period;
  /** In the order of the people. */
  readonly targets: readonly (number | null)[];
  readonly weight: number;
  /** The weight is a formula: it is not written over. */
  readonly isComputed: boolean;
}

/** The most months that a split has. */
const MONTHS = 12;
const NUMBERS = Array.from({ length: MONTHS }, (_, index) => index + 1);

/** What is read of a split's sheet, by the last part of the names. */
export const SPLIT_NAMES = [
  ...['Total', 'Unit', 'Region', 'Person'],
  ...NUMBERS.flatMap(number => [`Period${number}`, `Weight${number}`]),
];

/** How many months each pattern of periods has; quarters and weeks have none. */
const PATTERNS: Readonly<Record<string, number>> = { months: MONTHS, quarterMonths: 3 };

/** Undefined where the split does not go by months. */
export function readSplit(
  prefix: string,
  form: Readonly<Record<string, unknown>>,
  columns: ReadColumns,
): SplitPlan | undefined {
  const read = (name: string): ReadCells => columns[`${prefix}_${name}`] ?? { cells: [], formulas: [] };
  const { start, periods } = form;
  const count = PATTERNS[String(periods)];
  const first = typeof start === 'string' ? start.slice(0, 7) : '';
  const total = read('Total').cells[0];
  const unit = read('Unit').cells[0];
  if (count === undefined || first === '' || typeof total !== 'number') return undefined;
  const rows = read('Person').cells.flatMap((person, row) => (textOf(person) === '' ? [] : [row]));
  const months = NUMBERS.slice(0, count).map((number, index): SplitMonth => {
    const { cells } = read(`Period${number}`);
    const weight = read(`Weight${number}`);
    return {
      period: periodAfter(first, index),
      targets: rows.map(row => numberOf(cells[row])),
      weight: numberOf(weight.cells[0]) ?? 0,
      isComputed: weight.formulas[0] ?? false,
    };
  });
  if (months.every(({ targets }) => targets.every(target => target === null))) return undefined;
  return {
    prefix,
    total,
    unit: typeof unit === 'number' && unit > 0 ? unit : 1,
    people: rows.map(row => ({ person: textOf(read('Person').cells[row]), region: textOf(read('Region').cells[row]) })),
    months,
  };
}

function textOf(cell: Cell | undefined): string {
  return typeof cell === 'string' ? cell : typeof cell === 'number' ? String(cell) : '';
}

function numberOf(cell: Cell | undefined): number | null {
  return typeof cell === 'number' ? cell : null;
}
