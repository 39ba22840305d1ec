import { CellError } from '../../kernel/cell.ts';
import { type Decimal, decimal, roundHalfAwayFromZero } from '../../kernel/decimal.ts';
import { divisionByZero, expected, invalid } from '../../kernel/errors.ts';
import { choice, choiceOr, number, numberOr, numberOrBlank, optionalNumber } from '../../kernel/parameters.ts';
import { say } from '../../kernel/text.ts';
import { LARGEST_SHARE, type Plan, plansParameter, type Tier, tiersParameter } from './tiers.ts';

/** The parameters that every function about a commission plan shares, in their order. */
export const planParameters = {
  sales: number({
    label: say('Sales', '销售额'),
    about: say('Sales of the period. If blank, the result is blank.', '本期销售额；为空则结果为空。'),
    measured: true,
  }),
  target: numberOrBlank({
    label: say('Target', '目标'),
    about: say(
      'Where it is left out, the tiers’ “from” are amounts; else achievements.',
      '省略时档位起点为金额，否则为达成率。',
    ),
    minimum: 0,
    optional: true,
  }),
  tiers: tiersParameter(),
  mode: choiceOr(
    'whole',
    [
      choice('whole', say('whole (retroactive)', '全额累进'), 'retroactive', 'slab', '全额', '追溯'),
      choice('marginal', say('marginal', '超额累进'), 'progressive', 'band', 'graduated', '分段', '累进'),
    ],
    {
      label: say('Mode', '计算方式'),
      about: say(
        'whole: the rate of the tier reached applies to all sales; marginal: each slice at its own tier’s rate.',
        '全额累进：全部销售额按所达档位的比例计；超额累进：各段按各自档位的比例计。',
      ),
    },
  ),
};

export const payoutParameters = {
  ...planParameters,
  tiers: plansParameter(),
  cap: optionalNumber({
    label: say('Cap', '封顶'),
    about: say('The most that is paid.', '提成最高额。'),
  }),
  floor: optionalNumber({
    label: say('Floor', '保底'),
    about: say(
      'The least that is paid. Left out, a refund takes back what was paid on it: the result is then negative.',
      '提成最低额。省略时，退款会收回已发的提成，结果可为负数。',
    ),
  }),
  prior_sales: numberOr(0, {
    label: say('Prior sales', '前期累计销售额'),
    about: say(
      'Sales earlier in the year or quarter; the commission on them is subtracted.',
      '本年或本季此前的累计销售额；其已计提成从结果中减去。',
    ),
  }),
  decimals: numberOr(2, {
    label: say('Decimals', '小数位'),
    about: say('Payouts are rounded to so many places, half away from zero.', '提成四舍五入的小数位数。'),
    minimum: 0,
    maximum: 10,
    whole: true,
  }),
};

/** What a plan pays for. */
export interface PayoutInputs {
  readonly sales: number;
  readonly target: number | null | undefined;
  readonly mode: 'whole' | 'marginal';
  readonly cap: number | undefined;
  readonly floor: number | undefined;
  readonly prior_sales: number;
  readonly decimals: number;
}

/** What one tier has to do with some sales. */
export interface Band {
  readonly tier: Tier;
  /** The amount at which the tier begins, and the one at which the next does. */
  readonly from: Decimal;
  readonly to: Decimal | undefined;
  /** The sales that are paid at this tier's rate. */
  readonly sales: Decimal;
  readonly pay: Decimal;
  readonly reached: boolean;
}

/** How a payout came about, step by step; COMMISSION is its last line, COMMISSION_EXPLAIN shows them all. */
export interface Payout {
  readonly edges: Edges;
  /** Sales to date, the prior ones included. */
  readonly sales: Decimal;
  /** Pay for all sales to date, rounded. */
  readonly toDate: Decimal;
  /** What was paid for the prior sales, rounded. */
  readonly prior: Decimal;
  /** What cap or floor change. */
  readonly capped: Decimal;
  readonly floored: Decimal;
  readonly total: number;
}

/** Closer than this share to a tier's edge, sales are compared with it exactly. */
const NEAR = 1e-9;

/** The amounts at which the tiers of a plan begin. Most rows need one or two of them, so they are not made before. */
class Edges {
  private readonly tiers: Plan;
  private readonly target: number;
  private base: Decimal | undefined;

  constructor(tiers: Plan, target: number) {
    this.tiers = tiers;
    this.target = target;
  }

  at(index: number): Decimal | undefined {
    const from = this.tiers[index]?.exact.from;
    return from && this.scaled(from);
  }

  /** A figure of the plan that holds for a target of 1. */
  scaled(figure: Decimal): Decimal {
    if (this.target === 1) return figure;
    this.base ??= decimal(this.target);
    return figure.times(this.base);
  }

  /** The highest tier that some sales have reached, −1 for none; a value exactly on an edge is in the upper tier. */
  reachedBy(sales: Decimal): number {
    const about = Number(sales);
    let last = this.tiers.length - 1;
    while (last >= 0) {
      const edge = (this.tiers[last]?.from ?? 0) * this.target;
      if (Math.abs(about - edge) <= NEAR * edge ? sales.gte(this.at(last) ?? ZERO) : about > edge) break;
      last--;
    }
    return last;
  }
}

/** A plan's edges for one target, or why the plan and the target do not fit. */
export function edgesOf(tiers: Plan, target: number | null | undefined): Edges | CellError {
  const asShares = tiers.some(tier => tier.from > 0) && tiers.every(tier => tier.from <= LARGEST_SHARE);
  if (target === null && asShares) return expected.blankTarget();
  if (target === null || target === undefined) return new Edges(tiers, 1);
  if (target === 0) return divisionByZero('target is 0', 'target（目标）为 0');
  const wrong = tiers.find(tier => tier.from > LARGEST_SHARE);
  if (wrong) {
    return invalid(
      `tiers: from ${wrong.from} is ${wrong.from * 100}% of the target; write 0.8 or 80% for 80%, or leave out the target if from is an amount`,
      `档位表起点 ${wrong.from} 相当于目标的 ${wrong.from * 100}%；80% 应写作 0.8 或 80%，若起点为金额请省略目标`,
    );
  }
  return new Edges(tiers, target);
}

export function payout(tiers: Plan, inputs: PayoutInputs): Payout | CellError {
  const { target, mode, cap, floor, decimals, prior_sales } = inputs;
  if (cap !== undefined && floor !== undefined && cap < floor) {
    return invalid(`cap (${cap}) is below floor (${floor})`, `封顶（${cap}）低于保底（${floor}）`);
  }
  const edges = edgesOf(tiers, target);
  if (edges instanceof CellError) return edges;
  const before = prior_sales === 0 ? ZERO : decimal(prior_sales);
  const sales = before === ZERO ? decimal(inputs.sales) : before.plus(decimal(inputs.sales));
  const toDate = payFor(tiers, edges, sales, mode, decimals);
  const prior = prior_sales === 0 ? ZERO : payFor(tiers, edges, before, mode, decimals);
  const earned = prior === ZERO ? toDate : toDate.minus(prior);
  const most = cap === undefined ? undefined : decimal(cap);
  const least = floor === undefined ? undefined : decimal(floor);
  const afterCap = most && earned.gt(most) ? roundHalfAwayFromZero(most, decimals) : earned;
  const afterFloor = least && afterCap.lt(least) ? roundHalfAwayFromZero(least, decimals) : afterCap;
  return {
    edges,
    sales,
    toDate,
    prior,
    capped: afterCap === earned ? ZERO : afterCap.minus(earned),
    floored: afterFloor === afterCap ? ZERO : afterFloor.minus(afterCap),
    total: Number(afterFloor),
  };
}

const ZERO = decimal(0);

/** What some sales pay, the bonus included, rounded. */
export function payFor(
  tiers: Plan,
  edges: Edges,
  sales: Decimal,
  mode: 'whole' | 'marginal',
  decimals: number,
): Decimal {
  const last = edges.reachedBy(sales);
  const tier = tiers[last];
  if (!tier) return ZERO;
  const { from, rate, bonus, below } = tier.exact;
  const pay =
    mode === 'whole' ? sales.times(rate) : edges.scaled(below).plus(sales.minus(edges.scaled(from)).times(rate));
  return roundHalfAwayFromZero(pay.plus(bonus), decimals);
}

/** Every tier's part in some sales, for the statement. */
export function bandsOf(tiers: Plan, edges: Edges, sales: Decimal, mode: 'whole' | 'marginal'): Band[] {
  const last = edges.reachedBy(sales);
  return tiers.map((tier, index) => {
    const whole = index === last ? sales : ZERO;
    const inside = mode === 'whole' ? whole : index > last ? ZERO : slice(edges, index, sales);
    return {
      tier,
      from: edges.at(index) ?? ZERO,
      to: edges.at(index + 1),
      sales: inside,
      pay: inside.times(tier.exact.rate),
      reached: index === last,
    };
  });
}

/** The sales between a tier's edge, which they have reached, and the next one's. */
function slice(edges: Edges, index: number, sales: Decimal): Decimal {
  const end = edges.at(index + 1);
  return (end && sales.gt(end) ? end : sales).minus(edges.at(index) ?? ZERO);
}
