import { expected, invalid, notAvailable } from '../kernel/errors.ts';
import { defineFunction } from '../kernel/function.ts';
import { countWhere, daysOf, type Native, NoTwin, unlessEmpty, WRONG, when } from '../kernel/native.ts';
import { choice, choiceOr } from '../kernel/parameters.ts';
import { dates } from '../kernel/ranges.ts';
import { nullIf, ratioOf, rowsWhere, type Sql } from '../kernel/sql.ts';
import { sumOf } from '../kernel/sum.ts';
import { say, searchWords } from '../kernel/text.ts';
import { median, percentile } from './shared/percentile.ts';

export const salesCycle = defineFunction({
  name: 'SALES_CYCLE',
  family: 'funnel',
  kind: 'list',
  text: {
    label: say('Sales cycle', '销售周期'),
    words: searchWords('deal length, time to close, lead time, velocity', '成交周期，成单周期，销售时长，跟进天数'),
    summary: say(
      'Days from opening to closing a deal: mean, median, or what nine in ten stay under; open deals do not count.',
      '从商机创建到关闭的天数：平均、中位数或第 90 百分位；未关闭的不计。',
    ),
    formula: 'statistic of closed − opened, in days',
    source: 'Sales cycle length of CRM reporting; percentiles as PERCENTILE.INC',
  },
  parameters: {
    opened: dates({
      label: say('Opened', '创建日期'),
      about: say('Date on which each deal was opened.', '各商机的创建日期。'),
    }),
    closed: dates({
      label: say('Closed', '关闭日期'),
      about: say('Date on which it was closed; blank while it is open.', '关闭日期；未关闭则为空。'),
    }),
    statistic: choiceOr(
      'mean',
      [
        choice('mean', say('mean', '平均'), 'average', '平均值', '均值'),
        choice('median', say('median', '中位数')),
        choice('p90', say('90th percentile', '第 90 百分位'), '第90百分位', '90%', '90分位'),
      ],
      {
        label: say('Statistic', '统计量'),
        about: say('mean, median or p90.', '平均（mean）、中位数（median）或第 90 百分位（p90）。'),
      },
    ),
  },
  examples: [
    { given: { opened: [[45292], [45292], [45300]], closed: [[45322], [45352], [null]] }, result: 45 },
    { given: { opened: [[100], [100], [100]], closed: [[110], [120], [170]], statistic: 'median' }, result: 20 },
    { given: { opened: [[100], [100], [100]], closed: [[110], [120], [170]], statistic: 'p90' }, result: 60 },
  ],
  compute({ opened, closed, statistic }) {
    const days: number[] = [];
    closed.each((close, index) => {
      const open = opened.at(index);
      if (open === null) opened.reject(index, expected.date(null));
      else if (Math.floor(close) < Math.floor(open)) closed.reject(index, closedBeforeOpened());
      else days.push(Math.floor(close) - Math.floor(open));
    });
    if (days.length === 0) return notAvailable('no deal is closed', '没有已关闭的机会');
    if (statistic === 'mean') return sumOf(days) / days.length;
    return statistic === 'median'
      ? median(days)
      : percentile(
          days.sort((a, b) => a - b),
          0.9,
        );
  },
});

function closedBeforeOpened() {
  return invalid('the deal is closed before it is opened', '关闭日期早于创建日期');
}

export const native: Native<typeof salesCycle> = {
  print({ opened, closed, statistic }) {
    if (statistic !== 'mean') {
      return new NoTwin(
        'the median and the percentile of differences need an array formula',
        '差值的中位数和百分位数需要数组公式',
      );
    }
    const days = `(${daysOf(closed)}-${daysOf(opened)})`;
    const wrong = countWhere(closed, `((${days}<0)+(1-ISNUMBER(${opened})))`);
    const mean = `${countWhere(closed, days)}/COUNT(${closed})`;
    return when(`${wrong}>0`, WRONG, unlessEmpty(closed, mean));
  },
};

/** Of the mean, which adds up; NULL for the others. */
export const sql: Sql<typeof salesCycle> = {
  print({ opened, closed, statistic }, words) {
    if (statistic !== 'mean') return 'NULL';
    const wrong = rowsWhere(`${closed} IS NOT NULL AND (${opened} IS NULL OR ${closed} < ${opened})`);
    return nullIf(`${wrong} > 0`, ratioOf(`SUM(${words.days(opened, closed)})`, `COUNT(${closed})`, words));
  },
};
