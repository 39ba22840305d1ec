import { describe, expect, it } from 'vitest';
import { commission } from '../../src/functions/commission.ts';
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

  it('finds the columns of a plan by any of their headings, in any order', () => {
    const headings = {
      from: ['from', 'Threshold', 'achievement from', '起点', '起', '达成率起', '下限', '门槛', '从'],
      rate: ['rate', 'Commission rate', 'commission', '比例', '提成比例', '提成率', '费率'],
      bonus: ['bonus', 'extra', '奖金', '奖励', '固定奖金', '额外奖金', '奖金额', '达标奖金'],
      to: ['to', 'until', 'up to', 'achievement to', '终点', '止', '达成率止', '上限', '至'],
      label: ['label', 'Level', 'tier', 'name', '名称', '档位', '级别', '等级', '层级'],
    };
    for (const [key, words] of Object.entries(headings)) {
      for (const word of words) {
        const named = (column: string) => (column === key ? word : column);
        const plan = [
          [named('label'), named('bonus'), named('to'), named('rate'), named('from')],
          ['low', 0, 0.99, 0.01, 0.5],
          ['high', 7, '', 0.02, 1],
        ];
        expect(tier.call([column(0.6, 1.2), plan]), word).toEqual([['low'], ['high']]);
        expect(commission.call([100, 100, plan]), word).toBe(9);
      }
    }
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
