import { CellError } from '../kernel/cell.ts';
import { defineFunction } from '../kernel/function.ts';
import { DIVISION_BY_ZERO, isBlank, type Native, NoTwin, WRONG, when } from '../kernel/native.ts';
import { say, searchWords } from '../kernel/text.ts';
import { paid } from './shared/paid.ts';
import { payoutParameters } from './shared/payout.ts';
import { LARGEST_SHARE, planOf, planParameter } from './shared/tiers.ts';
import { reachedIn, slicesIn, tierTwin } from './shared/tierTwin.ts';

/** The plan that the examples of the field quote. */
const PLAN = [
  ['from', 'rate', 'bonus'],
  [0.8, 0.015, 0],
  [1, 0.02, 1000],
  [1.2, 0.03, 3000],
];
const YEAR_TO_DATE = [
  [0, 0.04],
  [150000, 0.06],
  [250000, 0.08],
];

const BY_PRODUCT = [
  ['plan', 'from', 'rate'],
  ['Device', 0, 0.04],
  ['Service', 0, 0.1],
];

export const commission = defineFunction({
  name: 'COMMISSION',
  family: 'incentives',
  kind: 'map',
  text: {
    label: say('Commission', '提成'),
    words: searchWords(
      'incentive pay, variable pay, accelerator, quota, sliding scale, tiered rate, payout, cap',
      '佣金，阶梯，阶梯提成，累进提成，销售奖金，业绩提成，加速器',
    ),
    summary: say(
      'Commission from a tier table, whole (retroactive) or marginal, exact to the cent, with cap, floor and year to date.',
      '按档位表计算提成，支持全额累进或超额累进，精确到分，可设封顶、保底和年累计。',
    ),
    formula:
      'whole: rate(reached tier) × sales + bonus;  marginal: Σ slice × its rate + bonus;  less payout(prior_sales)',
    source: 'Retroactive (slab) and marginal (band) tier plans of commission practice',
  },
  parameters: { ...payoutParameters, plan: planParameter() },
  examples: [
    { given: { sales: 960000, target: 800000, tiers: PLAN }, result: 31800 },
    { given: { sales: 450000, target: 600000, tiers: PLAN }, result: 0 },
    { given: { sales: 840000, target: 800000, tiers: PLAN }, result: 17800 },
    { given: { sales: 20000, tiers: YEAR_TO_DATE, mode: 'marginal', prior_sales: 145000 }, result: 1100 },
    { given: { sales: -20000, tiers: YEAR_TO_DATE, mode: 'marginal', prior_sales: 160000 }, result: -1000 },
    { given: { sales: 50000, tiers: BY_PRODUCT, plan: 'Service' }, result: 5000 },
  ],
  compute(inputs) {
    const tiers = planOf(inputs.tiers, inputs.plan);
    return tiers instanceof CellError ? tiers : paid(tiers, inputs);
  },
});

export const native: Native<typeof commission> = {
  oneCell: true,
  print(text, cells) {
    const twin = tierTwin(text.tiers, cells.tiers);
    if (twin instanceof NoTwin) return twin;
    if (text.target !== '' && twin.plan.some(({ from }) => from > LARGEST_SHARE)) {
      return new NoTwin('its tiers begin at amounts, and it has a target', '档位起点为金额，同时又有目标');
    }
    const { sales, target, mode, cap, floor, prior_sales: prior, decimals } = text;
    const payFor = (amount: string): string => {
      const rate = reachedIn(twin, 'rate', amount, target);
      const pay = mode === 'whole' ? `${rate}*${amount}` : slicesIn(twin, amount, target);
      return `ROUND(${pay}+${reachedIn(twin, 'bonus', amount, target)},${decimals})`;
    };
    // Nothing sold before has earned nothing, also where the lowest tier begins at 0 with a bonus.
    const before = Number.isFinite(Number(prior)) ? payFor(prior) : when(`${prior}=0`, '0', payFor(prior));
    const earned = prior === '0' ? payFor(sales) : `${payFor(`(${prior}+${sales})`)}-${before}`;
    const limit = (amount: string): string =>
      Number.isInteger(Number(amount)) ? amount : `ROUND(${amount},${decimals})`;
    const below = `MIN(${limit(cap)},${earned})`;
    const capIsKnown = Number.isFinite(Number(cap));
    const capped = cap === '' ? earned : capIsKnown ? below : when(isBlank(cap), earned, below);
    const floorIsKnown = Number.isFinite(Number(floor));
    const above = `MAX(${limit(floor)},${capped})`;
    const floored = floor === '' ? capped : floorIsKnown ? above : when(isBlank(floor), capped, above);
    const paid = twin.guarded(floored);
    // A table of one plan is not asked for another one.
    const planned = text.plan === '' ? paid : when(isBlank(text.plan), paid, WRONG);
    const aimed =
      target === '' ? planned : when(`${target}=0`, when(isBlank(target), WRONG, DIVISION_BY_ZERO), planned);
    if (cap === '' || floor === '' || Number(cap) >= Number(floor)) return aimed;
    const given = [[cap, capIsKnown] as const, [floor, floorIsKnown] as const].flatMap(([limited, isKnown]) =>
      isKnown ? [] : [`(LEN(${limited})>0)`],
    );
    return when([...given, `(${cap}<${floor})`].join('*'), WRONG, aimed);
  },
};
