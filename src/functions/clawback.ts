import { decimal } from '../kernel/decimal.ts';
import { divisionByZero, invalid } from '../kernel/errors.ts';
import { defineFunction } from '../kernel/function.ts';
import { type Native, WRONG, when } from '../kernel/native.ts';
import { number } from '../kernel/parameters.ts';
import { say, searchWords } from '../kernel/text.ts';
import { toCents } from './shared/money.ts';

export const clawback = defineFunction({
  name: 'CLAWBACK',
  family: 'incentives',
  kind: 'map',
  text: {
    label: say('Clawback', '提成扣回'),
    words: searchWords(
      'chargeback, true-up, recovery, repayment, refund, return',
      '追回提成，退单扣回，退货扣提成，提成追索',
    ),
    summary: say(
      'Commission taken back when the customer is refunded, in the same proportion.',
      '客户退款时，按退款比例扣回已付提成。',
    ),
    formula: 'commission × paid_back ÷ amount',
    source: 'Pro-rata clawback of commission practice',
  },
  parameters: {
    commission: number({
      label: say('Commission', '已付提成'),
      about: say('Paid for the deal. If blank, the result is blank.', '该单已付的提成；为空则结果为空。'),
      minimum: 0,
      measured: true,
    }),
    paid_back: number({
      label: say('Refund', '退款额'),
      about: say('What the customer got back.', '退还客户的金额。'),
      minimum: 0,
    }),
    amount: number({
      label: say('Amount', '合同额'),
      about: say('Value of the deal.', '合同金额。'),
      minimum: 0,
    }),
  },
  examples: [
    { given: { commission: 2000, paid_back: 25000, amount: 100000 }, result: 500 },
    { given: { commission: [[2000], [1000]], paid_back: [[0], [3]], amount: [[100], [9]] }, result: [[0], [333.33]] },
  ],
  compute({ commission, paid_back, amount }) {
    if (amount === 0) return divisionByZero('amount is 0', 'amount（合同额）为 0');
    if (paid_back > amount) {
      return invalid(
        `paid_back (${paid_back}) is more than amount (${amount})`,
        `退款额（${paid_back}）超过合同额（${amount}）`,
      );
    }
    return toCents(decimal(commission).times(decimal(paid_back)).div(decimal(amount)));
  },
});

export const native: Native<typeof clawback> = {
  print: ({ commission, paid_back, amount }) =>
    when(`(${amount}<>0)*(${paid_back}>${amount})`, WRONG, `ROUND(${commission}*${paid_back}/${amount},2)`),
};
