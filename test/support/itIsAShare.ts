import { it } from 'vitest';
import type { KpiFunction } from '../../src/kernel/function.ts';
import { column, rowsOf } from './column.ts';
import { expectError } from './expectError.ts';
import { expectSame } from './expectSame.ts';

/** What every measure that is a part by its whole has to do with blanks, zeros and what is no number. */
export function itIsAShare(fn: KpiFunction, part: string, whole: string): void {
  it(`goes down the rows, beside one ${whole} or one a row`, () => {
    expectSame(fn.call([column(1, 2), 8]), column(0.125, 0.25));
    expectSame(fn.call([column(1, 2), column(4, 16)]), column(0.25, 0.125));
  });

  it(`leaves a row blank whose ${part} is blank`, () => {
    expectSame(fn.call([column(1, null, ''), column(4, 4, 4)]), column(0.25, null, null));
  });

  it(`answers #DIV/0! where ${whole} is 0 or blank, and only there`, () => {
    const rows = rowsOf(fn.call([column(1, 2, 3), column(0, 8, null)]));
    expectError(rows[0]?.[0], '#DIV/0!', 'row 1', `${whole} is 0`);
    expectSame(rows[1]?.[0] ?? null, 0.25);
    expectError(rows[2]?.[0], '#DIV/0!', 'row 3', `${whole} is 0`);
  });

  it('names the argument and the row of what is no number', () => {
    const rows = rowsOf(fn.call([column(1, 'two'), column(4, 8)]));
    expectSame(rows[0]?.[0] ?? null, 0.25);
    expectError(rows[1]?.[0], '#VALUE!', part, 'row 2', 'expected a number, found the text "two"');
    expectError(rowsOf(fn.call([column(1, 2), column('x', 8)]))[0]?.[0], '#VALUE!', whole, 'row 1', '"x"');
    expectError(fn.call([1]), '#VALUE!', whole, 'this argument is missing');
  });
}
