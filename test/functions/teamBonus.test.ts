import { describe, expect, it } from 'vitest';
import { teamBonus } from '../../src/functions/teamBonus.ts';
import { column, rowsOf } from '../support/column.ts';
import { expectError } from '../support/expectError.ts';
import { expectSame } from '../support/expectSame.ts';

describe('TEAM_BONUS(achievement, [threshold], [per_head], [headcount])', () => {
  it('pays each member of a team that is over the threshold', () => {
    expect(teamBonus.call([1.12, 1.1, 500, 6])).toBe(3000);
    expect(teamBonus.call([1.12])).toBe(500);
    expect(teamBonus.call([1.12, 1.15, 500, 6])).toBe(0);
  });

  it('pays from exactly the threshold on, whatever is behind the 15th digit', () => {
    expect(teamBonus.call([1.1])).toBe(500);
    expect(teamBonus.call([1.1 - 2e-16])).toBe(500);
    expect(teamBonus.call([1.0999])).toBe(0);
  });

  it('leaves a row blank without an achievement', () => {
    expectSame(teamBonus.call([column(1.2, null, 0.9), 1.1, 300, column(2, 4, 5)]), column(600, null, 0));
  });

  it('rounds to the cent', () => {
    expect(teamBonus.call([2, 1, 0.335, 3])).toBe(1.01);
  });

  it('names the argument and the row of what does not fit', () => {
    expectError(teamBonus.call([1.2, 1.1, -500]), '#VALUE!', 'per_head', 'expected 0 or more, found -500');
    expectError(rowsOf(teamBonus.call([column(1.2, 'x')]))[1]?.[0], '#VALUE!', 'achievement', 'row 2', '"x"');
    expectError(teamBonus.call([1.2, 1.1, 500, -6]), '#VALUE!', 'headcount');
  });

  it('pays nothing for a percent that was typed as a whole number', () => {
    expectError(teamBonus.call([95]), '#VALUE!', '95% is written as 0.95 or 95%');
  });
});
