import { describe, expect, it } from 'vitest';
import { ltv } from '../../src/functions/ltv.ts';
import { column, rowsOf } from '../support/column.ts';
import { expectError } from '../support/expectError.ts';
import { expectSame } from '../support/expectSame.ts';

describe('LTV(revenue_per_customer, margin, churn)', () => {
  it('answers what a customer earns before leaving', () => {
    expect(ltv.call([1200, 0.75, 0.25])).toBe(3600);
    expectSame(ltv.call([100, 0.5, 0.05]), 1000);
  });

  it('leaves a row blank without revenue', () => {
    expectSame(ltv.call([column(null, 100), 0.5, 0.5]), column(null, 100));
  });

  it('answers #DIV/0! where nobody leaves', () => {
    expectError(ltv.call([1200, 0.75, 0]), '#DIV/0!', 'churn is 0');
  });

  it('names the argument of a percentage that is no fraction', () => {
    expectError(ltv.call([1200, 75, 0.25]), '#VALUE!', 'margin', 'expected 1 or less, found 75');
    expectError(ltv.call([1200, 0.75, 25]), '#VALUE!', 'churn', 'from 0 to 1, found 25');
    expectError(
      rowsOf(ltv.call([column(1, 'x'), 0.5, 0.5]))[1]?.[0],
      '#VALUE!',
      'revenue_per_customer',
      'row 2',
      '"x"',
    );
  });
});
