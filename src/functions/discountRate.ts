import { clean } from '../kernel/decimal.ts';
import { defineFunction } from '../kernel/function.ts';
import type { Native } from '../kernel/native.ts';
import { number } from '../kernel/parameters.ts';
import { ratio } from '../kernel/ratio.ts';

export const discountRate = defineFunction({
  name: 'DISCOUNT_RATE',
  family: 'money',
  kind: 'map',
  text: {
    label: { en: 'Discount rate', zh: '折扣幅度' },
    summary: {
      en: 'What is taken off the list price, as a share of it.',
      zh: '在标价基础上让利的比例（让利额占标价）。',
    },
    formula: '(list − net) ÷ list',
    source: 'Discount depth of price management',
  },
  parameters: {
    list: number({
      label: { en: 'List price', zh: '标价' },
      about: { en: 'Price or value before discounts.', zh: '折扣前的价格或金额。' },
      minimum: 0,
    }),
    net: number({
      label: { en: 'Net price', zh: '成交价' },
      about: { en: 'What the customer pays. If blank, the result is blank.', zh: '客户实付价格；为空则结果为空。' },
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
