import { type Decimal, decimal } from '../../kernel/decimal.ts';

const PLACES = 1e4;
// What a decimal takes over digit by digit.
const LARGEST = 999_999_999_999_999;

/**
 * A sum that is the same in whatever order its terms come: whole ten-thousandths are added as integers, what does
 * not fit goes into a decimal of any length.
 */
export class ExactSum {
  private whole = 0;
  private rest: Decimal | undefined;

  add(value: number): void {
    const units = Math.round(value * PLACES);
    const next = this.whole + units;
    if (Math.abs(units) <= LARGEST && units / PLACES === value && Math.abs(next) <= LARGEST) this.whole = next;
    else this.rest = (this.rest ?? decimal(0)).plus(decimal(value));
  }

  get value(): number {
    // Whole units divided once are as near as a number comes to them; a decimal's digits lead to the same one.
    const sum = this.rest ? Number(decimal(this.whole).div(PLACES).plus(this.rest)) : this.whole / PLACES;
    return sum === 0 ? 0 : sum;
  }
}

/** The exact sum of figures; what is blank adds nothing. */
export function exactSum(figures: Iterable<number | null>): number {
  const sum = new ExactSum();
  for (const figure of figures) sum.add(figure ?? 0);
  return sum.value;
}

export function exactDifference(a: number, b: number): number {
  return exactSum([a, 0 - b]);
}
