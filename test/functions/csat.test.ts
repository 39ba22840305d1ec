import { describe, expect, it } from 'vitest';
import { csat } from '../../src/functions/csat.ts';
import { column } from '../support/column.ts';
import { errorCell } from '../support/errorCell.ts';
import { expectError } from '../support/expectError.ts';
import { expectSame } from '../support/expectSame.ts';

describe('CSAT(scores, [top], [satisfied_from])', () => {
  it('answers the share of 4 and 5 on a scale to 5', () => {
    expectSame(csat.call([column(5, 4, 3, 2, 1, 5, 4)]), 4 / 7);
    expect(csat.call([column(5, 5)])).toBe(1);
    expect(csat.call([column(3, 1)])).toBe(0);
  });

  it('answers the share of 8 to 10 on a scale to 10, of 6 and 7 on one to 7', () => {
    expect(csat.call([column(10, 8, 7, 3), 10])).toBe(0.5);
    expect(csat.call([column(7, 6, 5, 1), 7])).toBe(0.5);
  });

  it('counts from where it is told to', () => {
    expect(csat.call([column(5, 4, 3, 2), 5, 3])).toBe(0.75);
    expect(csat.call([column(5, 4, 3, 2), 5, 5])).toBe(0.25);
  });

  it('skips blanks and their tokens, and a header', () => {
    expectSame(csat.call([column('Score', 5, null, '', 'NA', '—', 3)]), 0.5);
  });

  it('answers #N/A without a single score', () => {
    expectError(csat.call([column(null, 'N/A')]), '#N/A', 'no score is filled in');
  });

  it('names the row of a score off the scale', () => {
    expectError(csat.call([column(5, 6)]), '#VALUE!', 'scores: row 2', 'expected a number from 1 to 5, found 6');
    expectError(csat.call([column(5, 0)]), '#VALUE!', 'scores: row 2', 'expected 1 or more, found 0');
    expectError(csat.call([column(5, 'good')]), '#VALUE!', 'scores: row 2', '"good"');
    expectError(csat.call([column(5, errorCell('#N/A'))]), '#N/A', 'scores: row 2');
    expectError(csat.call([column(5), 5, 6]), '#VALUE!', 'satisfied_from (6) is above top (5)');
  });
});
