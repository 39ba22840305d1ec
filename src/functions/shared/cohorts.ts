import type { LabelRange, NumberRange } from '../../kernel/ranges.ts';
import { byCustomer } from './byCustomer.ts';

/** The customers whose first purchase lies in one period. */
export interface Cohort {
  readonly first: number;
  readonly size: number;
  /** How many of them bought in a period, by the periods since the first. */
  readonly active: ReadonlyMap<number, number>;
}

/** The cohorts in order of time, from orders in any order. */
export function cohortsOf(customers: LabelRange, dates: NumberRange, periodOf: (day: number) => number): Cohort[] {
  const cohorts = new Map<number, { first: number; size: number; active: Map<number, number> }>();
  const buyers = byCustomer(
    customers,
    dates,
    () => new Set<number>(),
    (periods, day) => periods.add(periodOf(day)),
  );
  for (const periods of buyers) {
    let first = Number.POSITIVE_INFINITY;
    for (const period of periods) first = Math.min(first, period);
    const cohort = cohorts.get(first) ?? { first, size: 0, active: new Map<number, number>() };
    cohort.size++;
    for (const period of periods) cohort.active.set(period - first, (cohort.active.get(period - first) ?? 0) + 1);
    cohorts.set(first, cohort);
  }
  return [...cohorts.values()].sort((a, b) => a.first - b.first);
}
