import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aggregate, type Dimension } from '../../src/month/figures/aggregate.ts';
import { ExactSum } from '../../src/month/figures/exactSum.ts';
import { deal, someDeals } from '../support/deals.ts';

const SEED = { seed: 5, numRuns: 200 };

describe('aggregate()', () => {
  it('adds up what counts by any dimensions', () => {
    const deals = [
      deal({ person: 'Anna', product: 'A', amount: 0.1, quantity: 2 }),
      deal({ person: 'Anna', product: 'A', amount: 0.2, quantity: 3, collected: 0.1 }),
      deal({ person: 'Anna', product: 'B', amount: 5, counted: 0 }),
      deal({ person: 'Ben', product: 'A', outcome: 'lost', amount: 7 }),
      deal({ person: 'Ben', product: 'A', outcome: 'open', amount: 7 }),
    ];
    const shown = aggregate(deals, ['person']).map(({ keys, amount, deals: count, signed, quantity, won, lost }) => [
      ...keys,
      amount,
      count,
      signed,
      quantity,
      won,
      lost,
    ]);
    expect(shown).toEqual([
      ['Anna', 0.3, 2, 5.3, 5, 3, 0],
      ['Ben', 0, 0, 0, 0, 0, 1],
    ]);
    expect(aggregate(deals, ['product', 'person']).map(({ keys }) => keys)).toEqual([
      ['A', 'Anna'],
      ['A', 'Ben'],
      ['B', 'Anna'],
    ]);
  });

  it('takes names that a sheet takes for one as one', () => {
    const figures = aggregate([deal({ person: 'ANNA', amount: 1 }), deal({ person: 'Anna', amount: 2 })], ['person']);
    expect(figures.map(({ keys, amount }) => [...keys, amount])).toEqual([['ANNA', 3]]);
  });

  it('gives the same figures in whatever order the deals come', () => {
    const orders = someDeals.chain(deals =>
      fc.tuple(fc.constant(deals), fc.shuffledSubarray(deals, { minLength: deals.length })),
    );
    const by = fc.subarray<Dimension>(['person', 'region', 'product', 'month']);
    fc.assert(
      fc.property(orders, by, ([deals, shuffled], dimensions) => {
        expect(aggregate(shuffled, dimensions)).toEqual(aggregate(deals, dimensions));
      }),
      SEED,
    );
  });

  it('gives parts that add up to the whole, to the cent', () => {
    fc.assert(
      fc.property(someDeals, deals => {
        const whole = deals.reduce((cents, { counted }) => cents + Math.round(counted * 100), 0);
        for (const dimension of ['person', 'region', 'product', 'month'] as const) {
          const parts = aggregate(deals, [dimension]);
          expect(parts.reduce((cents, { amount }) => cents + Math.round(amount * 100), 0)).toBe(whole);
        }
      }),
      SEED,
    );
  });
});

describe('ExactSum', () => {
  it('loses nothing, however long the column and however far apart the terms', () => {
    const sum = new ExactSum();
    for (let count = 0; count < 100_000; count++) sum.add(0.1);
    expect(sum.value).toBe(10_000);
    const mixed = new ExactSum();
    for (const value of [1e14, 0.01, -1e14, 1 / 3]) mixed.add(value);
    expect(mixed.value).toBe(0.343333333333333);
  });

  it('is the same in whatever order its terms come', () => {
    const terms = fc.array(fc.double({ noNaN: true, min: -1e15, max: 1e15 }), { minLength: 2, maxLength: 30 });
    fc.assert(
      fc.property(terms, values => {
        const forth = new ExactSum();
        const back = new ExactSum();
        for (const value of values) forth.add(value);
        for (const value of [...values].reverse()) back.add(value);
        expect(back.value).toBe(forth.value);
      }),
      SEED,
    );
  });
});
