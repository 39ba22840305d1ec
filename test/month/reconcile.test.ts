import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reconcile, reconciling, type SourceLine } from '../../src/month/reconcile/reconcile.ts';
import { slicesOf } from '../support/slices.ts';

const statuses = (crm: readonly SourceLine[], receipts: readonly SourceLine[]) =>
  reconcile(crm, receipts, 0.3).matches.map(({ key, status, difference }) => [key, status, difference]);

describe('reconcile()', () => {
  it('lists differences of one size by their keys, without the blanks around them', () => {
    const crm = ['C ', ' A', 'B'].map(key => ({ key, amount: 10 }));
    expect(statuses(crm, [])).toEqual([
      ['A', 'onlyCrm', -10],
      ['B', 'onlyCrm', -10],
      ['C', 'onlyCrm', -10],
    ]);
  });

  it('finds what is in one source only and what differs, the largest first', () => {
    const crm = [
      { key: 'HT-1', amount: 100000, collected: 40000 },
      { key: 'HT-2', amount: 50000, collected: 50000 },
      { key: 'HT-3', amount: 80000, collected: 20000 },
      { key: 'HT-4', amount: 10000, collected: 0 },
    ];
    const receipts = [
      { key: ' ht-1', amount: 15000 },
      { key: 'HT-1', amount: 25000 },
      { key: 'HT-2', amount: 45000.5 },
      { key: 'HT-9', amount: 300 },
    ];
    expect(statuses(crm, receipts)).toEqual([
      ['HT-3', 'onlyCrm', -20000],
      ['HT-2', 'different', -4999.5],
      ['HT-9', 'onlyReceipts', 300],
      ['HT-1', 'same', 0],
      ['HT-4', 'same', 0],
    ]);
    expect(reconcile(crm, receipts, 0.3).counts).toEqual({ same: 2, different: 1, onlyCrm: 1, onlyReceipts: 1 });
  });

  it('says what the 30 % rule makes of the difference', () => {
    const { effect, matches } = reconcile(
      [
        { key: 'A', amount: 1000, collected: 400 },
        { key: 'B', amount: 1000, collected: 100 },
      ],
      [
        { key: 'A', amount: 299 },
        { key: 'B', amount: 300 },
      ],
      0.3,
    );
    expect(matches.map(({ key, countedByCrm, countedByReceipts }) => [key, countedByCrm, countedByReceipts])).toEqual([
      ['B', 0, 1000],
      ['A', 1000, 0],
    ]);
    expect(effect).toBe(0);
  });

  it('expects all that was signed where the CRM does not say what was collected', () => {
    expect(statuses([{ key: 'A', amount: 10.1 }], [{ key: 'A', amount: 10 }])).toEqual([['A', 'different', -0.1]]);
  });

  it('tells what was signed and how many lines make a contract, by the number without spaces around it', () => {
    const crm = [
      { key: ' HT-1 ', amount: 60 },
      { key: 'HT-1', amount: 40 },
    ];
    const receipts = [
      { key: 'HT-1', amount: 30 },
      { key: 'HT-1 ', amount: 70 },
      { key: 'HT-9', amount: 5 },
    ];
    const { matches, signed, expected, received, difference } = reconcile(crm, receipts, 0.3);
    expect(matches.map(match => [match.key, match.signed, match.crmLines, match.receiptLines])).toEqual([
      ['HT-9', undefined, 0, 1],
      ['HT-1', 100, 2, 2],
    ]);
    expect([signed, expected, received, difference]).toEqual([100, 100, 105, 5]);
  });

  it('lists equal differences by their key, whichever way they go', () => {
    const crm = ['B', 'A', 'C'].map(key => ({ key, amount: 10 }));
    const receipts = [
      { key: 'C', amount: 5 },
      { key: 'A', amount: 15 },
      { key: 'B', amount: 5 },
    ];
    expect(statuses(crm, receipts).map(([key]) => key)).toEqual(['A', 'B', 'C']);
  });

  it('counts lines that name nothing', () => {
    const { withoutKey, matches } = reconcile([{ key: ' ', amount: 1 }], [{ key: '', amount: 2 }], 0.3);
    expect(withoutKey).toEqual({ crm: 1, receipts: 1 });
    expect(matches).toEqual([]);
  });

  it('adds up: the differences are what came in less what was expected', () => {
    const lines = fc.array(
      fc.record({
        key: fc.constantFrom('A', 'B', 'C', 'D'),
        amount: fc.integer({ min: -1e6, max: 1e6 }).map(cents => cents / 100),
      }),
    );
    fc.assert(
      fc.property(lines, lines, (crm, receipts) => {
        const { expected, received, difference } = reconcile(crm, receipts, 0.3);
        expect(Math.round(difference * 100)).toBe(Math.round(received * 100) - Math.round(expected * 100));
        expect(reconcile([...crm].reverse(), [...receipts].reverse(), 0.3).matches).toEqual(
          reconcile(crm, receipts, 0.3).matches,
        );
      }),
      { seed: 3, numRuns: 200 },
    );
  });
});

describe('reconciling()', () => {
  it('comes to the same slice by slice, and tells how many lines are done', () => {
    const lines = Array.from({ length: 9000 }, (_, index) => ({
      key: `C-${(index * 7) % 9000}`,
      amount: (index * 13) % 97,
    }));
    const receipts = lines
      .slice(500)
      .map(({ key, amount }) => ({ key, amount: amount % 5 === 0 ? amount + 1 : amount }));
    const { steps, result } = slicesOf(reconciling(lines, receipts, 0.3));
    expect(result).toEqual(reconcile(lines, receipts, 0.3));
    // Two passes over lines of at most 2,000, one over 500 matches, and a merge sort.
    expect(steps.length).toBeGreaterThan(8 + 18 + 9);
    expect(steps).toEqual(steps.toSorted((a, b) => a - b));
    expect(steps.at(-1)).toBe(lines.length + receipts.length);
  });
});
