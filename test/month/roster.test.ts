import { describe, expect, it } from 'vitest';
import { enrich, enriching, readProducts, readRoster, withoutDeals } from '../../src/month/import/roster.ts';
import { deal } from '../support/deals.ts';
import { slicesOf } from '../support/slices.ts';

const TEAM = [
  ['Salesperson', 'Manager', 'Team', 'Region'],
  [' Anna ', 'Mo', 'A', 'East'],
  ['anna', 'Other', 'B', 'West'],
  ['', 'Mo', 'A', 'East'],
  ['Ben', null, 'A', ''],
];

describe('readRoster(cells)', () => {
  it('reads everybody once, as the first row has it, and leaves blank what is not said', () => {
    expect(readRoster(TEAM)).toEqual([
      { person: 'Anna', manager: 'Mo', team: 'A', region: 'East' },
      { person: 'Ben', manager: '', team: 'A', region: '' },
    ]);
  });

  it('reads the columns that the user has chosen', () => {
    expect(readRoster(TEAM, { person: 0, team: 3 })[0]).toEqual({
      person: 'Anna',
      manager: '',
      team: 'East',
      region: '',
    });
    expect(readRoster(TEAM, {})).toEqual([]);
  });
});

describe('readProducts(cells)', () => {
  it('reads every product once, as it stands first', () => {
    expect(readProducts([['Product'], ['GTX Pro'], [''], ['gtx pro'], ['MG']])).toEqual(['GTX Pro', 'MG']);
  });
});

describe('enrich(deals, roster), withoutDeals(deals, roster)', () => {
  const roster = readRoster(TEAM);
  const deals = [
    deal({ person: 'ANNA' }),
    deal({ person: 'Anna', region: 'North', team: 'Z', manager: 'Y' }),
    deal({ person: 'Cy' }),
  ];

  it('fill in what a deal does not say itself', () => {
    const [first, second, third] = enrich(deals, roster);
    expect(first).toMatchObject({ person: 'Anna', manager: 'Mo', team: 'A', region: 'East' });
    expect(second).toMatchObject({ person: 'Anna', manager: 'Y', team: 'Z', region: 'North' });
    expect(third).toBe(deals[2]);
  });

  it('name who has no deal', () => {
    expect(withoutDeals(deals, roster)).toEqual(['Ben']);
  });

  it('take a breath every 2,000 deals at least', () => {
    const many = Array.from({ length: 3000 }, () => deals).flat();
    const { steps, result } = slicesOf(enriching(many, roster));
    expect(result).toEqual(enrich(many, roster));
    expect(steps.slice(-2)).toEqual([6000, 8000]);
  });
});
