import { decimal } from '../kernel/decimal.ts';
import { defineFunction } from '../kernel/function.ts';
import { type Native, when } from '../kernel/native.ts';
import { number, numberOr } from '../kernel/parameters.ts';
import { say, searchWords } from '../kernel/text.ts';

export const countable = defineFunction({
  name: 'COUNTABLE',
  family: 'incentives',
  kind: 'map',
  text: {
    label: say('Credited sales', '有效业绩'),
    words: searchWords('countable sales, collected deals, eligible deals', '有效成单，回款达标，可计提业绩，计提业绩'),
    summary: say(
      'The deal’s amount once the agreed share has been collected, else 0.',
      '合同回款达到约定比例时按合同额计入业绩，否则计 0。',
    ),
    formula: 'amount  where collected ÷ amount ≥ min_share, else 0',
    source: 'Signed and partly paid: crediting rule of commission practice',
  },
  parameters: {
    amount: number({
      label: say('Amount', '合同额'),
      about: say('Value of the deal. If blank, the result is blank.', '合同金额；为空则结果为空。'),
      measured: true,
    }),
    collected: number({
      label: say('Collected', '已回款'),
      about: say('What has been paid of it.', '其中已收到的金额。'),
    }),
    min_share: numberOr(0.3, {
      label: say('Minimum collected', '最低回款比例'),
      about: say('The deal counts from this share on.', '回款达到此比例即计入。'),
      minimum: 0,
      maximum: 1,
    }),
  },
  examples: [
    { given: { amount: 100000, collected: 30000 }, result: 100000 },
    {
      given: { amount: [[100000], [50000], [null]], collected: [[29999], [50000], [0]] },
      result: [[0], [50000], [null]],
    },
  ],
  compute({ amount, collected, min_share }) {
    const needed = decimal(amount).times(decimal(min_share));
    const paid = decimal(collected);
    // A credit note has a negative amount, and counts once it has been paid back.
    return (amount < 0 ? paid.lte(needed) : paid.gte(needed)) ? amount : 0;
  },
});

export const native: Native<typeof countable> = {
  print: ({ amount, collected, min_share }) =>
    when(`IF(${amount}<0,-1,1)*ROUND(${collected}-${amount}*${min_share},8)>=0`, amount, '0'),
};
