import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { priceVolumeMix } from '../../src/functions/priceVolumeMix.ts';
import { decimal } from '../../src/kernel/decimal.ts';
import { column, rowsOf } from '../support/column.ts';
import { expectError } from '../support/expectError.ts';
import { expectSame } from '../support/expectSame.ts';

describe('PRICE_VOLUME_MIX(volume0, price0, volume1, price1)', () => {
  it('answers the effects of price, volume and mix, a row a product', () => {
    // All in all twice as many: volume doubles 1,000 and 2,000; the first product took 100 units more than its share.
    expectSame(priceVolumeMix.call([column(100, 100), column(10, 20), column(300, 100), column(11, 20)]), [
      [300, 1000, 1000],
      [0, 2000, -2000],
    ]);
  });

  it('has no mix where there is one product', () => {
    expectSame(priceVolumeMix.call([100, 10, 110, 9]), [[-110, 100, 0]]);
  });

  it('counts a new product and one that is gone as mix, without a price effect', () => {
    expectSame(priceVolumeMix.call([column(50, null), column(4, null), column(50, 50), column(5, 6)]), [
      [50, 200, -200],
      [0, 0, 300],
    ]);
    expectSame(priceVolumeMix.call([column(50, 50), column(4, 6), column(100, null), column(4, null)]), [
      [0, 0, 200],
      [0, 0, -300],
    ]);
  });

  it('leaves a row blank that is not filled in', () => {
    const blank = column(1, null);
    expectSame(priceVolumeMix.call([blank, blank, blank, blank]), [
      [0, 0, 0],
      [null, null, null],
    ]);
  });

  it('adds up exactly to the change in revenue, row by row, in any order of the rows', () => {
    const sale = fc.tuple(fc.integer({ min: 0, max: 5000 }), fc.integer({ min: 1, max: 99_999 }));
    fc.assert(
      fc.property(fc.array(fc.tuple(sale, sale), { minLength: 1, maxLength: 8 }), list => {
        fc.pre(list.some(([[volume]]) => volume > 0));
        const cellsOf = (rows: typeof list) => [
          column(...rows.map(([[volume]]) => volume)),
          column(...rows.map(([[, price]]) => price / 100)),
          column(...rows.map(([, [volume]]) => volume)),
          column(...rows.map(([, [, price]]) => price / 100)),
        ];
        const rows = rowsOf(priceVolumeMix.call(cellsOf(list)));
        for (const [index, [[v0, p0], [v1, p1]]] of list.entries()) {
          const sum = (rows[index] ?? []).reduce((all, effect) => all.plus(decimal(Number(effect))), decimal(0));
          expect(Number(sum)).toBeCloseTo((v1 * p1 - v0 * p0) / 100, 6);
        }
        expectSame([...rows].reverse(), priceVolumeMix.call(cellsOf([...list].reverse())));
      }),
      { seed: 2025, numRuns: 300 },
    );
  });

  it('answers #DIV/0! where nothing was sold before, #N/A without a volume', () => {
    expectError(priceVolumeMix.call([0, 1, 5, 1]), '#DIV/0!', 'volume0 adds up to 0');
    expectError(
      priceVolumeMix.call([column(null), column(1), column(null), column(1)]),
      '#N/A',
      'no volume is filled in',
    );
  });

  it('names the argument and the place of what does not fit', () => {
    expectError(
      priceVolumeMix.call([column(1, 2), column(1, null), column(1, 2), column(1, 2)]),
      '#VALUE!',
      'price0: row 2',
      'expected a price beside the volume',
    );
    expectError(priceVolumeMix.call([column(1), column(1), column(2), column(null)]), '#VALUE!', 'price1: row 1');
    expectError(
      priceVolumeMix.call([column(1, -2), column(1, 1), column(1, 1), column(1, 1)]),
      '#VALUE!',
      'volume0: row 2',
    );
    expectError(priceVolumeMix.call([column(1), column('x'), column(1), column(1)]), '#VALUE!', 'price0: row 1', '"x"');
    expectError(priceVolumeMix.call([column(1), column(1), column(1, 2), column(1)]), '#VALUE!', 'volume1 is 2×1');
  });
});
