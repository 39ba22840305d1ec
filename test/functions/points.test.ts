import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { points } from '../../src/functions/points.ts';
import { column, rowsOf } from '../support/column.ts';
import { expectError } from '../support/expectError.ts';
import { expectSame } from '../support/expectSame.ts';

describe('POINTS(current, previous)', () => {
  it('answers the change in percentage points, exactly', () => {
    expect(points.call([0.45, 0.4])).toBe(5);
    expect(points.call([0.29, 0.3])).toBe(-1);
    expect(points.call([1.1, 1])).toBe(10);
    expect(points.call([-0.05, 0.02])).toBe(-7);
    expect(points.call([0.1234, 0.1233])).toBe(0.01);
  });

  it('goes down the rows and leaves blank what is not filled in', () => {
    expect(points.call([column(0.5, null, 0.25), column(0.25, 0.25, 0.5)])).toEqual(column(25, null, -25));
    expect(points.call([column(0.5, 0.4), 0.3])).toEqual(column(20, 10));
  });

  it('is blank where one of the rates is: a rate that is not known is none of 0', () => {
    expect(points.call([0.2, null])).toBe(null);
    expect(points.call([null, 0.2])).toBe(null);
  });

  it('is the same way back, and adds up over periods', () => {
    const rate = fc.integer({ min: -2000, max: 2000 }).map(value => value / 1000);
    fc.assert(
      fc.property(rate, rate, rate, (a, b, c) => {
        const change = (to: number, from: number) => Number(points.call([to, from]));
        expectSame(change(a, b) + change(b, a), 0);
        expect(change(a, b) + change(b, c)).toBeCloseTo(change(a, c), 9);
      }),
      { seed: 3 },
    );
  });

  it('refuses 45 for 45%', () => {
    expectError(points.call([60, 0.4]), '#VALUE!', 'current', '60% is written as 0.6');
    expectError(points.call([0.4, 95]), '#VALUE!', 'previous', '95% is written as 0.95');
    expectError(points.call([-95, 0.4]), '#VALUE!', 'current', '95% is written as 0.95');
  });

  it('names the argument and the row of what does not fit', () => {
    expectError(rowsOf(points.call([column(0.1, 'x'), 0.2]))[1]?.[0], '#VALUE!', 'current, row 2', '"x"');
    expectError(points.call([column(0.1, 0.2), column(0.1, 0.2, 0.3)]), '#VALUE!', 'current is 2×1, previous is 3×1');
    expectError(points.call([0.1]), '#VALUE!', 'previous', 'missing');
  });
});
