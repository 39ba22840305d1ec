import { describe, expect, it } from 'vitest';
import { seasonalIndex } from '../../src/functions/seasonalIndex.ts';
import { column, rowsOf } from '../support/column.ts';
import { errorCell } from '../support/errorCell.ts';
import { expectError } from '../support/expectError.ts';
import { expectSame } from '../support/expectSame.ts';

describe('SEASONAL_INDEX(values, [period])', () => {
  it('finds the season of a level year', () => {
    expectSame(seasonalIndex.call([column(80, 120, 90, 110, 80, 120, 90, 110), 4]), column(0.8, 1.2, 0.9, 1.1));
    expectSame(seasonalIndex.call([column(1, 2, 3, 1, 2, 3), 3]), column(0.5, 1, 1.5));
  });

  it('takes the trend out: 2, 4, 4, 8 by halves', () => {
    // Centred means 3.5 and 5, ratios 8/7 and 4/5, brought to a mean of 1: 14/17 and 20/17.
    expectSame(seasonalIndex.call([column(2, 4, 4, 8), 2]), column(14 / 17, 20 / 17));
  });

  it('takes twelve months unless told otherwise, and uses a year that has only begun', () => {
    const year = [5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 10];
    const rows = rowsOf(seasonalIndex.call([column(...year, ...year, 5, 6, 7)]));
    expect(rows).toHaveLength(12);
    expectSame(rows, column(...year.map(value => value / 10)));
    expect(rows.reduce((sum, [index]) => sum + Number(index), 0)).toBeCloseTo(12, 12);
  });

  it('reads a header and leaves out blanks at the end', () => {
    expectSame(seasonalIndex.call([column('Sales', 50, 150, 50, 150, null, ''), 2]), column(0.5, 1.5));
  });

  it('answers #N/A under two full periods', () => {
    expectError(
      seasonalIndex.call([column(1, 2, 3), 2]),
      '#N/A',
      'values',
      'two full periods are needed, 4 values, found 3',
      '至少需要两个完整周期即 4 个数值，实有 3 个',
    );
    expectError(seasonalIndex.call([column(...new Array<number>(23).fill(1))]), '#N/A', '24 values, found 23');
    expectError(seasonalIndex.call([column(null)]), '#N/A', 'found 0');
  });

  it('answers #DIV/0! where a full period is 0', () => {
    expectError(seasonalIndex.call([column(0, 0, 0, 0, 5, 5), 2]), '#DIV/0!', 'values', 'a full period of it is 0');
  });

  it('names the place of a gap, and of what does not fit', () => {
    expectError(seasonalIndex.call([column(1, 2, null, 4, 5), 2]), '#VALUE!', 'values: row 3', 'the cell is blank');
    expectError(seasonalIndex.call([column('Sales', null, 2, 3, 4, 5), 2]), '#VALUE!', 'values: row 2', 'blank');
    expectError(seasonalIndex.call([column(1, 2, -3, 4), 2]), '#VALUE!', 'values: row 3', 'found -3');
    expectError(seasonalIndex.call([column(1, 2, errorCell('#REF!'), 4), 2]), '#REF!', 'values: row 3');
    expectError(seasonalIndex.call([column(1, 2), 1]), '#VALUE!', 'period', 'found 1');
    expectError(seasonalIndex.call([column(1, 2), 2.5]), '#VALUE!', 'period', 'expected a whole number, found 2.5');
  });
});
