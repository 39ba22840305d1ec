import { say, searchWords } from '../kernel/text.ts';
import { defineShare } from './shared/share.ts';

export const avgDeal = defineShare({
  name: 'AVG_DEAL',
  family: 'funnel',
  text: {
    label: say('Average deal size', '平均合同额（客单价）'),
    words: searchWords(
      'ACV, AOV, average order value, basket size, ticket size, revenue per deal',
      '单均金额，平均单价，单笔均价，平均订单额，客均销售额',
    ),
    summary: say('What a deal, an order or a customer brings on average.', '平均每单、每份合同或每位客户的金额。'),
    source: 'Average deal size (average order value)',
  },
  part: {
    name: 'amount',
    label: say('Amount', '金额'),
    about: say('Sales of the deals. If blank, the result is blank.', '成交金额合计；为空则结果为空。'),
  },
  whole: {
    name: 'deals',
    label: say('Deals', '成交数'),
    about: say('How many deals they were.', '成交的单数。'),
    minimum: 0,
  },
  examples: [
    { given: { amount: 1040000, deals: 20 }, result: 52000 },
    { given: { amount: 450, deals: 4 }, result: 112.5 },
  ],
});

export { shareSql as sql } from './shared/shareSql.ts';
export { shareTwin as native } from './shared/shareTwin.ts';
