import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mix } from '../../src/functions/mix.ts';
import { column, rowsOf } from '../support/column.ts';
import { expectError } from '../support/expectError.ts';
import { expectSame } from '../support/expectSame.ts';

describe('MIX(values)', () => {
  it('answers each share of the total, in the shape of the values', () => {
    expectSame(mix.call([column(50, 30, 20)]), column(0.5, 0.3, 0.2));
    expectSame(
      mix.call([
        [
          [1, 2],
          [3, 4],
        ],
      ]),
      [
        [0.1, 0.2],
        [0.3, 0.4],
      ],
    );
  });

  it('leaves blanks blank, and takes a negative part', () => {
    expectSame(mix.call([[[3, null, 1]]]), [[0.75, null, 0.25]]);
    expectSame(mix.call([column(150, -50)]), column(1.5, -0.5));
  });

  it('has shares that add up to 1', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 1e6 }), { minLength: 1, maxLength: 30 }), list => {
        const shares = rowsOf(mix.call([column(...list)])).map(row => Number(row[0]));
        expect(shares.reduce((sum, share) => sum + share)).toBeCloseTo(1, 12);
      }),
      { seed: 3 },
    );
  });

  it('answers #DIV/0! for a total of 0 and #N/A for no value', () => {
    expectError(mix.call([column(5, -5)]), '#DIV/0!', 'the values add up to 0');
    expectError(mix.call([column(null, null)]), '#N/A', 'no value is filled in');
  });

  it('names the position of what is no number', () => {
    expectError(
      mix.call([
        [
          [1, 2],
          [3, 'x'],
        ],
      ]),
      '#VALUE!',
      'values: row 2, column 2',
      '"x"',
    );
  });
});
