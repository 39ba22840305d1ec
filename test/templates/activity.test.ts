import { describe, expect, it } from 'vitest';
import { activity } from '../../src/templates/activity.ts';
import { logRows } from '../support/logs.ts';
import { figuresOf, specOf } from '../support/planning.ts';

const entry = (date: string, person: string, calls: number, visits?: number) => ({
  date,
  person,
  calls,
  emails: 40,
  visits,
  followUps: 20,
  demos: 3,
});

const MONDAY = 46083; // 2 March 2026

describe('activity', () => {
  it('gives each person’s week and index: 100 where all goals are met, capped at 1.5 times a goal', () => {
    const figures = figuresOf(specOf(activity, 'en'), 'en');
    expect(figures.column('People', 'person').slice(0, 2)).toEqual(['Anna Bell', 'Ben Carter']);
    expect(figures.column('People', 'calls').slice(0, 4)).toEqual([50, 40, 75, 25]);
    const index = figures.column('People', 'index').slice(0, 4).map(Number);
    for (const [row, points] of [100, 66, 120, 55].entries()) expect(index[row]).toBeCloseTo(points, 10);
  });

  it('gives the team’s index by ACTIVITY_INDEX, and the same for its week by built-in functions', () => {
    const figures = figuresOf(specOf(activity, 'en'), 'en');
    // 0.2 × 190/200 + 0.1 × 140/160 + 0.3 × 20/20 + 0.2 × 60/80 + 0.2 × 8/12
    const points = 100 * (0.19 + 0.0875 + 0.3 + 0.15 + 0.4 / 3);
    expect(figures.above('People', 'total', 'index')).toBeCloseTo(points, 10);
    expect(figures.column('Weeks', 'week')[12]).toBe(MONDAY);
    expect(figures.column('Weeks', 'index')[12]).toBeCloseTo(points, 10);
  });

  it('counts the goals of a month by its days ÷ 7', () => {
    const figures = figuresOf(specOf(activity, 'en'), 'en');
    // February 2026 has four weeks, three of them in the samples.
    const points = 100 * (0.75 * (0.19 + 0.0875 + 0.3 + 0.15 + 0.4 / 3));
    expect(figures.column('Months', 'index')[2]).toBeCloseTo(points, 10);
  });

  it('takes a week from Monday to Sunday', () => {
    const entries = [
      entry('2026-03-01', 'A', 7),
      entry('2026-03-02', 'A', 50, 5),
      entry('2026-03-08', 'A', 1),
      entry('2026-03-09', 'A', 9),
    ];
    const figures = figuresOf(specOf(activity, 'en', { week: '2026-03-05', weeks: 2, entries }), 'en');
    expect(figures.column('People', 'calls')[0]).toBe(51);
    expect(figures.column('Weeks', 'calls')).toEqual([7, 51]);
    // The 9 calls, 40 e-mails, 20 follow-ups and 3 demos of the week after.
    expect(figures.above('Weeks', 'check', 'total')).toBe(72);
  });

  it('shows a cross where somebody in the log is not listed', () => {
    const spec = specOf(activity, 'en', { entries: [entry('2026-03-02', 'A', 1)], week: '2026-03-02' });
    const tables = spec.tables.map(table => (table.key === 'People' ? { ...table, rows: [{ person: 'B' }] } : table));
    expect(figuresOf({ ...spec, tables }, 'en').above('People', 'check', 'total')).toBe(64);
  });

  it('takes 10,000 entries', () => {
    const figures = figuresOf(specOf(activity, 'zh', logRows('activity', 10000, 'zh')), 'zh');
    expect(figures.above('Weeks', 'check', 'total')).toBe(0);
    expect(figures.above('Months', 'check', 'total')).toBe(0);
    expect(figures.above('People', 'check', 'total')).toBe(0);
  });
});
