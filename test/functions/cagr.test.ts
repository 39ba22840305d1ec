import { describe, expect, it } from 'vitest';
import { cagr } from '../../src/functions/cagr.ts';
import { column, rowsOf } from '../support/column.ts';
import { expectError } from '../support/expectError.ts';
import { expectSame } from '../support/expectSame.ts';

describe('CAGR(first, last, periods)', () => {
  it('answers the steady growth that leads from first to last', () => {
    expectSame(cagr.call([100, 121, 2]), 0.1);
    expectSame(cagr.call([800, 100, 3]), -0.5);
    expect(cagr.call([100, 100, 7])).toBe(0);
    expect(cagr.call([100, 150, 1])).toBe(0.5);
    expect(cagr.call([100, 0, 4])).toBe(-1);
    expectSame(cagr.call([100, 121, 0.5]), 0.4641);
  });

  it('goes down the rows and leaves blank what is not filled in', () => {
    expectSame(cagr.call([column(100, 100), column(200, null), 1]), column(1, null));
  });

  it('answers #DIV/0! without a first value or a period', () => {
    expectError(cagr.call([0, 100, 3]), '#DIV/0!', 'first is 0');
    expectError(cagr.call([100, 200, null]), '#DIV/0!', 'periods is 0');
  });

  it('names the argument and the row of what does not fit', () => {
    expectError(rowsOf(cagr.call([column(1, -1), 5, 1]))[1]?.[0], '#VALUE!', 'first, row 2', 'found -1');
    expectError(cagr.call([1, -5, 1]), '#VALUE!', 'last', 'found -5');
    expectError(cagr.call([1, 5, -1]), '#VALUE!', 'periods', 'found -1');
    expectError(cagr.call([1, 5, 'three']), '#VALUE!', 'periods', '"three"');
    expectError(cagr.call([1, 5, 1e-9]), '#VALUE!', 'periods (1e-9) is too small');
  });
});
