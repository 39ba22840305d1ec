import { type Argument, type Cell, CellError, isMatrix, type Matrix } from '../../src/kernel/cell.ts';
import type { KpiFunction, NamedParameter } from '../../src/kernel/function.ts';
import { toNative } from '../../src/native/toNative.ts';
import { address } from '../../src/plan/address.ts';
import { plausible, plausibleCell } from './plausible.ts';
import type { Random } from './random.ts';

/** Rows that one case takes in a sheet, and the column of its formula. */
export const CASE_ROWS = 8;
export const RESULT_COLUMN = 30;

/** A call with its arguments in cells, and what must come out. */
export interface TwinCase {
  readonly call: string;
  readonly twin: string;
  readonly expected: Cell | Matrix;
  /** What stands in the sheet, by row and column. */
  readonly cells: readonly { readonly row: number; readonly column: number; readonly cell: Cell }[];
}

/** Arguments as a user could give them, one case in four with one thing wrong. */
export function argumentsFor(fn: KpiFunction, random: Random): Argument[] {
  const rows = random.whole(2, CASE_ROWS - 1);
  const args = fn.parameters.map((parameter): Argument => {
    if (parameter.optional && random.chance(0.3)) return undefined;
    if (parameter.shape === 'scalar') return plausibleCell(parameter, random);
    return fitting(plausible(fn, parameter, rows, 1, random), rows);
  });
  if (random.chance(0.25)) spoil(fn, args, random);
  while (args.length > 0 && args[args.length - 1] === undefined) args.pop();
  return args;
}

function fitting(argument: Argument, rows: number): Argument {
  return isMatrix(argument) ? argument.slice(0, CASE_ROWS - 1) : Array.from({ length: rows }, () => [argument ?? null]);
}

const ERRORS = (['#N/A', '#DIV/0!', '#VALUE!'] as const).map(code => new CellError(code, { en: code, zh: code }));

/** A blank, an error cell, or a figure out of its bounds, in one place. */
function spoil(fn: KpiFunction, args: Argument[], random: Random): void {
  const open = fn.parameters.flatMap((parameter, index) =>
    args[index] === undefined || parameter.choices || parameter.shape === 'table' ? [] : [index],
  );
  if (open.length === 0) return;
  const index = random.pick(open);
  const parameter = fn.parameters[index];
  const argument = args[index];
  if (!parameter) return;
  const bad = badCell(parameter, random);
  if (!isMatrix(argument)) {
    args[index] = bad;
    return;
  }
  const place = random.whole(0, argument.length - 1);
  args[index] = argument.map((line, row) => (row === place ? [bad] : line));
}

function badCell({ minimum, maximum }: NamedParameter, random: Random): Cell {
  const outside = [...(minimum ? [minimum - 1] : minimum === 0 ? [-1] : []), ...(maximum ? [maximum + 1] : [])];
  return random.pick<Cell>([null, ...ERRORS, ...outside]);
}

/** Lays a case out below `row`; undefined where the call has no twin. */
export function layCase(fn: KpiFunction, args: readonly Argument[], row: number, literalAt = -1): TwinCase | undefined {
  const cells: { row: number; column: number; cell: Cell }[] = [];
  const known = new Map<string, Matrix>();
  let column = 0;
  const texts = args.map((argument, index) => {
    const parameter = fn.parameters[index];
    if (argument === undefined) return '';
    if (!isMatrix(argument) && (parameter?.choices || index === literalAt) && !(argument instanceof CellError)) {
      return literal(argument);
    }
    const matrix = isMatrix(argument) ? argument : [[argument]];
    const area = { row, column, rows: matrix.length, columns: matrix[0]?.length ?? 1 };
    for (const [r, line] of matrix.entries()) {
      for (const [c, cell] of line.entries()) cells.push({ row: row + r, column: column + c, cell });
    }
    column += area.columns + 1;
    const reference = address(area);
    known.set(reference, matrix);
    return reference;
  });
  const call = `=KPI.${fn.name}(${texts.join(',')})`;
  const conversion = toNative(call, reference => known.get(reference));
  if (conversion.is !== 'formula') return undefined;
  return { call, twin: conversion.formula, expected: fn.call(args), cells };
}

function literal(cell: Exclude<Cell, CellError>): string {
  if (cell === null) return '';
  return typeof cell === 'string' ? `"${cell.replaceAll('"', '""')}"` : String(cell).toUpperCase();
}
