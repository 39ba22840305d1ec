import { describe, expect, it } from 'vitest';
import { leaderboard } from '../../src/functions/leaderboard.ts';
import { withHeadings } from '../../src/functions/withHeadings.ts';
import { CellError, isMatrix } from '../../src/kernel/cell.ts';
import { column } from '../support/column.ts';
import { errorCell } from '../support/errorCell.ts';
import { expectError } from '../support/expectError.ts';
import { expectSame } from '../support/expectSame.ts';

const HEADINGS = [['Rank', 'Name', 'Sales', 'Share']];

describe('WITH_HEADINGS(headings, list)', () => {
  it('puts a list below its headings', () => {
    const list = leaderboard.call([column('Ann', 'Ben'), column(30, 10)]);
    expectSame(withHeadings.call([HEADINGS, list]), [
      ['Rank', 'Name', 'Sales', 'Share'],
      [1, 'Ann', 30, 0.75],
      [2, 'Ben', 10, 0.25],
    ]);
  });

  it('fills up what is narrower: a blank in place of a list, a list without a heading', () => {
    expectSame(withHeadings.call([[['A', 'B']], '']), [
      ['A', 'B'],
      ['', null],
    ]);
    expectSame(withHeadings.call(['A', [[1, 2]]]), [
      ['A', null],
      [1, 2],
    ]);
  });

  it('keeps its headings where the list is an error, and says how to see why', () => {
    const result = withHeadings.call([HEADINGS, errorCell('#DIV/0!')]);
    if (!isMatrix(result)) throw new Error('no rows');
    expect(result[0]).toEqual(HEADINGS[0]);
    const [error, ...others] = result[1] ?? [];
    if (!(error instanceof CellError)) throw new Error('no error');
    expect(error.code).toBe('#DIV/0!');
    expect(error.message.en).toContain('its formula alone');
    expect(others).toEqual([null, null, null]);
  });

  it('leaves errors and blanks within a list where they are', () => {
    const error = errorCell('#N/A');
    const result = withHeadings.call([[['A']], [[1], [error], [null]]]);
    expect(result).toEqual([['A'], [1], [error], [null]]);
  });

  it('takes one row of headings', () => {
    expectError(withHeadings.call([column('A', 'B'), 1]), '#VALUE!', 'headings has 2 rows', 'headings（标题）有 2 行');
    expectError(withHeadings.call([errorCell('#REF!'), 1]), '#REF!', '#REF!');
    expectError(withHeadings.call([HEADINGS]), '#VALUE!', 'list', '列表');
  });
});
