import { clean } from '../kernel/decimal.ts';
import { defineFunction } from '../kernel/function.ts';
import type { Native } from '../kernel/native.ts';
import { number } from '../kernel/parameters.ts';
import { ratio } from '../kernel/ratio.ts';
import { say, searchWords } from '../kernel/text.ts';

export const grossMargin = defineFunction({
  name: 'GROSS_MARGIN',
  family: 'money',
  kind: 'map',
  text: {
    label: say('Gross margin', '毛利率'),
    words: searchWords('gross profit, profit margin, markup', '利润率，毛利，销售毛利率，盈利率'),
    summary: say(
      'Share of the revenue that is left after the cost of what was sold.',
      '收入扣除销售成本后所余的比例。',
    ),
    formula: '(revenue − cost) ÷ revenue',
    source: 'Gross profit margin of financial statement analysis',
  },
  parameters: {
    revenue: number({
      label: say('Revenue', '收入'),
      about: say('Revenue of the period. If blank, the result is blank.', '本期收入；为空则结果为空。'),
      minimum: 0,
      measured: true,
    }),
    cost: number({
      label: say('Cost', '成本'),
      about: say(
        'Cost of what was sold, without selling and office costs. If blank, the result is blank.',
        '销售成本，不含销售和管理费用；为空则结果为空。',
      ),
      minimum: 0,
      measured: true,
    }),
  },
  examples: [
    { given: { revenue: 800000, cost: 600000 }, result: 0.25 },
    { given: { revenue: [[200], [200]], cost: [[250], [null]] }, result: [[-0.25], [null]] },
  ],
  compute: ({ revenue, cost }) => ratio(clean(revenue - cost), revenue, 'revenue'),
});

export const native: Native<typeof grossMargin> = {
  print: ({ revenue, cost }) => `(${revenue}-${cost})/${revenue}`,
};
