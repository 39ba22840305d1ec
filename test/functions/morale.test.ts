import { describe, expect, it } from 'vitest';
import { morale } from '../../src/functions/morale.ts';
import { column } from '../support/column.ts';
import { expectError } from '../support/expectError.ts';

describe('MORALE(answers, [top])', () => {
  it('answers 0 for all worst, 100 for all best, and between them in proportion', () => {
    expect(morale.call([column(1, 1)])).toBe(0);
    expect(morale.call([column(5, 5)])).toBe(100);
    expect(morale.call([column(5, 4, 3, 4)])).toBe(75);
    expect(morale.call([column(10, 1), 10])).toBe(50);
  });

  it('skips blanks and their tokens, and a header', () => {
    expect(morale.call([column('Answer', 3, null, 'N/A', '无')])).toBe(50);
  });

  it('answers #N/A without an answer', () => {
    expectError(morale.call([column(null, '-')]), '#N/A', 'no answer is filled in');
  });

  it('names the argument and the row of an answer off the scale', () => {
    expectError(morale.call([column(5, 6)]), '#VALUE!', 'answers: row 2', 'from 1 to 5, found 6');
    expectError(morale.call([column(5, 0)]), '#VALUE!', 'answers: row 2', 'found 0');
    expectError(morale.call([column(5, 'good')]), '#VALUE!', 'answers: row 2', '"good"');
    expectError(morale.call([column(1), 1]), '#VALUE!', 'top', 'expected 2 or more, found 1');
  });
});
