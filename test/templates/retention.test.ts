import { describe, expect, it } from 'vitest';
import { retention } from '../../src/templates/retention.ts';
import { logRows } from '../support/logs.ts';
import { figuresOf, headlinesOf, specOf } from '../support/planning.ts';

const order = (date: string, customer: string, amount = 100) => ({ date, customer, amount });

const ORDERS = [
  order('2025-11-20', 'A'),
  order('2025-11-21', 'Z'),
  order('2026-01-01', 'A'),
  order('2026-01-15', 'B'),
  order('2026-01-31', 'C'),
  order('2026-01-31', 'D'),
  order('2026-02-01', 'A', 250),
  order('2026-02-10', 'A', 150),
  order('2026-02-11', 'b '),
  order('2026-02-28', 'Z'),
  order('2026-02-28', 'New'),
];

const given = { start: '2026-02-01', end: '2026-02-28', before: '2026-01-01', orders: ORDERS };
const figures = (changes = {}) => figuresOf(specOf(retention, 'en', { ...given, ...changes }), 'en');
const value = (place: number) => headlinesOf(specOf(retention, 'en', given), 'en')[place];

describe('retention', () => {
  it('counts the orders of the period, its first and last day included', () => {
    expect([value(0), value(1), value(2)]).toEqual([5, 700, 140]);
  });

  it('loses who bought in the period before and not in this one', () => {
    // Of A, B, C and D the last two.
    expect([value(3), value(4)]).toEqual([0.5, 0.5]);
  });

  it('tells new customers from those won back', () => {
    // Of A, B, Z and New one was never there, and one was away.
    expect([value(5), value(6)]).toEqual([0.25, 0.25]);
  });

  it('gives repurchase in the period and over all orders', () => {
    // A ordered twice in February; A, B and Z twice at all, of six customers.
    expect([value(7), value(8)]).toEqual([0.25, 0.5]);
  });

  it('shows cohorts by month, by quarter, or says that they do not fit', () => {
    const first = (cohorts: string, orders = ORDERS) => figures({ cohorts, orders }).column('Cohorts', 'cohort');
    expect(first('month')).toEqual(['Cohort', '2025-11', '2026-01', '2026-02']);
    expect(first('quarter')).toEqual(['Cohort', '2025-Q4', '2026-Q1']);
    const long = [order('2024-12-31', 'A'), order('2025-12-01', 'A')];
    expect(first('month', long)[0]).toMatch(/^More than 12 periods/);
    expect(first('quarter', long)).toEqual(['Cohort', '2024-Q4']);
    expect(first('year', long)).toEqual(['Cohort', '2024']);
    expect(first('month', [order('2025-01-31', 'A'), order('2025-12-01', 'A')])).toEqual(['Cohort', '2025-01']);
    const quarters = [order('2023-01-31', 'A'), order('2025-12-01', 'A')];
    expect(first('quarter', quarters)).toEqual(['Cohort', '2023-Q1']);
    expect(first('quarter', [...quarters, order('2026-01-01', 'A')])[0]).toMatch(/^More than 12 periods/);
  });

  it('gives gross and net revenue retention of the sample months', () => {
    const sample = figuresOf(specOf(retention, 'zh'), 'zh');
    expect(sample.column('Revenue', 'grr').slice(0, 3)).toEqual([0.9, 0.95, null]);
    expect(sample.column('Revenue', 'nrr').slice(0, 3)).toEqual([1, 0.97, null]);
    expect(sample.column('Revenue', 'end').slice(0, 3)).toEqual([1050000, 1050000, '']);
  });

  it('shows a cross where orders lie outside the twelve months', () => {
    const late = figures({ orders: [...ORDERS, order('2026-03-01', 'A', 7)] });
    expect([late.above('Months', 'check', 'orders'), late.above('Months', 'check', 'sales')]).toEqual([1, 7]);
  });

  it('takes 10,000 orders', () => {
    const spec = specOf(retention, 'en', logRows('retention', 10000, 'en'));
    const many = figuresOf(spec, 'en');
    expect(many.above('Months', 'check', 'orders')).toBe(0);
    expect(headlinesOf(spec, 'en')[8]).toBe(1);
    expect(many.column('Cohorts', 'cohort')[0]).toBe('Cohort');
  });
});
