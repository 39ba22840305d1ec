import { describe, expect, it } from 'vitest';
import { funnel } from '../../src/templates/funnel.ts';
import { figuresOf, headlinesOf, specOf } from '../support/planning.ts';

const stage = (name: string, count?: number) => ({ stage: name, count });
const values = (changes: Readonly<Record<string, unknown>>, language: 'en' | 'zh' = 'en') =>
  headlinesOf(specOf(funnel, language, changes), language);

describe('funnel', () => {
  it('finds the bottleneck, the conversion and the win rate of its sample', () => {
    const [conversion, win, , , , bottleneck] = values({});
    expect(bottleneck).toBe('Demo or visit');
    expect(conversion).toBeCloseTo(36 / 1000, 12);
    expect(win).toBeCloseTo(36 / 300, 12);
    expect(values({}, 'zh')[5]).toBe('演示拜访');
  });

  it('gives velocity, what the open opportunities will bring, and coverage', () => {
    const [, , expected, velocity, coverage] = values({});
    // 40 × 12 % × 50,000; the same over 50 days; 2,400,000 for the 800,000 still missing.
    expect(expected).toBeCloseTo(240000, 6);
    expect(velocity).toBeCloseTo(4800, 8);
    expect(coverage).toBe(3);
  });

  it('gives conversion from stage to stage, and flags what grew', () => {
    const stages = [stage('Leads', 80), stage('Demo', 20), stage('Offer', 30)];
    const figures = figuresOf(specOf(funnel, 'en', { stages }), 'en');
    expect(figures.column('Conversion', 'stage')).toEqual(['Stage', 'Leads', 'Demo', 'Offer']);
    expect(figures.column('Conversion', 'step')).toEqual(['Step conversion', null, 0.25, 1.5]);
    expect(figures.column('Conversion', 'cumulative')).toEqual(['Cumulative conversion', 1, 0.25, 0.375]);
    expect(figures.column('Conversion', 'flag')[3]).toBe('grew');
    expect(figures.column('Stages', 'bar')).toEqual([1, 0.25, 0.375]);
  });

  it('shows nothing while fewer than two stages are counted, and nothing that needs what is blank', () => {
    expect(values({ stages: [stage('Leads', 80), stage('Won')] })).toEqual(['', '', '', '', '', '']);
    const nobody = values({ stages: [stage('Leads', 0), stage('Won', 0)] });
    expect(nobody.filter((_, index) => index !== 4)).toEqual(['', '', '', '', '']);
    const [, win, ...others] = values({ stages: [stage('Leads', 80), stage('Won', 20)] });
    expect([win, ...others]).toEqual([1, '', '', '', 'Won']);
  });

  it('takes no other stage for the last one while one is not counted, is bad, or a row between them is blank', () => {
    const four = [stage('Leads', 80), stage('Demo', 40), stage('Offer', 20), stage('Won', 10)];
    const over = (row: number, cells: Readonly<Record<string, string | null>>) => {
      const spec = specOf(funnel, 'en', { stages: four });
      const tables = spec.tables.map(table =>
        table.key === 'Stages'
          ? { ...table, rows: table.rows.map((line, index) => (index === row ? { ...line, ...cells } : line)) }
          : table,
      );
      return headlinesOf({ ...spec, tables }, 'en').slice(0, 2);
    };
    expect(over(0, {})).toEqual([0.125, 0.5]);
    expect(over(1, { count: null })).toEqual(['', '']);
    expect(over(3, { count: null })).toEqual(['', '']);
    expect(over(1, { stage: null, count: null })).toEqual(['', '']);
    expect(over(1, { count: '12万' })).toEqual(['✗ not a number: 1', '✗ not a number: 1']);
  });

  it('keeps the usual stages where no sample is wanted', () => {
    const figures = figuresOf(specOf(funnel, 'zh', { samples: false }), 'zh');
    expect(figures.column('Stages', 'stage')).toEqual(['线索', '已联系', '合格商机', '演示拜访', '报价方案', '成交']);
    expect(figures.column('Conversion', 'stage')[0]).toBe('');
  });
});
