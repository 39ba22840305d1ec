import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { credit } from '../../src/functions/credit.ts';
import { column, rowsOf } from '../support/column.ts';
import { expectError } from '../support/expectError.ts';
import { expectSame } from '../support/expectSame.ts';

const cents = (value: unknown): number => Math.round(Number(value) * 100);

describe('CREDIT(amount, shares, [unit])', () => {
  it('shares a deal 60/40, and adds an overlay of 10% on top', () => {
    expectSame(credit.call([1000, column(0.6, 0.4, 0.1)]), column(600, 400, 100));
    expectSame(credit.call([1000, [[0.6, 0.4, 0.1]]]), [[600, 400, 100]]);
  });

  it('gives a cent that is left to the first of equal shares', () => {
    expectSame(credit.call([100, column(1 / 3, 1 / 3, 1 / 3)]), column(33.34, 33.33, 33.33));
    expectSame(credit.call([-100, column(1 / 3, 1 / 3, 1 / 3)]), column(-33.34, -33.33, -33.33));
  });

  it('rounds each by itself where the shares are not the whole', () => {
    expectSame(credit.call([99.99, column(0.5, 0.4)]), column(50, 40));
    expectSame(credit.call([100, column(0.333, 0.333, 0.333)]), column(33.3, 33.3, 33.3));
  });

  it('keeps blanks blank, and is blank without an amount', () => {
    expectSame(credit.call([10, column(1, null)]), column(10, null));
    expectSame(credit.call([10, column(null, null)]), column(null, null));
    expect(credit.call([null, column(1)])).toBeNull();
  });

  it('takes another unit', () => {
    expectSame(credit.call([1001, column(0.5, 0.5), 1]), column(501, 500));
    expectSame(credit.call([1000, column(0.25, 0.2), 100]), column(300, 200));
  });

  it('adds up to the amount where the shares add up to 1, and is near each share anyway', () => {
    const parts = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), parts, (amount, weights) => {
        const sum = weights.reduce((total, weight) => total + weight, 0);
        fc.pre(sum > 0);
        const shares = weights.map(weight => weight / sum);
        const credits = rowsOf(credit.call([amount / 100, column(...shares)])).flat();
        expect(credits.reduce((total: number, share) => total + cents(share), 0)).toBe(amount);
        for (const [index, share] of shares.entries())
          expect(Math.abs(cents(credits[index]) - amount * share)).toBeLessThanOrEqual(1);
      }),
      { seed: 15, numRuns: 500 },
    );
  });

  it('says which share is wrong: a negative one, and 60 for 60%', () => {
    expectError(credit.call([10, column(0.5, -0.1)]), '#VALUE!', 'shares', 'row 2', '-0.1');
    expectError(credit.call([10, column(60, 40)]), '#VALUE!', 'shares', '第 1 行', '60');
    expectError(credit.call([10, column('x', 0.4)]), '#VALUE!', 'a number', '"x"');
    expectError(credit.call(['x', column(1)]), '#VALUE!', 'amount');
    expectError(credit.call([10]), '#VALUE!', 'shares', 'missing');
  });
});
