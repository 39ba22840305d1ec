import { describe, expect, it } from 'vitest';
import { excelDialect } from '../../src/plan/dialect.ts';
import { leaderboard } from '../../src/templates/leaderboard.ts';
import { figuresOf, only, opsOf, specOf } from '../support/planning.ts';

const PEOPLE = [
  { person: 'Ann', m1: 100, m2: 50, m3: 30, m4: 10 },
  { person: 'Ben', m1: 60, m2: 90, m3: 30, m4: 70 },
  { person: 'Cai', m1: 60, m2: 20, m3: 20 },
  { person: 'Dan' },
];

const shown = (day: string, changes: Readonly<Record<string, unknown>> = {}) =>
  figuresOf(specOf(leaderboard, 'en', { start: '2026-01-01', shown: day, people: PEOPLE, top: 4, ...changes }), 'en');

describe('leaderboard', () => {
  it('names the champions of the month, of its quarter and of the year', () => {
    const figures = shown('2026-04-15');
    expect([figures.parameter('Month'), figures.parameter('Quarter')]).toEqual([4, 2]);
    expect(figures.column('Boards', 'monthName')).toEqual(['Ben', 'Ann']);
    expect(figures.column('Boards', 'quarterValue')).toEqual([70, 10]);
    expect(figures.column('Boards', 'yearName')).toEqual(['Ben', 'Ann', 'Cai']);
    expect(figures.column('Boards', 'yearValue')).toEqual([250, 190, 100]);
    expect(figures.column('Boards', 'yearShare')[0]).toBeCloseTo(250 / 540, 12);
  });

  it('lets those who tie share the place and the prizes that they span', () => {
    const figures = shown('2026-03-01');
    expect(figures.column('Boards', 'monthRank')).toEqual([1, 1, 3]);
    expect(figures.column('Boards', 'monthPrize').slice(0, 3)).toEqual([800, 800, 300]);
  });

  it('gives 5,000, 3,000 and 1,000 for the quarter', () => {
    // 180, 180 and 100 in the first quarter would tie: without Ben’s February they do not.
    const people = PEOPLE.map(line => (line.person === 'Ben' ? { ...line, m2: 80 } : line));
    const figures = shown('2026-02-01', { people });
    expect(figures.column('Boards', 'quarterValue')).toEqual([180, 170, 100]);
    expect(figures.column('Boards', 'quarterPrize').slice(0, 3)).toEqual([5000, 3000, 1000]);
    expect(figures.column('Results', 'quarterPrize').slice(0, 4)).toEqual([5000, 3000, 1000, null]);
  });

  it('has a wall of the months’ champions, and says how many more tie with one', () => {
    const figures = shown('2026-04-01');
    const champions = ['m1', 'm2', 'm3', 'm4', 'm5'].map(key => figures.above('Results', 'champion', key));
    expect(champions).toEqual(['Ann', 'Ben', 'Ann +1', 'Ben', '']);
  });

  it('counts months from the first of a year that does not begin in January', () => {
    const figures = shown('2026-05-20', { start: '2026-04-01' });
    expect(figures.parameter('Month')).toBe(2);
    expect(figures.column('Boards', 'monthName')[0]).toBe('Ben');
  });

  it('says where a person has several rows, which would win prizes each', () => {
    const twice = [...PEOPLE, { person: 'ann', m1: 5 }];
    expect(shown('2026-04-15').above('Results', 'check', 'm1')).toBe(0);
    expect(shown('2026-04-15', { people: twice }).above('Results', 'check', 'm1')).toBe('✗ rows alike: 2');
  });

  it('draws the month and the year over the places shown', () => {
    const ops = opsOf(specOf(leaderboard, 'zh', { top: 3 }), 'zh', excelDialect);
    const charts = only(ops, 'chart');
    expect(charts.map(({ title, categories }) => [title, categories.rows])).toEqual([
      ['本月', 3],
      ['本年', 3],
    ]);
    const [left, right] = charts.map(({ place }) => place);
    expect((left?.column ?? 0) + (left?.columns ?? 0)).toBeLessThanOrEqual(right?.column ?? 0);
  });
});
