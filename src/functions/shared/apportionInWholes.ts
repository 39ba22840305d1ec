import { MOST_WHOLE, POWERS, remainderOf, wholesOf } from '../../kernel/whole.ts';
import type { Apportionment } from './apportion.ts';

/** Amounts and weights with more places are left to BigInt. */
const MOST_PLACES = 10;

/**
 * The shares of `apportion`, reckoned in whole numbers below 2^53: the same shares, many times as fast. Undefined where
 * a figure is negative or does not fit, or something is amiss; `apportion` says all that.
 */
export function apportionInWholes(task: Apportionment): (number | null)[] | undefined {
  const { total, locked, unit, minimum } = task;
  const locks = locked.filter(lock => lock !== null);
  const free: number[] = [];
  for (let index = 0; index < task.weights.length; index++) {
    if (task.weights[index] !== null && (locked[index] ?? null) === null) free.push(index);
  }
  const amounts = wholesOf([total, unit, minimum, ...locks], MOST_PLACES);
  const weights = wholesOf(
    free.map(index => task.weights[index] ?? 0),
    MOST_PLACES,
  )?.units;
  if (!amounts || !weights || total < 0 || locks.some(lock => lock < 0)) return undefined;
  const [whole = 0, size = 0, smallest = 0] = amounts.units;
  let rest = whole;
  for (let index = 3; index < amounts.units.length; index++) rest -= amounts.units[index] ?? 0;
  const units = Math.floor(rest / size);
  const least = Math.ceil(smallest / size);
  if (least * free.length > units) return undefined;
  const shares = largestRemainders(units, weights, least, task.before ?? 0);
  if (!shares) return undefined;
  const over = rest - units * size;
  const largest = indexOfLargest(shares, weights);
  const by = POWERS[amounts.places] ?? Number.NaN;
  const result = locked.slice();
  for (const [order, index] of free.entries()) {
    result[index] = ((shares[order] ?? 0) * size + (order === largest ? over : 0)) / by;
  }
  return result;
}

function largestRemainders(
  units: number,
  weights: Float64Array,
  least: number,
  before: number,
): Float64Array | undefined {
  const shares = new Float64Array(weights.length).fill(least);
  let active: number[] = [];
  let rest = units;
  let weight = 0;
  for (let index = 0; index < weights.length; index++) {
    active.push(index);
    weight += weights[index] ?? 0;
  }
  if (!(weight > 0 && weight <= MOST_WHOLE && units <= MOST_WHOLE)) return undefined;
  while (least > 0) {
    const above = active.filter(index => remainderOf(weights[index] ?? 0, rest, least, weight) >= 0);
    if (above.length === active.length) break;
    rest -= least * (active.length - above.length);
    weight = above.reduce((sum, index) => sum + (weights[index] ?? 0), 0);
    active = above;
  }
  const remainders = new Float64Array(active.length);
  let left = rest;
  for (let order = 0; order < active.length; order++) {
    const index = active[order] ?? 0;
    const part = weights[index] ?? 0;
    let share = Math.floor((part * rest) / weight);
    let remainder = remainderOf(part, rest, share, weight);
    // The quotient of a product that was rounded may be one off.
    const off = remainder < 0 ? -1 : remainder >= weight ? 1 : 0;
    share += off;
    remainder -= off * weight;
    shares[index] = share;
    remainders[order] = remainder;
    left -= share;
  }
  if (left > 0) addToLargest(left);
  return shares;

  /** One more for the largest remainders; of equal ones, for those whose turn it is. */
  function addToLargest(most: number): void {
    const bound = nthOf(remainders.slice(), remainders.length - most);
    const turns = active.filter(index => weights[index] !== 0);
    const first = turnOf(turns, before);
    let ties = most;
    for (const remainder of remainders) if (remainder > bound) ties--;
    const add = (isChosen: (remainder: number, index: number) => boolean): void => {
      for (let order = 0; order < active.length; order++) {
        const index = active[order] ?? 0;
        if (isChosen(remainders[order] ?? 0, index)) shares[index] = (shares[index] ?? 0) + 1;
      }
    };
    add((remainder, index) => remainder > bound || (remainder === bound && index >= first && ties-- > 0));
    if (ties > 0) add((remainder, index) => remainder === bound && index < first && ties-- > 0);
  }
}

/** The value that would stand at a place if they were in order: it is found without putting them all in order (Hoare). */
function nthOf(values: Float64Array, place: number): number {
  const at = (index: number): number => values[index] ?? 0;
  let [from, to] = [0, values.length - 1];
  while (from < to) {
    const pivot = at((from + to) >> 1);
    let [low, high] = [from, to];
    while (low <= high) {
      while (at(low) < pivot) low++;
      while (at(high) > pivot) high--;
      if (low > high) break;
      [values[low], values[high]] = [at(high), at(low)];
      low++;
      high--;
    }
    if (place > high && place < low) break;
    if (place <= high) to = high;
    else from = low;
  }
  return at(place);
}

/** Whose turn it is after so many. */
export function turnOf(turns: readonly number[], before: number): number {
  return turns[((before % turns.length) + turns.length) % turns.length] ?? 0;
}

/** The largest share; of equal ones that of the larger weight, and then the earlier. */
export function indexOfLargest<Whole extends number | bigint>(
  shares: ArrayLike<Whole>,
  weights: ArrayLike<Whole>,
): number {
  let largest = 0;
  for (let index = 1; index < shares.length; index++) {
    const isEqual = shares[index] === shares[largest];
    const [one = 0, other = 0] = isEqual ? [weights[index], weights[largest]] : [shares[index], shares[largest]];
    if (one > other) largest = index;
  }
  return largest;
}
