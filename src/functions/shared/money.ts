import { type Decimal, roundHalfAwayFromZero } from '../../kernel/decimal.ts';

/** What is paid out is rounded to the cent where a function does not ask for the places. */
export const CENT = 0.01;

export function toCents(value: Decimal): number {
  return Number(roundHalfAwayFromZero(value, 2));
}
