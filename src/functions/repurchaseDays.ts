import { notAvailable } from '../kernel/errors.ts';
import { defineFunction } from '../kernel/function.ts';
import { type Native, NoTwin } from '../kernel/native.ts';
import { choice, choiceOr } from '../kernel/parameters.ts';
import { dates, labels } from '../kernel/ranges.ts';
import { sumOf } from '../kernel/sum.ts';
import { say, searchWords } from '../kernel/text.ts';
import { buyersOf, intervalsOf } from './shared/intervals.ts';
import { median } from './shared/median.ts';

/**
 * Over the intervals of all customers together, as the literature on repeat buying has it; e-commerce reporting also
 * knows the mean of the customers' own means, in which whoever came back once weighs as much as a regular.
 */
export const repurchaseDays = defineFunction({
  name: 'REPURCHASE_DAYS',
  family: 'customers',
  kind: 'list',
  text: {
    label: say('Days between purchases', '复购周期'),
    words: searchWords(
      'purchase frequency, inter-purchase time, reorder interval, buying cycle',
      '回购周期，购买频率，下单间隔，购买间隔，返单周期',
    ),
    summary: say(
      'Days from one purchase of a customer to the next, median or mean; orders of one day are one purchase.',
      '同一客户相邻两次购买之间的天数，取中位数或平均；同一天的多笔订单算一次。',
    ),
    formula: 'statistic of next purchase − purchase, over all customers, in days',
    source: 'Inter-purchase time of repeat-buying theory (A. S. C. Ehrenberg, “Repeat-Buying”, 1972)',
  },
  parameters: {
    customers: labels({
      label: say('Customers', '客户'),
      about: say('The customer of each order; blanks are skipped.', '每笔订单的客户；空单元格不计。'),
    }),
    dates: dates({
      label: say('Dates', '日期'),
      about: say(
        'The date of each order, in any order; blanks are skipped.',
        '每笔订单的日期，先后不限；空单元格不计。',
      ),
    }),
    statistic: choiceOr(
      'median',
      [choice('median', say('median', '中位数')), choice('mean', say('mean', '平均'), 'average', '平均值', '均值')],
      {
        label: say('Statistic', '统计量'),
        about: say('median or mean.', '中位数（median）或平均（mean）。'),
      },
    ),
  },
  examples: [
    {
      given: { customers: [['A'], ['B'], ['A'], ['A'], ['B']], dates: [[100], [100], [110], [150], [130]] },
      result: 30,
    },
    { given: { customers: [['A'], ['A'], ['A']], dates: [[100], [150], [110]], statistic: 'mean' }, result: 25 },
  ],
  compute({ customers, dates: days, statistic }) {
    const intervals = buyersOf(customers, days).flatMap(buyer => intervalsOf(buyer.days));
    if (intervals.length === 0) return notAvailable('nobody has bought on two days', '没有客户在不同日期购买过两次');
    return statistic === 'median' ? median(intervals) : sumOf(intervals) / intervals.length;
  },
});

export const native: Native<typeof repurchaseDays> = new NoTwin(
  'what a customer bought before has to be found among all orders, for each of them',
  '需为每笔订单在全部订单中找出该客户的上一次购买',
);
