import { type Argument, type Cell, CellError, isMatrix, type Matrix } from '../../src/kernel/cell.ts';
import { argumentsOf, type KpiFunction } from '../../src/kernel/function.ts';
import { toNative } from '../../src/native/toNative.ts';
import { drawSplit } from './drawSplit.ts';
import { Random } from './random.ts';
import type { Drawn, LaidOut, TwinCase } from './twins.ts';

/** A list with the place of one of its cells. */
export interface DrawnPart extends Drawn {
  readonly place: number;
  /** None where INDEX counts along a single row or column. */
  readonly column: number | undefined;
  /** The first argument is no range but put together of its two cells. */
  readonly stacked?: boolean;
  /** An error is no fault: digits that a spreadsheet does not keep decide. */
  readonly mayFail?: boolean;
}

/** How arguments are drawn for the functions whose lists have row twins. */
export const DRAWS: Readonly<Record<string, (random: Random) => DrawnPart>> = { SPLIT: drawSplit };

type Lay = (fn: KpiFunction, args: readonly Argument[], row: number) => LaidOut;

/** Every cell of the examples, and so many random cells. */
export function listCasesOf(fn: KpiFunction, count: number, lay: Lay, rows: number): TwinCase[] {
  const draw = DRAWS[fn.name];
  if (!draw) throw new Error(`nothing draws arguments for ${fn.name}`);
  const random = new Random(fn.name);
  const cases: TwinCase[] = [];
  const add = (drawn: DrawnPart): void => {
    const made = partCase(fn, drawn, lay(fn, drawn.args, cases.length * rows));
    if (made) cases.push(made);
  };
  for (const { given, result } of fn.examples) {
    const args = argumentsOf(fn, given);
    const lines = isMatrix(result) ? result : [[result]];
    for (const [row, line] of lines.entries()) {
      for (const column of line.keys()) add({ args, sound: args, place: row + 1, column: column + 1 });
    }
  }
  while (cases.length < count) add(draw(random));
  return cases;
}

function partCase(fn: KpiFunction, drawn: DrawnPart, laid: LaidOut): TwinCase | undefined {
  const { args, sound, place, column, mayFail } = drawn;
  const at = [place, ...(column === undefined ? [] : [column])].join(',');
  const [first = '', ...others] = laid.texts;
  const texts = [drawn.stacked ? `CHOOSE({1;2},${first.replace(':', ',')})` : first, ...others];
  const call = `=INDEX(KPI.${fn.name}(${texts.join(',')}),${at})`;
  const conversion = toNative(call, reference => laid.known.get(reference));
  if (conversion.is !== 'formula') return undefined;
  const expected = partAt(fn.call(args), place, column);
  const isSpoiled = args.some((arg, index) => arg !== sound[index]);
  // Beside a blank a function does not look at what is wrong, where a twin does.
  const before = partAt(fn.call(sound), place, column);
  const mayTell = isSpoiled && (!(expected instanceof CellError) || before instanceof CellError);
  return { call, twin: conversion.formula, expected, anyError: mayFail === true || mayTell, cells: laid.cells };
}

/** What INDEX takes of a result. */
export function partAt(result: Cell | Matrix, place: number, column?: number): Cell {
  if (!isMatrix(result)) return result;
  const isRow = result.length === 1 && column === undefined;
  return (isRow ? result[0]?.[place - 1] : result[place - 1]?.[(column ?? 1) - 1]) ?? null;
}
