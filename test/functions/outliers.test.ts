import { describe, it } from 'vitest';
import { outliers } from '../../src/functions/outliers.ts';
import { column } from '../support/column.ts';
import { errorCell } from '../support/errorCell.ts';
import { expectError } from '../support/expectError.ts';
import { expectSame } from '../support/expectSame.ts';

describe('OUTLIERS(values, [k])', () => {
  it('marks what lies unusually far from the median', () => {
    expectSame(outliers.call([column(10, 11, 12, 13, 50)]), column(false, false, false, false, true));
    expectSame(outliers.call([column(100, 101, 99, 100, 3)]), column(false, false, false, false, true));
  });

  it('marks a modified z-score above k: 0.6745 × 5 ÷ 1 = 3.37', () => {
    // Median 12, deviations 2, 1, 0, 1, 5: their median is 1.
    const values = column(10, 11, 12, 13, 17);
    expectSame(outliers.call([values]), column(false, false, false, false, true));
    expectSame(outliers.call([values, 3.4]), column(false, false, false, false, false));
    expectSame(outliers.call([values, 1]), column(true, false, false, false, true));
  });

  it('takes the mean deviation where more than half are alike', () => {
    // Median 5, MAD 0, mean deviation 95 ÷ 8: 95 ÷ (1.2533 × 11.875) = 6.4.
    const values = column(5, 5, 5, 5, 5, 5, 5, 100);
    expectSame(outliers.call([values]), column(false, false, false, false, false, false, false, true));
    expectSame(outliers.call([values, 6.4]), column(...new Array<boolean>(8).fill(false)));
  });

  it('marks nothing where all are alike, and keeps shape and blanks', () => {
    expectSame(
      outliers.call([
        [
          [20, null, 20],
          [20, 'NA', 20],
        ],
      ]),
      [
        [false, null, false],
        [false, null, false],
      ],
    );
    expectSame(outliers.call([7]), [[false]]);
  });

  it('answers #N/A without a figure', () => {
    expectError(outliers.call([column(null)]), '#N/A', 'values has no figure');
  });

  it('names the argument and the place of what does not fit', () => {
    expectError(outliers.call([column(1, 'x')]), '#VALUE!', 'values: row 2', '"x"');
    expectError(outliers.call([[[1, errorCell('#DIV/0!')]]]), '#DIV/0!', 'values: row 1, column 2');
    expectError(outliers.call([column(1), -1]), '#VALUE!', 'k', 'found -1');
  });
});
