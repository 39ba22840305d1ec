import { describe, expect, it } from 'vitest';
import { close, closed, Ledger } from '../../src/month/figures/history.ts';
import { nextTargets, unitOf } from '../../src/month/rollOver/nextTargets.ts';
import { replanSplit } from '../../src/month/rollOver/replanSplit.ts';
import { readSplit, SPLIT_NAMES, type SplitPlan } from '../../src/sheets/targetSplit.ts';
import type { TrackerRow } from '../../src/sheets/tracker.ts';
import { targetSplit } from '../../src/templates/targetSplit.ts';
import { figuresOf, specOf } from '../support/planning.ts';

const column = (...cells: (string | number | null)[]) => ({ cells, formulas: cells.map(() => false) });
const CELLS = {
  S_Total: column(600),
  S_Unit: column(1),
  S_Person: column('Ann', null, 'Bob'),
  S_Region: column('East', null, 'West'),
  S_Period1: column(100, null, 100),
  S_Period2: column(100, null, 100),
  S_Period3: column(100, '', 100),
  S_Weight1: column(1),
  S_Weight2: column(1),
  S_Weight3: column(1),
};
const form = { start: '2026-01-01', periods: 'quarterMonths' };
const planOf = (cells: Parameters<typeof readSplit>[2] = CELLS): SplitPlan => {
  const plan = readSplit('S', form, cells);
  if (!plan) throw new Error('there is no plan');
  return plan;
};
const row = (person: string, target: number | null, region = 'East'): TrackerRow => ({
  row: 0,
  person,
  product: '',
  region,
  target,
  actual: null,
  hasFormula: false,
});
const ledgerOf = (actuals: Readonly<Record<string, number>>) =>
  new Ledger(
    closed(
      [],
      close(
        [],
        Object.entries(actuals).map(([period, actual]) => ({
          period,
          unitType: 'company' as const,
          unit: '',
          metric: 'sales' as const,
          target: null,
          actual,
        })),
        { source: '', closedAt: 1 },
      ),
    ),
  );

describe('readSplit()', () => {
  it('reads people, months and weights', () => {
    expect(planOf()).toMatchObject({
      total: 600,
      unit: 1,
      people: [
        { person: 'Ann', region: 'East' },
        { person: 'Bob', region: 'West' },
      ],
      months: [{ period: '2026-01', targets: [100, 100], weight: 1 }, { period: '2026-02' }, { period: '2026-03' }],
    });
  });

  it('takes a weight that is not there for 0, typed, and a unit that is none for 1', () => {
    const { S_Weight1: _, ...others } = CELLS;
    expect(planOf(others).months[0]).toMatchObject({ weight: 0, isComputed: false });
    for (const unit of [0, -5, 'x', null]) expect(planOf({ ...CELLS, S_Unit: column(unit) }).unit).toBe(1);
    expect(planOf({ ...CELLS, S_Unit: column(0.01) }).unit).toBe(0.01);
  });

  it('is none where the split goes by quarters or weeks, or has no names', () => {
    expect(readSplit('S', { ...form, periods: 'quarters' }, CELLS)).toBeUndefined();
    expect(readSplit('S', form, {})).toBeUndefined();
    expect(readSplit('S', {}, CELLS)).toBeUndefined();
    expect(readSplit('S', { periods: 'quarterMonths' }, CELLS)).toBeUndefined();
    expect(readSplit('S', { ...form, start: 46023 }, CELLS)).toBeUndefined();
    for (const total of [null, 'x', ''])
      expect(readSplit('S', form, { ...CELLS, S_Total: column(total) })).toBeUndefined();
    const none = { S_Period1: column(null), S_Period2: column(''), S_Period3: column('x', null, null) };
    expect(readSplit('S', form, { ...CELLS, ...none })).toBeUndefined();
  });

  it.each(['en', 'zh'] as const)('finds every name on the sheet of the template (%s)', language => {
    const spec = specOf(targetSplit, language);
    const names = spec.tables.flatMap(({ columns, above }) => [
      ...columns.flatMap(({ named }) => named ?? []),
      ...above.flatMap(({ named }) => Object.values(named ?? {})),
    ]);
    expect([...names, ...spec.parameters.map(({ key }) => key)]).toEqual(expect.arrayContaining(SPLIT_NAMES));
    expect(spec.form).toMatchObject({ periods: 'months' });
  });
});

describe('nextTargets()', () => {
  const period = '2026-02';
  it('takes a month of the split, by person', () => {
    const source = { from: 'split', plan: planOf(), period } as const;
    expect(nextTargets(source, [row('Ann', 90)])).toEqual([
      { person: 'Ann', product: '', region: 'East', target: 100 },
      { person: 'Bob', product: '', region: 'West', target: 100 },
    ]);
    expect(nextTargets({ ...source, period: '2027-01' }, [row('Ann', 90)])).toEqual([]);
  });

  it('takes a split in another unit at what it is worth in that of the tracker, exactly', () => {
    const plan = planOf({ ...CELLS, S_Period2: column(84.35, null, 0.1), S_Unit: column(0.05) });
    const source = { from: 'split', plan, period, scale: 1e4 } as const;
    expect(nextTargets(source, [row('Ann', 90)]).map(({ target }) => target)).toEqual([843500, 1000]);
    expect(unitOf(source, [])).toBe(500);
    const back = { ...source, scale: 1e-4 };
    expect(nextTargets(back, [row('Ann', 90)]).map(({ target }) => target)).toEqual([0.008435, 0.00001]);
  });

  it('sums the split by region where the tracker names no people', () => {
    const cells = { ...CELLS, S_Region: column('East', null, 'East') };
    expect(nextTargets({ from: 'split', plan: planOf(cells), period }, [row('', 90)])).toEqual([
      { person: '', product: '', region: 'East', target: 200 },
    ]);
  });

  it('names people where the tracker names one of them or has no rows, else regions', () => {
    const source = { from: 'split', plan: planOf(), period } as const;
    const names = (rows: readonly TrackerRow[]) => nextTargets(source, rows).map(({ person }) => person);
    expect(names([])).toEqual(['Ann', 'Bob']);
    expect(names([row('', 90), row('Ann', 90)])).toEqual(['Ann', 'Bob']);
    expect(names([row(' ', 90)])).toEqual(['', '']);
  });

  it('leaves out of a split who has no target in the month', () => {
    const plan = planOf({ ...CELLS, S_Period2: column(100, null, null) });
    expect(nextTargets({ from: 'split', plan, period }, [row('Ann', 90)]).map(({ person }) => person)).toEqual(['Ann']);
  });

  it('adds up rows without a person by region and product', () => {
    const rows = [
      { ...row('', 100), product: 'A' },
      { ...row('', 50), product: 'B' },
      { ...row('', 25, 'east '), product: 'a' },
      { ...row('', 10, 'West'), product: 'A' },
    ];
    expect(
      nextTargets({ from: 'last', growth: 0 }, rows).map(({ region, product, target }) => [region, product, target]),
    ).toEqual([
      ['East', 'A', 125],
      ['East', 'B', 50],
      ['West', 'A', 10],
    ]);
  });

  it('keeps to the unit of the split, and to cents where a single target has them', () => {
    const plan = planOf({ ...CELLS, S_Unit: column(10) });
    expect(unitOf({ from: 'split', plan, period }, [row('Ann', 0.5)])).toBe(10);
    expect(unitOf({ from: 'last', growth: 0 }, [row('Ann', 100), row('Bob', 0.5), row('Cy', null)])).toBe(0.01);
    expect(unitOf({ from: 'last', growth: 0 }, [row('Ann', 100), row('Cy', null)])).toBe(1);
  });

  it('grows last month’s targets, rounded as they were, and adds up rows of one person', () => {
    const rows = [row('Ann', 101), row('ann', 50, 'West'), row('Bob', null)];
    const source = { from: 'last', growth: 0.1 } as const;
    expect(nextTargets(source, rows)).toEqual([{ person: 'Ann', product: '', region: 'East', target: 111 + 55 }]);
    expect(unitOf(source, [row('Ann', 0.5)])).toBe(0.01);
    expect(nextTargets(source, [row('Ann', 1.15)])).toMatchObject([{ target: 1.27 }]);
  });
});

describe('replanSplit()', () => {
  it('locks what was reached and shares the rest over the open months, as weights', () => {
    const plan = replanSplit('r', planOf(), ledgerOf({ '2026-01': 150 }), 'actual');
    if (!('months' in plan)) throw new Error(plan.en);
    expect(plan.months.map(({ before, reached, after }) => [before, reached, after])).toEqual([
      [200, 150, 150],
      // Two people share 112.5 each.
      [200, null, 226],
      [200, null, 224],
    ]);
    expect(plan.missing).toBe(50);
    expect(plan.set.changes).toMatchObject([
      { name: 'S_Weight1', cells: [{ before: 1, after: 150 }] },
      { name: 'S_Weight2', cells: [{ before: 1, after: 225 }] },
      { name: 'S_Weight3', cells: [{ before: 1, after: 225 }] },
    ]);
  });

  it('measures closed months in the unit of the split', () => {
    const inUnits = replanSplit('r', planOf(), ledgerOf({ '2026-01': 150 }), 'actual');
    const inThousands = replanSplit('r', planOf(), ledgerOf({ '2026-01': 150_000 }), 'actual', 1000);
    expect(inThousands).toEqual(inUnits);
  });

  it('writes no weight that is as it should be already, and says what it does in both languages', () => {
    const cells = { ...CELLS, S_Weight1: column(150), S_Weight2: column(225) };
    const plan = replanSplit('r', planOf(cells), ledgerOf({ '2026-01': 150 }), 'actual');
    if (!('months' in plan)) throw new Error(plan.en);
    expect(plan.set).toEqual({
      id: 'r',
      title: { en: 'Re-plan the open months', zh: '调整未关账月份的目标' },
      changes: [{ kind: 'cells', name: 'S_Weight3', keys: [], cells: [{ row: 0, key: [], before: 1, after: 225 }] }],
    });
  });

  it('goes by the sales of the company, not by its deals, and by nobody else’s', () => {
    const figures = (['deals', 'collected'] as const).map(metric => ({
      period: '2026-01',
      unitType: 'company' as const,
      unit: '',
      metric,
      target: null,
      actual: 7,
    }));
    const person = {
      period: '2026-01',
      unitType: 'person',
      unit: '',
      metric: 'sales',
      target: null,
      actual: 9,
    } as const;
    const others = new Ledger(closed([], close([], [...figures, person], { source: '', closedAt: 1 })));
    expect(replanSplit('r', planOf(), others, 'actual')).toMatchObject({
      en: expect.stringContaining('No month of this split is closed'),
      zh: expect.stringContaining('尚无已关账月份'),
    });
  });

  it('says exactly what the sheet will show: everybody’s months are rounded for themselves', () => {
    const spec = specOf(targetSplit, 'en');
    const figures = figuresOf(spec, 'en');
    const people = figures.column('People', 'person');
    const cells: Record<string, ReturnType<typeof column>> = {
      S_Total: column(5000),
      S_Unit: column(1),
      S_Person: column(...(people as string[])),
      S_Region: column(...(figures.column('People', 'region') as string[])),
    };
    for (let month = 1; month <= 12; month++) {
      cells[`S_Period${month}`] = column(...(figures.column('People', `period${month}`) as number[]));
      cells[`S_Weight${month}`] = column(1);
    }
    const split = readSplit('S', { start: '2026-01-01', periods: 'months' }, cells);
    if (!split) throw new Error('there is no split');
    const plan = replanSplit('r', split, ledgerOf({ '2026-01': 300, '2026-02': 401 }), 'actual');
    if (!('months' in plan)) throw new Error(plan.en);
    expect(plan.months.reduce((sum, { after }) => sum + after, 0)).toBe(5000);
    expect(Math.abs((plan.months[0]?.after ?? 0) - 300)).toBeLessThanOrEqual(people.length);
  });

  it('says why not: computed weights, nothing closed, everything closed', () => {
    const computed = { ...CELLS, S_Weight2: { cells: [1], formulas: [true] } };
    const said = (plan: ReturnType<typeof replanSplit>) => ('en' in plan ? plan.en : '');
    expect(said(replanSplit('r', planOf(computed), ledgerOf({ '2026-01': 1 }), 'actual'))).toContain('are calculated');
    expect(said(replanSplit('r', planOf(), ledgerOf({}), 'actual'))).toContain('No month of this split is closed');
    const all = ledgerOf({ '2026-01': 1, '2026-02': 1, '2026-03': 1 });
    expect(said(replanSplit('r', planOf(), all, 'actual'))).toContain('every month is closed');
    // The sheet shares by weights, and none of them is below 0.
    expect(said(replanSplit('r', planOf(), ledgerOf({ '2026-01': -5 }), 'actual'))).toContain('found -5');
    const chinese = replanSplit('r', planOf(computed), ledgerOf({ '2026-01': 1 }), 'actual');
    expect('zh' in chinese ? chinese.zh : '').toContain('各期权重由公式计算');
  });
});
