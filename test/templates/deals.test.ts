import { describe, expect, it } from 'vitest';
import { commission } from '../../src/functions/commission.ts';
import { commissionByDeal } from '../../src/functions/commissionByDeal.ts';
import { deals } from '../../src/templates/deals.ts';
import { column, rowsOf } from '../support/column.ts';
import { figuresOf, headlinesOf, specOf } from '../support/planning.ts';

const deal = (person: string, amount: number, more: Readonly<Record<string, unknown>> = {}) => ({
  date: '2026-03-02',
  number: 'D',
  person,
  amount,
  ...more,
});
const TIERS = [
  { from: 0, rate: 0.05 },
  { from: 0.5, rate: 0.08 },
  { from: 1, rate: 0.12 },
];
const PEOPLE = [
  { person: 'Ann', target: 100000 },
  { person: 'Ben', target: 80000 },
];
const DEALS = [
  deal('Ann', 30000),
  deal('Ben', 20000),
  deal('Ann', 40000),
  deal('Ann', 50000),
  deal('Ben', 90000),
  deal('Ann', -20000),
];
const GIVEN = { tiers: TIERS, people: PEOPLE, products: [], deals: DEALS, mode: 'marginal' };
const figures = (changes: Readonly<Record<string, unknown>> = {}) =>
  figuresOf(specOf(deals, 'en', { ...GIVEN, ...changes }), 'en');

describe('deals', () => {
  it('pays what each deal adds, slice by slice or at the rate reached, and adds up to the plan', () => {
    expect(figures().column('Deals', 'commission')).toEqual([1500, 1000, 2600, 4800, 7800, -2400]);
    expect(figures({ mode: 'whole' }).column('Deals', 'commission')).toEqual([1500, 1000, 4100, 8800, 12200, -2400]);
    expect(figures().column('Deals', 'running')).toEqual([30000, 20000, 70000, 120000, 110000, 100000]);
    expect(figures().column('People', 'commission')).toEqual([6500, 8800]);
    expect(figures().column('People', 'whole')).toEqual([6500, 8800]);
    expect(figures().column('People', 'achievement')).toEqual([1, 1.375]);
    expect(figures().above('People', 'check', 'whole')).toBe(0);
    expect(headlinesOf(specOf(deals, 'en', GIVEN), 'en').slice(0, 2)).toEqual([15300, 15300]);
  });

  it('goes on from what was sold before, pays the cap at most, and a bonus from 0 on once', () => {
    const people = [{ person: 'Ann', target: 100000, prior: 60000, cap: 5000 }];
    const own = DEALS.filter(({ person }) => person === 'Ann');
    const amounts = own.map(({ amount }) => amount);
    const tiers = [{ from: 0, rate: 0.05, bonus: 100 }, ...TIERS.slice(1)];
    for (const terms of [
      { prior: 60000, cap: 5000 },
      { prior: undefined, cap: undefined },
    ]) {
      const table = tiers.map(({ from, rate, ...more }) => [from, rate, 'bonus' in more ? more.bonus : 0]);
      const given = { people: [{ person: 'Ann', target: 100000, ...terms }], deals: own, tiers };
      const paid = rowsOf(
        commissionByDeal.call([column(...amounts), table, undefined, 100000, 'marginal', terms.prior, terms.cap]),
      ).flat();
      expect(figures(given).column('Deals', 'commission')).toEqual(paid);
      expect(figures(given).column('People', 'whole')).toEqual([
        commission.call([100000, 100000, table, 'marginal', terms.cap, undefined, terms.prior]),
      ]);
    }
    expect(figures({ people, deals: own }).above('Deals', 'check', 'commission')).toBe(0);
  });

  it('counts by amount, payment or margin, with the product’s factor and SPIFF', () => {
    const products = [{ product: 'Service', factor: 0.5, spiff: 200 }];
    const given = {
      people: [{ person: 'Ann', target: 1000 }],
      products,
      tiers: [{ from: 0, rate: 0.1 }],
      deals: [
        deal('Ann', 1000, { product: 'service', collected: 400, cost: 700 }),
        deal('Ann', 500, { collected: 500, cost: 100 }),
        deal('Ann', -100, { product: 'Service' }),
      ],
    };
    const credited = (base: string) => figures({ ...given, base }).column('Deals', 'credited');
    expect(credited('amount')).toEqual([500, 500, -50]);
    expect(credited('collected')).toEqual([200, 500, 0]);
    expect(credited('margin')).toEqual([150, 400, -50]);
    expect(figures(given).column('Deals', 'spiff')).toEqual([200, 0, 0]);
    expect(figures(given).column('Deals', 'pay')).toEqual([250, 50, -5]);
    const half = figures({ ...given, share: 0.5 });
    expect(half.column('Deals', 'counts')).toEqual(['not yet', 'yes', 'yes']);
    expect(half.column('Deals', 'pay')).toEqual(['', 50, -5]);
  });

  it('says which deals cannot be paid, and counts them', () => {
    const odd = figures({
      deals: [
        deal('Ann', 100, { person: undefined }),
        deal('Zoe', 100),
        deal('Ann', 100, { product: 'Cars' }),
        deal('Ann', 100),
      ],
    });
    expect(odd.column('Deals', 'counts')).toEqual([
      '✗ no salesperson',
      '✗ not among the people',
      '✗ not among the products',
      'yes',
    ]);
    expect(odd.above('Deals', 'check', 'counts')).toBe('✗ deals: 3');
    expect(figures().above('Deals', 'check', 'counts')).toBe(0);
    const twice = figures({ people: [...PEOPLE, { person: 'ann', target: 5 }] });
    expect(twice.above('People', 'check', 'manager')).toBe('✗ rows alike: 2');
  });

  it('counts what lies in the period, from its first day to its last, and what has no day', () => {
    const of = (date: string | undefined) => deal('Ann', 100, { date });
    const period = figures({
      start: '2026-03-01',
      end: '2026-03-31',
      deals: [of('2026-02-28'), of('2026-03-01'), of('2026-03-31'), of('2026-04-01'), of(undefined)],
    });
    expect(period.column('Deals', 'counts')).toEqual(['outside the period', 'yes', 'yes', 'outside the period', 'yes']);
    expect(period.above('Deals', 'total', 'credited')).toBe(300);
    expect(period.above('Deals', 'check', 'counts')).toBe(0);
  });

  it('pays by amounts without a target, and nobody by achievement who has none', () => {
    const none = { people: [{ person: 'Ann' }], deals: [deal('Ann', 1000)] };
    expect(figures({ ...none, basis: 'amount', tiers: [{ from: 500, rate: 0.1 }] }).column('Deals', 'pay')).toEqual([
      50,
    ]);
    expect(figures(none).column('Deals', 'commission')).toEqual(['']);
    expect(figures(none).above('People', 'check', 'target')).toBe('✗ no target: 1');
    expect(figures().above('People', 'check', 'target')).toBe(0);
  });
});
