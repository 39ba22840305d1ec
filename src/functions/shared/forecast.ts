import { CellError } from '../../kernel/cell.ts';
import { divisionByZero, notAvailable } from '../../kernel/errors.ts';
import { seasonalIndexes } from './seasonal.ts';
import { type Trend, trendOf } from './trend.ts';

/** The trend of a series carried on, with its season where a period is given. */
export function forecastOf(series: readonly number[], period: number | undefined): Trend | CellError {
  if (period === undefined) return trendAlone(series);
  const indexes = seasonalIndexes(series, period);
  if (indexes instanceof CellError) return indexes;
  if (indexes.includes(0)) {
    return divisionByZero('one season has figures of 0 only', '某一季节的数值全为 0');
  }
  const indexAt = (time: number): number => indexes[time % period] ?? 1;
  const trend = trendOf(series.map((value, time) => value / indexAt(time)));
  return {
    at: time => trend.at(time) * indexAt(time),
    errorAt: time => trend.errorAt(time) * indexAt(time),
  };
}

function trendAlone(series: readonly number[]): Trend | CellError {
  return series.length < 3
    ? notAvailable(
        `three values are needed at least, found ${series.length}`,
        `至少需要 3 个数值，实有 ${series.length} 个`,
      )
    : trendOf(series);
}
