import type { Argument } from '../../src/kernel/cell.ts';
import type { NamedParameter } from '../../src/kernel/function.ts';

/** What is asked about a parameter when Excel calls. */
type Taken = Pick<NamedParameter, 'shape' | 'optional' | 'default'>;

/**
 * An optional argument that is left empty between commas may come as null, as a blank or as 0, without an address:
 * which of them is not documented. A range is none of these; of a single value a 0 may have been written.
 */
export function isLeftOut(parameter: Taken, given: unknown, address: string | null | undefined): boolean {
  if (!parameter.optional || address) return false;
  const cell = onlyCell(given);
  return cell === null || cell === undefined || (cell === 0 && parameter.shape !== 'scalar');
}

/** Whether a 0 for it tells something else than nothing does. */
export function needsCaller({ optional, shape, default: fallback }: Taken): boolean {
  return optional && shape === 'scalar' && fallback !== 0;
}

/** A 0 from nowhere, with arguments behind it: only the formula tells whether it was written. */
export function mayBeLeftOut(parameter: Taken, argument: Argument, address: string | null | undefined): boolean {
  return needsCaller(parameter) && !address && onlyCell(argument) === 0;
}

/** The cell of a range of one; what else comes is given as it is. */
export function onlyCell(given: unknown): unknown {
  if (!Array.isArray(given) || given.length !== 1) return given;
  const row: unknown = given[0];
  if (!Array.isArray(row)) return row;
  return row.length === 1 ? row[0] : given;
}
