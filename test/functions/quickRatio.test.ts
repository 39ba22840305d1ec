import { describe, expect, it } from 'vitest';
import { quickRatio } from '../../src/functions/quickRatio.ts';
import { column, rowsOf } from '../support/column.ts';
import { expectError } from '../support/expectError.ts';
import { expectSame } from '../support/expectSame.ts';

describe('QUICK_RATIO(new, expansion, churned, contraction)', () => {
  it('answers what is gained for each 1 that is lost', () => {
    expect(quickRatio.call([2000, 1000, 5000, 5000])).toBe(0.3);
    expect(quickRatio.call([300, 100, 80, 20])).toBe(4);
  });

  it('leaves a row blank without new revenue; blanks beside it count as 0', () => {
    expectSame(quickRatio.call([column(null, 30), null, 10, null]), column(null, 3));
  });

  it('answers #DIV/0! where nothing is lost', () => {
    expectError(quickRatio.call([300, 100, 0, 0]), '#DIV/0!', 'churned + contraction is 0');
  });

  it('names the argument and the row of what does not fit', () => {
    expectError(quickRatio.call([300, 100, -80, 20]), '#VALUE!', 'churned', 'expected 0 or more, found -80');
    expectError(rowsOf(quickRatio.call([column(1, 'x'), 0, 1, 1]))[1]?.[0], '#VALUE!', 'new', 'row 2', '"x"');
  });
});
