import { describe, expect, it } from 'vitest';
import { excessBonus } from '../../src/functions/excessBonus.ts';
import { column, rowsOf } from '../support/column.ts';
import { expectError } from '../support/expectError.ts';
import { expectSame } from '../support/expectSame.ts';

describe('EXCESS_BONUS(actual, target, base_bonus, [qualify], [threshold], [multiplier])', () => {
  it('pays by achievement between the two lines', () => {
    expect(excessBonus.call([100, 100, 5000])).toBe(5000);
    expect(excessBonus.call([120, 100, 5000])).toBe(6000);
  });

  it('pays nothing below the first, and counts what is above the second twice', () => {
    expect(excessBonus.call([79.99, 100, 5000])).toBe(0);
    expect(excessBonus.call([80, 100, 5000])).toBe(4000);
    expect(excessBonus.call([150, 100, 1000])).toBe(1500);
    expect(excessBonus.call([160, 100, 1000])).toBe(1700);
  });

  it('takes other lines and another multiplier', () => {
    expect(excessBonus.call([90, 100, 1000, 0.95])).toBe(0);
    expect(excessBonus.call([130, 100, 1000, 0.5, 1.2, 3])).toBe(1500);
  });

  it('meets its lines exactly and rounds half a cent up', () => {
    expect(excessBonus.call([0.24, 0.3, 100])).toBe(80);
    expect(excessBonus.call([100, 100, 0.285 * 100])).toBe(28.5);
    expect(excessBonus.call([1, 1, 1.005])).toBe(1.01);
  });

  it('leaves a row blank without an actual', () => {
    expectSame(excessBonus.call([column(100, null), 100, 1000]), column(1000, null));
  });

  it('answers #DIV/0! without a target, and names the argument of what does not fit', () => {
    expectError(excessBonus.call([100, 0, 1000]), '#DIV/0!', 'target is 0');
    expectError(excessBonus.call([100, -1, 1000]), '#VALUE!', 'target', 'expected 0 or more, found -1');
    expectError(rowsOf(excessBonus.call([column(1, 'x'), 1, 1]))[1]?.[0], '#VALUE!', 'actual', 'row 2', '"x"');
    expectError(excessBonus.call([1, 1, 1, 'low']), '#VALUE!', 'qualify', '"low"');
  });
});
