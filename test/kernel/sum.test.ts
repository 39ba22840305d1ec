import { describe, expect, it } from 'vitest';
import { sumOf } from '../../src/kernel/sum.ts';

describe('sumOf(values)', () => {
  it('carries what an addition loses, whichever of the two is the larger', () => {
    expect(sumOf([1, 1e100, 1, -1e100])).toBe(2);
    expect(sumOf([1e100, 1, -1e100, 1])).toBe(2);
    expect(sumOf([-1e100, 1, 1e100])).toBe(1);
  });

  it('gives cents without a binary remainder', () => {
    expect(sumOf(Array.from({ length: 1000 }, () => 0.1))).toBe(100);
    expect(sumOf([0.1, 0.2])).toBe(0.3);
    expect(sumOf([])).toBe(0);
  });

  it('is infinite where a value is, and not NaN', () => {
    expect(sumOf([1, Number.POSITIVE_INFINITY])).toBe(Number.POSITIVE_INFINITY);
  });
});
