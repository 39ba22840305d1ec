import { describe, expect, it } from 'vitest';
import { growth } from '../../src/functions/growth.ts';
import { column, rowsOf } from '../support/column.ts';
import { expectError } from '../support/expectError.ts';
import { expectSame } from '../support/expectSame.ts';

describe('GROWTH(current, previous)', () => {
  it('answers the change by the earlier figure', () => {
    expect(growth.call([12000, 10000])).toBe(0.2);
    expect(Number(growth.call([1100000, 1200000])).toFixed(3)).toBe('-0.083');
  });

  it('takes the size of a negative base, so that better is always positive', () => {
    expect(growth.call([10000, -50000])).toBe(1.2);
    expect(growth.call([200, -125])).toBe(2.6);
    expect(growth.call([-150, -100])).toBe(-0.5);
  });

  it('goes down the rows and leaves blank what is not filled in', () => {
    expectSame(growth.call([column(110, null, 90), column(100, 100, 100)]), column(0.1, null, -0.1));
  });

  it('answers #DIV/0! where there was nothing before', () => {
    expectError(growth.call([5, 0]), '#DIV/0!', 'previous is 0');
    expectError(rowsOf(growth.call([column(1, 2), column(1, null)]))[1]?.[0], '#DIV/0!', 'row 2', 'previous is 0');
  });

  it('names the argument and the row of what is no number', () => {
    expectError(rowsOf(growth.call([column(1, 2), column(1, true)]))[1]?.[0], '#VALUE!', 'previous, row 2', 'true');
    expectError(growth.call([column(1, 2), column(1, 2, 3)]), '#VALUE!', 'current is 2×1, previous is 3×1');
  });
});
