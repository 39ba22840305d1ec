import { describe, expect, it } from 'vitest';
import { excelDialect, sheetsDialect } from '../../src/plan/dialect.ts';
import { planModel } from '../../src/templates/planModel.ts';
import { insertedIn } from '../support/editContract.ts';
import { figuresOf, headlinesOf, only, opsOf, specOf } from '../support/planning.ts';

/** 2% from 80%, 3% and 1,000 from 100%; beside it 2% of the first 90%, 6% of what lies above. */
const PLANS = {
  tiersA: [
    { from: 0.8, rate: 0.02, level: 'Near' },
    { from: 1, rate: 0.03, bonus: 1000, level: 'There' },
  ],
  modeA: 'whole',
  tiersB: [
    { from: 0.9, rate: 0.06 },
    { from: 0, rate: 0.02 },
  ],
  modeB: 'marginal',
};

const row = (person: string, target: number | undefined, sales: number | undefined, month = '2026-01-01') => ({
  person,
  month,
  target,
  sales,
});

const ROWS = [
  row('Ann', 100000, 100000),
  row('Ben', 100000, 70000),
  row('Cai', 50000, 40000),
  row('Ann', 100000, 120000, '2026-02-01'),
  row('Ben', 100000, undefined, '2026-02-01'),
];

const specFor = (changes: Readonly<Record<string, unknown>> = {}) =>
  specOf(planModel, 'en', { ...PLANS, rows: ROWS, ...changes });

describe('plan model', () => {
  it('pays every person and month by both plans, and says who gains', () => {
    const figures = figuresOf(specFor(), 'en');
    expect(figures.column('Rows', 'achievement').slice(0, 5)).toEqual([1, 0.7, 0.8, 1.2, null]);
    expect(figures.column('Rows', 'payA').slice(0, 5)).toEqual([4000, 0, 800, 4600, null]);
    // 90,000 at 2% and 10,000 at 6%; 70,000 at 2%; 40,000 at 2%; 90,000 at 2% and 30,000 at 6%.
    expect(figures.column('Rows', 'payB').slice(0, 5)).toEqual([2400, 1400, 800, 3600, null]);
    expect(figures.column('Rows', 'difference').slice(0, 5)).toEqual([-1600, 1400, 0, -1000, '']);
    expect(figures.column('Rows', 'effect').slice(0, 5)).toEqual(['loses', 'gains', 'same', 'loses', '']);
  });

  it('says what both cost, in money and as a share of sales', () => {
    expect(headlinesOf(specFor(), 'en')).toEqual([9400, 8200, -1200, 9400 / 330000, 8200 / 330000, 1, 2]);
  });

  it('counts who reaches which tier and no higher one, in whatever order tiers stand', () => {
    const figures = figuresOf(specFor(), 'en');
    expect(figures.column('PlanA', 'count').slice(0, 2)).toEqual([1, 2]);
    expect(figures.above('PlanA', 'below', 'count')).toBe(1);
    expect(figures.column('PlanB', 'count').slice(0, 2)).toEqual([2, 2]);
    expect(figures.above('PlanB', 'below', 'count')).toBe(0);
  });

  it('costs both at other sales, person by person', () => {
    const figures = figuresOf(specFor(), 'en');
    const of = (key: string) => figures.column('Scenarios', key).slice(0, 5);
    expect(of('sales')).toEqual([264000, 297000, 330000, 363000, 396000]);
    // −20%: 1,600, 0, 0, 1,920. −10%: 1,800, 0, 0, 4,240. +10%: 4,300, 0, 880, 4,960. +20%: 4,600, 1,680, 960, 5,320.
    expect(of('costA')).toEqual([3520, 6040, 9400, 10140, 12560]);
    // −20%: 1,600, 1,120, 640, 2,160. +10%: 3,000, 1,540, 880, 4,320. +20%: 3,600, 1,680, 1,080, 5,040.
    expect(of('costB')).toEqual([5520, 6660, 8200, 9740, 11400]);
    expect(of('difference')).toEqual([2000, 620, -1200, -400, -1160]);
    expect(of('ratioA')[0]).toBeCloseTo(3520 / 264000, 12);
    expect(of('ratioB')[4]).toBeCloseTo(11400 / 396000, 12);
  });

  it('reaches a tier exactly, whatever the change of sales', () => {
    const spec = specFor({ rows: [row('Ann', 920000, 800000)], tiersA: [{ from: 1, rate: 0.1 }] });
    const tables = spec.tables.map(table =>
      table.key === 'Scenarios' ? { ...table, rows: [{ shift: 0.15 }] } : table,
    );
    expect(figuresOf({ ...spec, tables }, 'en').column('Scenarios', 'costA')[0]).toBe(92000);
  });

  it('draws both plans from 50% to 150% of the average target', () => {
    const spec = specFor();
    const figures = figuresOf(spec, 'en');
    expect(figures.parameter('Typical')).toBe(90000);
    expect(figures.column('Curve', 'achievement')).toEqual([0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.1, 1.2, 1.3, 1.4, 1.5]);
    expect(figures.column('Curve', 'payA').slice(2, 6)).toEqual([0, 1440, 1620, 3700]);
    // 81,000 at 2%, 9,000 at 6%.
    expect(figures.column('Curve', 'payB').slice(4, 6)).toEqual([1620, 2160]);
    const charts = only(opsOf(spec, 'en', excelDialect), 'chart');
    expect(charts.map(({ kind, categories, series }) => [kind, categories.rows, series.length])).toEqual([
      ['column', 5, 2],
      ['line', 11, 2],
    ]);
  });

  it('caps each plan by itself', () => {
    const spec = specFor();
    const parameters = spec.parameters.map(cell => (cell.key === 'CapA' ? { ...cell, value: 3000 } : cell));
    const figures = figuresOf({ ...spec, parameters }, 'en');
    expect(figures.column('Rows', 'payA').slice(0, 4)).toEqual([3000, 0, 800, 3000]);
    expect(figures.column('Rows', 'payB')[3]).toBe(3600);
    expect(figures.column('Scenarios', 'costA')[2]).toBe(6800);
  });

  it('is blank with no rows, and says which rows have no target', () => {
    const none = figuresOf(specFor({ rows: [], samples: false }), 'zh');
    expect(none.parameter('Typical')).toBe('');
    expect(none.column('Curve', 'payA')[0]).toBe(null);
    expect(none.column('Scenarios', 'ratioA')[0]).toBe('');
    const figures = figuresOf(specOf(planModel, 'zh', { ...PLANS, rows: [...ROWS, row('Dan', undefined, 5)] }), 'zh');
    expect(figures.column('Rows', 'payA')[5]).toBe(null);
    expect(figures.above('Rows', 'check', 'target')).toBe('✗ 缺目标：1');
    expect(figures.column('Rows', 'effect').slice(0, 3)).toEqual(['减少', '增加', '持平']);
  });

  it.each([
    ['Excel', excelDialect],
    ['Google Sheets', sheetsDialect],
  ] as const)(
    'says where a commission was typed over, and follows each cell of both plans (%s)',
    async (host, dialect) => {
      const { edited, book } = await insertedIn(host, dialect, specFor());
      for (const edit of [
        { is: 'type', table: 'PlanA', at: 1, key: 'from', cell: 1.2 },
        { is: 'type', table: 'PlanB', at: 0, key: 'rate', cell: 0.1 },
        { is: 'type', table: 'Scenarios', at: 0, key: 'shift', cell: 0.5 },
        { is: 'set', key: 'ModeB', cell: 'whole' },
        { is: 'set', key: 'CapA', cell: 1500 },
        { is: 'set', key: 'CapA', cell: null },
      ] as const) {
        edited.do(edit);
        await book.calculated();
        edited.compare('en', edit);
      }
      expect(edited.column('PlanA', 'count').slice(0, 2)).toEqual([2, 1]);
      book.dispose();
    },
  );
});
