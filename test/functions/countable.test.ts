import { describe, expect, it } from 'vitest';
import { countable } from '../../src/functions/countable.ts';
import { column, rowsOf } from '../support/column.ts';
import { expectError } from '../support/expectError.ts';
import { expectSame } from '../support/expectSame.ts';

describe('COUNTABLE(amount, collected, [min_share])', () => {
  it('counts a deal from the agreed share on', () => {
    expect(countable.call([100000, 30000])).toBe(100000);
    expect(countable.call([100000, 29999.99])).toBe(0);
    expect(countable.call([100000, 40000, 0.5])).toBe(0);
  });

  it('meets the share exactly: 30 % of 0.7 is 0.21', () => {
    expect(countable.call([0.7, 0.21])).toBe(0.7);
  });

  it('counts a deal of nothing as nothing, and a credit note once it is paid back', () => {
    expect(countable.call([0, 0])).toBe(0);
    expect(countable.call([-100, -50])).toBe(-100);
    expect(countable.call([-100, -10])).toBe(0);
  });

  it('leaves a row blank without an amount; a blank collected is nothing', () => {
    expectSame(countable.call([column(null, 100), column(50, null)]), column(null, 0));
  });

  it('names the argument and the row of what does not fit', () => {
    expectError(countable.call([100, 30, 30]), '#VALUE!', 'min_share', 'from 0 to 1, found 30');
    expectError(
      rowsOf(countable.call([column(1, 2), column(1, 'paid')]))[1]?.[0],
      '#VALUE!',
      'collected',
      'row 2',
      '"paid"',
    );
  });
});
