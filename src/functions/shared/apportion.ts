import { CellError } from '../../kernel/cell.ts';
import { decimal, fromUnits, placesOf, toUnits } from '../../kernel/decimal.ts';
import { divisionByZero, invalid } from '../../kernel/errors.ts';
import { largestOf } from '../../kernel/lists.ts';
import { apportionInWholes, indexOfLargest, turnOf } from './apportionInWholes.ts';

export interface Apportionment {
  readonly total: number;
  /** `null` takes no part. */
  readonly weights: readonly (number | null)[];
  /** A number keeps its place's share as it is. */
  readonly locked: readonly (number | null)[];
  readonly unit: number;
  readonly minimum: number;
  /** Units that were shared out before: a tie goes on from where those stopped. */
  readonly before?: number;
}

/** Shares out a total by weights: by `apportionExactly`, in the quick way where that says the same. */
export function apportion(task: Apportionment): (number | null)[] | CellError {
  return apportionInWholes(task) ?? apportionExactly(task);
}

/**
 * Shares out a total by weights in whole units, by the method of largest remainders (Hamilton, Hare quota); a tie
 * goes to the earlier place, or to the one whose turn it is. All arithmetic is on whole numbers, so that the shares add
 * up to the total exactly.
 */
export function apportionExactly(task: Apportionment): (number | null)[] | CellError {
  if (task.total < 0) return mirrored(task);
  const amounts = [task.total, task.unit, task.minimum, ...task.locked.filter(isNumber)].map(decimal);
  const places = largestOf(amounts.map(placesOf));
  const [total = ZERO, unit = ONE, minimum = ZERO, ...locks] = amounts.map(amount => toUnits(amount, places));
  const rest = total - sum(locks);
  const free = task.weights.flatMap((weight, index) => (weight !== null && task.locked[index] == null ? [index] : []));
  if (free.length === 0) return rest === ZERO ? task.locked.slice() : lockedElsewhere(task);
  if (rest < ZERO) return locksTooHigh(task);
  const weights = wholeWeights(free.map(index => task.weights[index] ?? 0));
  if (sum(weights) === ZERO) return divisionByZero('the weights add up to 0', '权重合计为 0');
  const least = (minimum + unit - ONE) / unit;
  const units = rest / unit;
  if (least * BigInt(free.length) > units) return minimumTooHigh(task, free.length, fromUnits(rest, places));
  const shares = largestRemainders(units, weights, least, task.before ?? 0).map(share => share * unit);
  const largest = indexOfLargest(shares, weights);
  shares[largest] = (shares[largest] ?? ZERO) + (rest % unit);
  const result: (number | null)[] = task.locked.slice();
  for (const [order, index] of free.entries()) result[index] = fromUnits(shares[order] ?? ZERO, places);
  return result;
}

const ZERO = BigInt(0);
const ONE = BigInt(1);

/** A loss is shared out as the gain of the same size would be. */
function mirrored(task: Apportionment): (number | null)[] | CellError {
  if (task.minimum > 0) return invalid('a minimum does not go with a negative total', '总额为负时不能设最小值');
  const shares = apportion({
    ...task,
    total: -task.total,
    locked: task.locked.map(lock => (lock === null ? null : 0 - lock)),
  });
  return shares instanceof CellError ? shares : shares.map(share => (share === null ? null : 0 - share));
}

/** Whole units by weight, none under `least`: those that would be are set to it, and the others share the rest. */
function largestRemainders(units: bigint, weights: readonly bigint[], least: bigint, before: number): bigint[] {
  const shares = weights.map(() => least);
  let active = weights.map((_, index) => index);
  let rest = units;
  let weight = sum(weights);
  for (;;) {
    const below = new Set(active.filter(index => (weights[index] ?? ZERO) * rest < least * weight));
    if (below.size === 0) break;
    active = active.filter(index => !below.has(index));
    rest -= least * BigInt(below.size);
    weight = sum(active.map(index => weights[index] ?? ZERO));
  }
  const quotas = active.map(index => ({ index, quota: (weights[index] ?? ZERO) * rest }));
  const turns = active.filter(index => weights[index] !== ZERO);
  const first = turnOf(turns, before);
  for (const { index, quota } of quotas) shares[index] = quota / weight;
  let left = rest - sum(active.map(index => shares[index] ?? ZERO));
  quotas.sort(
    (a, b) =>
      compare(b.quota % weight, a.quota % weight) ||
      Number(a.index < first) - Number(b.index < first) ||
      a.index - b.index,
  );
  for (const { index } of quotas) {
    if (left === ZERO) break;
    shares[index] = (shares[index] ?? ZERO) + ONE;
    left -= ONE;
  }
  return shares;
}

function wholeWeights(weights: readonly number[]): bigint[] {
  const exact = weights.map(decimal);
  const places = largestOf(exact.map(placesOf));
  return exact.map(weight => toUnits(weight, places));
}

function sum(values: readonly bigint[]): bigint {
  return values.reduce((total, value) => total + value, ZERO);
}

function compare(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function isNumber(value: number | null): value is number {
  return value !== null;
}

function locksTooHigh({ total, locked }: Apportionment): CellError {
  const taken = sumOfLocks(locked);
  return invalid(
    `the locked cells add up to ${taken}, more than the total ${total}`,
    `锁定值合计 ${taken}，超过总额 ${total}`,
  );
}

function lockedElsewhere({ total, locked }: Apportionment): CellError {
  const taken = sumOfLocks(locked);
  return invalid(
    `no cell is left to take the rest: the locked cells add up to ${taken}, the total is ${total}`,
    `没有可分配的单元格：锁定值合计 ${taken}，总额为 ${total}`,
  );
}

function minimumTooHigh({ minimum, unit }: Apportionment, cells: number, rest: number): CellError {
  return invalid(
    `a minimum of ${minimum} for each of ${cells} cells, in units of ${unit}, is more than the ${rest} there is`,
    `${cells} 个单元格各不小于 ${minimum}（单位 ${unit}），超过可分配的 ${rest}`,
  );
}

function sumOfLocks(locked: readonly (number | null)[]): number {
  return Number(locked.filter(isNumber).reduce((total, lock) => total.plus(decimal(lock)), decimal(0)));
}
