import { describe, expect, it } from 'vitest';
import { npsChange } from '../../src/functions/npsChange.ts';
import { column, rowsOf } from '../support/column.ts';
import { expectError } from '../support/expectError.ts';
import { expectSame } from '../support/expectSame.ts';

const half = [...Array.from({ length: 50 }, () => 10), ...Array.from({ length: 50 }, () => 0)];
const most = [...Array.from({ length: 80 }, () => 10), ...Array.from({ length: 20 }, () => 0)];

describe('NPS_CHANGE(before, after, [confidence], [language])', () => {
  it('answers both scores, the change, its margin and that it is real', () => {
    // margins 1.96 × 10 and 1.96 × 8: the root of the sum of their squares
    expectSame(npsChange.call([column(...half), column(...most), 0.95, 'en']), [
      ['Before', 'After', 'Change', 'Margin', 'Verdict'],
      [0, 60, 60, 1.959963984540054 * Math.sqrt(164), 'real'],
    ]);
  });

  it('calls noise what is within the margin', () => {
    const rows = rowsOf(npsChange.call([column(10, 10, 7, 0), column(10, 10, 10, 10), 0.95, 'en']));
    expect(rows[1]?.[2]).toBe(75);
    expect(rows[1]?.[4]).toBe('noise');
    expect(rowsOf(npsChange.call([column(10), column(10)]))[1]?.[4]).toBe('noise 波动');
  });

  it('takes lists of different length, and skips blanks', () => {
    const rows = rowsOf(npsChange.call([column('Q1', 10, 0, null), column(9), 0.95, 'zh']));
    expectSame([rows[1]?.slice(0, 3) ?? []], [[0, 100, 100]]);
    expect(rows[1]?.[4]).toBe('波动');
  });

  it('answers #N/A without scores, and says where', () => {
    expectError(npsChange.call([column(null), column(9)]), '#N/A', 'before: no score is filled in');
    expectError(npsChange.call([column(9), column(null)]), '#N/A', 'after: no score is filled in');
  });

  it('names the argument and the row of what does not fit', () => {
    expectError(npsChange.call([column(9), column(9, 12)]), '#VALUE!', 'after: row 2', 'found 12');
    expectError(npsChange.call([column(9), column(9), 0.2]), '#VALUE!', 'confidence', 'found 0.2');
  });
});
