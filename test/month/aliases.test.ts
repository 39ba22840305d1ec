import { describe, expect, it } from 'vitest';
import { foundNames, renamed, renaming } from '../../src/month/import/aliases.ts';
import { deal } from '../support/deals.ts';
import { slicesOf } from '../support/slices.ts';

describe('foundNames(deals, field)', () => {
  it('counts the rows of every name, as it stands, and leaves out the blank ones', () => {
    const deals = [{ person: 'Anna' }, { person: 'anna' }, { person: '' }, { person: 'Anna' }].map(deal);
    expect([...foundNames(deals, 'person')]).toEqual([
      ['Anna', 2],
      ['anna', 1],
    ]);
    expect([...foundNames(deals, 'region')]).toEqual([]);
  });
});

describe('renamed(deals, aliases)', () => {
  const deals = [
    deal({ person: 'Ana', customer: 'Ana', manager: 'Ana', team: 'Ana', region: 'Ana', product: 'Ana', amount: 5 }),
    deal({ person: 'Ben' }),
  ];

  it.each(['person', 'manager', 'team', 'region', 'product', 'customer'] as const)(
    'puts the name meant into %s, and into no other field',
    field => {
      const [first, second] = renamed(deals, [{ field, from: 'Ana', to: 'Anna' }]);
      expect(first).toEqual({ ...deals[0], [field]: 'Anna' });
      expect(second).toEqual(deals[1]);
    },
  );

  it('leaves a name that is said to be another one, and deals without aliases as they are', () => {
    expect(renamed(deals, [{ field: 'person', from: 'Ana', to: null }])).toBe(deals);
    expect(renamed(deals, [])).toBe(deals);
  });

  it('takes a breath every 2,000 deals at least', () => {
    const many = Array.from({ length: 9000 }, () => deals).flat();
    const aliases = [{ field: 'person', from: 'Ana', to: 'Anna' }] as const;
    const { steps, result } = slicesOf(renaming(many, aliases));
    expect(result).toEqual(renamed(many, aliases));
    expect(steps.slice(-2)).toEqual([16_000, 18_000]);
  });
});
