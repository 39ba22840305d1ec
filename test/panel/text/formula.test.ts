import { describe, expect, it } from 'vitest';
import { commission } from '../../../src/functions/commission.ts';
import { leaderboard } from '../../../src/functions/leaderboard.ts';
import { nps } from '../../../src/functions/nps.ts';
import { rag } from '../../../src/functions/rag.ts';
import { score } from '../../../src/functions/score.ts';
import { tier } from '../../../src/functions/tier.ts';
import { callOf, formulaOf } from '../../../src/panel/text/formula.ts';
import { excelDialect, sheetsDialect } from '../../../src/plan/dialect.ts';

describe('formulaOf(fn, typed, dialect, language)', () => {
  it('writes the formula as each host does', () => {
    const typed = { sales: 'D5:D24', tiers: 'Plan' };
    expect(formulaOf(commission, typed, excelDialect, 'en').text).toBe('=KPI.COMMISSION(D5:D24, , Plan)');
    expect(formulaOf(commission, typed, sheetsDialect, 'en').text).toBe('=KPI_COMMISSION(D5:D24, , Plan)');
  });

  it('leaves out what is left out at the end, and writes the default before another argument', () => {
    const { text, problems } = formulaOf(
      score,
      { achievements: 'D5:D9', weights: 'E5:E9', floor: '0.5' },
      excelDialect,
      'en',
    );
    expect(text).toBe('=KPI.SCORE(D5:D9, E5:E9, 1.2, 0.5)');
    expect(problems).toEqual({});
  });

  it('shows what is missing by its label', () => {
    const { text, problems } = formulaOf(nps, {}, excelDialect, 'zh');
    expect(text).toMatch(/^=KPI\.NPS\(‹.+›\)$/);
    expect(problems).toEqual({ scores: { en: 'This one is needed.', zh: '此项必填。' } });
  });

  it('computes the result when all arguments are values', () => {
    expect(formulaOf(nps, { scores: '10, 9, 8, 3' }, excelDialect, 'en').result).toBe(25);
    expect(formulaOf(nps, { scores: 'D5:D8' }, excelDialect, 'en').result).toBeUndefined();
  });

  it('says what is wrong with values that only the function can judge', () => {
    const { result, misfit } = formulaOf(nps, { scores: '10, 11' }, excelDialect, 'en');
    expect(result).toBeUndefined();
    expect(misfit?.en).toMatch(/11/);
  });

  it('compares the shapes of ranges that belong together', () => {
    const { misfit } = formulaOf(leaderboard, { names: 'A2:A9', values: 'B2:B8' }, excelDialect, 'en');
    expect(misfit?.en).toContain('8×1');
    expect(formulaOf(leaderboard, { names: 'A2:A9', values: 'B2:B9' }, excelDialect, 'en').misfit).toBeUndefined();
  });

  it('refuses a range where one cell is wanted', () => {
    const { problems } = formulaOf(leaderboard, { names: 'A2:A9', values: 'B2:B9', n: 'C1:C3' }, excelDialect, 'en');
    expect(problems.n?.en).toBe('Expected a single cell, found a range of 3×1.');
  });
});

describe('callOf(fn, args, dialect, language)', () => {
  it('writes ranges as array constants', () => {
    expect(callOf(nps, [[[10], [9]]], sheetsDialect, 'en')).toBe('=KPI_NPS({10;9})');
  });

  it('writes defaults before an argument that is given', () => {
    expect(callOf(score, [[[1]], [[2]], undefined, 0.5], excelDialect, 'en')).toBe('=KPI.SCORE({1}, {2}, 1.2, 0.5)');
  });

  it('asks about an achievement above 1,000 %, and about no amount', () => {
    const doubts = (fn: Parameters<typeof formulaOf>[0], typed: Record<string, string>) =>
      Object.keys(formulaOf(fn, typed, excelDialect, 'en').doubts);
    expect(doubts(rag, { achievement: '12' })).toEqual(['achievement']);
    expect(doubts(rag, { achievement: '0.95' })).toEqual([]);
    expect(doubts(score, { achievements: '0.9, 11', weights: '1, 1' })).toEqual(['achievements']);
    expect(doubts(tier, { achievement: '150000' })).toEqual([]);
  });
});
