import { describe, expect, it } from 'vitest';
import { tier } from '../../src/functions/tier.ts';
import { column } from '../support/column.ts';
import { errorCell } from '../support/errorCell.ts';
import { expectError } from '../support/expectError.ts';
import { expectSame } from '../support/expectSame.ts';

const TIERS = [
  ['from', 'rate', 'bonus', 'label'],
  [0.8, 0.015, 0, 'Bronze'],
  [1, 0.02, 1000, 'Silver'],
  [1.2, 0.03, 3000, 'Gold'],
];

describe('TIER(achievement, tiers)', () => {
  it('answers the label of the tier reached; exactly on an edge it is the upper one', () => {
    expectSame(tier.call([column(0.8, 0.99, 1, 1.2, 7), TIERS]), column('Bronze', 'Bronze', 'Silver', 'Gold', 'Gold'));
  });

  it('is blank below the first tier, and for a blank achievement', () => {
    expectSame(tier.call([column(0.79, null), TIERS]), column(null, null));
  });

  it('numbers tiers without a label from the lowest', () => {
    expect(
      tier.call([
        1.1,
        [
          [1, 0.02],
          [0.8, 0.01],
        ],
      ]),
    ).toBe(2);
    expect(
      tier.call([
        1.1,
        [
          [1, 0.02, 'Senior'],
          [0.8, 0.01, null],
        ],
      ]),
    ).toBe('Senior');
    expect(
      tier.call([
        0.9,
        [
          [1, 0.02, 'Senior'],
          [0.8, 0.01, null],
        ],
      ]),
    ).toBe(1);
  });

  it('names the row of a plan that does not hold', () => {
    expectError(
      tier.call([
        1,
        [
          [1, 0.02],
          [1, 0.03],
        ],
      ]),
      '#VALUE!',
      'tiers: row 2',
      'from 1 is also in row 1',
    );
    expectError(
      tier.call([
        1,
        [
          [1, 0.02],
          [1.2, errorCell('#N/A')],
        ],
      ]),
      '#N/A',
      'tiers: row 2: rate',
    );
    expectError(
      tier.call([
        1,
        [
          [1, 0.02],
          [null, 0.03],
        ],
      ]),
      '#VALUE!',
      'tiers: row 2: from',
      'expected a number',
    );
    expectError(tier.call([1, column(1)]), '#VALUE!', 'tiers', 'at least the columns from and rate');
  });
});
