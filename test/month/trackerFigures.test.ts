import { describe, expect, it } from 'vitest';
import { trackerFigures, trackerTargets } from '../../src/month/figures/trackerFigures.ts';
import type { TrackerRow } from '../../src/sheets/tracker.ts';

const row = (given: Partial<TrackerRow>): TrackerRow => ({
  row: 0,
  person: '',
  product: '',
  region: '',
  target: null,
  actual: null,
  hasFormula: false,
  ...given,
});

const ROWS = [
  row({ person: 'Ann', product: 'A', region: 'East', target: 100, actual: 0.1 }),
  row({ person: 'ann ', product: 'B', region: 'East', target: 50, actual: 0.2 }),
  row({ person: 'Bob', product: 'A', region: 'West', target: 70, actual: null }),
];

describe('trackerFigures()', () => {
  it('sums the company, regions, products and people exactly; who has no figure has none', () => {
    const figures = trackerFigures(ROWS, '2026-03').map(({ unitType, unit, target, actual }) => [
      unitType,
      unit,
      target,
      actual,
    ]);
    expect(figures).toEqual([
      ['company', '', 220, 0.3],
      ['region', 'East', 150, 0.3],
      ['region', 'West', 70, null],
      ['product', 'A', 170, 0.1],
      ['product', 'B', 50, 0.2],
      ['person', 'Ann', 150, 0.3],
      ['person', 'Bob', 70, null],
    ]);
  });

  it('leaves out units that no row names, and answers nothing but the company without rows', () => {
    expect(trackerFigures([row({ actual: 5 })], '2026-03')).toMatchObject([{ unitType: 'company', actual: 5 }]);
    expect(trackerFigures([], '2026-03')).toEqual([]);
  });
});

describe('trackerTargets()', () => {
  it('names every unit that has a target', () => {
    expect(trackerTargets([row({ person: 'Ann', actual: 5 })], '2026-03')).toEqual([]);
    expect(trackerTargets(ROWS, '2026-03')).toContainEqual({
      period: '2026-03',
      unitType: 'person',
      unit: 'Ann',
      target: 150,
    });
  });
});
