import { describe, expect, it } from 'vitest';
import { addAll, addTo, largestOf, smallestOf } from '../../src/kernel/lists.ts';

describe('largestOf(values, least), smallestOf(values, most)', () => {
  it('find the one number, or the bound that none goes beyond', () => {
    expect([largestOf([3, -7, 5]), smallestOf([3, -7, 5])]).toEqual([5, -7]);
    expect([largestOf([3], 4), smallestOf([3], 2)]).toEqual([4, 2]);
    expect([largestOf([]), smallestOf([])]).toEqual([Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]);
  });
});

describe('addAll(list, items), addTo(lists, key, item)', () => {
  it('put items behind those that are there', () => {
    const list = [1];
    addAll(list, new Set([2, 3]));
    expect(list).toEqual([1, 2, 3]);
    const lists = new Map([['a', [1]]]);
    addTo(lists, 'a', 2);
    addTo(lists, 'b', 3);
    addTo(lists, 'b', 4);
    expect([...lists]).toEqual([
      ['a', [1, 2]],
      ['b', [3, 4]],
    ]);
  });
});
