import { firstDay, monthOf, type Period, periodOf } from '../../../../kernel/period.ts';
import { type DatedPlan, isPlan, planFor, revisePlans } from '../../../../month/report/plans.ts';
import type { PaidRow } from '../../../../sheets/incentive.ts';
import type { MonthMemory } from '../../../monthMemory.ts';
import type { MonthSheets } from '../monthSheets.ts';

/** What is remembered once months were closed: the duty is done, and the plan is kept. */
export function withClosed(memory: MonthMemory, place: MonthSheets, closes: readonly Period[]): MonthMemory {
  const done = closes
    .map(period => ({ id: 'monthClose', start: firstDay(monthOf(period)) }))
    .filter(({ id, start }) => !memory.done.some(entry => entry.id === id && entry.start === start));
  return withPlan({ ...memory, done: [...memory.done, ...done] }, place, closes);
}

/** A month that is closed keeps the plan that holds now; one that holds already by an older entry is not doubled. */
function withPlan(memory: MonthMemory, { tracker, plan }: MonthSheets, closes: readonly Period[]): MonthMemory {
  if (!plan || tracker?.start === undefined) return memory;
  const period = periodOf(tracker.start);
  if (!closes.includes(period)) return memory;
  const before = planFor(memory.plans, period);
  if (isPlan(before) && isSame(before, plan)) return memory;
  return { ...memory, plans: revisePlans(memory.plans, { ...plan, from: period }) };
}

/** A plan, and everybody's row on the incentive sheet where it is of the month that is paid. */
export interface PlanInUse {
  readonly plan: DatedPlan | undefined;
  readonly paid: readonly PaidRow[] | undefined;
  /** The month was closed without a plan that was kept: it goes by the one that is on the sheet now. */
  readonly isAssumed?: true;
}

/** A closed month is paid by the plan that it was closed by, an open one by the plan on the sheet. */
export function planOf(
  memory: MonthMemory,
  { plan, paid, tracker }: MonthSheets,
  period: Period,
  isClosed: boolean,
): PlanInUse {
  const kept = planFor(memory.plans, period);
  const isTrackers = tracker?.start === monthOf(period);
  if (!isClosed) return { plan, paid: isTrackers ? paid : undefined };
  if (!isPlan(kept)) return { plan, paid: isTrackers ? paid : undefined, ...(plan && { isAssumed: true }) };
  return { plan: kept, paid: isTrackers && plan && isSame(kept, plan) ? paid : undefined };
}

function isSame({ from: _, ...plan }: DatedPlan, { from: __, ...other }: DatedPlan): boolean {
  return JSON.stringify(plan) === JSON.stringify(other);
}
