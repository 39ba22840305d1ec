import { type Cell, CellError } from '../kernel/cell.ts';
import { decimal } from '../kernel/decimal.ts';
import { defineFunction } from '../kernel/function.ts';
import { heading, headingLanguage, headings } from '../kernel/headings.ts';
import { say, searchWords } from '../kernel/text.ts';
import { bandsOf, payout, payoutParameters } from './shared/payout.ts';
import { planOf, planParameter } from './shared/tiers.ts';

export const commissionExplain = defineFunction({
  name: 'COMMISSION_EXPLAIN',
  family: 'incentives',
  kind: 'table',
  text: {
    label: say('Commission explained', '提成明细'),
    words: searchWords(
      'commission breakdown, statement, pay detail, audit trail',
      '佣金明细，提成计算过程，分段提成，工资条',
    ),
    summary: say(
      'How a commission is calculated: one row per tier, then bonus, prior payout, cap or floor, and the same total.',
      '逐档列出提成的计算过程，再列奖金、前期已计、封顶或保底，合计与提成一致。',
    ),
    formula: 'Σ pay + bonus − prior payout + cap or floor + rounding = COMMISSION',
    source: 'Commission statement practice',
  },
  parameters: { ...payoutParameters, language: headingLanguage(), plan: planParameter() },
  examples: [
    {
      given: {
        sales: 960000,
        target: 800000,
        tiers: [
          [0.8, 0.015, 0],
          [1, 0.02, 1000],
          [1.2, 0.03, 3000],
        ],
        language: 'en',
      },
      result: [
        ['Tier', 'From', 'To', 'Sales in it', 'Rate', 'Pay'],
        [1, 640000, 800000, 0, 0.015, 0],
        [2, 800000, 960000, 0, 0.02, 0],
        [3, 960000, null, 960000, 0.03, 28800],
        ['Bonus', null, null, null, null, 3000],
        ['Total', null, null, null, null, 31800],
      ],
    },
    {
      given: {
        sales: 20000,
        tiers: [
          [0, 0.04],
          [150000, 0.06],
          [250000, 0.08],
        ],
        mode: 'marginal',
        prior_sales: 145000,
        language: 'zh',
      },
      result: [
        ['档位', '起', '止', '档内销售额', '比例', '提成'],
        [1, 0, 150000, 150000, 0.04, 6000],
        [2, 150000, 250000, 15000, 0.06, 900],
        [3, 250000, null, 0, 0.08, 0],
        ['前期已计', null, null, null, null, -5800],
        ['合计', null, null, null, null, 1100],
      ],
    },
  ],
  compute({ language, plan, ...inputs }) {
    const tiers = planOf(inputs.tiers, plan);
    if (tiers instanceof CellError) return tiers;
    const result = payout(tiers, inputs);
    if (result instanceof CellError) return result;
    const line = (en: string, zh: string, pay: number): Cell[] => [
      heading({ en, zh }, language),
      null,
      null,
      null,
      null,
      pay,
    ];
    const bands = bandsOf(tiers, result.edges, result.sales, inputs.mode);
    const bonus = bands.find(band => band.reached)?.tier.exact.bonus ?? decimal(0);
    const exact = bands.reduce((sum, band) => sum.plus(band.pay), bonus);
    const steps: [en: string, zh: string, pay: number][] = [
      ['Bonus', '奖金', Number(bonus)],
      ['Rounding', '四舍五入', Number(result.toDate.minus(exact))],
      ['Paid before', '前期已计', -Number(result.prior)],
      ['Cap', '封顶', Number(result.capped)],
      ['Floor', '保底', Number(result.floored)],
    ];
    return [
      headings(HEADINGS, language),
      ...bands.map(({ tier, from, to, sales, pay }): Cell[] => [
        tier.label,
        Number(from),
        to ? Number(to) : null,
        Number(sales),
        tier.rate,
        Number(pay),
      ]),
      ...steps.filter(([, , pay]) => pay !== 0).map(step => line(...step)),
      line('Total', '合计', result.total),
    ];
  },
});

const HEADINGS = [
  say('Tier', '档位'),
  say('From', '起'),
  say('To', '止'),
  say('Sales in it', '档内销售额'),
  say('Rate', '比例'),
  say('Pay', '提成'),
];
