import { describe, expect, it } from 'vitest';
import type { Cell, Matrix } from '../../src/kernel/cell.ts';
import { invalid } from '../../src/kernel/errors.ts';
import { excelDialect } from '../../src/plan/dialect.ts';
import type { SheetSpec } from '../../src/plan/sheetSpec.ts';
import { SUPERSEDED } from '../../src/sheets/history.ts';
import { dashboard } from '../../src/templates/dashboard.ts';
import { figuresOf, headlinesOf, only, opsOf, specOf } from '../support/planning.ts';

const figures = (language: 'en' | 'zh' = 'en') => figuresOf(specOf(dashboard, language), language);

/** The dashboard over other cells in the sheets that it reads. */
function over(cells: Readonly<Record<string, Matrix>>): SheetSpec {
  const spec = specOf(dashboard, 'en');
  const needs = (spec.needs ?? []).map(need => ({
    ...need,
    names: Object.fromEntries(Object.entries(need.names).map(([name, sample]) => [name, cells[name] ?? sample])),
  }));
  return { ...spec, needs };
}

describe('dashboard', () => {
  it('shows the month’s sales against target, the month before and the same month last year', () => {
    const cell = (key: string) => figures().column('Comparison', key)[0];
    expect([cell('actual'), cell('target'), cell('lastMonth'), cell('lastYear')]).toEqual([
      3755000, 4300000, 4000000, 3600000,
    ]);
    expect(cell('achievement')).toBeCloseTo(3755 / 4300, 12);
    expect(cell('monthOnMonth')).toBeCloseTo(-245 / 4000, 12);
    expect(cell('yearOnYear')).toBeCloseTo(155 / 3600, 12);
    expect(cell('bar')).toBeCloseTo(3755 / 4300, 12);
  });

  it('adds the closed months of the year to the tracker’s month', () => {
    expect(figures().column('Comparison', 'actual')[2]).toBe(4400000 + 4000000 + 3755000);
    expect(figures().column('Comparison', 'target')[2]).toBe(4000000 + 4000000 + 4300000);
  });

  it('leaves out rows of the history that a restated month has superseded, in every word for it', () => {
    const [history] = (specOf(dashboard, 'en').needs ?? []).filter(({ template }) => template === 'history');
    const twice = Object.entries(history?.names ?? {}).map(([name, cells]) => {
      const again = cells.map(line => (name === 'History_Actual' ? [1] : line));
      const old = cells.map((_, index) => [SUPERSEDED[index % SUPERSEDED.length] ?? '']);
      return [name, [...cells, ...(name === 'History_Status' ? old : again)]];
    });
    const restated = figuresOf(over(Object.fromEntries(twice)), 'en');
    for (const key of ['actual', 'lastMonth', 'lastYear']) {
      expect(restated.column('Comparison', key)).toEqual(figures().column('Comparison', key));
    }
  });

  it('leaves last year blank where the history lacks one of its months', () => {
    // January 2025 is not in the sample.
    expect(figures().column('Comparison', 'lastYear')[2]).toBe('');
    expect(figures().column('Comparison', 'yearOnYear')[2]).toBe('');
  });

  it('projects the month by the share of it that has passed', () => {
    const half = figuresOf(over({ Tracker_TimeProgress: [[0.5]] }), 'en');
    expect(half.column('Comparison', 'actual')[1]).toBe(7510000);
  });

  it('counts lights and targets met', () => {
    expect(headlinesOf(specOf(dashboard, 'en'), 'en')[5]).toBe('3 green · 3 amber · 1 red');
    expect(headlinesOf(specOf(dashboard, 'zh'), 'zh')[5]).toBe('3 绿 · 3 黄 · 1 红');
    expect([figures().column('Comparison', 'actual')[3], figures().column('Comparison', 'target')[3]]).toEqual([4, 7]);
  });

  it('counts no row in silence that has an error, and every light in either language', () => {
    const rows = (light: Cell, achievement: Cell) => ({
      Tracker_Person: [['Ann'], ['Bob'], ['Cy'], [null]],
      Tracker_Light: [['绿'], [light], ['无数据'], ['']],
      Tracker_Achievement: [[1.2], [achievement], [null], [null]],
    });
    const shown = (light: Cell, achievement: Cell) => {
      const spec = over(rows(light, achievement));
      const counted = figuresOf(spec, 'en');
      return [headlinesOf(spec, 'en')[5], counted.column('Comparison', 'target')[3]];
    };
    expect(shown('红', 0.5)).toEqual(['1 green · 0 amber · 1 red', 2]);
    // Excel has an error there, Google Sheets its sentence.
    for (const bad of [invalid('not a number', '非数字'), '✗ not a number']) {
      expect(shown(bad, bad)).toEqual(['1 green · 0 amber · 0 red · ✗ 1', '✗ not a number: 1']);
    }
  });

  it('has no target of the year as long as the tracker has none', () => {
    const none = figuresOf(over({ Tracker_Target: [[null], [null]], Tracker_TotalTarget: [[0]] }), 'en');
    expect([none.column('Comparison', 'target')[2], none.column('Comparison', 'achievement')[2]]).toEqual(['', null]);
  });

  it('ranks regions and people by sales', () => {
    expect(figures().column('Regions', 'name')).toEqual(['East', 'South', 'North', 'West']);
    expect(figures().column('Regions', 'actual')).toEqual([1290000, 1060000, 795000, 610000]);
    expect(figures().column('Regions', 'target').slice(0, 4)).toEqual([1400000, 1150000, 800000, 950000]);
    expect(figures().column('Leaders', 'name')[0]).toBe('Anna Bell');
  });

  it('lists the largest shortfalls with their reasons', () => {
    expect(figures().column('Exceptions', 'name')).toEqual(['Ben Carter', 'Frank Green', 'David Ellis']);
    expect(figures().column('Exceptions', 'gap')).toEqual([-150000, -90000, -35000]);
    expect(figures().column('Exceptions', 'share')[0]).toBeCloseTo(150 / 275, 12);
    expect(figures().column('Exceptions', 'reason')[0]).toBe('Two renewals moved to next month');
  });

  it('draws thirteen months, the last of them the tracker’s, and the funnel', () => {
    const actual = figures().column('Trend', 'actual');
    expect(actual).toHaveLength(13);
    expect([actual[0], actual[11], actual[12]]).toEqual([3600000, 4000000, 3755000]);
    expect(figures().column('Stages', 'count')).toEqual([1000, 600, 300, 120, 72, 36]);
    const charts = only(opsOf(specOf(dashboard, 'en'), 'en', excelDialect), 'chart');
    expect(charts.map(({ kind, series }) => [kind, series.length])).toEqual([
      ['column', 2],
      ['bar', 1],
    ]);
    expect(charts[1]?.categories.rows).toBe(6);
    expect(figures().above('Stages', 'check', 'count')).toBe(0);
  });

  it('draws as many stages as it is told to, and says where the funnel has more', () => {
    const spec = specOf(dashboard, 'en', { stages: 4 });
    expect(only(opsOf(spec, 'en', excelDialect), 'chart')[1]?.categories.rows).toBe(4);
    expect(figuresOf(spec, 'en').above('Stages', 'check', 'count')).toBe(2);
  });

  it('is blank where the tracker and the history are', () => {
    const blank: Matrix = [[null], [null]];
    const names = ['Tracker_Actual', 'Tracker_Achievement', 'Tracker_Gap', 'History_Actual'];
    const empty = figuresOf(
      over({
        ...Object.fromEntries(names.map(name => [name, blank])),
        Tracker_Person: [['A'], ['B']],
        Tracker_Light: [['no data'], ['no data']],
        Tracker_TotalActual: [['']],
      }),
      'en',
    );
    expect(empty.column('Comparison', 'actual')).toEqual(['', '', '', 0]);
    expect(empty.column('Comparison', 'achievement')).toEqual([null, null, null, null]);
    expect(new Set(empty.column('Regions', 'name'))).toEqual(new Set([null]));
    expect(new Set(empty.column('Exceptions', 'name'))).toEqual(new Set([null]));
    expect(empty.column('Trend', 'actual')).toEqual(Array(13).fill(''));
  });

  it('needs no funnel where none is wanted', () => {
    const spec = specOf(dashboard, 'en', { funnel: false });
    expect(spec.needs?.map(({ template }) => template)).toEqual(['tracker', 'history']);
    expect(spec.tables.map(({ key }) => key)).not.toContain('Stages');
  });
});
