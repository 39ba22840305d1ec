import { clean } from '../kernel/decimal.ts';
import { defineFunction } from '../kernel/function.ts';
import type { Native } from '../kernel/native.ts';
import { number } from '../kernel/parameters.ts';
import { ratio } from '../kernel/ratio.ts';
import { say, searchWords } from '../kernel/text.ts';

export const discountRate = defineFunction({
  name: 'DISCOUNT_RATE',
  family: 'money',
  kind: 'map',
  text: {
    label: say('Discount rate', '折扣幅度'),
    words: searchWords('discount, price erosion, rebate', '折扣率，打折，优惠力度，让利'),
    summary: say('What is taken off the list price, as a share of it.', '在标价基础上让利的比例（让利额占标价）。'),
    formula: '(list − net) ÷ list',
    source: 'Discount depth of price management',
  },
  parameters: {
    list: number({
      label: say('List price', '标价'),
      about: say('Price or value before discounts.', '折扣前的价格或金额。'),
      minimum: 0,
    }),
    net: number({
      label: say('Net price', '成交价'),
      about: say('What the customer pays. If blank, the result is blank.', '客户实付价格；为空则结果为空。'),
      minimum: 0,
      measured: true,
    }),
  },
  examples: [
    { given: { list: 100, net: 85 }, result: 0.15 },
    { given: { list: [[400], [400]], net: [[400], [null]] }, result: [[0], [null]] },
  ],
  compute: ({ list, net }) => ratio(clean(list - net), list, 'list'),
});

export const native: Native<typeof discountRate> = {
  print: ({ list, net }) => `(${list}-${net})/${list}`,
};
