import { divisionByZero, invalid } from '../kernel/errors.ts';
import { defineFunction } from '../kernel/function.ts';
import type { Native } from '../kernel/native.ts';
import { number } from '../kernel/parameters.ts';
import { say, searchWords } from '../kernel/text.ts';

export const cagr = defineFunction({
  name: 'CAGR',
  family: 'growth',
  kind: 'map',
  text: {
    label: say('Compound growth rate', '复合增长率'),
    words: searchWords('CAGR, annual growth, annualised growth', '年均增长率，年复合增长率，年化增长'),
    summary: say(
      'The constant growth rate per period that leads from the first value to the last.',
      '从首值到末值每期平均的复合增长率。',
    ),
    formula: '(last ÷ first)^(1 ÷ periods) − 1',
    source: 'Compound annual growth rate; RRI() of spreadsheets',
  },
  parameters: {
    first: number({
      label: say('First', '首值'),
      about: say('The value at the start, above 0.', '起始数值，须大于 0。'),
      minimum: 0,
    }),
    last: number({
      label: say('Last', '末值'),
      about: say('The value at the end. If blank, the result is blank.', '末期数值；为空则结果为空。'),
      minimum: 0,
      measured: true,
    }),
    periods: number({
      label: say('Periods', '期数'),
      about: say(
        'How many periods lie between them: 2021 to 2025 is 4.',
        '首末之间相隔的期数，如 2021 到 2025 年为 4。',
      ),
      minimum: 0,
    }),
  },
  examples: [
    { given: { first: 100, last: 121, periods: 2 }, result: 0.1 },
    { given: { first: 800, last: 100, periods: 3 }, result: -0.5 },
  ],
  compute({ first, last, periods }) {
    if (first === 0) return divisionByZero('first is 0', 'first（首值）为 0');
    if (periods === 0) return divisionByZero('periods is 0', 'periods（期数）为 0');
    const growth = (last / first) ** (1 / periods) - 1;
    return Number.isFinite(growth)
      ? growth
      : invalid(`periods (${periods}) is too small for such a change`, `期数（${periods}）过小，无法计算`);
  },
});

export const native: Native<typeof cagr> = {
  print: ({ first, last, periods }) => `(${last}/${first})^(1/${periods})-1`,
};
