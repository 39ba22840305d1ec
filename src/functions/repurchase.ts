import { notAvailable } from '../kernel/errors.ts';
import { defineFunction } from '../kernel/function.ts';
import { type Native, NoTwin } from '../kernel/native.ts';
import { numberOr } from '../kernel/parameters.ts';
import { labels } from '../kernel/ranges.ts';
import { say, searchWords } from '../kernel/text.ts';
import { countByLabel } from './shared/countByLabel.ts';

export const repurchase = defineFunction({
  name: 'REPURCHASE',
  family: 'customers',
  kind: 'list',
  text: {
    label: say('Repurchase rate', '复购率'),
    words: searchWords(
      'repeat purchase, reorder, returning customers, loyalty',
      '客户复购率，回购率，重复购买率，老客率，返单率',
    ),
    summary: say(
      'Share of the customers who ordered again, from the customer column of the orders.',
      '根据订单的客户列，计算重复购买的客户占比。',
    ),
    formula: 'customers with min_orders rows or more ÷ customers',
    source: 'Repeat customer rate of e-commerce reporting',
  },
  parameters: {
    customers: labels({
      label: say('Customers', '客户'),
      about: say(
        'The customer of each order; a heading such as “Customer” and blanks are skipped.',
        '每笔订单的客户；“客户”等标题和空单元格不计。',
      ),
      alone: true,
    }),
    min_orders: numberOr(2, {
      label: say('Least orders', '最少订单数'),
      about: say('From so many orders on it is a repurchase.', '达到此订单数即为复购。'),
      minimum: 1,
      whole: true,
    }),
  },
  examples: [
    { given: { customers: [['A'], ['B'], ['A'], ['C'], ['D']] }, result: 0.25 },
    { given: { customers: [['Customer'], ['A'], ['B'], ['A']] }, result: 0.5 },
    { given: { customers: [['A'], ['a '], ['A'], ['B'], ['B'], [null]], min_orders: 3 }, result: 0.5 },
  ],
  compute({ customers, min_orders }) {
    const orders = countByLabel(customers);
    if (orders.size === 0) return notAvailable('customers names nobody', '没有客户');
    let again = 0;
    for (const count of orders.values()) if (count >= min_orders) again++;
    return again / orders.size;
  },
});

export const native: Native<typeof repurchase> = new NoTwin(
  'labels are compared without capitals, stray spaces and full-width forms, which built-in functions do not do',
  '名称比较不计大小写、多余空格和全角形式，内置函数做不到',
);
