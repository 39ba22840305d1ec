import { type Argument, isMatrix } from '../../src/kernel/cell.ts';
import { inquiry } from './inquiry.ts';
import { placeIn } from './place.ts';

const typesOf = inquiry('valueTypes');

/** Excel on the desktop hands a blank cell over as 0, so a 0 that comes from cells may be one. */
export function isDoubtful(argument: Argument, address: string | null | undefined): boolean {
  return holdsZero(argument) && placeIn(address) !== undefined;
}

/** The argument with its blank cells blank, as the workbook says. */
export async function withBlanks(argument: Argument, address: string | null | undefined): Promise<Argument> {
  const place = placeIn(address);
  if (!place) return argument;
  const [rows, columns] = isMatrix(argument) ? [argument.length, argument[0]?.length ?? 1] : [1, 1];
  const typeAt = await typesOf({ ...place, area: { ...place.area, rows, columns } });
  const isBlank = (row: number, column: number): boolean => typeAt(row, column) === Excel.RangeValueType.empty;
  if (!isMatrix(argument)) return isBlank(0, 0) ? null : argument;
  return argument.map((line, row) => line.map((cell, column) => (cell === 0 && isBlank(row, column) ? null : cell)));
}

function holdsZero(argument: Argument): boolean {
  if (argument === undefined) return false;
  return isMatrix(argument) ? argument.some(row => row.includes(0)) : argument === 0;
}
