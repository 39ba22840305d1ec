import { type Argument, isMatrix } from '../../src/kernel/cell.ts';
import { placeIn } from './place.ts';

/** Excel on the desktop hands a blank cell over as 0, so a 0 that comes from cells may be one. */
export function isDoubtful(argument: Argument, address: string | null | undefined): boolean {
  return holdsZero(argument) && placeIn(address) !== undefined;
}

function holdsZero(argument: Argument): boolean {
  if (!isMatrix(argument)) return argument === 0;
  for (const row of argument) if (row.includes(0)) return true;
  return false;
}
