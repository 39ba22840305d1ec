import { describe, expect, it } from 'vitest';
import { discountRate } from '../../src/functions/discountRate.ts';
import { column, rowsOf } from '../support/column.ts';
import { expectError } from '../support/expectError.ts';
import { expectSame } from '../support/expectSame.ts';

describe('DISCOUNT_RATE(list, net)', () => {
  it('answers what is taken off the list price', () => {
    expect(discountRate.call([100, 85])).toBe(0.15);
    expect(discountRate.call([100, 100])).toBe(0);
    expect(discountRate.call([80, 100])).toBe(-0.25);
  });

  it('leaves a row blank without a net price', () => {
    expectSame(discountRate.call([column(100, 100), column(null, 90)]), column(null, 0.1));
  });

  it('answers #DIV/0! without a list price', () => {
    const rows = rowsOf(discountRate.call([column(100, null), column(90, 90)]));
    expectError(rows[1]?.[0], '#DIV/0!', 'row 2', 'list is 0');
  });

  it('names the argument of what is no price', () => {
    expectError(discountRate.call(['free', 85]), '#VALUE!', 'list', '"free"');
    expectError(discountRate.call([100, -85]), '#VALUE!', 'net', 'expected 0 or more, found -85');
  });
});
