import type { Cell } from '../kernel/cell.ts';
import { clean } from '../kernel/decimal.ts';
import { defineFunction } from '../kernel/function.ts';
import { heading, headingLanguage, headings } from '../kernel/headings.ts';
import { largestOf } from '../kernel/lists.ts';
import { date, numberOr } from '../kernel/parameters.ts';
import { dates, labels } from '../kernel/ranges.ts';
import { say, searchWords } from '../kernel/text.ts';
import { buyersOf, intervalsOf } from './shared/intervals.ts';
import { median } from './shared/median.ts';

/** A customer who bought on one day only has no interval: the median of all intervals stands for it (REPURCHASE_DAYS). */
export const churnRisk = defineFunction({
  name: 'CHURN_RISK',
  family: 'customers',
  kind: 'table',
  text: {
    label: say('Churn risk', '流失预警'),
    words: searchWords(
      'customers at risk, dormant customers, early warning, recency, RFM, sleeping accounts',
      '客户流失预警，沉睡客户，沉默客户，久未下单，客户唤醒，回访名单',
    ),
    summary: say(
      'Who has been silent for longer than usual: customers by days since the last order against their own interval.',
      '找出久未下单的客户：按距上次下单的天数与其自身购买间隔之比从高到低排列。',
    ),
    formula: 'at risk where days silent > factor × usual interval (median);  sorted by days silent ÷ usual interval',
    source: 'Recency against inter-purchase time, the customer’s own (J. Novo, “Drilling Down”: latency)',
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
    as_of: date({
      label: say('As of', '截至日期'),
      about: say('The day of the count; orders after it are not counted.', '统计日期；此日之后的订单不计。'),
    }),
    factor: numberOr(2, {
      label: say('Factor', '倍数'),
      about: say(
        'At risk is who is silent for more than so many usual intervals.',
        '未下单天数超过平时间隔的此倍数即为流失风险。',
      ),
      minimum: Number.MIN_VALUE,
    }),
    language: headingLanguage(),
  },
  examples: [
    {
      given: {
        customers: [['A'], ['B'], ['A'], ['C'], ['A'], ['B']],
        dates: [[100], [100], [110], [120], [130], [140]],
        as_of: 170,
        language: 'en',
      },
      // A's intervals are 10 and 20 days, B's one is 40; of all three 20 is the median, which stands for C.
      result: [
        ['Customer', 'Orders', 'Usual interval', 'Days silent', 'At risk'],
        ['A', 3, 15, 40, 'yes'],
        ['C', 1, 20, 50, 'yes'],
        ['B', 2, 40, 30, 'no'],
      ],
    },
    {
      given: { customers: [['甲'], ['甲']], dates: [[100], [130]], as_of: 160, factor: 1, language: 'zh' },
      result: [
        ['客户', '订单数', '平时间隔', '未下单天数', '流失风险'],
        ['甲', 2, 30, 30, '否'],
      ],
    },
  ],
  compute({ customers, dates: days, as_of, factor, language }) {
    const buyers = buyersOf(customers, days, as_of).map(buyer => ({ ...buyer, intervals: intervalsOf(buyer.days) }));
    if (buyers.length === 0) return [];
    const all = buyers.flatMap(({ intervals }) => intervals);
    const common = all.length > 0 ? median(all) : null;
    const rows = buyers.map(({ name, days: ordered, intervals }) => {
      const usual = intervals.length > 0 ? median(intervals) : common;
      return { name, orders: ordered.length, usual, silent: as_of - largestOf(ordered) };
    });
    const [yes, no] = [heading(say('yes', '是'), language), heading(say('no', '否'), language)];
    // While nobody has an interval, who is silent the longest comes first, and of nobody the risk is known.
    const sorted = rows.sort((a, b) => b.silent / (b.usual ?? 1) - a.silent / (a.usual ?? 1));
    return [
      headings(HEADINGS, language),
      ...sorted.map(({ name, orders, usual, silent }): Cell[] => {
        const risk = usual === null ? null : silent > clean(factor * usual) ? yes : no;
        return [name, orders, usual, silent, risk];
      }),
    ];
  },
});

const HEADINGS = [
  say('Customer', '客户'),
  say('Orders', '订单数'),
  say('Usual interval', '平时间隔'),
  say('Days silent', '未下单天数'),
  say('At risk', '流失风险'),
];
