import { describe, expect, it } from 'vitest';
import { achievement } from '../../src/functions/achievement.ts';
import { column, rowsOf } from '../support/column.ts';
import { errorCell } from '../support/errorCell.ts';
import { expectError } from '../support/expectError.ts';
import { expectSame } from '../support/expectSame.ts';

describe('ACHIEVEMENT(actual, target, [direction], [weight])', () => {
  it('answers actual by target', () => {
    expectSame(achievement.call([1420000, 1500000]), 1420000 / 1500000);
    expect(achievement.call([24, 30])).toBe(0.8);
    expect(achievement.call([52000, 50000])).toBe(1.04);
    expect(achievement.call([80, 100])).toBe(0.8);
  });

  it('gives the figures of the tracker: 105 %, 75 %, 110 %', () => {
    expectSame(
      achievement.call([column(840000, 450000, 330000), column(800000, 600000, 300000)]),
      column(1.05, 0.75, 1.1),
    );
  });

  it('stays right for a negative target: half the loss that was allowed is 150 %, twice the loss is 0', () => {
    expect(achievement.call([-50, -100])).toBe(1.5);
    expect(achievement.call([-100, -100])).toBe(1);
    expect(achievement.call([-200, -100])).toBe(0);
    expect(achievement.call([100, -100])).toBe(3);
  });

  it('turns round where lower is better, in either language', () => {
    for (const word of ['lower', 'LOWER', ' 越低越好 ', '反向', 'min'])
      expect(achievement.call([12, 10, word])).toBe(0.8);
    expect(achievement.call([8, 10, 'lower'])).toBe(1.2);
    expect(achievement.call([-8, -10, 'lower'])).toBe(0.8);
  });

  it('multiplies the target by the weight', () => {
    expect(achievement.call([50, 200, 'higher', 0.5])).toBe(0.5);
    expectSame(achievement.call([column(50, 50), 200, null, column(0.5, 0.25)]), column(0.5, 1));
    // 0.1 × 3 is 0.30000000000000004 in binary: an achievement of exactly 100 % is 1 all the same.
    expect(achievement.call([0.3, 0.1, 'higher', 3])).toBe(1);
  });

  it('leaves a row blank that is not filled in', () => {
    expect(achievement.call([null, 100])).toBeNull();
    expectSame(achievement.call([column(50, null, ''), 100]), column(0.5, null, null));
  });

  it('never gives a negative zero', () => {
    expect(Object.is(achievement.call([0, -100, 'lower']), 0)).toBe(true);
  });

  it('answers #DIV/0! for a target of 0, and says whether target or weight is it', () => {
    expectError(achievement.call([5, 0]), '#DIV/0!', 'target is 0');
    expectError(achievement.call([5, 10, 'higher', 0]), '#DIV/0!', 'target × weight is 0');
    const rows = rowsOf(achievement.call([column(5, 5), column(10, null)]));
    expect(rows[0]?.[0]).toBe(0.5);
    expectError(rows[1]?.[0], '#DIV/0!', 'row 2', 'target is 0');
  });

  it('names the argument and the row of what does not fit', () => {
    const rows = rowsOf(achievement.call([column('800', 1, errorCell('#N/A')), 10]));
    expectError(rows[0]?.[0], '#VALUE!', 'actual, row 1', 'expected a number, found the text "800"');
    expect(rows[1]?.[0]).toBe(0.1);
    expectError(rows[2]?.[0], '#N/A', 'actual, row 3', 'the cell holds #N/A');
    expectError(achievement.call([1, 2, 'sideways']), '#VALUE!', 'direction', '"higher", "lower"', '"sideways"');
    expectError(achievement.call([1, 2, 'higher', -1]), '#VALUE!', 'weight', 'expected 0 or more, found -1');
    expectError(achievement.call([1]), '#VALUE!', 'target', 'missing');
  });
});
