import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { correlation } from '../../src/functions/correlation.ts';
import type { Argument } from '../../src/kernel/cell.ts';
import { column, rowsOf } from '../support/column.ts';
import { expectError } from '../support/expectError.ts';
import { expectSame } from '../support/expectSame.ts';

const figures = (...args: readonly Argument[]): number[] => (rowsOf(correlation.call(args))[1] ?? []).map(Number);

/** The first of F. J. Anscombe’s four sets (The American Statistician, 1973). */
const ANSCOMBE = [
  column(10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5),
  column(8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68),
] as const;

describe('CORRELATION(x, y, [confidence], [language])', () => {
  it('answers Pearson’s r with Fisher’s interval', () => {
    const [r = 0, low = 0, high = 0, pairs] = figures(...ANSCOMBE);
    expect(r).toBeCloseTo(0.81642051634484, 12);
    // cor.test() of R: 0.4243912 0.9506933
    expect(low).toBeCloseTo(0.4243912, 7);
    expect(high).toBeCloseTo(0.9506933, 7);
    expect(pairs).toBe(11);
  });

  it('names its figures in the language asked for', () => {
    expect(rowsOf(correlation.call([...ANSCOMBE, 0.95, 'en']))[0]).toEqual(['r', 'Low', 'High', 'Pairs']);
    expect(rowsOf(correlation.call([...ANSCOMBE, null, 'zh']))[0]).toEqual(['相关系数', '下限', '上限', '样本数']);
    expect(rowsOf(correlation.call([...ANSCOMBE]))[0]?.[0]).toBe('r 相关系数');
  });

  it('skips pairs with a blank on either side, and reads headers', () => {
    const x = column('Calls', 1, 2, null, 3, 4, 5, 6);
    const y = column('Sales', 2, 1, 9, 4, 3, 5, null);
    expect(figures(x, y)[0]).toBeCloseTo(0.8, 12);
    expect(figures(x, y)[3]).toBe(5);
  });

  it('is exactly 1 or −1 on a line, and its interval no wider', () => {
    const x = [0.1, 0.2, 0.3, 0.7, 1.1, 1.3];
    expect(figures(column(...x), column(...x.map(value => 3 * value + 0.1)))).toEqual([1, 1, 1, 6]);
    expect(figures(column(...x), column(...x.map(value => -value / 3)))).toEqual([-1, -1, -1, 6]);
    // Rounded apart from 1, above and below, and from −1.
    const lower = [2.5, 7.5, 4.9, 4.8, 7.2, 2];
    expect(figures(column(...lower), column(...lower.map(value => value * 1.1 + 0.1)))).toEqual([1, 1, 1, 6]);
    const falling = [8.4, 5, 10, 3.2, 4.8, 4.7];
    expect(figures(column(...falling), column(...falling.map(value => value * (-1 / 7) + 0.1)))).toEqual([
      -1, -1, -1, 6,
    ]);
    const y = [7, 7.8, 2.4, 0.9, 3.3];
    expect(figures(column(...y), column(...y.map(value => value / 3 + 0.1)))).toEqual([1, 1, 1, 5]);
  });

  it('is the same for very large, very small and far-off figures', () => {
    const y = column(2, 1, 4, 3, 5);
    for (const scaled of [(n: number) => n * 1e-200, (n: number) => n * 1e200, (n: number) => 1e12 + n]) {
      expect(figures(column(...[1, 2, 3, 4, 5].map(scaled)), y)[0]).toBeCloseTo(0.8, 12);
    }
    const far = [1, 2, 3, 4, 6].map(value => 123_456_789_012_345 + value);
    expect(figures(column(...far), y)[0]).toBeCloseTo(figures(column(1, 2, 3, 4, 6), y)[0] ?? 0, 12);
  });

  it('is the same either way, at any scale and in any order; the interval holds it and is wider the surer', () => {
    const pair = fc.tuple(fc.integer({ min: -999, max: 999 }), fc.integer({ min: -999, max: 999 }));
    fc.assert(
      fc.property(
        fc.uniqueArray(pair, { minLength: 5, maxLength: 20, selector: ([x]) => x }),
        fc.integer({ min: 1, max: 100 }),
        fc.integer({ min: -1000, max: 1000 }),
        (pairs, scale, shift) => {
          fc.pre(new Set(pairs.map(([, y]) => y)).size > 1);
          const of = (list: typeof pairs) =>
            [column(...list.map(([x]) => x)), column(...list.map(([, y]) => y))] as const;
          const [x, y] = of(pairs);
          const found = figures(x, y);
          const [r = 2, low = 2, high = -2] = found;
          expect(-1 <= low && low <= r && r <= high && high <= 1).toBe(true);
          expect(figures(y, x)).toEqual(found);
          expectSame([figures(...of([...pairs].reverse()))], [found]);
          expectSame([figures(column(...pairs.map(([value]) => value * scale + shift)), y)], [found]);
          const [less = 2] = figures(column(...pairs.map(([value]) => -value)), y);
          expect(less).toBeCloseTo(-r, 12);
          const [, lower = 2, higher = -2] = figures(x, y, 0.99);
          expect(lower <= low && higher >= high).toBe(true);
        },
      ),
      { seed: 3 },
    );
  });

  it('answers #N/A under five pairs, and #DIV/0! where one side does not vary', () => {
    expectError(correlation.call([column(1, 2, 3, 4), column(2, 1, 4, 3)]), '#N/A', '5 pairs', 'found 4');
    expectError(correlation.call([column(1, 2, 3, 4, 5), column(2, 1, 4, 3, null)]), '#N/A', 'found 4');
    expectError(correlation.call([column(0.1, 0.1, 0.1, 0.1, 0.1), column(1, 2, 3, 4, 5)]), '#DIV/0!', 'x is the same');
    expectError(correlation.call([column(1, 2, 3, 4, 5), column(7, 7, 7, 7, 7)]), '#DIV/0!', 'y is the same');
  });

  it('names the argument and the row of what does not fit', () => {
    const x = column(1, 2, 3, 4, 5);
    expectError(correlation.call([x, column(1, 2, 'x', 4, 5)]), '#VALUE!', 'y: row 3', '"x"');
    expectError(correlation.call([x, column(1, 2, 3)]), '#VALUE!', 'x is 5×1, y is 3×1');
    expectError(correlation.call([x, x, 95]), '#VALUE!', 'confidence', 'found 95');
  });
});
