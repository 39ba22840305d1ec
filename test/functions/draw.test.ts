import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { draw } from '../../src/functions/draw.ts';
import { column, rowsOf } from '../support/column.ts';
import { expectError } from '../support/expectError.ts';
import { expectSame } from '../support/expectSame.ts';

const rowsAfterHeader = (...args: Parameters<typeof draw.call>) => rowsOf(draw.call(...args)).slice(1);

describe('DRAW(commissions, draw, [type], [language])', () => {
  it('tops up to the draw and takes the top-up back out of later surplus', () => {
    expectSame(draw.call([column(500, 3000), 1500, 'recoverable-guarantee', 'en']), [
      ['Earned', 'Draw', 'Paid', 'Balance owed'],
      [500, 1000, 1500, 1000],
      [3000, -1000, 2000, 0],
    ]);
    expectSame(rowsAfterHeader([column(500, 1700, 1800), 1500]), [
      [500, 1000, 1500, 1000],
      [1700, -200, 1500, 800],
      [1800, -300, 1500, 500],
    ]);
  });

  it('guarantee tops up and asks for nothing back', () => {
    expectSame(rowsAfterHeader([column(500, 3000), 1500, 'guarantee']), [
      [500, 1000, 1500, 0],
      [3000, 0, 3000, 0],
    ]);
  });

  it('recoverable comes on top and is owed, non-recoverable comes on top and is kept', () => {
    expectSame(rowsAfterHeader([column(200, 300), 100, 'recoverable']), [
      [200, 100, 300, 100],
      [300, 100, 400, 200],
    ]);
    expectSame(rowsAfterHeader([column(200, 300), 100, '不扣回']), [
      [200, 100, 300, 0],
      [300, 100, 400, 0],
    ]);
  });

  it('leaves a period blank that is not filled in, and reads a header', () => {
    expectSame(rowsAfterHeader([column('Earned', 500, null, 1600), 1000]), [
      [500, 500, 1000, 500],
      [null, null, null, null],
      [1600, -500, 1100, 0],
    ]);
  });

  it('tops up a negative commission too', () => {
    expectSame(rowsAfterHeader([column(-200), 1000]), [[-200, 1200, 1000, 1200]]);
  });

  it('balances: what was paid is what was earned and what is still owed, to the cent', () => {
    const cents = fc.array(fc.integer({ min: -1e5, max: 1e6 }), { minLength: 1, maxLength: 24 });
    const type = fc.constantFrom('recoverable', 'recoverable-guarantee');
    fc.assert(
      fc.property(cents, fc.integer({ min: 0, max: 1e6 }), type, (list, agreed, kind) => {
        const rows = rowsAfterHeader([column(...list.map(cent => cent / 100)), agreed / 100, kind]);
        const sum = (at: number) => rows.reduce((total, row) => total + Math.round(Number(row[at]) * 100), 0);
        expect(sum(2)).toBe(sum(0) + Math.round(Number(rows[rows.length - 1]?.[3]) * 100));
        for (const row of rows) {
          expect(Number(row[3])).toBeGreaterThanOrEqual(0);
          if (kind === 'recoverable-guarantee') expect(Number(row[2])).toBeGreaterThanOrEqual(agreed / 100);
        }
      }),
      { seed: 3 },
    );
  });

  it('names the argument and the row of what does not fit', () => {
    expectError(draw.call([column(1, 'x'), 100]), '#VALUE!', 'commissions: row 2', '"x"');
    expectError(draw.call([column(1, 2), -100]), '#VALUE!', 'draw', '0 or more, found -100');
    expectError(draw.call([column(1, 2), 100, 'loan']), '#VALUE!', 'type', '"recoverable-guarantee", "guarantee"');
  });
});
