import { describe, expect, it } from 'vitest';
import { targetSplit } from '../../src/templates/targetSplit.ts';
import { figuresOf, specOf } from '../support/planning.ts';

const REGIONS = [1500, 1300, 1200, 1000].map((weight, index) => ({ name: `R${index + 1}`, weight }));
const person = (region: string, weight: number, ramp?: number) => ({
  region,
  person: `${region}-${weight}`,
  weight,
  ramp,
});

describe('target-split', () => {
  it('splits 5,000 by 1500 : 1300 : 1200 : 1000 into exactly those', () => {
    const figures = figuresOf(specOf(targetSplit, 'en', { total: 5000, regions: REGIONS }), 'en');
    expect(figures.column('Regions', 'target')).toEqual([1500, 1300, 1200, 1000]);
  });

  it('ties out at every level: people to their region, periods to their person', () => {
    const people = [
      person('R1', 3),
      person('R1', 4),
      person('R2', 1),
      person('R3', 1),
      person('R3', 1, 0.5),
      person('R4', 7),
    ];
    const figures = figuresOf(specOf(targetSplit, 'zh', { total: 5000, regions: REGIONS, people }), 'zh');
    const targets = figures.column('People', 'target').slice(0, people.length);
    expect(targets).toEqual([643, 857, 1300, 800, 400, 1000]);
    const months = Array.from({ length: 12 }, (_, index) => figures.column('People', `period${index + 1}`));
    const sums = targets.map((_, row) => months.reduce((sum, month) => sum + Number(month[row]), 0));
    expect(sums).toEqual(targets);
    expect(figures.column('Regions', 'people')).toEqual([0, 0, 0, 0]);
  });

  it('splits 1,000 over 12 equal months into four 84s and eight 83s', () => {
    const changes = { total: 1000, regions: [{ name: 'R', weight: 1 }], people: [person('R', 1)] };
    const figures = figuresOf(specOf(targetSplit, 'en', changes), 'en');
    const months = Array.from({ length: 12 }, (_, index) => figures.column('People', `period${index + 1}`)[0]);
    expect(months).toEqual([84, 84, 84, 84, 83, 83, 83, 83, 83, 83, 83, 83]);
  });

  it('has even months of the whole team, each person’s still adding up', () => {
    const figures = figuresOf(specOf(targetSplit, 'en', { total: 5000 }), 'en');
    const months = Array.from({ length: 12 }, (_, index) => figures.above('People', 'total', `period${index + 1}`));
    expect(months).toEqual([417, 417, 417, 417, 417, 417, 417, 417, 416, 416, 416, 416]);
    const persons = figures.column('People', 'target').map((_, row) => {
      return months.reduce(
        (sum: number, _, index) => sum + Number(figures.column('People', `period${index + 1}`)[row] ?? 0),
        0,
      );
    });
    expect(persons).toEqual(figures.column('People', 'target').map(Number));
  });

  it('shows a cross where a region has nobody to carry its target', () => {
    const figures = figuresOf(
      specOf(targetSplit, 'en', { total: 5000, regions: REGIONS, people: [person('R1', 1)] }),
      'en',
    );
    expect(figures.column('Regions', 'people')).toEqual([0, -1300, -1200, -1000]);
  });

  it('counts people whose region is none of the table, and passes no region without a target', () => {
    const people = [person('R1', 1), person('R 1', 1), person('Nowhere', 2)];
    const spec = specOf(targetSplit, 'en', { total: 5000, regions: REGIONS, people });
    expect(figuresOf(spec, 'en').above('People', 'check', 'regionTarget')).toBe(2);
    const tables = spec.tables.map(table =>
      table.key === 'Regions' ? { ...table, rows: [...table.rows, { region: 'R5' }] } : table,
    );
    expect(figuresOf({ ...spec, tables }, 'en').column('Regions', 'people')[4]).toBe('✗');
  });

  it('weighs months by their working days where that is wanted', () => {
    const changes = { start: '2027-01-01', periods: 'months', basis: 'workdays' };
    const figures = figuresOf(specOf(targetSplit, 'en', changes), 'en');
    const weights = Array.from({ length: 12 }, (_, index) => figures.above('People', 'weights', `period${index + 1}`));
    expect(weights).toEqual([21, 20, 23, 22, 21, 22, 22, 22, 22, 21, 22, 23]);
  });

  const past = (...actuals: readonly number[]) => actuals.map((actual, index) => ({ period: `P${index + 1}`, actual }));
  const oneSeller = { total: 1000, periods: 'quarters', regions: [{ name: 'R', weight: 1 }], people: [person('R', 1)] };
  const quartersOf = (changes: Readonly<Record<string, unknown>>) => {
    const figures = figuresOf(specOf(targetSplit, 'en', { ...oneSeller, ...changes }), 'en');
    return [1, 2, 3, 4].map(index => figures.column('People', `period${index}`)[0]);
  };

  it('weighs periods by what they brought last time, evenly until that is known', () => {
    expect(quartersOf({ basis: 'history', past: past(100, 300, 200, 400) })).toEqual([100, 300, 200, 400]);
    expect(quartersOf({ basis: 'history', past: [] })).toEqual([250, 250, 250, 250]);
  });

  it('weighs periods by the season of two years, evenly until both are known', () => {
    expect(quartersOf({ basis: 'season', past: past(80, 120, 90, 110, 80, 120, 90, 110) })).toEqual([
      200, 300, 225, 275,
    ]);
    expect(quartersOf({ basis: 'season', past: past(80, 120, 90, 110) })).toEqual([250, 250, 250, 250]);
  });

  it('judges each target by the person’s past, and nobody without one', () => {
    const people = [person('R1', 1), person('R2', 1), person('R3', 1)];
    const regions = [130, 90, 70].map((weight, index) => ({ name: `R${index + 1}`, weight }));
    const history = people
      .slice(0, 2)
      .map(({ person: name }) => ({ person: name, back1: 120, back2: 110, back3: 100, back4: undefined }));
    const changes = { total: 290, regions, people, history };
    const verdicts = (language: 'en' | 'zh') =>
      figuresOf(specOf(targetSplit, language, changes), language)
        .column('People', 'verdict')
        .slice(0, 3);
    expect(verdicts('en')).toEqual(['realistic', 'too low', null]);
    expect(verdicts('zh')).toEqual(['合理', '偏低', null]);
  });

  it('says which line of a list is wrong', () => {
    const values = { ...specValues(), regions: [{ name: 'R1', weight: 'x' }] };
    const problems = targetSplit.build(values, 'en');
    expect(problems).toMatchObject({ fields: { regions: { en: 'Line 1, Weight: enter a number, such as 120000.' } } });
  });
});

function specValues() {
  return {
    title: 'T',
    total: 1,
    unit: 1,
    currency: 'USD',
    start: '2027-01-01',
    periods: 'months',
    regions: REGIONS,
    basis: 'even',
    week: 'mon-fri',
    past: [],
    people: [],
    history: [],
  };
}
