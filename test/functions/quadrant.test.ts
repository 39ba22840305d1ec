import { describe, it } from 'vitest';
import { quadrant } from '../../src/functions/quadrant.ts';
import { column } from '../support/column.ts';
import { expectError } from '../support/expectError.ts';
import { expectSame } from '../support/expectSame.ts';

describe('QUADRANT(x, y, [x_cut], [y_cut], [labels])', () => {
  it('answers the field of each point, counted as in the plane', () => {
    expectSame(quadrant.call([column(9, 1, 2, 8), column(6, 7, 1, 2), 5, 5]), column('I', 'II', 'III', 'IV'));
  });

  it('cuts at the medians of the points if not told where', () => {
    expectSame(quadrant.call([column(1, 9, 2, 8), column(7, 6, 1, 2)]), column('II', 'I', 'III', 'IV'));
    expectSame(quadrant.call([column(1, 2, 3), column(1, 2, 3)]), column('III', 'I', 'I'));
    expectSame(quadrant.call([column(1, 2, 3), column(1, 2, 3), null, 9]), column('III', 'IV', 'IV'));
  });

  it('counts what is exactly on a cut as high', () => {
    expectSame(quadrant.call([5, 5, 5, 5]), [['I']]);
  });

  it('takes four names, and a blank one stays a numeral', () => {
    const names = column('do', 'plan', null, 'delegate');
    expectSame(
      quadrant.call([column(9, 1, 1, 9), column(9, 9, 1, 1), 5, 5, names]),
      column('do', 'plan', 'III', 'delegate'),
    );
  });

  it('leaves a point blank that is not whole, and out of the medians', () => {
    expectSame(quadrant.call([[[1, 900, 3, null]], [[3, null, 1, 8]]]), [['II', null, 'IV', null]]);
  });

  it('answers #N/A for the median of a single point', () => {
    expectError(quadrant.call([5, 5]), '#N/A', 'give x_cut and y_cut');
  });

  it('names the argument and the row of what does not fit', () => {
    const two = column(1, 2);
    expectError(quadrant.call([two, column(1, 'x')]), '#VALUE!', 'y: row 2', '"x"');
    expectError(quadrant.call([two, column(1, 2, 3)]), '#VALUE!', 'x is 2×1, y is 3×1');
    expectError(quadrant.call([two, two, 'mid']), '#VALUE!', 'x_cut', '"mid"');
    expectError(quadrant.call([two, two, 1, 1, column('a', 'b')]), '#VALUE!', 'labels: expected four names, found 2');
  });
});
