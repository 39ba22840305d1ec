import { describe, expect, it } from 'vitest';
import { excelDialect, sheetsDialect } from '../../src/plan/dialect.ts';
import { interview } from '../../src/templates/interview.ts';
import { day } from '../support/days.ts';
import { expectSame } from '../support/expectSame.ts';
import { figuresOf, only, opsOf, specOf } from '../support/planning.ts';

const figuresFor = (changes: Readonly<Record<string, unknown>> = {}, language: 'en' | 'zh' = 'en') =>
  figuresOf(specOf(interview, language, changes), language);

/** January and February of 2026, as the history holds them. */
function someonesMonths(person: string): Record<string, (string | number)[][]> {
  const columns = (cells: readonly (string | number)[]) => cells.map(cell => [cell]);
  return {
    History_Period: columns([46023, 46054]),
    History_UnitType: columns(['person', 'person']),
    History_UnitName: columns([person, person]),
    History_Metric: columns(['Sales', 'Sales']),
    History_Target: columns([100, 100]),
    History_Actual: columns([90, 110]),
    History_Status: columns(['closed', 'closed']),
  };
}

describe('interview', () => {
  it('reads the person’s sales and the team’s achievement from the tracker', () => {
    const figures = figuresFor({ person: 'Ben Carter' });
    expect([figures.column('Figures', 'target')[0], figures.column('Figures', 'actual')[0]]).toEqual([600000, 450000]);
    expect(figures.column('Figures', 'achievement')[0]).toBe(0.75);
    expect(figures.column('Figures', 'light')[0]).toBe('red');
    expect(figures.column('Figures', 'team')[0]).toBeCloseTo(3755 / 4300, 12);
  });

  it('measures complaints the other way round', () => {
    for (const language of ['en', 'zh'] as const) {
      expect(figuresFor({}, language).column('Figures', 'achievement')[5]).toBe(1.5);
    }
  });

  it('shows the six months before the interview, as figures and as a line', () => {
    const spec = specOf(interview, 'en', { day: '2026-03-10' });
    const figures = figuresOf(spec, 'en');
    expect(figures.column('Trend', 'month')).toEqual(
      ['2025-09-01', '2025-10-01', '2025-11-01', '2025-12-01', '2026-01-01', '2026-02-01'].map(day),
    );
    expectSame([[...figures.column('Trend', 'achievement')]], [[1.04, 1, 0.9, 0.96, 0.9, 0.85]]);
    for (const dialect of [excelDialect, sheetsDialect]) {
      const [chart] = only(opsOf(spec, 'en', dialect), 'chart');
      expect([chart?.kind, chart?.categories.rows]).toEqual(['line', 6]);
    }
  });

  it('reads the trend from the history where that is wanted', () => {
    const spec = specOf(interview, 'en', { fromHistory: true });
    const person = specOf(interview, 'en').parameters.find(({ key }) => key === 'Person')?.value;
    const needs = (spec.needs ?? []).map(need =>
      need.template === 'history' ? { ...need, names: { ...need.names, ...someonesMonths(String(person)) } } : need,
    );
    const figures = figuresOf({ ...spec, needs }, 'en');
    expect(figures.column('Trend', 'actual')).toEqual(['', '', '', '', 90, 110]);
    expect(figures.column('Trend', 'achievement').slice(3)).toEqual([null, 0.9, 1.1]);
  });

  it('has no data for who is not in the tracker, and says so', () => {
    const figures = figuresFor({ person: 'Nobody' });
    expect(figures.column('Figures', 'achievement')[0]).toBe(null);
    expect(figures.column('Figures', 'light')[0]).toBe('no data');
  });

  it('stays blank where there are no samples, with the two names to sign', () => {
    const figures = figuresFor({ samples: false, fromTracker: false, person: 'Ann', manager: 'Ben' });
    expect(new Set(figures.column('Trend', 'light'))).toEqual(new Set(['']));
    expect(new Set(figures.column('Plan', 'action'))).toEqual(new Set([null]));
    expect(figures.column('Words', 'who')).toEqual(['Ann', 'Ben']);
  });
});
