import { monthOf, type Period, periodText } from '../../kernel/period.ts';
import { say, type Text } from '../../kernel/text.ts';
import type { PayPlan } from '../../sheets/incentive.ts';
import type { Thresholds } from '../../sheets/trackerSheet.ts';

/** What was agreed from a month on. A newer plan does not touch the months before it. */
export interface DatedPlan extends PayPlan, Thresholds {
  readonly from: Period;
}

/** The plan of a month: June is closed by June's plan, also in September. */
export function planFor(plans: readonly DatedPlan[], period: Period): DatedPlan | Text {
  const valid = plans
    .filter(plan => monthOf(plan.from) <= monthOf(period))
    .sort((a, b) => monthOf(b.from) - monthOf(a.from));
  const month = periodText(period);
  return valid[0] ?? say(`no incentive plan applies to ${month.en}`, `${month.zh}没有适用的激励方案`);
}

export function isPlan(found: DatedPlan | Text): found is DatedPlan {
  return 'tiers' in found;
}

/** Puts a plan into the list; one from the same month is replaced, all others stay as they are. */
export function revisePlans(plans: readonly DatedPlan[], plan: DatedPlan): DatedPlan[] {
  return [...plans.filter(({ from }) => from !== plan.from), plan].sort((a, b) => monthOf(a.from) - monthOf(b.from));
}
