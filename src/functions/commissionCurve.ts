import { type Cell, CellError } from '../kernel/cell.ts';
import { decimal } from '../kernel/decimal.ts';
import { invalid } from '../kernel/errors.ts';
import { defineFunction } from '../kernel/function.ts';
import { headingLanguage, headings } from '../kernel/headings.ts';
import { number, numberOr } from '../kernel/parameters.ts';
import { say, searchWords } from '../kernel/text.ts';
import { edgesOf, payFor, planParameters } from './shared/payout.ts';
import { LARGEST_SHARE } from './shared/tiers.ts';

/** A chart has no use for more points. */
const MOST_STEPS = 1000;

export const commissionCurve = defineFunction({
  name: 'COMMISSION_CURVE',
  family: 'incentives',
  kind: 'table',
  text: {
    label: say('Commission curve', '提成曲线'),
    words: searchWords('payout chart, incentive curve, accelerator', '佣金曲线，激励曲线，提成图'),
    summary: say(
      'What a plan pays along the way: achievement, sales, commission, its rate on all sales and on the next step.',
      '方案在各达成率下的提成：达成率、销售额、提成、实际提成率，以及下一步的边际提成率。',
    ),
    formula: 'effective rate = pay ÷ sales;  next step = (pay(sales + step) − pay(sales)) ÷ step',
    source: 'Plan modelling practice: payout curve and marginal rate',
  },
  parameters: {
    target: number({
      label: say('Target', '目标'),
      about: say('What 100% is. If blank, the result is blank.', '达成率 100% 对应的金额；为空则结果为空。'),
      minimum: Number.MIN_VALUE,
      measured: true,
    }),
    tiers: planParameters.tiers,
    mode: planParameters.mode,
    from: numberOr(0.5, {
      label: say('From', '起'),
      about: say('First achievement.', '起始达成率。'),
      minimum: 0,
      maximum: LARGEST_SHARE,
    }),
    to: numberOr(1.5, {
      label: say('To', '止'),
      about: say('Last achievement.', '终止达成率。'),
      minimum: 0,
      maximum: LARGEST_SHARE,
    }),
    step: numberOr(0.1, {
      label: say('Step', '步长'),
      about: say('From one row to the next.', '相邻两行达成率之差。'),
      minimum: Number.MIN_VALUE,
      maximum: LARGEST_SHARE,
    }),
    language: headingLanguage(),
  },
  examples: [
    {
      given: {
        target: 100000,
        tiers: [
          [0, 0.05],
          [1, 0.08],
        ],
        mode: 'marginal',
        from: 0.9,
        to: 1.1,
        language: 'en',
      },
      result: [
        ['Achievement', 'Sales', 'Commission', 'Effective rate', 'Rate on the next step'],
        [0.9, 90000, 4500, 0.05, 0.05],
        [1, 100000, 5000, 0.05, 0.08],
        [1.1, 110000, 5800, 5800 / 110000, 0.08],
      ],
    },
    {
      given: { target: 1000, tiers: [[500, 0.1]], from: 0, to: 0.5, step: 0.5, language: 'zh' },
      result: [
        ['达成率', '销售额', '提成', '实际提成率', '下一步提成率'],
        [0, 0, 0, null, 0.1],
        [0.5, 500, 50, 0.1, 0.1],
      ],
    },
  ],
  compute({ target, tiers, mode, from, to, step, language }) {
    if (to < from) return invalid(`to (${to}) is below from (${from})`, `止（${to}）小于起（${from}）`);
    const steps = Math.floor((to - from) / step + 1e-9);
    if (steps > MOST_STEPS)
      return invalid(`more than ${MOST_STEPS} rows: take a larger step`, `超过 ${MOST_STEPS} 行：请加大步长`);
    // Tiers that begin at amounts hold for everybody, whatever the target is.
    const edges = edgesOf(tiers, tiers.some(tier => tier.from > LARGEST_SHARE) ? undefined : target);
    if (edges instanceof CellError) return edges;
    const points = Array.from({ length: steps + 2 }, (_, index) => {
      const achievement = decimal(from).plus(decimal(step).times(decimal(index)));
      const sales = achievement.times(decimal(target));
      return { achievement, sales, pay: payFor(tiers, edges, sales, mode, 2) };
    });
    const rows = points.slice(0, -1).map(({ achievement, sales, pay }, index): Cell[] => {
      const next = points[index + 1];
      const onStep = next ? Number(next.pay.minus(pay)) / Number(next.sales.minus(sales)) : null;
      return [
        Number(achievement),
        Number(sales),
        Number(pay),
        Number(sales) === 0 ? null : Number(pay) / Number(sales),
        onStep,
      ];
    });
    return [headings(HEADINGS, language), ...rows];
  },
});

const HEADINGS = [
  say('Achievement', '达成率'),
  say('Sales', '销售额'),
  say('Commission', '提成'),
  say('Effective rate', '实际提成率'),
  say('Rate on the next step', '下一步提成率'),
];
