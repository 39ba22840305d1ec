import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { slicedSort } from '../../src/month/figures/slicedSort.ts';
import { slicesOf } from '../support/slices.ts';

type Item = readonly [size: number, place: number];
const bySize = ([a]: Item, [b]: Item) => a - b;

describe('slicedSort()', () => {
  it('sorts as sort does, equal items in the order in which they came', () => {
    const sizes = fc.array(fc.nat(9), { maxLength: 5000, size: 'max' });
    fc.assert(
      fc.property(sizes, list => {
        const items = list.map((size, place): Item => [size, place]);
        expect(slicesOf(slicedSort(items, bySize)).result).toEqual(items.toSorted(bySize));
      }),
      { numRuns: 30 },
    );
  });

  it('takes a breath every 2,000 items at least', () => {
    const items = Array.from({ length: 20_000 }, (_, place): Item => [(place * 7919) % 20_000, place]);
    const { steps, result } = slicesOf(slicedSort(items, bySize, 7));
    expect(result[0]).toEqual([0, 0]);
    // 20 runs of 1,000, and 5 merges over all of them.
    expect(steps.length).toBeGreaterThan(20 + 4 * 10);
    expect(new Set(steps)).toEqual(new Set([7]));
  });

  it('of nothing is nothing', () => expect(slicesOf(slicedSort<Item>([], bySize))).toEqual({ steps: [], result: [] }));
});
