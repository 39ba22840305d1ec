import { describe, expect, it } from 'vitest';
import type { Literal, SheetSpec } from '../../src/plan/sheetSpec.ts';
import { twelveKpi } from '../../src/templates/twelveKpi.ts';
import { figuresOf, specOf } from '../support/planning.ts';

/** The sheet with other cells in some rows. */
function typed(spec: SheetSpec, changes: Readonly<Record<number, Readonly<Record<string, Literal>>>>): SheetSpec {
  const tables = spec.tables.map(table => ({
    ...table,
    rows: table.rows.map((row, index) => ({ ...row, ...changes[index] })),
  }));
  return { ...spec, tables };
}

describe('twelve-kpi', () => {
  it('computes each KPI from A and B by its own calculation', () => {
    const figures = figuresOf(specOf(twelveKpi, 'en'), 'en');
    expect(figures.column('Rows', 'actual')).toEqual([
      80, 0.9, 0.375, 0.3, 1420000, 0.2, 0.05, 40, 0.86, 0.45, 0.1, 0.15, 0.75,
    ]);
  });

  it('gives 80 % for 80 leads of 100 planned, 94.7 % for sales of 1,420,000, 80 % for 24 customers of 30', () => {
    const spec = typed(specOf(twelveKpi, 'en'), { 5: { a: 24, b: 100, target: 0.3 } });
    const achieved = figuresOf(spec, 'en').column('Rows', 'achievement');
    expect(achieved[0]).toBe(0.8);
    expect(Number(achieved[4]).toFixed(3)).toBe('0.947');
    expect(achieved[5]).toBeCloseTo(0.8, 12);
  });

  it('calls a churn above its target a miss', () => {
    const figures = figuresOf(specOf(twelveKpi, 'zh'), 'zh');
    // 5 % lost against 4 % allowed: 2 − 1.25.
    expect(figures.column('Rows', 'achievement')[6]).toBeCloseTo(0.75, 12);
    expect(figures.column('Rows', 'light')[6]).toBe('红');
  });

  it('compares with the last period: 1,200,000 before, 1,100,000 now is −8.3 %', () => {
    const spec = typed(specOf(twelveKpi, 'en'), { 4: { a: 1100000, last: 1200000 } });
    expect(figuresOf(spec, 'en').column('Rows', 'change')[4]).toBeCloseTo(-1 / 12, 12);
  });

  it('counts its lights', () => {
    const shown = (language: 'en' | 'zh') =>
      figuresOf(specOf(twelveKpi, language), language).above('Rows', 'lights', 'figures');
    expect(shown('en')).toBe('2 green · 10 amber · 1 red');
    expect(shown('zh')).toBe('2 绿 · 10 黄 · 1 红');
    const bad = typed(specOf(twelveKpi, 'en'), { 0: { a: '12万' } });
    expect(figuresOf(bad, 'en').above('Rows', 'lights', 'figures')).toBe('2 green · 9 amber · 1 red · ✗ 1');
  });

  it('stays blank where A, B, target or last period are blank', () => {
    const spec = typed(specOf(twelveKpi, 'en'), {
      0: { a: null },
      1: { b: null },
      2: { target: null },
      3: { last: null },
    });
    const figures = figuresOf(spec, 'en');
    const first = (key: string) => figures.column('Rows', key).slice(0, 4);
    expect(first('actual')).toEqual(['', '', 0.375, 0.3]);
    expect(first('achievement')).toEqual([null, null, null, expect.closeTo(1.2, 12)]);
    expect(first('change').map(change => typeof change)).toEqual(['object', 'object', 'number', 'object']);
    expect(first('light')).toEqual(['no data', 'no data', 'no data', 'green']);
  });

  it('keeps benchmarks apart from every calculation, and leaves them out on demand', () => {
    const keys = (benchmarks: boolean) =>
      specOf(twelveKpi, 'en', { benchmarks }).tables[0]?.columns.map(({ key }) => key) ?? [];
    expect(keys(true)).toEqual([...keys(false), 'benchmark']);
    const formulas = JSON.stringify(specOf(twelveKpi, 'en').tables[0]?.columns.map(({ formula }) => formula ?? null));
    expect(formulas).not.toContain('benchmark');
  });
});
