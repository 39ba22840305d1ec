import { say, searchWords } from '../kernel/text.ts';
import { defineShare } from './shared/share.ts';

export const churn = defineShare({
  name: 'CHURN',
  family: 'customers',
  text: {
    label: say('Churn rate', '流失率'),
    words: searchWords(
      'logo churn, attrition, customer loss, lost customers, turnover rate',
      '客户流失率，流失客户占比，员工流失率，离职率，流失比例',
    ),
    summary: say('Customers lost in the period as a share of those at its start.', '期内流失客户占期初客户的比例。'),
    source: 'Customer churn on the opening base (subscription-business standard)',
  },
  part: {
    name: 'lost',
    label: say('Lost', '流失数'),
    about: say('Customers lost in the period. If blank, the result is blank.', '期内流失的客户数；为空则结果为空。'),
    minimum: 0,
  },
  whole: {
    name: 'at_start',
    label: say('At start', '期初数'),
    about: say('Customers at the start of the period.', '期初客户数。'),
    minimum: 0,
  },
  examples: [
    { given: { lost: 48, at_start: 1695 }, result: 48 / 1695 },
    { given: { lost: 20, at_start: 400 }, result: 0.05 },
  ],
});

export { shareSql as sql } from './shared/shareSql.ts';
export { shareTwin as native } from './shared/shareTwin.ts';
