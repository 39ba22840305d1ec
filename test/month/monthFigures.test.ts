import { describe, expect, it } from 'vitest';
import { figuringMonths, monthFigures } from '../../src/month/figures/monthFigures.ts';
import type { Deal } from '../../src/month/import/deal.ts';
import { deal, JANUARY } from '../support/deals.ts';

const lines = (deals: readonly Partial<Deal>[], targets?: Parameters<typeof monthFigures>[1]) =>
  monthFigures(deals.map(deal), targets).map(({ period, unitType, unit, metric, target, actual }) =>
    [period, unitType, unit, metric, target, actual].join(' '),
  );

describe('monthFigures(deals, targets)', () => {
  it('says of every month, for the company and every name, what was sold and in how many deals', () => {
    expect(
      lines([
        { person: 'Ann', manager: 'Mo', team: 'A', amount: 70 },
        { person: 'Ann', manager: 'Mo', amount: 30 },
        { person: 'Bob', amount: 5, month: JANUARY + 1 },
      ]),
    ).toEqual([
      '2025-01 company  sales  100',
      '2025-01 company  deals  2',
      '2025-02 company  sales  5',
      '2025-02 company  deals  1',
      '2025-01 team A sales  70',
      '2025-01 team A deals  1',
      '2025-01 manager Mo sales  100',
      '2025-01 manager Mo deals  2',
      '2025-01 person Ann sales  100',
      '2025-01 person Ann deals  2',
      '2025-02 person Bob sales  5',
      '2025-02 person Bob deals  1',
    ]);
  });

  it('gives a target to the sales of its own month and unit, and to no other metric', () => {
    const targets = [
      { period: '2025-01', unitType: 'person', unit: 'ANN', target: 120 },
      { period: '2025-02', unitType: 'person', unit: 'Ann', target: 130 },
      { period: '2025-01', unitType: 'region', unit: 'Ann', target: 140 },
      { period: '2025-01', unitType: 'company', unit: '', target: 500 },
    ] as const;
    expect(lines([{ person: 'Ann', amount: 70, collected: 60, quantity: 3 }], targets)).toEqual([
      '2025-01 company  sales 500 70',
      '2025-01 company  deals  1',
      '2025-01 company  collected  60',
      '2025-01 company  quantity  3',
      '2025-01 person Ann sales 120 70',
      '2025-01 person Ann deals  1',
      '2025-01 person Ann collected  60',
      '2025-01 person Ann quantity  3',
    ]);
  });

  it('says what was collected and how many pieces where a single deal does', () => {
    const metrics = (...deals: Partial<Deal>[]) => lines(deals).map(line => line.split(' ').slice(3).join(' '));
    expect(metrics({ amount: 1 }, { amount: 2, collected: 2 })).toEqual(['sales  3', 'deals  2', 'collected  2']);
    expect(metrics({ amount: 1 }, { amount: 2, quantity: 7 })).toEqual(['sales  3', 'deals  2', 'quantity  7']);
  });

  it('says nothing of months without a sale, of deals without a day, and of open ones', () => {
    expect(
      lines([
        { outcome: 'lost', person: 'Ann', amount: 5 },
        { outcome: 'open', person: 'Ann', amount: 5 },
        { month: undefined, person: 'Ann', amount: 5 },
      ]),
    ).toEqual([]);
    // Bob only lost in the month in which Ann sold.
    expect(
      lines([
        { person: 'Ann', amount: 5 },
        { outcome: 'lost', person: 'Bob' },
      ]),
    ).toEqual([
      '2025-01 company  sales  5',
      '2025-01 company  deals  1',
      '2025-01 person Ann sales  5',
      '2025-01 person Ann deals  1',
    ]);
  });

  it('says how far it is, up to the number of deals', () => {
    const deals = Array.from({ length: 4000 }, () => deal({ amount: 1 }));
    const said = [...figuringMonths(deals)];
    expect(said.map(Math.round).slice(0, 3)).toEqual([42, 83, 125]);
    expect(said.toSorted((a, b) => a - b)).toEqual(said);
    expect(said.at(-1)).toBe(4000);
    // The first pieces are small, as nobody knows yet how long a deal takes.
    expect(said.length).toBeGreaterThan(12);
  });
});
