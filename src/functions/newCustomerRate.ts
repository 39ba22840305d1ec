import { say, searchWords } from '../kernel/text.ts';
import { defineShare } from './shared/share.ts';

export const newCustomerRate = defineShare({
  name: 'NEW_CUSTOMER_RATE',
  family: 'customers',
  text: {
    label: say('New-customer share', '新客户占比'),
    words: searchWords('new logo rate, share of new business', '客户新增率，新客率，新增客户占比，拉新率'),
    summary: say('Share of the customers who are new in the period.', '期内新客户占全部客户的比例。'),
    source: 'New customers ÷ all customers of the period',
  },
  part: {
    name: 'new',
    label: say('New', '新客户数'),
    about: say('Customers won in the period. If blank, the result is blank.', '期内新增客户数；为空则结果为空。'),
    minimum: 0,
  },
  whole: {
    name: 'total',
    label: say('Total', '客户总数'),
    about: say('All customers of the period.', '期内全部客户数。'),
    minimum: 0,
  },
  examples: [
    { given: { new: 24, total: 120 }, result: 0.2 },
    { given: { new: 3, total: 8 }, result: 0.375 },
  ],
});

export { shareSql as sql } from './shared/shareSql.ts';
export { shareTwin as native } from './shared/shareTwin.ts';
