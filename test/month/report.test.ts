import { describe, expect, it } from 'vitest';
import { serialOfIso } from '../../src/kernel/calendar.ts';
import { close, closed, Ledger } from '../../src/month/figures/history.ts';
import { type DatedPlan, isPlan, planFor, revisePlans } from '../../src/month/report/plans.ts';
import { type ReportTask, report } from '../../src/month/report/report.ts';
import { explained } from '../../src/month/report/statement.ts';
import { summary } from '../../src/month/report/summary.ts';
import type { MonthFigure } from '../../src/sheets/history.ts';
import { deal } from '../support/deals.ts';

const PLAN: DatedPlan = {
  from: '2025-01',
  tiers: [
    [0.8, 0.015, 0],
    [1, 0.02, 1000],
    [1.2, 0.03, 3000],
  ],
  mode: 'whole',
  cap: null,
  amberFrom: 0.8,
  greenAbove: 1,
};
const figure = (period: string, unit: string, actual: number): MonthFigure => ({
  period,
  unitType: 'person',
  unit,
  metric: 'sales',
  target: null,
  actual,
});
const task = (given: Partial<ReportTask> = {}): ReportTask => ({
  period: '2025-09',
  rows: [
    { person: 'Anna', region: 'East', target: 800000, actual: 840000 },
    { person: 'Ben', region: 'East', target: 600000, actual: 450000 },
    { person: 'Clara', region: 'North', target: 300000, actual: 200000 },
    { person: 'Clara', region: 'North', target: 100000, actual: 160000 },
    { person: 'Dan', region: 'West', target: 400000, actual: null },
  ],
  plan: PLAN,
  thresholds: PLAN,
  ledger: new Ledger([]),
  start: serialOfIso('2025-09-01'),
  end: serialOfIso('2025-09-30'),
  asOf: serialOfIso('2025-09-30'),
  week: 'mon-fri',
  ...given,
});

describe('report()', () => {
  it('adds up each person and the total', () => {
    const { people, total, lights } = report(task());
    expect(people.map(({ person, actual, achievement, light }) => [person, actual, achievement, light])).toEqual([
      ['Anna', 840000, 1.05, 'green'],
      ['Ben', 450000, 0.75, 'red'],
      ['Clara', 360000, 0.9, 'amber'],
      ['Dan', null, null, 'none'],
    ]);
    expect(total).toMatchObject({ target: 2200000, actual: 1650000, gap: -550000 });
    expect(lights).toEqual({ red: 1, amber: 1, green: 1, none: 1 });
  });

  it('lists what stands out', () => {
    const months = Array.from({ length: 8 }, (_, month) => figure(`2025-0${month + 1}`, 'Anna', 400000 + month * 1000));
    const ledger = new Ledger(closed([], close([], months, { source: '', closedAt: 1 })));
    const deals = [
      deal({ customer: 'Acme', amount: 500, collected: 200, due: serialOfIso('2025-09-01') }),
      deal({ customer: 'Acme', amount: 100, collected: 100, due: serialOfIso('2025-09-01') }),
      deal({ customer: 'Bolt', amount: 900, collected: 0, due: serialOfIso('2025-10-15') }),
    ];
    expect(report(task({ ledger, deals })).exceptions).toEqual([
      { kind: 'red', name: 'Ben', value: 0.75, gap: -150000 },
      { kind: 'outlier', name: 'Anna', value: 840000, gap: 40000 },
      { kind: 'overdue', name: 'Acme', value: 300, gap: null },
      { kind: 'noData', name: 'Dan', value: null, gap: null },
    ]);
  });

  it('looks for what is unusual in six closed months of the person’s own, once the month is over', () => {
    const odd = (months: readonly MonthFigure[], given: Partial<ReportTask> = {}) =>
      report(task({ ledger: new Ledger(closed([], close([], months, { source: '', closedAt: 1 }))), ...given }))
        .exceptions.filter(({ kind }) => kind === 'outlier')
        .map(({ name }) => name);
    const steady = (unit: string, months: number) =>
      Array.from({ length: months }, (_, month) => figure(`2025-0${month + 1}`, unit, 400000 + month * 1000));
    expect(odd(steady('anna', 6))).toEqual(['Anna']);
    expect(odd(steady('Anna', 5))).toEqual([]);
    expect(odd(steady('Ben', 6))).toEqual(['Ben']);
    expect(odd(steady('Dan', 8))).toEqual([]);
    expect(odd(steady('Anna', 8), { asOf: serialOfIso('2025-09-29') })).toEqual([]);
    // The month itself, and those after it, are not what came before.
    const later = ['2025-09', '2025-10', '2025-11'].map(period => figure(period, 'Anna', 400000));
    expect(odd([...steady('Anna', 5), ...later])).toEqual([]);
  });

  it('adds up somebody with several rows, blanks left out, and passes over rows of nobody', () => {
    const rows = [
      { person: 'Anna', region: 'East', target: 0.1, actual: null },
      { person: ' ', region: 'East', target: 9, actual: 9 },
      { person: 'anna ', region: 'West', target: 0.2, actual: 0.3 },
      { person: 'Zed', region: '', target: null, actual: -5 },
    ];
    const { people, total, leaders } = report(task({ rows, plan: undefined }));
    expect(people.map(({ person, region, target, actual, gap }) => [person, region, target, actual, gap])).toEqual([
      ['Anna', 'East', 0.3, 0.3, 0],
      ['Zed', '', null, -5, null],
    ]);
    expect([total.target, total.actual, total.gap]).toEqual([0.3, -4.7, -5]);
    expect(leaders.map(({ person, share }) => [person, share])).toEqual([['Anna', 1]]);
    expect(report(task({ rows: rows.slice(3), plan: undefined })).leaders).toEqual([]);
    expect(report(task({ rows: [], plan: undefined })).total).toMatchObject({ target: null, actual: null, gap: null });
  });

  it('compares with the working days that have passed while the month runs', () => {
    // 1 to 30 September 2025 has 22 working days, 20 of them over on the 26th.
    const running = report(task({ asOf: serialOfIso('2025-09-26') }));
    expect(running.exceptions.filter(({ kind }) => kind === 'behind').map(({ name }) => name)).toEqual(['Clara']);
    expect(running.people[0]?.pace).toBeCloseTo(1.05 / (20 / 22), 12);
  });

  it('ranks the leaders and pays by the plan, to the cent as explained', () => {
    const { leaders, statements } = report(task({ leaders: 2 }));
    expect(leaders.map(({ rank, person, actual }) => [rank, person, actual])).toEqual([
      [1, 'Anna', 840000],
      [2, 'Ben', 450000],
    ]);
    expect(statements.map(({ person, pay }) => [person, pay])).toEqual([
      ['Anna', 17800],
      ['Ben', 0],
      ['Clara', 5400],
      ['Dan', null],
    ]);
    const table = explained({ person: 'Anna', actual: 840000, target: 800000 }, PLAN, 'en');
    expect(Array.isArray(table) && table[table.length - 1]).toEqual(['Total', null, null, null, null, 17800]);
  });
});

describe('summary()', () => {
  it('says the month in a few lines in either language', () => {
    const result = report(task({ leaders: 2 }));
    expect(summary(result, 'en', 'USD').split('\n')).toEqual([
      'Sales summary, September 2025 (USD)',
      'Total 1,650,000 of 2,200,000, 75.0%; gap -550,000.',
      'People: 1 green, 1 amber, 1 red, 1 without data.',
      'Top performers: 1. Anna 840,000; 2. Ben 450,000.',
      'Below target (red): Ben 75.0% (-150,000).',
      'No data yet: Dan.',
    ]);
    expect(summary(result, 'zh', '元')).toContain('合计完成 1,650,000，目标 2,200,000，达成率 75.0%，差额 -550,000。');
  });
});

describe('planFor()', () => {
  const later: DatedPlan = { ...PLAN, from: '2025-07', tiers: [[0, 0.05]] };

  it('closes June again by June’s plan', () => {
    const plans = revisePlans([PLAN], later);
    const at = (period: string) => {
      const plan = planFor(plans, period);
      return isPlan(plan) ? plan.from : plan.en;
    };
    expect(['2025-06', '2025-07', '2025-12', '2024-12'].map(at)).toEqual([
      '2025-01',
      '2025-07',
      '2025-07',
      'no incentive plan applies to December 2024',
    ]);
  });

  it('replaces the plan of its own month, and keeps the others in order', () => {
    const june: DatedPlan = { ...PLAN, from: '2025-06' };
    const other: DatedPlan = { ...june, cap: 5 };
    expect(revisePlans([later, PLAN], june).map(({ from }) => from)).toEqual(['2025-01', '2025-06', '2025-07']);
    expect(revisePlans([PLAN, june, later], other).map(({ from, cap }) => [from, cap])).toEqual([
      ['2025-01', null],
      ['2025-06', 5],
      ['2025-07', null],
    ]);
    const none = planFor([later], '2025-06');
    expect(isPlan(none) ? '' : none.zh).toBe('2025年6月没有适用的激励方案');
  });
});
