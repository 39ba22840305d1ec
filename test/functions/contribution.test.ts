import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contribution } from '../../src/functions/contribution.ts';
import { column, rowsOf } from '../support/column.ts';
import { expectError } from '../support/expectError.ts';
import { expectSame } from '../support/expectSame.ts';

describe('CONTRIBUTION(current, previous)', () => {
  it('answers each part’s change by the total change', () => {
    expectSame(contribution.call([column(130, 90, 100), column(100, 80, 100)]), column(0.75, 0.25, 0));
  });

  it('keeps the signs: what fell against the total is negative', () => {
    expectSame(contribution.call([column(150, 90), column(100, 100)]), column(1.25, -0.25));
    expectSame(contribution.call([column(80, 110), column(100, 100)]), column(2, -1));
  });

  it('keeps the shape, leaves out blanks, and takes a part that is new', () => {
    expectSame(contribution.call([[[10, null, 5]], [[5, 100, null]]]), [[0.5, null, 0.5]]);
  });

  it('adds up to 1', () => {
    const figures = fc.array(fc.tuple(fc.integer({ min: 0, max: 1e6 }), fc.integer({ min: 0, max: 1e6 })), {
      minLength: 1,
      maxLength: 20,
    });
    fc.assert(
      fc.property(figures, list => {
        const change = list.reduce((sum, [now, before]) => sum + now - before, 0);
        fc.pre(change !== 0);
        const result = contribution.call([column(...list.map(([now]) => now)), column(...list.map(([, was]) => was))]);
        const shares = rowsOf(result).map(([share]) => Number(share) * change);
        expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(change, 3);
      }),
      { seed: 2025, numRuns: 300 },
    );
  });

  it('answers #DIV/0! without a change, #N/A without a figure', () => {
    expectError(contribution.call([column(1, 2), column(2, 1)]), '#DIV/0!', 'the total change is 0');
    expectError(contribution.call([column(null), column(1)]), '#N/A', 'current has no figure');
  });

  it('names the argument and the place of what does not fit', () => {
    expectError(contribution.call([column(1, 'x'), column(1, 1)]), '#VALUE!', 'current: row 2', '"x"');
    expectError(contribution.call([[[1, 2]], [[1, true]]]), '#VALUE!', 'previous: row 1, column 2', 'true');
    expectError(contribution.call([column(1), column(1, 1)]), '#VALUE!', 'current is 1×1, previous is 2×1');
  });
});
