import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rankBonus } from '../../src/functions/rankBonus.ts';
import { column, rowsOf } from '../support/column.ts';
import { expectError } from '../support/expectError.ts';
import { expectSame } from '../support/expectSame.ts';

const prizes = column(5000, 3000, 1000);

describe('RANK_BONUS(values, prizes, [above])', () => {
  it('pays by rank, in the shape of the values', () => {
    expectSame(rankBonus.call([column(80, 95, 70, 60), prizes]), column(3000, 5000, 1000, 0));
    expectSame(rankBonus.call([[[80, 95]], [[5000, 3000, 1000]]]), [[3000, 5000]]);
  });

  it('shares among those who tie the prizes of the places they take', () => {
    expectSame(rankBonus.call([column(90, 90, 70), prizes]), column(4000, 4000, 1000));
    expectSame(rankBonus.call([column(90, 80, 70, 70), prizes]), column(5000, 3000, 500, 500));
    expectSame(rankBonus.call([column(0.3, 0.1 + 0.2), column(10)]), column(5, 5));
  });

  it('gives nothing to values that are not above the least one', () => {
    expectSame(rankBonus.call([column(90, 0, -5, 0), prizes, 0]), column(5000, 0, 0, 0));
    expectSame(rankBonus.call([column(90, 70, 70), prizes, 70]), column(5000, 0, 0));
    expectSame(rankBonus.call([column(0, -5), prizes, null]), column(5000, 3000));
    expectError(rankBonus.call([column(1), prizes, 'x']), '#VALUE!', 'above');
  });

  it('gives the cent that does not divide to the first of them', () => {
    expectSame(rankBonus.call([column(7, 7, 7), column(100)]), column(33.34, 33.33, 33.33));
  });

  it('leaves out blanks, reads a header over the prizes, and pays nothing for a blank prize', () => {
    expectSame(rankBonus.call([column(1, null, 2), column('Prize', 50, 20)]), column(20, null, 50));
    expectSame(rankBonus.call([column(3, 2, 1), column(50, null, 10)]), column(50, 0, 10));
  });

  it('pays out the prizes to the cent where all places are filled, however many tie', () => {
    const values = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 4, maxLength: 12 });
    const cents = fc.array(fc.integer({ min: 0, max: 1e6 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(values, cents, (list, purse) => {
        const paid = rowsOf(rankBonus.call([column(...list), column(...purse.map(cent => cent / 100))])).map(row =>
          Number(row[0]),
        );
        const sum = (numbers: readonly number[]) => numbers.reduce((total, value) => total + value, 0);
        expect(sum(paid.map(bonus => Math.round(bonus * 100)))).toBe(sum(purse));
      }),
      { seed: 3 },
    );
  });

  it('names the argument and the row of what does not fit', () => {
    expectError(rankBonus.call([column(1, 'x'), prizes]), '#VALUE!', 'values: row 2', '"x"');
    expectError(rankBonus.call([column(1, 2), column(50, -1)]), '#VALUE!', 'prizes: row 2', '0 or more, found -1');
    expectError(rankBonus.call([column(1, 2)]), '#VALUE!', 'prizes', 'missing');
  });
});
