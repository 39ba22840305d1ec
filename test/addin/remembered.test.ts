import { describe, expect, it } from 'vitest';
import { remembered } from '../../addin/functions/remembered.ts';
import { split } from '../../src/functions/split.ts';
import { CellError, type Matrix } from '../../src/kernel/cell.ts';

/** A function that counts how often it is asked. */
function counting() {
  let asked = 0;
  const call = (args: Parameters<typeof split.call>[0]) => {
    asked++;
    return split.call(args);
  };
  return { fn: { ...split, call }, asked: () => asked };
}

const weights: Matrix = [[1], [1], [2]];

describe('remembered(fn, args)', () => {
  it('computes what many rows ask for once, whichever arrays it comes in', () => {
    const { fn, asked } = counting();
    for (let row = 0; row < 30; row++)
      expect(remembered(fn, [100, weights.map(line => [...line])])).toEqual([[25], [25], [50]]);
    expect(asked()).toBe(1);
  });

  it('computes anew what differs in one cell, in an argument left out, or in who is asked', () => {
    const { fn, asked } = counting();
    expect(remembered(fn, [100, weights])).toEqual([[25], [25], [50]]);
    expect(remembered(fn, [100, [[1], [1], [0]]])).toEqual([[50], [50], [0]]);
    expect(remembered(fn, [100, [[1], [1], ['']]])).toEqual([[50], [50], [null]]);
    expect(remembered(fn, [100, weights, 10])).toEqual([[30], [20], [50]]);
    expect(remembered(fn, [100, [[1, 1, 2]]])).toEqual([[25, 25, 50]]);
    expect(asked()).toBe(5);
    expect(remembered(split, [200, weights])).toEqual([[50], [50], [100]]);
    expect(remembered(fn, [200, weights])).toEqual([[50], [50], [100]]);
    expect(asked()).toBe(6);
  });

  it('keeps errors as they are, and only the latest results', () => {
    const { fn, asked } = counting();
    expect(remembered(fn, [null, weights])).toBeInstanceOf(CellError);
    expect(remembered(fn, [null, weights])).toBeInstanceOf(CellError);
    expect(asked()).toBe(1);
    for (let total = 1; total <= 8; total++) remembered(fn, [total, weights]);
    remembered(fn, [null, weights]);
    expect(asked()).toBe(10);
  });
});
