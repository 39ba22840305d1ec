import { describe, expect, it } from 'vitest';
import { rateInterval } from '../../src/functions/rateInterval.ts';
import { serialOfIso } from '../../src/kernel/calendar.ts';
import { people } from '../../src/templates/people.ts';
import { csvRows } from '../support/csv.ts';
import { figuresOf, specOf } from '../support/planning.ts';
import { sharedFolder, withoutShared } from '../support/shared.ts';

const row = (period: string, person: string, won: number, lost: number, more: object = {}) => ({
  period,
  person,
  won,
  lost,
  sales: won * 100,
  ...more,
});
const [JANUARY, FEBRUARY, MARCH] = ['2026-01-01', '2026-02-01', '2026-03-01'] as const;
const MONEY = { cycle: 20, fresh: 4, due: 1000, collected: 900, index: 110 };
const RESULTS = [
  ...[row(JANUARY, 'Ann', 16, 4), row(JANUARY, 'Ben', 5, 15), row(JANUARY, 'Cai', 10, 10), row(JANUARY, 'Dan', 10, 10)],
  ...[
    row(FEBRUARY, 'Ann', 15, 5),
    row(FEBRUARY, 'Ben', 6, 14),
    row(FEBRUARY, 'Cai', 12, 8),
    row(FEBRUARY, 'Dan', 10, 10),
  ],
  ...[row(MARCH, 'Cai', 4, 16), row(MARCH, 'Ben', 7, 13), row(MARCH, 'Dan', 12, 8), row(MARCH, 'Eve', 3, 1)],
  row(MARCH, 'Ann', 18, 2, MONEY),
  row(FEBRUARY, 'Zoe', 0, 0, { cycle: 25 }),
];
const GIVEN = {
  start: MARCH,
  before: FEBRUARY,
  people: ['Ann', 'Ben', 'Cai', 'Dan', 'Eve'].map(person => ({ person })),
  results: RESULTS,
};
const figures = (changes: Readonly<Record<string, unknown>> = {}) =>
  figuresOf(specOf(people, 'en', { ...GIVEN, ...changes }), 'en');
const ofPeople = (key: string, changes = {}) => figures(changes).column('People', key);

describe('people', () => {
  it('gives the win rate of the closed deals, with its interval, and the team’s over all of them', () => {
    expect(ofPeople('rate')).toEqual([0.9, 0.35, 0.2, 0.6, 0.75]);
    expect(ofPeople('cases')).toEqual([20, 20, 20, 20, 4]);
    expect([ofPeople('low')[4], ofPeople('high')[4]]).toEqual([0.300641842582402, 0.9544127391902995]);
    expect([[ofPeople('low')[0], ofPeople('high')[0]]]).toEqual(rateInterval.call([[[18]], [[20]]]));
    // 44 of 84; whoever has 4 closed deals is not judged.
    expect(figures().above('People', 'team', 'rate')).toBe(44 / 84);
    const against = [0.9, 0.35, 0.2, 0.6].map(rate => Math.round((rate / (44 / 84)) * 1e9) / 1e9);
    expect(ofPeople('score')).toEqual([...against, '']);
  });

  it('marks the top quarter with enough cases, and who is below the border twice in a row, since when', () => {
    expect(ofPeople('mark')).toEqual(['model', 'help', '', '', '']);
    expect(ofPeople('since')).toEqual(['', serialOfIso(JANUARY), '', '', '']);
    // Cai is below for the first time; one time is enough where one is asked for.
    expect(ofPeople('mark', { times: 1 })).toEqual(['model', 'help', 'help', '', '']);
    expect(ofPeople('since', { times: 1 })[2]).toBe(serialOfIso(MARCH));
    expect(ofPeople('mark', { times: 4 })[1]).toBe('');
    expect(ofPeople('mark', { cases: 21 })).toEqual(['', '', '', '', '']);
    // With four closed deals enough, Eve's 75% stands behind Ann's 90%: two of five are the top quarter, rounded up.
    expect(ofPeople('mark', { cases: 4 })).toEqual(['model', 'help', '', '', 'model']);
  });

  it('begins a new run after a period that was not below', () => {
    const better = RESULTS.map(line =>
      line.period === FEBRUARY && line.person === 'Ben' ? { ...line, won: 14, lost: 6 } : line,
    );
    expect(ofPeople('mark', { results: better })[1]).toBe('');
    expect(ofPeople('since', { results: better, times: 1 })[1]).toBe(serialOfIso(MARCH));
  });

  it('judges by sales where it is told to, whatever the cases but for the model', () => {
    const against = ofPeople('score', { by: 'sales' });
    expect(against.map(share => Math.round(Number(share) * 100))).toEqual([205, 80, 45, 136, 34]);
    expect(ofPeople('mark', { by: 'sales' })).toEqual(['model', 'help', '', 'model', '']);
  });

  it('compares with the own period before, rates in points', () => {
    const shown = figures();
    expect(shown.column('People', 'salesGrowth').slice(0, 2)).toEqual([0.2, 1 / 6]);
    expect(shown.column('People', 'rateChange').map(points => points === null || Math.round(Number(points)))).toEqual([
      15,
      5,
      -40,
      10,
      true,
    ]);
    expect(shown.column('People', 'paid')).toEqual([0.9, '', '', '', '']);
    expect(shown.column('People', 'cycle')).toEqual([20, '', '', '', '']);
    expect(shown.column('People', 'wonBefore')).toEqual([15, 6, 12, 10, '']);
    expect(shown.column('People', 'average')).toEqual([100, 100, 100, 100, 100]);
    expect(shown.above('People', 'team', 'average')).toBe(100);
    expect(shown.above('People', 'team', 'paid')).toBe(0.9);
  });

  it('says who is missing in the table, and who has two rows for a period', () => {
    const listed = GIVEN.people.slice(1);
    expect(figures({ people: listed }).above('People', 'check', 'won')).toBe(18);
    expect(figures().above('People', 'check', 'won')).toBe(0);
    const twice = figures({ results: [...RESULTS, row(MARCH, 'ann', 1, 1)] });
    expect(twice.above('Results', 'check', 'person')).toBe('✗ rows alike: 2');
    expect(figures({ people: [...GIVEN.people, { person: 'ann' }] }).above('People', 'check', 'mark')).toBe(
      '✗ rows alike: 2',
    );
  });
});

describe.skipIf(sharedFolder === undefined)(`people of a published CRM${withoutShared}`, () => {
  it('has the win rates as published, 63.15% in all', () => {
    const deals = csvRows('data/maven_crm_sales_pipeline.csv');
    const agents = [...new Set(deals.map(deal => deal.sales_agent ?? ''))];
    const count = (agent: string, stage: string) =>
      deals.filter(deal => deal.sales_agent === agent && deal.deal_stage === stage).length;
    const results = agents.map(agent => row('2017-01-01', agent, count(agent, 'Won'), count(agent, 'Lost')));
    const shown = figures({
      start: '2017-01-01',
      before: '2016-01-01',
      people: agents.map(person => ({ person })),
      results,
    });
    expect((100 * Number(shown.above('People', 'team', 'rate'))).toFixed(2)).toBe('63.15');
    const won = shown.column('People', 'won').reduce((sum: number, cell) => sum + Number(cell), 0);
    expect(won).toBe(4238);
    expect(shown.column('People', 'rate')).toEqual(results.map(line => line.won / (line.won + line.lost)));
    expect(shown.column('People', 'mark').filter(mark => mark === 'model')).toHaveLength(Math.ceil(agents.length / 4));
  });
});
