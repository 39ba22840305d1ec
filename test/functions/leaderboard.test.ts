import { describe, expect, it } from 'vitest';
import { leaderboard } from '../../src/functions/leaderboard.ts';
import { column, rowsOf } from '../support/column.ts';
import { errorCell } from '../support/errorCell.ts';
import { expectError } from '../support/expectError.ts';
import { expectSame } from '../support/expectSame.ts';

describe('LEADERBOARD(names, values, [n], [order])', () => {
  it('answers rank, name, value and share of the total, the highest first', () => {
    expectSame(leaderboard.call([column('Ann', 'Ben', 'Cai'), column(30, 50, 20)]), [
      [1, 'Ben', 50, 0.5],
      [2, 'Ann', 30, 0.3],
      [3, 'Cai', 20, 0.2],
    ]);
  });

  it('shares a rank among equals and skips the next', () => {
    const names = column('Ann', 'Ben', 'Cai', 'Dan');
    expect(rowsOf(leaderboard.call([names, column(10, 20, 20, 50)])).map(([rank, name]) => [rank, name])).toEqual([
      [1, 'Dan'],
      [2, 'Ben'],
      [2, 'Cai'],
      [4, 'Ann'],
    ]);
  });

  it('adds up the rows of one name, however it is written, without losing a cent', () => {
    expectSame(leaderboard.call([column('Ann', 'Ben', 'ann ', 'ANN'), column(0.1, 9.4, 0.2, 0.3)]), [
      [1, 'Ben', 9.4, 0.94],
      [2, 'Ann', 0.6, 0.06],
    ]);
  });

  it('shows the first n rows, with shares of the whole total', () => {
    expectSame(leaderboard.call([column('Ann', 'Ben', 'Cai'), column(30, 50, 20), 1]), [[1, 'Ben', 50, 0.5]]);
    expect(rowsOf(leaderboard.call([column('Ann'), column(1), 5]))).toHaveLength(1);
  });

  it('puts the lowest first where it is told to, in either language', () => {
    for (const order of ['lowest', 'asc', '升序']) {
      expect(leaderboard.call([column('Ann', 'Ben'), column(30, 10), 1, order])).toEqual([[1, 'Ben', 10, 0.25]]);
    }
  });

  it('leaves out blank values and reads a header over both columns', () => {
    expectSame(leaderboard.call([column('Name', 'Ann', 'Ben', null), column('Sales', 5, null, '')]), [
      [1, 'Ann', 5, 1],
    ]);
  });

  it('shows #DIV/0! for shares of nothing, and the ranks all the same', () => {
    const rows = rowsOf(leaderboard.call([column('Ann', 'Ben'), column(5, -5)]));
    expect(rows[0]?.slice(0, 3)).toEqual([1, 'Ann', 5]);
    expectError(rows[0]?.[3], '#DIV/0!', 'total is 0');
  });

  it('answers #N/A where there is nobody to rank', () => {
    expectError(leaderboard.call([column(null), column(null)]), '#N/A', 'nothing to show');
  });

  it('names the row of a value without a name, and of what is no number', () => {
    expectError(leaderboard.call([column('Ann', null), column(1, 2)]), '#VALUE!', 'names: row 2', 'expected a name');
    expectError(leaderboard.call([column('Ann', 'Ben'), column(1, 'x')]), '#VALUE!', 'values: row 2', '"x"');
    expectError(leaderboard.call([column('Ann', 'Ben'), column(1, errorCell('#REF!'))]), '#REF!', 'values: row 2');
    expectError(leaderboard.call([column('Ann'), column(1, 2)]), '#VALUE!', 'names is 1×1, values is 2×1');
    expectError(leaderboard.call([column('Ann'), column(1), 0]), '#VALUE!', 'n', 'expected 1 or more, found 0');
    expectError(
      leaderboard.call([column('Ann'), column(1), 1.5]),
      '#VALUE!',
      'n',
      'expected a whole number, found 1.5',
    );
  });
});
