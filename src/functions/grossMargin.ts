import { clean } from '../kernel/decimal.ts';
import { defineFunction } from '../kernel/function.ts';
import type { Native } from '../kernel/native.ts';
import { number } from '../kernel/parameters.ts';
import { ratio } from '../kernel/ratio.ts';

export const grossMargin = defineFunction({
  name: 'GROSS_MARGIN',
  family: 'money',
  kind: 'map',
  text: {
    label: { en: 'Gross margin', zh: '毛利率' },
    summary: {
      en: 'Share of the revenue that is left after the cost of what was sold.',
      zh: '收入扣除销售成本后所余的比例。',
    },
    formula: '(revenue − cost) ÷ revenue',
    source: 'Gross profit margin of financial statement analysis',
  },
  parameters: {
    revenue: number({
      label: { en: 'Revenue', zh: '收入' },
      about: { en: 'Revenue of the period. If blank, the result is blank.', zh: '本期收入；为空则结果为空。' },
      minimum: 0,
      measured: true,
    }),
    cost: number({
      label: { en: 'Cost', zh: '成本' },
      about: {
        en: 'Cost of what was sold, without selling and office costs. If blank, the result is blank.',
        zh: '销售成本，不含销售和管理费用；为空则结果为空。',
      },
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
