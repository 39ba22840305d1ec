import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rateInterval } from '../../src/functions/rateInterval.ts';
import { column, rowsOf } from '../support/column.ts';
import { expectError } from '../support/expectError.ts';
import { expectSame } from '../support/expectSame.ts';

/** The level at which 1.96 standard errors is exact, which is what published tables use. */
const LEVEL = 0.95000420970356;

describe('RATE_INTERVAL(part, whole, [confidence])', () => {
  it('answers Wilson’s low and high end', () => {
    expectSame(rateInterval.call([3, 4]), [[0.300641842582402, 0.9544127391902995]]);
  });

  it('gives the published figures at 1.96 standard errors', () => {
    const published = [
      [0, 0, 0.03699480747600191],
      [50, 0.40382982859014716, 0.5961701714098528],
      [75, 0.6569535362992417, 0.8245490599627573],
      [90, 0.8256326956323345, 0.9447714583868639],
    ];
    for (const [part = 0, low = 0, high = 0] of published) {
      const [row] = rowsOf(rateInterval.call([part, 100, LEVEL]));
      expect(row?.[0]).toBeCloseTo(low, 11);
      expect(row?.[1]).toBeCloseTo(high, 11);
    }
  });

  it('gives a row for each of a column, blank where the part is', () => {
    const rows = rowsOf(rateInterval.call([column(3, null, 4), column(4, 4, 4)]));
    expectSame([rows[1] ?? []], [[null, null]]);
    expectSame([rows[2] ?? []], [[4 / (4 + 1.959963984540054 ** 2), 1]]);
  });

  it('holds the rate, stays in 0 to 1, and is wider the surer it has to be', () => {
    const cases = fc
      .integer({ min: 1, max: 5000 })
      .chain(whole => fc.tuple(fc.integer({ min: 0, max: whole }), fc.constant(whole)));
    fc.assert(
      fc.property(cases, ([part, whole]) => {
        const [[low = -1, high = 2] = []] = rowsOf(rateInterval.call([part, whole])).map(row => row.map(Number));
        const [[lower = -1, higher = 2] = []] = rowsOf(rateInterval.call([part, whole, 0.99])).map(row =>
          row.map(Number),
        );
        expect(low >= 0 && low <= part / whole && part / whole <= high && high <= 1).toBe(true);
        expect(lower <= low && higher >= high).toBe(true);
      }),
      { seed: 3 },
    );
  });

  it('answers the errors in their row alone', () => {
    const rows = rowsOf(rateInterval.call([column(1, 5, 2), column(0, 4, 4)]));
    expectError(rows[0]?.[0], '#DIV/0!', 'row 1', 'whole is 0');
    expectError(rows[1]?.[1], '#VALUE!', 'row 2', 'part (5) is above whole (4)');
    expect(rows[2]?.[0]).toBeCloseTo(0.15, 2);
  });

  it('names the argument and the row of what does not fit', () => {
    expectError(rateInterval.call([column(1, 'x'), column(2, 2)]), '#VALUE!', 'part: row 2', '"x"');
    expectError(rateInterval.call([column(1, 2), column(2, -2)]), '#VALUE!', 'whole: row 2', 'found -2');
    expectError(rateInterval.call([column(1, 2), 4]), '#VALUE!', 'part is 2×1, whole is 1×1');
    expectError(rateInterval.call([3, 4, 95]), '#VALUE!', 'confidence', 'found 95');
  });
});
