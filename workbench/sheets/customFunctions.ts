import { ERROR_TYPE_SET, type ErrorType } from '@univerjs/engine-formula';
import { type Argument, type Cell, CellError, isMatrix, type Matrix } from '../../src/kernel/cell.ts';
import type { KpiFunction } from '../../src/kernel/function.ts';
import { languageOf, say } from '../../src/kernel/text.ts';
import type { ArgumentPlace, Caller } from '../book/functions.ts';
import { sparklineText } from '../book/sparkline.ts';
import { instantOf, isDatePattern } from './dates.ts';
import { FIRST, HERE, STACK, TEXT } from './formula.ts';
import type { CallScript } from './scriptRun.ts';
import type { SheetState } from './sheetState.ts';

/** Sheets shows one error for whatever a function throws, and the message when one points at it. */
const THROWN = '#ERROR!';

/** What formulas are rewritten with, see formula.ts. */
function registerArrays({ book }: SheetState): void {
  book.register(HERE, ([cells = null], [reference], caller) => hereIn(cells, reference, caller));
  book.register(FIRST, ([cells = null]) => (isMatrix(cells) ? (cells[0]?.[0] ?? null) : cells));
  book.register('SPARKLINE', ([figure = null, options = null]) => sparkline(figure, options));
  book.register('VSTACK', parts => oneUnderTheOther(parts));
  book.register(STACK, ([columns = 1, ...parts]) => stacked(Number(columns), parts));
}

/** The cell beside the formula, in a column, or above or below it, in a row; an error where there is none. */
function hereIn(cells: Cell | Matrix, reference: ArgumentPlace | undefined, { row, column }: Caller): Cell {
  if (!isMatrix(cells)) return cells;
  const [down, right] = [row - (reference?.row ?? 0), column - (reference?.column ?? 0)];
  const width = cells[0]?.length ?? 0;
  const found = width === 1 ? cells[down]?.[0] : cells.length === 1 ? cells[0]?.[right] : undefined;
  return found === undefined ? new CellError('#VALUE!', ARRAY_NOT_FOUND) : found;
}

const ARRAY_NOT_FOUND = say('An array value could not be found.', '找不到数组值。');

/** An error is an element as any other is; what is narrower is filled up. */
function oneUnderTheOther(parts: readonly Argument[]): Matrix {
  const grids = parts.map(part => (isMatrix(part) ? part : [[part ?? null]]));
  const width = Math.max(...grids.map(([first = []]) => first.length));
  const text = 'The array is narrower than others.';
  const none = new CellError('#N/A', { en: text, zh: text });
  return grids
    .flat()
    .map(row => Array.from({ length: width }, (_, column) => row[column] ?? (column < row.length ? null : none)));
}

/** The parts of an array in braces, row by row; those that stand beside one another have to be of one height. */
function stacked(columns: number, parts: readonly Argument[]): Matrix | CellError {
  const grids = parts.map(part => (isMatrix(part) ? part : [[part ?? null]]));
  const rows: Cell[][] = [];
  for (let from = 0; from < grids.length; from += columns) {
    const beside = grids.slice(from, from + columns);
    const height = beside[0]?.length ?? 0;
    if (beside.some(grid => grid.length !== height)) return mismatch();
    for (let row = 0; row < height; row++) rows.push(beside.flatMap(grid => grid[row] ?? []).map(bare));
  }
  return rows.some(row => row.length !== rows[0]?.length) ? mismatch() : rows;
}

/** Of one figure, as a bar: the one chart in a cell that is played. What it does with texts is not documented. */
function sparkline(data: Cell | Matrix, options: Cell | Matrix): Cell {
  const figure = isMatrix(data) && data.length === 1 ? data[0]?.[0] : data;
  const given = new Map((isMatrix(options) ? options : []).map(([name = null, value = null]) => [name, value]));
  const [longest, color] = [given.get('max'), given.get('color1')];
  const isBar = given.get('charttype') === 'bar' && typeof figure === 'number' && typeof longest === 'number';
  if (isBar && typeof color === 'string') return sparklineText({ figure, longest, color });
  const text = 'This host plays SPARKLINE for one figure as a bar with a maximum and a color only.';
  return new CellError('#N/A', { en: text, zh: text });
}

function bare(cell: Cell): Cell {
  return typeof cell === 'string' ? cell.replace(TEXT, '') : cell;
}

function mismatch(): CellError {
  const text = 'In ARRAY_LITERAL, an Array Literal was missing values for one or more rows.';
  return new CellError('#VALUE!', { en: text, zh: text });
}

/** Lets formulas call the script's functions as Google Sheets would. */
export function registerFunctions(state: SheetState, catalogue: readonly KpiFunction[], call: CallScript): void {
  registerArrays(state);
  // Univer would read the stored result as a text.
  ERROR_TYPE_SET.add(THROWN as ErrorType);
  const reasons = new Map<string, CellError>();
  const language = languageOf(state.settings.accountLocale);
  for (const fn of catalogue) {
    const name = `KPI_${fn.name}`;
    registerScriptFunction(state, name, call, (caller, reason) => reasons.set(placeOf(caller), reason));
    state.book.describe(
      name,
      `${fn.text.label[language]}: ${fn.text.summary[language]}`,
      fn.parameters.map(({ name: parameter, about, optional }) => ({
        name: parameter,
        about: about[language],
        optional,
      })),
    );
  }
  // Every formula is an array formula in Univer already; an error keeps the reason that it had inside.
  state.book.register('ARRAYFORMULA', ([argument = null], _references, caller) => {
    const reason = argument instanceof CellError && argument.code === THROWN ? reasons.get(placeOf(caller)) : undefined;
    return reason ?? argument;
  });
}

/** Lets formulas call one function of the script. */
export function registerScriptFunction(
  state: SheetState,
  name: string,
  call: CallScript,
  noteError: (caller: Caller, reason: CellError) => void = () => undefined,
): void {
  state.book.register(name, (args, references, caller) => {
    const given = args.map((argument, index) => handedOver(state, argument, references[index]));
    const result = run(name, given, call);
    if (result instanceof CellError) noteError(caller, result);
    return result;
  });
}

function run(name: string, args: readonly unknown[], call: CallScript): Cell | Matrix {
  try {
    return taken(call(name, args));
  } catch (problem) {
    const { message } = Object(problem) as { message?: unknown };
    const text = typeof message === 'string' ? message : String(problem);
    return new CellError(THROWN, { en: text, zh: text });
  }
}

/** A single cell as its bare value, a blank as an empty text, an error as its text, a date cell as a Date. */
function handedOver(state: SheetState, argument: Argument, reference: ArgumentPlace | undefined): unknown {
  if (argument === undefined) return undefined;
  const cell = (value: Cell, row: number, column: number): unknown => {
    if (value === null) return '';
    if (value instanceof CellError) return value.code;
    if (typeof value === 'number' && reference && isDateCell(state, reference, row, column)) {
      return instantOf(value, state.settings.timeZone);
    }
    return value;
  };
  if (!isMatrix(argument)) return cell(argument, 0, 0);
  const rows = argument.map((line, row) => line.map((value, column) => cell(value, row, column)));
  return rows.length === 1 && rows[0]?.length === 1 ? rows[0][0] : rows;
}

function isDateCell(state: SheetState, { sheetId, row, column }: ArgumentPlace, down: number, right: number): boolean {
  const sheet = state.book.workbook.getSheetBySheetId(sheetId);
  return sheet ? isDatePattern(state.styleOf(sheet, row + down, column + right)?.n?.pattern) : false;
}

/** What a function gave back: a value, or rows of them that fill the cells below and beside. */
function taken(result: unknown): Cell | Matrix {
  if (!Array.isArray(result)) return cellIn(result);
  return result.map((row: unknown) => (Array.isArray(row) ? row.map(cellIn) : [cellIn(row)]));
}

function cellIn(value: unknown): Cell {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'string') return value;
  throw new Error(`a custom function gave back ${Object.prototype.toString.call(value)}`);
}

function placeOf({ sheetId, row, column }: Caller): string {
  return `${sheetId} ${row} ${column}`;
}
