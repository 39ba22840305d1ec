import type { Argument } from '../../src/kernel/cell.ts';
import type { NamedParameter } from '../../src/kernel/function.ts';
import { inquiry } from './inquiry.ts';
import { placeIn } from './place.ts';

const formulasOf = inquiry('formulas');

/**
 * An optional argument that is left empty between commas may come as null, as a blank or as 0, without an address:
 * which of them is not documented. A range is none of these; of a single value a 0 may have been written.
 */
export function isLeftOut(parameter: NamedParameter, given: unknown, address: string | null | undefined): boolean {
  if (!parameter.optional || address) return false;
  const cell = onlyCell(given);
  return cell === null || cell === undefined || (cell === 0 && parameter.shape !== 'scalar');
}

/** Whether a 0 for it tells something else than nothing does. */
export function needsCaller({ optional, shape, default: fallback }: NamedParameter): boolean {
  return optional && shape === 'scalar' && fallback !== 0;
}

/** A 0 from nowhere, with arguments behind it: only the formula tells whether it was written. */
export function mayBeLeftOut(
  parameter: NamedParameter,
  argument: Argument,
  address: string | null | undefined,
): boolean {
  return needsCaller(parameter) && !address && onlyCell(argument) === 0;
}

/** The places of the arguments that the caller's formula leaves empty; none where its calls differ. */
export async function emptyPlaces(name: string, caller: string | undefined): Promise<ReadonlySet<number>> {
  const place = placeIn(caller);
  if (!place) return new Set();
  const formulaAt = await formulasOf({ ...place, area: { ...place.area, rows: 1, columns: 1 } });
  const { callsOf } = await import('../../src/native/scan.ts');
  const own = new RegExp(`^(?:_xldudf_)?KPI[._]${name}$`, 'i');
  const [first = [], ...others] = callsOf(String(formulaAt(0, 0) ?? ''), called => own.test(called)).map(({ args }) =>
    args.map(arg => arg === ''),
  );
  const isAgreed = (index: number): boolean => others.every(other => other[index] === first[index]);
  return new Set(first.flatMap((isEmpty, index) => (isEmpty && isAgreed(index) ? [index] : [])));
}

function onlyCell(given: unknown): unknown {
  if (!Array.isArray(given)) return given;
  const [row] = given as readonly unknown[];
  if (given.length !== 1 || !Array.isArray(row)) return given.length === 1 ? row : given;
  return row.length === 1 ? row[0] : given;
}
