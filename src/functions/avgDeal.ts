import { defineShare } from './shared/share.ts';

export const avgDeal = defineShare({
  name: 'AVG_DEAL',
  family: 'funnel',
  text: {
    label: { en: 'Average deal size', zh: '平均合同额（客单价）' },
    summary: {
      en: 'What a deal, an order or a customer brings on average.',
      zh: '平均每单、每份合同或每位客户的金额。',
    },
    source: 'Average deal size (average order value)',
  },
  part: {
    name: 'amount',
    label: { en: 'Amount', zh: '金额' },
    about: { en: 'Sales of the deals. If blank, the result is blank.', zh: '成交金额合计；为空则结果为空。' },
  },
  whole: {
    name: 'deals',
    label: { en: 'Deals', zh: '成交数' },
    about: { en: 'How many deals they were.', zh: '成交的单数。' },
    minimum: 0,
  },
  examples: [
    { given: { amount: 1040000, deals: 20 }, result: 52000 },
    { given: { amount: 450, deals: 4 }, result: 112.5 },
  ],
});

export { shareTwin as native } from './shared/shareTwin.ts';
