import { monthNumber } from '../kernel/calendar.ts';
import type { Cell, CellError } from '../kernel/cell.ts';
import { invalid } from '../kernel/errors.ts';
import { defineFunction } from '../kernel/function.ts';
import { headingLanguage, headings } from '../kernel/headings.ts';
import { largestOf } from '../kernel/lists.ts';
import { choice, choiceOr } from '../kernel/parameters.ts';
import { dates, labels } from '../kernel/ranges.ts';
import { say, searchWords } from '../kernel/text.ts';
import { cohortsOf } from './shared/cohorts.ts';

export const cohort = defineFunction({
  name: 'COHORT',
  family: 'customers',
  kind: 'table',
  text: {
    label: say('Cohort retention', '同期群留存'),
    words: searchWords('cohort analysis, retention curve, vintage', '留存分析，队列分析，批次分析'),
    summary: say(
      'Customers by the period of their first purchase, and the share of them who buy again in each period after it.',
      '按首购时间把客户分群，列出各群在之后每期仍有购买的比例。',
    ),
    formula: 'customers of the cohort who buy in its n-th period ÷ customers of the cohort',
    source: 'Cohort retention analysis (A. Croll and B. Yoskovitz, “Lean Analytics”)',
  },
  parameters: {
    customers: labels({
      label: say('Customers', '客户'),
      about: say('The customer of each order; blanks are skipped.', '每笔订单的客户；空单元格不计。'),
    }),
    dates: dates({
      label: say('Dates', '日期'),
      about: say('The date of each order; blanks are skipped.', '每笔订单的日期；空单元格不计。'),
    }),
    unit: choiceOr(
      'month',
      [
        choice('month', say('month', '月'), 'months', 'm', '月度'),
        choice('quarter', say('quarter', '季'), 'quarters', 'q', '季度'),
        choice('year', say('year', '年'), 'years', 'y', '年度'),
      ],
      {
        label: say('Unit', '周期'),
        about: say('Length of a period: month, quarter or year.', '每期长度：月、季或年。'),
      },
    ),
    language: headingLanguage(),
  },
  examples: [
    {
      given: {
        customers: [['A'], ['B'], ['A'], ['C'], ['A']],
        dates: [[45292], [45310], [45330], [45340], [45360]],
        language: 'en',
      },
      result: [
        ['Cohort', 'Customers', 0, 1, 2],
        ['2024-01', 2, 1, 0.5, 0.5],
        ['2024-02', 1, 1, 0, null],
      ],
    },
    {
      given: { customers: [['甲'], ['乙'], ['甲']], dates: [[45292], [45293], [45400]], unit: '季', language: 'zh' },
      result: [
        ['首购期', '客户数', 0, 1],
        ['2024-Q1', 2, 1, 0.5],
      ],
    },
  ],
  compute({ customers, dates: days, unit, language }) {
    const { months, name } = UNITS[unit];
    const cohorts = cohortsOf(customers, days, day => Math.floor(monthNumber(day) / months));
    const earliest = cohorts[0]?.first ?? 0;
    const latest = largestOf(cohorts.map(({ first, active }) => first + largestOf(active.keys())));
    if (cohorts.length === 0) return [];
    if (latest - earliest >= MOST_PERIODS) return tooLong(name(earliest), name(latest));
    const periods = Array.from({ length: latest - earliest + 1 }, (_, period) => period);
    const rows = cohorts.map(({ first, size, active }): Cell[] => {
      const share = (period: number) => (first + period > latest ? null : (active.get(period) ?? 0) / size);
      return [name(first), size, ...periods.map(share)];
    });
    return [[...headings(HEADINGS, language), ...periods], ...rows];
  },
});

const HEADINGS = [say('Cohort', '首购期'), say('Customers', '客户数')];

/** A wrong date among the orders would make a table that no sheet can hold. */
const MOST_PERIODS = 600;

const UNITS = {
  month: { months: 1, name: (period: number) => `${year(period, 12)}-${`${(period % 12) + 1}`.padStart(2, '0')}` },
  quarter: { months: 3, name: (period: number) => `${year(period, 4)}-Q${(period % 4) + 1}` },
  year: { months: 12, name: (period: number) => `${period}` },
};

function year(period: number, periods: number): number {
  return Math.floor(period / periods);
}

function tooLong(from: string, to: string): CellError {
  return invalid(
    `the dates go from ${from} to ${to}, more than ${MOST_PERIODS} periods: is one of them wrong?`,
    `日期从 ${from} 到 ${to}，超过 ${MOST_PERIODS} 期：其中是否有误？`,
  );
}
