import { clean } from './decimal.ts';

/**
 * Sums that do not lose cents however long the column is: the rounding error of every addition is carried
 * along (Neumaier's compensated summation) and the result is cut to the digits that a spreadsheet keeps.
 */
export class Sums {
  // Lists of numbers take a fifth of the room that as many objects would.
  private readonly totals: number[] = [];
  private readonly lost: number[] = [];

  /** Adds to a sum; the next that there is none of begins with the value. */
  add(index: number, value: number): void {
    const total = this.totals[index] ?? 0;
    const next = total + value;
    const error = Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total;
    this.totals[index] = next;
    this.lost[index] = (this.lost[index] ?? 0) + error;
  }

  at(index: number): number {
    const total = this.totals[index] ?? 0;
    const value = total + (this.lost[index] ?? 0);
    return Number.isFinite(value) ? clean(value) : total;
  }
}

/** A single one of them. */
export class Sum {
  private readonly sums = new Sums();

  add(value: number): void {
    this.sums.add(0, value);
  }

  get value(): number {
    return this.sums.at(0);
  }
}

export function sumOf(values: Iterable<number>): number {
  const sum = new Sum();
  for (const value of values) sum.add(value);
  return sum.value;
}
