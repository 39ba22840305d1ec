import { describe, expect, it } from 'vitest';
import { clawback } from '../../src/functions/clawback.ts';
import { column, rowsOf } from '../support/column.ts';
import { expectError } from '../support/expectError.ts';
import { expectSame } from '../support/expectSame.ts';

describe('CLAWBACK(commission, paid_back, amount)', () => {
  it('takes back the share that the customer got back', () => {
    expect(clawback.call([2000, 25000, 100000])).toBe(500);
    expect(clawback.call([2000, 100000, 100000])).toBe(2000);
    expect(clawback.call([2000, 0, 100000])).toBe(0);
  });

  it('rounds to the cent, half of one up', () => {
    expect(clawback.call([1000, 3, 9])).toBe(333.33);
    expect(clawback.call([0.01, 1, 2])).toBe(0.01);
  });

  it('leaves a row blank without a commission; a blank paid_back is nothing', () => {
    expectSame(clawback.call([column(null, 20), column(5, null), 10]), column(null, 0));
  });

  it('answers #DIV/0! without an amount and refuses more than it', () => {
    expectError(clawback.call([20, 0, 0]), '#DIV/0!', 'amount is 0');
    expectError(clawback.call([20, 11, 10]), '#VALUE!', 'paid_back (11) is more than amount (10)');
  });

  it('names the argument and the row of what does not fit', () => {
    expectError(
      rowsOf(clawback.call([column(1, 2), column(1, 'x'), 9]))[1]?.[0],
      '#VALUE!',
      'paid_back',
      'row 2',
      '"x"',
    );
    expectError(clawback.call([-20, 1, 10]), '#VALUE!', 'commission', 'expected 0 or more, found -20');
  });
});
