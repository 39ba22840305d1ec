import { say, searchWords } from '../kernel/text.ts';
import { defineShare } from './shared/share.ts';

export const cac = defineShare({
  name: 'CAC',
  family: 'money',
  text: {
    label: say('Customer acquisition cost', '获客成本'),
    words: searchWords('CAC, cost per customer, acquisition cost', '拉新成本，客户获取成本，单客成本'),
    summary: say('What winning one new customer costs on average.', '平均获得一位新客户的花费。'),
    source: 'CAC: sales and marketing spend ÷ new customers (D. Skok, “SaaS Metrics 2.0”)',
  },
  part: {
    name: 'spend',
    label: say('Spend', '获客花费'),
    about: say(
      'Sales and marketing spend of the period. If blank, the result is blank.',
      '期内销售与市场费用；为空则结果为空。',
    ),
    minimum: 0,
  },
  whole: {
    name: 'new_customers',
    label: say('New customers', '新客户数'),
    about: say('Customers won in the period.', '期内新增客户数。'),
    minimum: 0,
  },
  examples: [
    { given: { spend: 60000, new_customers: 24 }, result: 2500 },
    { given: { spend: 1000, new_customers: 8 }, result: 125 },
  ],
});

export { shareSql as sql } from './shared/shareSql.ts';
export { shareTwin as native } from './shared/shareTwin.ts';
