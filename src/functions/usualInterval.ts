import type { Cell } from '../kernel/cell.ts';
import { defineFunction } from '../kernel/function.ts';
import { labelKey } from '../kernel/label.ts';
import { dates, labels } from '../kernel/ranges.ts';
import { say, searchWords } from '../kernel/text.ts';
import { gridOf } from './shared/grid.ts';
import { buyersOf, intervalsOf } from './shared/intervals.ts';
import { median } from './shared/median.ts';

/** Beside a list of customers what CHURN_RISK tells of the orders: there sorted by risk, here in the list's own order. */
export const usualInterval = defineFunction({
  name: 'USUAL_INTERVAL',
  family: 'customers',
  kind: 'table',
  text: {
    label: say('Usual interval', '平时间隔'),
    words: searchWords(
      'customer’s own buying cycle, order rhythm, latency, time between orders',
      '客户购买节奏，下单节奏，客户回购周期，平均间隔',
    ),
    summary: say(
      'Each customer’s own days between purchases, the median; who bought once has the median of all intervals.',
      '每位客户自身的购买间隔天数（中位数）；只买过一次的取全部间隔的中位数。',
    ),
    formula: 'median of next purchase − purchase, each customer’s own;  else of all customers',
    source: 'Inter-purchase time, the customer’s own (J. Novo, “Drilling Down”: latency)',
  },
  parameters: {
    names: labels({
      label: say('Names', '名单'),
      about: say('Whose intervals are wanted; a blank name has none.', '要查询的客户；空名称没有结果。'),
      separate: true,
    }),
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
  },
  examples: [
    {
      given: {
        names: [['B'], ['A'], ['C'], ['D']],
        customers: [['A'], ['B'], ['A'], ['C'], ['A'], ['B']],
        dates: [[100], [100], [110], [120], [130], [140]],
      },
      // A's intervals are 10 and 20 days, B's one is 40: 20 is the median of all. Of D there is no order.
      result: [[40], [15], [20], [null]],
    },
    { given: { names: [['a ']], customers: [['A'], ['A']], dates: [[100], [130]] }, result: [[30]] },
  ],
  compute({ names, customers, dates: days }) {
    const buyers = buyersOf(customers, days).map(buyer => ({ name: buyer.name, intervals: intervalsOf(buyer.days) }));
    const all = buyers.flatMap(({ intervals }) => intervals);
    const common = all.length > 0 ? median(all) : null;
    const usual = new Map(
      buyers.map(({ name, intervals }) => [labelKey(name), intervals.length > 0 ? median(intervals) : common]),
    );
    return gridOf(names, (index): Cell => {
      const name = names.at(index);
      return name === null ? null : (usual.get(labelKey(name)) ?? null);
    });
  },
});
