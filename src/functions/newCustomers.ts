import { notAvailable } from '../kernel/errors.ts';
import { defineFunction } from '../kernel/function.ts';
import { type Native, NoTwin } from '../kernel/native.ts';
import { dates, labels } from '../kernel/ranges.ts';
import { say, searchWords } from '../kernel/text.ts';
import { byCustomer } from './shared/byCustomer.ts';
import { endBeforeStart, periodParameters } from './shared/workCalendar.ts';

export const newCustomers = defineFunction({
  name: 'NEW_CUSTOMERS',
  family: 'customers',
  kind: 'list',
  text: {
    label: say('New customers', '新客户数'),
    words: searchWords('new logos, first-time buyers, acquisitions', '新增客户数，新客数，首单客户，首购客户，拉新'),
    summary: say(
      'How many customers ordered for the first time from start to end, from the list of all orders.',
      '根据全部订单，统计在期间内首次下单的客户数。',
    ),
    formula: 'customers whose first order in the list lies from start to end, both included',
    source: 'Acquisition by date of first purchase, as in cohort analysis (Croll and Yoskovitz, “Lean Analytics”)',
  },
  parameters: {
    customers: labels({
      label: say('Customers', '客户'),
      about: say(
        'The customer of each order, those before the period included; blanks are skipped.',
        '每笔订单的客户，须含期间之前的订单；空单元格不计。',
      ),
    }),
    dates: dates({
      label: say('Dates', '日期'),
      about: say('The date of each order; blanks are skipped.', '每笔订单的日期；空单元格不计。'),
    }),
    start: periodParameters.start,
    end: periodParameters.end,
  },
  examples: [
    // Of A, B and C, A ordered before 2024.
    {
      given: {
        customers: [['A'], ['B'], ['A'], ['C'], ['B']],
        dates: [[45291], [45292], [45300], [45322], [45330]],
        start: 45292,
        end: 45322,
      },
      result: 2,
    },
    { given: { customers: [['A'], ['a ']], dates: [[110], [100]], start: 105, end: 120 }, result: 0 },
  ],
  compute({ customers, dates: days, start, end }) {
    if (end < start) return endBeforeStart(start, end);
    const buyers = byCustomer(
      customers,
      days,
      () => ({ first: Number.POSITIVE_INFINITY }),
      (buyer, day) => {
        buyer.first = Math.min(buyer.first, day);
      },
    );
    if (buyers.length === 0) return notAvailable('no order has a customer and a date', '没有同时填写客户和日期的订单');
    return buyers.filter(({ first }) => first >= start && first <= end).length;
  },
});

export const native: Native<typeof newCustomers> = new NoTwin(
  'labels are compared without capitals, stray spaces and full-width forms, which built-in functions do not do',
  '名称比较不计大小写、多余空格和全角形式，内置函数做不到',
);
