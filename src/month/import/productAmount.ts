import type { Cell } from '../../kernel/cell.ts';
import { decimal } from '../../kernel/decimal.ts';
import { readAmount } from './amounts.ts';
import { isProblem } from './cleaning.ts';
import type { Columns } from './matchColumns.ts';

/** Quantity times price, to the last digit; undefined where one of them is not there. */
export function times(quantity: number | undefined, price: number | undefined): number | undefined {
  return quantity === undefined || price === undefined ? undefined : Number(decimal(quantity).times(decimal(price)));
}

/** What a row's quantity and price come to, for the offer to take that for its amount. */
export function productOf(line: readonly Cell[], { quantity, price }: Columns): number | undefined {
  return times(figureAt(line, quantity), figureAt(line, price));
}

function figureAt(line: readonly Cell[], column: number | undefined): number | undefined {
  const read = readAmount(column === undefined ? null : (line[column] ?? null));
  return isProblem(read) || read.value === null ? undefined : read.value;
}
