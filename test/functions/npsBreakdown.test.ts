import { describe, expect, it } from 'vitest';
import { npsBreakdown } from '../../src/functions/npsBreakdown.ts';
import { column, rowsOf } from '../support/column.ts';
import { expectError } from '../support/expectError.ts';
import { expectSame } from '../support/expectSame.ts';

describe('NPS_BREAKDOWN(scores, [language])', () => {
  it('counts the three groups and their shares', () => {
    expectSame(npsBreakdown.call([column('Score', 10, 9, 8, 6, 3, null), 'en']), [
      ['Group', 'Count', 'Share'],
      ['Promoters', 2, 0.4],
      ['Passives', 1, 0.2],
      ['Detractors', 2, 0.4],
    ]);
  });

  it('heads its columns in both languages unless it is told one', () => {
    expect(rowsOf(npsBreakdown.call([column(10)]))[0]).toEqual(['Group 组别', 'Count 人数', 'Share 占比']);
    expect(rowsOf(npsBreakdown.call([column(10), '中文']))[1]).toEqual(['推荐者', 1, 1]);
  });

  it('answers #N/A where nobody has answered', () => {
    expectError(npsBreakdown.call([column(null)]), '#N/A', 'no score is filled in');
  });

  it('names the row of a score that is none, and an unknown language', () => {
    expectError(npsBreakdown.call([column(10, 12)]), '#VALUE!', 'scores: row 2', 'found 12');
    expectError(npsBreakdown.call([column(10), 'fr']), '#VALUE!', 'language', '"both", "en", "zh"', '"fr"');
  });
});
