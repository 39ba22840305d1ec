import { type Argument, type Cell, CellError, isMatrix, type Matrix } from '../../src/kernel/cell.ts';
import { argumentsOf, type KpiFunction } from '../../src/kernel/function.ts';
import { toNative } from '../../src/native/toNative.ts';
import { drawLeaderboard } from './drawLeaderboard.ts';
import { drawCorrelation, drawQuadrant, drawSeasonalIndex } from './drawOthers.ts';
import { drawRankBonus } from './drawRankBonus.ts';
import { drawSplit } from './drawSplit.ts';
import { Random } from './random.ts';
import type { Drawn, LaidOut, TwinCase } from './twins.ts';

/** A list with the place of one of its cells. */
export interface DrawnPart extends Drawn {
  readonly place: number;
  /** None where INDEX counts along a single row or column. */
  readonly column: number | undefined;
  /** How the arguments are written, where a formula makes them of their cells. */
  readonly form?: ((texts: readonly string[]) => readonly string[]) | undefined;
  /** What that formula makes of them. */
  readonly made?: ((args: readonly Argument[]) => readonly Argument[]) | undefined;
  /** An error is no fault: digits that a spreadsheet does not keep decide. */
  readonly mayFail?: boolean;
}

/** How arguments are drawn for the functions whose lists have row twins. */
const DRAWS: Readonly<Record<string, (random: Random) => DrawnPart>> = {
  CORRELATION: drawCorrelation,
  LEADERBOARD: drawLeaderboard,
  QUADRANT: drawQuadrant,
  RANK_BONUS: drawRankBonus,
  SEASONAL_INDEX: drawSeasonalIndex,
  SPLIT: drawSplit,
};

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
  for (let tries = 0; cases.length < count && tries < 4 * count; tries++) add(draw(random));
  return cases;
}

function partCase(fn: KpiFunction, drawn: DrawnPart, laid: LaidOut): TwinCase | undefined {
  const { args, sound, place, column, mayFail, form, made } = drawn;
  const at = [place, ...(column === undefined ? [] : [column])].join(',');
  const call = `=INDEX(KPI.${fn.name}(${(form?.(laid.texts) ?? laid.texts).join(',')}),${at})`;
  const conversion = toNative(call, reference => laid.known.get(reference));
  if (conversion.is !== 'formula') return undefined;
  const partOf = (given: readonly Argument[]): Cell => partAt(fn.call(made?.(given) ?? given), place, column);
  const expected = partOf(args);
  const isSpoiled = args.some((arg, index) => arg !== sound[index]);
  // Beside a blank a function does not look at what is wrong, where a twin does.
  const mayTell = isSpoiled && (!(expected instanceof CellError) || partOf(sound) instanceof CellError);
  return { call, twin: conversion.formula, expected, anyError: mayFail === true || mayTell, cells: laid.cells };
}

/** What INDEX takes of a result. */
export function partAt(result: Cell | Matrix, place: number, column?: number): Cell {
  if (!isMatrix(result)) return result;
  const isRow = result.length === 1 && column === undefined;
  return (isRow ? result[0]?.[place - 1] : result[place - 1]?.[(column ?? 1) - 1]) ?? null;
}
