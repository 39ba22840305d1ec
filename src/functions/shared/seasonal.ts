import type { CellError } from '../../kernel/cell.ts';
import { divisionByZero, invalid, notAvailable } from '../../kernel/errors.ts';
import { numberOr } from '../../kernel/parameters.ts';
import { type NumberRange, numbers } from '../../kernel/ranges.ts';
import { Sum } from '../../kernel/sum.ts';
import { say } from '../../kernel/text.ts';

/** A figure a period, the oldest first, and after how many periods the season comes round. */
export const seriesParameter = numbers({
  label: say('Values', '数值'),
  about: say(
    'One figure a period, the oldest first, without a gap; blanks at the end are left out.',
    '每期一个数值，从最早一期起，中间不得空缺；末尾空单元格不计。',
  ),
  minimum: 0,
});

export const seasonLength = {
  label: say('Season length', '季节周期'),
  about: say('How many values make a full season: 12 months, 4 quarters.', '一个完整季节的期数：12 个月或 4 个季度。'),
  minimum: 2,
  maximum: 1000,
  whole: true,
} as const;

export const periodParameter = numberOr(12, seasonLength);

/** The values in order. A gap would move every later value into another season, so it is an error. */
export function seriesOf(range: NumberRange): number[] {
  const series: number[] = [];
  range.each((value, index) => {
    if (index > series.length && !range.error) {
      range.reject(series.length, invalid('expected a number, the cell is blank', '应为数字，单元格为空'));
    }
    series.push(value);
  });
  return series;
}

/**
 * Seasonal indexes by classical multiplicative decomposition: every value's ratio to its centred moving average,
 * averaged by season and brought to a mean of 1.
 */
export function seasonalIndexes(series: readonly number[], period: number): number[] | CellError {
  if (series.length < 2 * period) return tooShort(series.length, period);
  const ratios = Array.from({ length: period }, () => ({ sum: new Sum(), count: 0 }));
  const half = Math.floor(period / 2);
  for (let index = half; index + half < series.length; index++) {
    const average = centredAverage(series, index, period);
    const season = ratios[index % period];
    if (average === 0 || !season) return noIndex();
    season.sum.add((series[index] ?? 0) / average);
    season.count++;
  }
  const means = ratios.map(({ sum, count }) => sum.value / count);
  const mean = means.reduce((total, value) => total + value, 0) / period;
  return mean === 0 ? noIndex() : means.map(value => value / mean);
}

/** With an even period the window has half a value at either end, so that it is centred on one. */
function centredAverage(series: readonly number[], index: number, period: number): number {
  const half = Math.floor(period / 2);
  const sum = new Sum();
  for (let offset = -half; offset <= half; offset++) {
    const weight = period % 2 === 0 && Math.abs(offset) === half ? 0.5 : 1;
    sum.add(weight * (series[index + offset] ?? 0));
  }
  return sum.value / period;
}

function tooShort(found: number, period: number): CellError {
  return notAvailable(
    `two full periods are needed, ${2 * period} values, found ${found}`,
    `至少需要两个完整周期即 ${2 * period} 个数值，实有 ${found} 个`,
  );
}

function noIndex(): CellError {
  return divisionByZero('a full period of it is 0', '一个完整周期的数值均为 0');
}
