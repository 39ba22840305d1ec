import type { LabelRange, NumberRange } from '../../kernel/ranges.ts';
import { byCustomer } from './byCustomer.ts';

export interface Buyer {
  readonly name: string;
  /** The day of each order, in the order of the list. */
  readonly days: number[];
}

/** Who has ordered, up to a day where one is given, in order of first appearance. */
export function buyersOf(customers: LabelRange, dates: NumberRange, until?: number): Buyer[] {
  return byCustomer<Buyer>(
    customers,
    dates,
    name => ({ name, days: [] }),
    ({ days }, day) => days.push(day),
    until,
  );
}

/** Days from each purchase to the next; several orders on one day are one purchase. */
export function intervalsOf(days: readonly number[]): number[] {
  const purchases = [...new Set(days)].sort((a, b) => a - b);
  return purchases.slice(1).map((day, index) => day - (purchases[index] ?? day));
}
