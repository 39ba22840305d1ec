import { describe, expect, it } from 'vitest';
import { excelDialect } from '../../src/plan/dialect.ts';
import { history } from '../../src/templates/history.ts';
import { figuresOf, only, opsOf, specOf } from '../support/planning.ts';

const line = (period: string, target: number | undefined, actual: number | undefined) => ({
  period,
  unitType: 'company',
  unit: 'Company',
  metric: 'Sales',
  target,
  actual,
});

describe('history', () => {
  it('measures each row by its target, and leaves blank what has none', () => {
    const rows = [
      line('2026-01-01', 800000, 840000),
      line('2026-02-01', 600000, undefined),
      line('2026-03-01', undefined, 5),
    ];
    const figures = figuresOf(specOf(history, 'en', { rows }), 'en');
    expect(figures.column('Rows', 'achievement')).toEqual([1.05, null, null]);
  });

  it('says which month is the latest, whatever the order of its rows', () => {
    const rows = [line('2026-03-31', 1, 1), line('2026-01-15', 1, 1)];
    const figures = figuresOf(specOf(history, 'en', { rows }), 'en');
    // 1 March 2026
    expect(figures.parameter('LastPeriod')).toBe(46082);
    expect(figures.parameter('RowCount')).toBe(2);
  });

  it('has thirteen sample months of company sales up to the last closed one, and its regions', () => {
    const figures = figuresOf(specOf(history, 'zh', { lastClosed: '2026-02-28' }), 'zh');
    expect(figures.column('Rows', 'unitType')).toEqual([...Array(13).fill('公司'), ...Array(4).fill('区域')]);
    expect(figures.column('Rows', 'actual').slice(13)).toEqual([1200000, 1000000, 950000, 850000]);
  });

  it('shows nothing where it is empty', () => {
    const figures = figuresOf(specOf(history, 'en', { samples: false }), 'en');
    expect([figures.parameter('LastPeriod'), figures.parameter('RowCount')]).toEqual(['', 0]);
  });

  it('names its columns for the sheets that read it', () => {
    const names = only(opsOf(specOf(history, 'en'), 'en', excelDialect), 'name').map(({ name }) => name);
    for (const name of ['Period', 'UnitType', 'UnitName', 'Metric', 'Target', 'Actual', 'Source', 'ClosedAt', 'Status'])
      expect(names).toContain(`History_${name}`);
  });
});
