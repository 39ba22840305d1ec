import { clean } from './decimal.ts';

/**
 * A sum that does not lose cents however long the column is: the rounding error of every addition is carried
 * along (Neumaier's compensated summation) and the result is cut to the digits that a spreadsheet keeps.
 */
export class Sum {
  private total = 0;
  private lost = 0;

  add(value: number): void {
    const next = this.total + value;
    this.lost += Math.abs(this.total) >= Math.abs(value) ? this.total - next + value : value - next + this.total;
    this.total = next;
  }

  get value(): number {
    const value = this.total + this.lost;
    return Number.isFinite(value) ? clean(value) : this.total;
  }
}

export function sumOf(values: Iterable<number>): number {
  const sum = new Sum();
  for (const value of values) sum.add(value);
  return sum.value;
}
