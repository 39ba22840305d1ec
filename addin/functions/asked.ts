import { type Argument, isMatrix } from '../../src/kernel/cell.ts';
import type { KpiFunction } from '../../src/kernel/function.ts';
import { inquiry } from './inquiry.ts';
import { placeIn } from './place.ts';
import type { Addresses } from './run.ts';

const typesOf = inquiry('valueTypes');
const formulasOf = inquiry('formulas');

/** What only the workbook can tell, by the places of the arguments. */
export interface Open {
  readonly addresses: Addresses;
  readonly caller: string | undefined;
  readonly blanks: readonly number[];
  readonly empty: readonly number[];
}

/** The arguments as the workbook says that they are meant. */
export async function askedArguments(
  fn: KpiFunction,
  args: readonly Argument[],
  { addresses, caller, blanks, empty }: Open,
): Promise<readonly Argument[]> {
  const known = [...args];
  const [places] = await Promise.all([
    empty.length > 0 ? emptyPlaces(fn.name, caller) : new Set<number>(),
    ...blanks.map(async index => {
      known[index] = await withBlanks(args[index], addresses[index]);
    }),
  ]);
  for (const index of empty) if (places.has(index)) known[index] = undefined;
  return known;
}

/** The argument with its blank cells blank. */
async function withBlanks(argument: Argument, address: string | null | undefined): Promise<Argument> {
  const place = placeIn(address);
  if (!place) return argument;
  const [rows, columns] = isMatrix(argument) ? [argument.length, argument[0]?.length ?? 1] : [1, 1];
  const typeAt = await typesOf({ ...place, area: { ...place.area, rows, columns } });
  const isBlank = (row: number, column: number): boolean => typeAt(row, column) === Excel.RangeValueType.empty;
  if (!isMatrix(argument)) return isBlank(0, 0) ? null : argument;
  return argument.map((line, row) => line.map((cell, column) => (cell === 0 && isBlank(row, column) ? null : cell)));
}

/** The places of the arguments that the caller's formula leaves empty; none where its calls differ. */
async function emptyPlaces(name: string, caller: string | undefined): Promise<ReadonlySet<number>> {
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
