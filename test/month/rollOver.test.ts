import { describe, expect, it } from 'vitest';
import { close, closed, Ledger, type MonthFigure } from '../../src/month/history.ts';
import type { TrackerRow } from '../../src/month/previewTracker.ts';
import { replan } from '../../src/month/replan.ts';
import { type NextTarget, rollOver } from '../../src/month/rollOver.ts';

const figure = (period: string, unit: string, actual: number): MonthFigure => ({
  period,
  unitType: 'person',
  unit,
  metric: 'sales',
  target: null,
  actual,
});
const ledger = new Ledger(
  closed(
    [],
    close([], [figure('2025-01', 'Anna', 90), figure('2024-02', 'Anna', 70), figure('2024-02', 'Dora', 60)], {
      source: '',
      closedAt: 1,
    }),
  ),
);
const row = (person: string, given: Partial<TrackerRow> = {}): TrackerRow => ({
  row: 0,
  person,
  product: '',
  region: 'East',
  target: 100,
  actual: null,
  hasFormula: false,
  ...given,
});
const target = (person: string, amount: number): NextTarget => ({
  person,
  product: '',
  region: 'East',
  target: amount,
});

describe('rollOver()', () => {
  it('takes targets from the split, last month and last year from the history', () => {
    const { rows } = rollOver({
      rows: [row('Anna')],
      targets: [target('anna', 120)],
      ledger,
      period: '2025-02',
      unit: 1,
    });
    expect(rows).toEqual([
      { person: 'Anna', product: '', region: 'East', target: 120, lastMonth: 90, lastYear: 70, status: 'stays' },
    ]);
  });

  it('adds who joined after the others, and lists who left', () => {
    const { rows, left } = rollOver({
      rows: [row('Ben'), row('Anna')],
      targets: [target('Dora', 50), target('Anna', 120)],
      ledger,
      period: '2025-02',
      unit: 1,
    });
    expect(rows.map(({ person, status, lastYear }) => [person, status, lastYear])).toEqual([
      ['Anna', 'stays', 70],
      ['Dora', 'joined', 60],
    ]);
    expect(left.map(({ person }) => person)).toEqual(['Ben']);
  });

  it('keeps who has no target where the user says so', () => {
    const { rows, left } = rollOver({
      rows: [row('Ben')],
      targets: [],
      ledger,
      period: '2025-02',
      unit: 1,
      keep: ['ben'],
    });
    expect(rows.map(({ person, target: amount, status }) => [person, amount, status])).toEqual([['Ben', null, 'kept']]);
    expect(left).toEqual([]);
  });

  it('shares one target over several rows of somebody, exactly', () => {
    const { rows } = rollOver({
      rows: [
        row('Anna', { product: 'A', target: 1, actual: 30 }),
        row('Anna', { product: 'B', target: 2 }),
        row('Anna', { product: 'C', target: 4 }),
      ],
      targets: [target('Anna', 100)],
      ledger,
      period: '2025-02',
      unit: 1,
    });
    expect(rows.map(({ target: amount }) => amount)).toEqual([14, 29, 57]);
    expect(rows.map(({ lastMonth }) => lastMonth)).toEqual([30, null, null]);
  });

  it('rolls over regions where no person is named', () => {
    const east: NextTarget = { person: '', product: '', region: 'East', target: 500 };
    const { rows } = rollOver({ rows: [row('')], targets: [east], ledger, period: '2025-02', unit: 1 });
    expect(rows.map(({ region, target: amount }) => [region, amount])).toEqual([['East', 500]]);
  });
});

describe('replan()', () => {
  const year = (actuals: readonly (number | null)[]) =>
    actuals.map((actual, index) => ({ period: `2025-${String(index + 1).padStart(2, '0')}`, target: 100, actual }));

  it('locks closed months at what they brought and shares the rest, exactly', () => {
    const plan = replan({ total: 400, periods: year([70, 95, null, null]), unit: 1 });
    expect(plan).toMatchObject({ missing: 35, reached: false });
    if (!('periods' in plan)) throw new Error(plan.en);
    expect(plan.periods.map(({ after, locked }) => [after, locked])).toEqual([
      [70, true],
      [95, true],
      [118, false],
      [117, false],
    ]);
  });

  it('locks them at their targets where the user wants that', () => {
    const plan = replan({ total: 400, periods: year([70, 95, null, null]), unit: 1, lock: 'target' });
    if (!('periods' in plan)) throw new Error(plan.en);
    expect(plan.periods.map(({ after }) => after)).toEqual([100, 100, 100, 100]);
  });

  it('goes by weights', () => {
    const periods = year([100, null, null]).map((period, index) => ({ ...period, weight: index }));
    const plan = replan({ total: 400, periods, unit: 1 });
    if (!('periods' in plan)) throw new Error(plan.en);
    expect(plan.periods.map(({ after }) => after)).toEqual([100, 100, 200]);
  });

  it('says when the total is reached, and when no month is open', () => {
    const plan = replan({ total: 150, periods: year([100, 60, null]), unit: 1 });
    expect(plan).toMatchObject({ reached: true, missing: -110 });
    if (!('periods' in plan)) throw new Error(plan.en);
    expect(plan.periods[2]?.after).toBe(0);
    expect(replan({ total: 150, periods: year([100]), unit: 1 })).toMatchObject({
      en: expect.stringContaining('every month is closed'),
    });
  });
});
