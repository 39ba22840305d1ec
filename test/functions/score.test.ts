import { describe, expect, it } from 'vitest';
import { score } from '../../src/functions/score.ts';
import { column } from '../support/column.ts';
import { errorCell } from '../support/errorCell.ts';
import { expectError } from '../support/expectError.ts';
import { expectSame } from '../support/expectSame.ts';

describe('SCORE(achievements, weights, [cap], [floor])', () => {
  it('answers the weighted mean, each achievement cut to the cap and the floor', () => {
    // 0.5 × 1.05 + 0.3 × 0.9 + 0.2 × 1.2
    expectSame(score.call([column(1.05, 0.9, 1.4), column(0.5, 0.3, 0.2)]), 1.035);
    expect(score.call([column(-3, 1), column(1, 1)])).toBe(0.5);
  });

  it('takes weights that add up to anything, in percent points too', () => {
    expectSame(score.call([column(1.05, 0.9, 1.4), column(50, 30, 20)]), 1.035);
  });

  it('takes another cap and floor', () => {
    expect(score.call([column(2, 0), column(1, 1), 1.5, 0.5])).toBe(1);
  });

  it('leaves out what has no data, so that its weight is shared', () => {
    expect(score.call([column(1, null, 0.5), column(0.5, 0.3, 0.5)])).toBe(0.75);
    expect(score.call([column('KPI', 1, 'NA'), column('Weight', 0.6, 0.4)])).toBe(1);
  });

  it('gives a blank weight no say', () => {
    expect(score.call([column(1, 0.5), column(1, null)])).toBe(1);
  });

  it('gives the same in any order of the rows', () => {
    const figures = [0.93, 1.07, 0.41, 1.19];
    const weights = [0.1, 0.2, 0.3, 0.4];
    expectSame(
      score.call([column(...figures), column(...weights)]),
      score.call([column(...[...figures].reverse()), column(...[...weights].reverse())]),
    );
  });

  it('answers #N/A without data and #DIV/0! without weight', () => {
    expectError(score.call([column(null), column(1)]), '#N/A', 'no achievement is filled in');
    expectError(score.call([column(1), column(0)]), '#DIV/0!', 'the weights add up to 0');
  });

  it('names the row of what does not fit, even beside a blank', () => {
    expectError(
      score.call([column(1, null), column(1, -1)]),
      '#VALUE!',
      'weights: row 2',
      'expected 0 or more, found -1',
    );
    expectError(score.call([column(1, 'x'), column(1, 1)]), '#VALUE!', 'achievements: row 2', '"x"');
    expectError(score.call([column(1, errorCell('#N/A')), column(1, 1)]), '#N/A', 'achievements: row 2');
    expectError(score.call([column(1, 1), column(1)]), '#VALUE!', 'achievements is 2×1, weights is 1×1');
    expectError(score.call([column(1), column(1), 1, 2]), '#VALUE!', 'floor (2) is above cap (1)');
    expectError(score.call([column('KPI', 1, 1), column(1, 1, 1)]), '#VALUE!', 'achievements starts with a header');
  });

  it('refuses what nobody achieves, and says where: 95 typed for 95 %', () => {
    expectError(score.call([column(0.9, 95), column(1, 1)]), '#VALUE!', 'row 2: 95 would be 9500%');
    expect(score.call([column(0.5, 49), column(1, 1)])).toBe(0.85);
  });
});
