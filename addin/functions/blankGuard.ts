import { type Argument, isMatrix } from '../../src/kernel/cell.ts';
import { placeIn } from './place.ts';

/** Excel on the desktop hands a blank cell over as 0, so a 0 that comes from cells may be one. */
export function isDoubtful(argument: Argument, address: string | null | undefined): boolean {
  return holdsZero(argument) && placeIn(address) !== undefined;
}

function holdsZero(argument: Argument): boolean {
  return isMatrix(argument) ? argument.some(row => row.includes(0)) : argument === 0;
}
