import { say, searchWords } from '../kernel/text.ts';
import { defineShare } from './shared/share.ts';

export const winbackRate = defineShare({
  name: 'WINBACK_RATE',
  family: 'customers',
  text: {
    label: say('Win-back rate', '挽回率'),
    words: searchWords('win-back, reactivation, recovered customers, regained', '流失挽回，赢回率，召回率，唤醒率'),
    summary: say('Share of the lost customers who were won back.', '流失客户中被挽回的比例。'),
    source: 'Customer win-back rate (J. Griffin and M. Lowenstein, “Customer Winback”, 2001)',
  },
  part: {
    name: 'won_back',
    label: say('Won back', '挽回数'),
    about: say('Lost customers who returned. If blank, the result is blank.', '重新购买的流失客户数；为空则结果为空。'),
    minimum: 0,
  },
  whole: {
    name: 'lost',
    label: say('Lost', '流失数'),
    about: say('Customers who had been lost.', '流失客户数。'),
    minimum: 0,
  },
  examples: [
    { given: { won_back: 6, lost: 48 }, result: 0.125 },
    { given: { won_back: 3, lost: 10 }, result: 0.3 },
  ],
});

export { shareSql as sql } from './shared/shareSql.ts';
export { shareTwin as native } from './shared/shareTwin.ts';
