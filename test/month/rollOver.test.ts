import { describe, expect, it } from 'vitest';
import { close, closed, Ledger } from '../../src/month/figures/history.ts';
import { replan } from '../../src/month/rollOver/replan.ts';
import { type NextTarget, rollOver } from '../../src/month/rollOver/rollOver.ts';
import type { MonthFigure } from '../../src/sheets/history.ts';
import type { TrackerRow } from '../../src/sheets/tracker.ts';

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

describe('rollOver() over several rows and other units', () => {
  const task = { ledger, period: '2025-02', unit: 1 };

  it('shares a target in equal parts where the rows had none, or had less than none', () => {
    const amounts = (...last: (number | null)[]) =>
      rollOver({
        ...task,
        rows: last.map((amount, index) => row('Anna', { product: `P${index}`, target: amount })),
        targets: [target('Anna', 100)],
      }).rows.map(({ target: amount }) => amount);
    expect(amounts(null, 0)).toEqual([50, 50]);
    expect(amounts(-30, 40)).toEqual([0, 100]);
  });

  it('says of whom a target cannot be shared, and leaves it blank', () => {
    const rows = [row('Anna', { product: 'A' }), row('Anna', { product: 'B' }), row('Ben')];
    const rolled = rollOver({ ...task, rows, targets: [target('Anna', 100), target('Ben', 7)], unit: -1 });
    expect(rolled.rows.map(({ target: amount }) => amount)).toEqual([null, null, 7]);
    expect(rolled.problems.map(({ en, zh }) => [en.slice(0, 6), zh.slice(0, 5)])).toEqual([['Anna: ', 'Anna：']]);
    expect(rolled.problems[0]?.en).toContain('-1');
    expect(rolled.problems[0]?.zh).toContain('-1');
  });

  it('keeps several rows of somebody without a target, and no word about them', () => {
    const rows = [row('Ben', { product: 'A' }), row('Ben', { product: 'B' })];
    const rolled = rollOver({ ...task, rows, targets: [], keep: ['Ben'] });
    expect(rolled.rows.map(({ product, target: amount }) => [product, amount])).toEqual([
      ['A', null],
      ['B', null],
    ]);
    expect(rolled.problems).toEqual([]);
  });

  it('tells regions, products and products in a region apart', () => {
    const units = [
      ['', 'East'],
      ['', 'West'],
      ['A', ''],
      ['A', 'East'],
    ] as const;
    const rolled = rollOver({
      ...task,
      rows: units.map(([product, region]) => row(' ', { product, region })),
      targets: units.map(([product, region], index) => ({ person: '', product, region, target: index + 1 })),
    });
    expect(rolled.rows.map(({ product, region, target: amount }) => [product, region, amount])).toEqual([
      ['', 'East', 1],
      ['', 'West', 2],
      ['A', '', 3],
      ['A', 'East', 4],
    ]);
    expect(rolled.left).toEqual([]);
  });

  it('passes over rows that name nobody and nothing', () => {
    const rows = [row('', { region: ' ' }), row('Anna')];
    const rolled = rollOver({ ...task, rows, targets: [target('Anna', 100)] });
    expect(rolled.rows.map(({ person }) => person)).toEqual(['Anna']);
    expect(rolled.left).toEqual([]);
  });

  it('takes last month and last year from the history of the row’s own kind of unit', () => {
    const of = (unitType: MonthFigure['unitType'], unit: string, period: string, actual: number): MonthFigure => ({
      ...figure(period, unit, actual),
      unitType,
    });
    const figures = [
      of('region', 'East', '2025-01', 1),
      of('region', 'East', '2024-02', 2),
      of('product', 'A', '2025-01', 3),
      of('product', 'A', '2024-02', 4),
      of('person', 'East', '2025-01', 5),
    ];
    const units = new Ledger(closed([], close([], figures, { source: '', closedAt: 1 })));
    const named = (product: string, region: string): NextTarget => ({ person: ' ', product, region, target: 10 });
    const rolled = rollOver({
      ...task,
      ledger: units,
      rows: [row('', { region: 'East', product: ' ' })],
      targets: [named(' ', 'East'), named('A', ' '), named('A', 'East')],
    });
    expect(rolled.rows.map(({ lastMonth, lastYear, status }) => [lastMonth, lastYear, status])).toEqual([
      [1, 2, 'stays'],
      [3, 4, 'joined'],
      // What a product brought in a region no row of the history says.
      [null, null, 'joined'],
    ]);
  });

  it('believes the tracker before the history, and its text in the place of a figure not at all', () => {
    const lastMonth = (actual: TrackerRow['actual']) =>
      rollOver({ ...task, rows: [row('Anna', { actual })], targets: [target('Anna', 1)] }).rows[0]?.lastMonth;
    expect(lastMonth(95)).toBe(95);
    expect(lastMonth('n/a')).toBe(90);
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
    // Closed months keep what they brought.
    expect(plan.periods.map(({ after, locked }) => [after, locked])).toEqual([
      [100, true],
      [60, true],
      [0, false],
    ]);
    expect(replan({ total: 150, periods: year([100]), unit: 1 })).toMatchObject({
      en: expect.stringContaining('every month is closed'),
      zh: expect.stringContaining('各月均已关账'),
    });
  });

  it('takes a total that was reached to the cent, and one of 0, for reached', () => {
    expect(replan({ total: 160.1, periods: year([100, 60.1, null]), unit: 1 })).toMatchObject({ reached: true });
    expect(replan({ total: 0, periods: year([5, null]), unit: 1 })).toMatchObject({ reached: true, missing: -105 });
    // A planned loss of 100 of which 40 came about leaves 60.
    const loss = replan({ total: -100, periods: year([-40, null, null]), unit: 1 });
    expect(loss).toMatchObject({ reached: false, periods: [{ after: -40 }, { after: -30 }, { after: -30 }] });
  });

  it('says why the rest cannot be shared out', () => {
    const idle = year([70, null, null]).map(period => ({ ...period, weight: 0 }));
    expect(replan({ total: 400, periods: idle, unit: 1 })).toMatchObject({
      en: expect.stringContaining('the weights add up to 0'),
      zh: expect.stringContaining('权重合计为 0'),
    });
    expect(replan({ total: -100, periods: year([-150, null]), unit: 1 })).toMatchObject({
      en: expect.stringContaining('the locked cells add up to 150'),
    });
  });

  it('takes a weight below nothing for none', () => {
    const periods = [-100, 100].map((weight, index) => ({
      period: `2025-0${index + 1}`,
      target: 5,
      actual: null,
      weight,
    }));
    expect(replan({ total: 30, periods, unit: 1 })).toMatchObject({ periods: [{ after: 0 }, { after: 30 }] });
  });
});
