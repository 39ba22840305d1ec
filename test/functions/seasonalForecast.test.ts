import { describe, expect, it } from 'vitest';
import { seasonalForecast } from '../../src/functions/seasonalForecast.ts';
import { column, rowsOf } from '../support/column.ts';
import { expectError } from '../support/expectError.ts';
import { expectSame } from '../support/expectSame.ts';

describe('SEASONAL_FORECAST(values, [period], [horizon])', () => {
  it('carries a level season on', () => {
    const year = [80, 120, 90, 110];
    expectSame(seasonalForecast.call([column(...year, ...year), 4, 5]), column(80, 120, 90, 110, 80));
  });

  it('carries the trend on: 2, 4, 4, 8 by halves leads to 6.6 and 78 ÷ 7', () => {
    // Without the season (14/17, 20/17) the line is 4.3714 + 1.4571 (t − 1.5).
    expectSame(seasonalForecast.call([column(2, 4, 4, 8), 2, 2]), column(6.6, 78 / 7));
  });

  it('starts in the season where the history ends', () => {
    expectSame(seasonalForecast.call([column(50, 150, 50, 150, 50), 2]), column(150));
  });

  it('looks one period ahead and takes twelve months unless told otherwise', () => {
    const flat = column(...new Array<number>(24).fill(7));
    expectSame(seasonalForecast.call([flat]), column(7));
    expect(rowsOf(seasonalForecast.call([flat, 12, 36]))).toHaveLength(36);
  });

  it('answers #N/A under two full periods, #DIV/0! for a season of nothing', () => {
    expectError(seasonalForecast.call([column(1, 2, 3), 2]), '#N/A', 'values', '4 values, found 3');
    expectError(
      seasonalForecast.call([column(0, 5, 0, 5), 2]),
      '#DIV/0!',
      'values',
      'one season has figures of 0 only',
    );
  });

  it('names the argument and the place of what does not fit', () => {
    expectError(seasonalForecast.call([column(1, 'x', 3, 4), 2]), '#VALUE!', 'values: row 2', '"x"');
    expectError(seasonalForecast.call([column(1, 2, 3, 4), 2, 0]), '#VALUE!', 'horizon', 'found 0');
    expectError(seasonalForecast.call([column(1, 2, 3, 4), 2, 1.5]), '#VALUE!', 'horizon', 'a whole number, found 1.5');
  });
});
