import { describe, expect, it } from 'vitest';
import { commissionRate } from '../../src/functions/commissionRate.ts';
import { column, rowsOf } from '../support/column.ts';
import { expectError } from '../support/expectError.ts';
import { expectSame } from '../support/expectSame.ts';

const TIERS = [
  [0.8, 0.015],
  [1, 0.02],
  [1.2, 0.03],
];

describe('COMMISSION_RATE(achievement, tiers)', () => {
  it('answers the rate of the tier reached; exactly on an edge it is the upper one', () => {
    expectSame(
      commissionRate.call([column(0, 0.7999, 0.8, 0.9999, 1, 1.05, 1.2, 9), TIERS]),
      column(0, 0, 0.015, 0.015, 0.02, 0.02, 0.03, 0.03),
    );
  });

  it('does not lose a tier to the noise of binary arithmetic', () => {
    // 0.7 + 0.1 is 0.7999999999999999.
    expect(commissionRate.call([0.7 + 0.1, TIERS])).toBe(0.015);
  });

  it('takes rows in any order, with headings in any order', () => {
    expect(commissionRate.call([1, [...TIERS].reverse()])).toBe(0.02);
    expect(
      commissionRate.call([
        1,
        [
          ['比例', '起点'],
          [0.03, 1.2],
          [0.02, 1],
        ],
      ]),
    ).toBe(0.02);
  });

  it('leaves a blank achievement blank', () => {
    expect(commissionRate.call([null, TIERS])).toBeNull();
    expectSame(commissionRate.call([column(null, 1), TIERS]), column(null, 0.02));
  });

  it('names what is wrong with the achievement or the plan', () => {
    const rows = rowsOf(commissionRate.call([column(1, 'good'), TIERS]));
    expectError(rows[1]?.[0], '#VALUE!', 'achievement, row 2', 'found the text "good"');
    expectError(commissionRate.call([1, [[1, 20]]]), '#VALUE!', 'tiers: row 1', 'rate 20 is above 1', '0.2 or 20%');
    expectError(commissionRate.call([1]), '#VALUE!', 'tiers', 'missing');
  });
});
