import { labelKey } from '../../kernel/label.ts';
import type { LabelRange, NumberRange } from '../../kernel/ranges.ts';

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
  for (const periods of purchases(customers, dates, periodOf)) {
    let first = Number.POSITIVE_INFINITY;
    for (const period of periods) first = Math.min(first, period);
    const cohort = cohorts.get(first) ?? { first, size: 0, active: new Map<number, number>() };
    cohort.size++;
    for (const period of periods) cohort.active.set(period - first, (cohort.active.get(period - first) ?? 0) + 1);
    cohorts.set(first, cohort);
  }
  return [...cohorts.values()].sort((a, b) => a.first - b.first);
}

/** The periods in which each customer bought. Names are compared once for each spelling, not once for each order. */
function purchases(
  customers: LabelRange,
  dates: NumberRange,
  periodOf: (day: number) => number,
): Iterable<ReadonlySet<number>> {
  const spellings = new Map<string, Set<number>>();
  const buyers = new Map<string, Set<number>>();
  const register = (customer: string): Set<number> => {
    const key = labelKey(customer);
    const periods = buyers.get(key) ?? new Set<number>();
    buyers.set(key, periods);
    spellings.set(customer, periods);
    return periods;
  };
  dates.each((day, index) => {
    const customer = customers.at(index);
    if (customer !== null) (spellings.get(customer) ?? register(customer)).add(periodOf(day));
  });
  return buyers.values();
}
