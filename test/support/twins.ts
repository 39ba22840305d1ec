import { catalogue } from '../../src/functions/catalogue.gen.ts';
import { natives, rowTwins } from '../../src/functions/natives.gen.ts';
import { type Argument, type Cell, CellError, isMatrix, type Matrix } from '../../src/kernel/cell.ts';
import { argumentsOf, type KpiFunction, type NamedParameter } from '../../src/kernel/function.ts';
import { NoTwin } from '../../src/kernel/native.ts';
import { isBlank } from '../../src/kernel/parameters.ts';
import { toNative } from '../../src/native/toNative.ts';
import { address } from '../../src/plan/address.ts';
import { listCasesOf } from './listTwins.ts';
import { plausible, plausibleCell } from './plausible.ts';
import { Random } from './random.ts';

/** Rows that one case of a function takes in a sheet. */
export function caseRows(fn: KpiFunction): number {
  return fn.parameters.every(({ shape }) => shape === 'scalar') ? 4 : 11;
}

/** Formulas stand in front of their arguments. */
export const RESULT_COLUMN = 0;

/** A call with its arguments in cells, and what must come out. */
export interface TwinCase {
  readonly call: string;
  readonly twin: string;
  readonly expected: Cell | Matrix;
  /** Two things are wrong, and which of them is told is nobody's promise. */
  readonly anyError: boolean;
  /** What stands in the sheet, by row and column. */
  readonly cells: readonly { readonly row: number; readonly column: number; readonly cell: Cell }[];
}

export interface Drawn {
  readonly args: readonly Argument[];
  /** The same arguments without what was made wrong with them. */
  readonly sound: readonly Argument[];
}

/** Arguments as a user could give them, one case in four with one thing wrong. */
export function argumentsFor(fn: KpiFunction, random: Random): Drawn {
  const rows = random.whole(2, 6);
  const args = fn.parameters.map((parameter): Argument => {
    if (parameter.optional && random.chance(0.3)) return undefined;
    if (parameter.shape === 'scalar') return plausibleCell(parameter, random);
    return fitting(plausible(fn, parameter, rows, 1, random), rows);
  });
  while (args.length > 0 && args[args.length - 1] === undefined) args.pop();
  // What a formula leaves empty is an empty text.
  if (random.chance(0.2)) emptyTexts(fn, args);
  const sound = [...args];
  if (random.chance(0.25)) spoil(fn, args, random);
  return { args, sound };
}

/** Built-in functions do not multiply an empty text: where one stands there, the twin is #VALUE!, and no figure. */
const MULTIPLIED: readonly string[] = ['ACTIVITY_INDEX goals'];

function emptyTexts({ name, parameters }: KpiFunction, args: Argument[]): void {
  for (const [index, argument] of args.entries())
    if (isMatrix(argument) && !MULTIPLIED.includes(`${name} ${parameters[index]?.name}`))
      args[index] = argument.map(line => line.map(cell => cell ?? ''));
}

function fitting(argument: Argument, rows: number): Argument {
  return isMatrix(argument) ? argument.slice(0, 6) : Array.from({ length: rows }, () => [argument ?? null]);
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
  // Beside a blank some functions do not look, where a twin does.
  const filled = argument.flatMap((_, row) =>
    args.some((arg, other) => other !== index && isMatrix(arg) && isBlank(arg[row]?.[0] ?? null)) ? [] : [row],
  );
  const place = filled.length === 0 ? -1 : random.pick(filled);
  args[index] = argument.map((line, row) => (row === place ? [bad] : line));
}

function badCell({ minimum, maximum }: NamedParameter, random: Random): Cell {
  const outside = [...(minimum ? [minimum - 1] : minimum === 0 ? [-1] : []), ...(maximum ? [maximum + 1] : [])];
  return random.pick<Cell>([null, ...ERRORS, ...outside]);
}

/** Lays a case out below `row`; undefined where the call has no twin. */
export function layCase(fn: KpiFunction, { args, sound }: Drawn, row: number, literalAt = -1): TwinCase | undefined {
  const { texts, cells, known } = layArguments(fn, args, row, literalAt);
  const call = `=KPI.${fn.name}(${texts.join(',')})`;
  const conversion = toNative(call, reference => known.get(reference));
  if (conversion.is !== 'formula') return undefined;
  const anyError = args.some((arg, index) => arg !== sound[index]) && fn.call(sound) instanceof CellError;
  return { call, twin: conversion.formula, expected: fn.call(args), anyError, cells };
}

export interface LaidOut {
  /** The arguments as they are written. */
  readonly texts: readonly string[];
  readonly cells: TwinCase['cells'];
  /** What their references hold. */
  readonly known: ReadonlyMap<string, Matrix>;
}

/** Puts arguments into cells, beside one another. */
function layArguments(fn: KpiFunction, args: readonly Argument[], row: number, literalAt = -1): LaidOut {
  const cells: { row: number; column: number; cell: Cell }[] = [];
  const known = new Map<string, Matrix>();
  let column = RESULT_COLUMN + 1;
  const texts = args.map((argument, index) => {
    const parameter = fn.parameters[index];
    if (argument === undefined) return '';
    if (
      !isMatrix(argument) &&
      argument !== null &&
      (parameter?.choices || index === literalAt) &&
      !(argument instanceof CellError)
    ) {
      return literal(argument);
    }
    const matrix = isMatrix(argument) ? argument : [[argument]];
    const area = { row, column, rows: matrix.length, columns: matrix[0]?.length ?? 1 };
    for (const [r, line] of matrix.entries()) {
      for (const [c, cell] of line.entries()) cells.push({ row: row + r, column: column + c, cell });
    }
    column += area.columns;
    const reference = address(area);
    known.set(reference, matrix);
    return reference;
  });
  return { texts, cells, known };
}

function literal(cell: Exclude<Cell, CellError | null>): string {
  return typeof cell === 'string' ? `"${cell.replaceAll('"', '""')}"` : String(cell).toUpperCase();
}

/** Every function that has a twin, or whose list has one for each of its cells. */
export const twinned = catalogue.filter(fn => {
  const native = natives[fn.name];
  return isListed(fn) || (native !== undefined && !(native instanceof NoTwin));
});

function isListed({ name }: KpiFunction): boolean {
  return rowTwins[name] !== undefined;
}

/** The examples of a function and so many random cases. */
export function casesOf(fn: KpiFunction, count: number): TwinCase[] {
  if (isListed(fn)) return listCasesOf(fn, count, layArguments, caseRows(fn));
  const random = new Random(fn.name);
  const cases: TwinCase[] = [];
  const add = (drawn: Drawn, literalAt?: number): void => {
    const made = layCase(fn, drawn, cases.length * caseRows(fn), literalAt);
    if (made) cases.push(made);
  };
  for (const { given } of fn.examples) {
    const args = argumentsOf(fn, given);
    add({ args, sound: args });
  }
  for (let tries = 0; cases.length < count + fn.examples.length && tries < 4 * count; tries++) {
    add(argumentsFor(fn, random), random.whole(-1, fn.parameters.length - 1));
  }
  return cases;
}

/** Whether a spreadsheet shows what must come out; errors are the texts that it shows. */
export function agree(actual: Cell | Matrix, wanted: Cell | Matrix): boolean {
  if (isMatrix(wanted)) {
    return wanted.every((line, row) =>
      line.every((cell, column) => agree(isMatrix(actual) ? (actual[row]?.[column] ?? null) : actual, cell)),
    );
  }
  if (isMatrix(actual)) return agree(actual[0]?.[0] ?? null, wanted);
  if (wanted instanceof CellError) return actual === wanted.code;
  if (wanted === null) return actual === '' || actual === null;
  if (typeof wanted === 'number' && typeof actual === 'number') {
    return Math.abs(actual - wanted) <= 1e-9 * Math.max(1, Math.abs(wanted));
  }
  return actual === wanted;
}
