import { describe, expect, it } from 'vitest';
import { nps } from '../../src/functions/nps.ts';
import { column } from '../support/column.ts';
import { errorCell } from '../support/errorCell.ts';
import { expectError } from '../support/expectError.ts';
import { expectSame } from '../support/expectSame.ts';

describe('NPS(scores)', () => {
  it('answers promoters less detractors, in points', () => {
    expect(nps.call([column(3, 4, 5, 6, 8, 8, 8, 9, 10, 10)])).toBe(-10);
    expectSame(nps.call([column(9, 10, 10, 7, 3, 6)]), 100 / 6);
    expect(nps.call([column(10, 9)])).toBe(100);
    expect(nps.call([column(0, 6)])).toBe(-100);
  });

  it('counts 9 as a promoter, 7 and 8 as passive, 6 as a detractor', () => {
    expect(nps.call([column(9)])).toBe(100);
    expect(nps.call([column(8)])).toBe(0);
    expect(nps.call([column(7)])).toBe(0);
    expect(nps.call([column(6)])).toBe(-100);
  });

  it('counts 0 as an answer', () => {
    expect(nps.call([column(0, 10, 10, 10)])).toBe(50);
  });

  it('skips blanks and what people write for them, in either language', () => {
    expect(nps.call([column(10, null, '', '  ', 'NA', 'n/a', '-', '–', '—', '无', 8)])).toBe(50);
  });

  it('reads a leading text as the header, in a column, a row or a block', () => {
    expect(nps.call([column('Score', 10, 8)])).toBe(50);
    expect(nps.call([[['评分', 10, 8]]])).toBe(50);
    expect(
      nps.call([
        [
          ['May', 'June'],
          [10, 8],
          [9, 0],
        ],
      ]),
    ).toBe(25);
  });

  it('takes a single cell, and gives the same in any order', () => {
    expect(nps.call([10])).toBe(100);
    expect(nps.call([column(10, 3, 8)])).toBe(nps.call([column(8, 10, 3)]));
  });

  it('answers #N/A where nobody has answered', () => {
    expectError(nps.call([column(null, 'NA')]), '#N/A', 'no score is filled in');
    expectError(nps.call([column('Score', null)]), '#N/A', 'no score is filled in');
  });

  it('does not take a score stored as text for a header', () => {
    expectError(nps.call([column('9', 10, 8)]), '#VALUE!', 'scores: row 1', 'found the text "9"');
  });

  it('names the row of a score that is none', () => {
    expectError(nps.call([column(10, 11)]), '#VALUE!', 'scores: row 2', 'expected a number from 0 to 10, found 11');
    expectError(nps.call([column(10, -1)]), '#VALUE!', 'scores: row 2', 'found -1');
    expectError(nps.call([column(10, 8.5)]), '#VALUE!', 'scores: row 2', 'expected a whole number, found 8.5');
    expectError(nps.call([column('Score', 10, 'great')]), '#VALUE!', 'scores: row 3', 'found the text "great"');
    expectError(
      nps.call([
        [
          [10, 8],
          [9, true],
        ],
      ]),
      '#VALUE!',
      'scores: row 2, column 2',
      'logical value true',
    );
    expectError(nps.call([column(10, errorCell('#DIV/0!'))]), '#DIV/0!', 'scores: row 2', 'the cell holds #DIV/0!');
    expectError(nps.call([]), '#VALUE!', 'scores', 'missing');
  });
});
