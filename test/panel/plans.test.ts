import { describe, expect, it } from 'vitest';
import { serialOfIso } from '../../src/kernel/calendar.ts';
import type { DatedPlan } from '../../src/month/report/plans.ts';
import { NO_MONTH_MEMORY } from '../../src/panel/monthMemory.ts';
import { planOf } from '../../src/panel/views/month/close/plans.ts';
import { reportOf } from '../../src/panel/views/month/report/reporting.ts';

const plan = (from: string, rate: number): DatedPlan => ({
  from,
  tiers: [[0, rate, 0, 'Base']],
  mode: 'whole',
  cap: null,
  amberFrom: 0.8,
  greenAbove: 1,
});
const now = plan('2026-09', 0.05);
const place = { tracker: undefined, history: undefined, plan: now, paid: undefined, deals: [], pipeline: undefined };

describe('planOf(memory, place, period, isClosed)', () => {
  it('pays a closed month by the plan that was kept, and an open one by the plan on the sheet', () => {
    const memory = { ...NO_MONTH_MEMORY, plans: [plan('2026-06', 0.02)] };
    expect(planOf(memory, place, '2026-06', true)).toEqual({ plan: plan('2026-06', 0.02), paid: undefined });
    expect(planOf(memory, place, '2026-06', false)).toEqual({ plan: now, paid: undefined });
  });

  it('says so where a month was closed and no plan was kept, so that today’s has to serve', () => {
    expect(planOf(NO_MONTH_MEMORY, place, '2026-05', true)).toMatchObject({ plan: now, isAssumed: true });
    expect(planOf(NO_MONTH_MEMORY, { ...place, plan: undefined }, '2026-05', true)).not.toHaveProperty('isAssumed');
  });
});

describe('reportOf()', () => {
  it('has the commission that the sheet of commission by deal says, whatever the plan would give', () => {
    const person = { manager: '', target: null, credited: 5, spiffs: 0, override: null };
    const people = [
      { ...person, person: 'Ann', commission: 1500.5, pay: 1700 },
      { ...person, person: 'Ben', commission: null, pay: null },
    ];
    const days = { start: serialOfIso('2026-06-01'), end: serialOfIso('2026-06-30') };
    const sheet = {
      prefix: 'Deals',
      ...days,
      unit: '',
      deals: [],
      people,
      products: [],
      basis: 'amount',
      faults: 0,
    } as const;
    const { report, isByDeal } = reportOf({ ...place, deals: [sheet] }, NO_MONTH_MEMORY, '2026-06', []);
    expect([isByDeal, report.statements.map(({ person: name, pay }) => [name, pay])]).toEqual([
      true,
      [
        ['Ann', 1500.5],
        ['Ben', null],
      ],
    ]);
    expect(report.statements[1]?.problem).toBeDefined();
    expect(reportOf({ ...place, deals: [sheet] }, NO_MONTH_MEMORY, '2026-05', []).isByDeal).toBe(false);
  });
});
