import { MOST_WHOLE, POWERS, roundedTo, wholeAt, wholesAt, wholesOf } from '../../kernel/whole.ts';
import type { PayoutInputs } from './payout.ts';
import { LARGEST_SHARE, type Plan } from './tiers.ts';

// Looked up once: see decimal.ts.
const { abs, max, min } = Math;
const UNSAID = Number.NaN;

/** Amounts are reckoned in cents. */
const CENTS = 2;
/** A plan whose shares or rates have more places is left to the decimals. */
const MOST_PLACES = 6;

/** A plan in whole numbers. */
interface WholePlan {
  /** What an amount in cents is multiplied by before it is compared with a tier's edge. */
  readonly scale: number;
  /** The places of what it pays. */
  readonly places: number;
  readonly tiers: readonly WholeTier[];
}

interface WholeTier {
  readonly from: number;
  readonly rate: number;
  readonly bonus: number;
  /** What the tiers below pay more, slice by slice, than this tier's rate on the same sales would; for a target of 1. */
  readonly kept: number;
}

/**
 * The total of `payout`, reckoned in whole numbers: the same cents, many times as fast. NaN where a figure is no whole
 * number of cents, a product too large to be exact, or something amiss; `payout` says all that.
 */
export function payoutInWholes(tiers: Plan, inputs: PayoutInputs): number {
  const { sales, target, mode, cap, floor, prior_sales, decimals } = inputs;
  const plan = wholePlan(tiers);
  const goal = target === undefined ? 100 : wholeAt(target ?? 0, CENTS);
  const isMisfit = target !== undefined && (tiers[tiers.length - 1]?.from ?? 0) > LARGEST_SHARE;
  if (!plan || !(goal > 0) || isMisfit || (cap !== undefined && floor !== undefined && cap < floor)) return UNSAID;
  const places = min(decimals, plan.places);
  const by = POWERS[plan.places - places] ?? UNSAID;
  const before = prior_sales === 0 ? 0 : wholeAt(prior_sales, CENTS);
  let pay = roundedTo(payFor(plan, before + wholeAt(sales, CENTS), goal, mode), by);
  if (before !== 0) pay -= roundedTo(payFor(plan, before, goal, mode), by);
  // The smaller of NaN and any number is NaN.
  if (cap !== undefined) pay = min(pay, wholeAt(cap, places));
  if (floor !== undefined) pay = max(pay, wholeAt(floor, places));
  return pay / (POWERS[places] ?? UNSAID);
}

const plans = new WeakMap<Plan, WholePlan | null>();

function wholePlan(tiers: Plan): WholePlan | null {
  let plan = plans.get(tiers);
  if (plan === undefined) {
    plan = wholePlanOf(tiers);
    plans.set(tiers, plan);
  }
  return plan;
}

function wholePlanOf(plan: Plan): WholePlan | null {
  const edges = wholesOf(
    plan.map(({ from }) => from),
    MOST_PLACES,
  );
  const rates = wholesOf(
    plan.map(({ rate }) => rate),
    MOST_PLACES,
  );
  const bonuses = wholesAt(
    plan.map(({ bonus }) => bonus),
    CENTS,
  );
  if (!edges || !rates || !bonuses) return null;
  const scale = POWERS[edges.places] ?? UNSAID;
  const bonusScale = scale * (POWERS[rates.places] ?? UNSAID);
  let lower = 0;
  let kept = 0;
  const tiers = plan.map((_, index): WholeTier => {
    const [from = 0, rate = 0, bonus = 0] = [edges.units[index], rates.units[index], bonuses[index]];
    kept += from * (lower - rate);
    lower = rate;
    return { from, rate, bonus: bonus * bonusScale, kept };
  });
  const fits = tiers.every(tier => max(abs(tier.kept), tier.bonus) <= MOST_WHOLE);
  return fits ? { scale, places: CENTS + edges.places + rates.places, tiers } : null;
}

/** What sales in cents pay, the bonus included, in 10^−places of the plan; `target` in cents. */
function payFor({ scale, tiers }: WholePlan, sales: number, target: number, mode: PayoutInputs['mode']): number {
  const scaled = sales * scale;
  if (!(abs(scaled) + target <= MOST_WHOLE)) return UNSAID;
  let last = tiers.length - 1;
  // An edge beyond 2^51 may be rounded, but not to one that such sales reach.
  while (last >= 0 && scaled < (tiers[last]?.from ?? 0) * target) last--;
  const tier = tiers[last];
  if (!tier) return 0;
  const pay = scaled * tier.rate;
  const kept = mode === 'whole' ? 0 : target * tier.kept;
  // Where the sizes together are small enough, each product and every sum of them is exact.
  return abs(pay) + abs(kept) + tier.bonus <= MOST_WHOLE ? pay + kept + tier.bonus : UNSAID;
}
