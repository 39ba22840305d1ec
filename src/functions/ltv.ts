import { defineFunction } from '../kernel/function.ts';
import type { Native } from '../kernel/native.ts';
import { number } from '../kernel/parameters.ts';
import { ratio } from '../kernel/ratio.ts';
import { say, searchWords } from '../kernel/text.ts';

export const ltv = defineFunction({
  name: 'LTV',
  family: 'money',
  kind: 'map',
  text: {
    label: say('Customer lifetime value', '客户终身价值'),
    words: searchWords('LTV, CLV, lifetime value', '客户生命周期价值，终身价值'),
    summary: say('Gross profit one customer brings before leaving.', '一位客户在流失前带来的毛利总额。'),
    formula: 'revenue_per_customer × margin ÷ churn',
    source: 'LTV with constant churn (D. Skok, “SaaS Metrics 2.0”)',
  },
  parameters: {
    revenue_per_customer: number({
      label: say('Revenue per customer', '单客收入'),
      about: say(
        'In one period, e.g. a year. If blank, the result is blank.',
        '每期（如一年）单客收入；为空则结果为空。',
      ),
      measured: true,
    }),
    margin: number({
      label: say('Margin', '毛利率'),
      about: say('Gross margin as a fraction.', '毛利率（小数）。'),
      maximum: 1,
    }),
    churn: number({
      label: say('Churn', '流失率'),
      about: say('Churn rate of the same period, a fraction.', '同一期间的流失率（小数）。'),
      minimum: 0,
      maximum: 1,
    }),
  },
  examples: [
    { given: { revenue_per_customer: 1200, margin: 0.75, churn: 0.25 }, result: 3600 },
    { given: { revenue_per_customer: 100, margin: 0.5, churn: 0.05 }, result: 1000 },
  ],
  compute: ({ revenue_per_customer, margin, churn }) => ratio(revenue_per_customer * margin, churn, 'churn'),
});

export const native: Native<typeof ltv> = {
  print: ({ revenue_per_customer, margin, churn }) => `${revenue_per_customer}*${margin}/${churn}`,
};
