import { split } from '../../functions/split.ts';
import { type Cell, CellError, isMatrix, type Matrix } from '../../kernel/cell.ts';
import type { Period } from '../../kernel/period.ts';
import { say, type Text } from '../../kernel/text.ts';
import { exactDifference, exactSum } from '../figures/exactSum.ts';

export interface PlannedPeriod {
  readonly period: Period;
  readonly target: number;
  /** What was reached, where the month is closed; null where it is open. */
  readonly actual: number | null;
  /** How much the month takes of what is shared out; its target where nothing else is said. */
  readonly weight?: number;
}

export interface ReplanTask {
  /** What the year is to bring. */
  readonly total: number;
  readonly periods: readonly PlannedPeriod[];
  readonly unit: number;
  /** What a closed month is locked at: what it brought, or what it was to bring. */
  readonly lock?: 'actual' | 'target';
}

export interface Replan {
  readonly periods: readonly {
    readonly period: Period;
    readonly before: number;
    readonly after: number;
    readonly locked: boolean;
  }[];
  /** What the open months have to bring beyond their targets. */
  readonly missing: number;
  /** True where the closed months brought the whole total: nothing is left to share out. */
  readonly reached: boolean;
}

/** Shares what is missing over the open months, with the closed ones locked; the months add up to the total exactly. */
export function replan({ total, periods, unit, lock = 'actual' }: ReplanTask): Replan | Text {
  const locked = periods.map(({ actual, target }) => (actual === null ? null : lock === 'actual' ? actual : target));
  const open = periods.filter(({ actual }) => actual === null);
  const rest = exactDifference(total, exactSum(locked));
  const missing = exactDifference(rest, exactSum(open.map(({ target }) => target)));
  if (!locked.includes(null))
    return say('every month is closed: there is none left to re-plan', '各月均已关账，没有可调整的月份');
  const reached = total >= 0 && rest <= 0;
  const parts = reached ? locked.map((value): Cell[] => [value ?? 0]) : shares(total, periods, locked, unit);
  if (parts instanceof CellError) return parts.message;
  return {
    periods: periods.map(({ period, target }, index) => {
      const after = parts[index]?.[0];
      return { period, before: target, after: typeof after === 'number' ? after : 0, locked: locked[index] !== null };
    }),
    missing,
    reached,
  };
}

function shares(
  total: number,
  periods: readonly PlannedPeriod[],
  locked: readonly (number | null)[],
  unit: number,
): Matrix | CellError {
  const weights = periods.map(({ weight, target }): Cell[] => [Math.max(0, weight ?? target)]);
  const parts = split.call([total, weights, unit, 0, locked.map((value): Cell[] => [value])]);
  if (isMatrix(parts)) return parts;
  return parts instanceof CellError ? parts : new CellError('#N/A', say('nothing to share', '无可分配'));
}
