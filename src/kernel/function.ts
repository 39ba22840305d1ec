import { type Argument, type Cell, CellError, isMatrix, type Matrix } from './cell.ts';
import { at, expected, invalid, notAvailable, place } from './errors.ts';
import type { Family } from './families.ts';
import { FIRST_DAY, isBlank, LAST_DAY, LEAST, MOST, type Parameter } from './parameters.ts';
import { alignLists, isRange, type LabelRange, type NumberRange } from './ranges.ts';
import { say, type Text } from './text.ts';

export type Parameters = Readonly<Record<string, Parameter<unknown>>>;

/** What `compute` receives: every argument read, checked and typed. */
export type Inputs<P extends Parameters> = {
  readonly [Name in keyof P]: P[Name] extends Parameter<infer Value> ? Value : never;
};

export interface FunctionText {
  /** The name that people give the measure. */
  readonly label: Text;
  /** What else people look for it by (`searchWords`). */
  readonly words: Text;
  /** One sentence: what it tells. */
  readonly summary: Text;
  /** The formula in notation. */
  readonly formula: string;
  /** Where the definition comes from. */
  readonly source: string;
}

/** Arguments by parameter name and what must come out. It documents, it is tested, and SELFTEST runs it. */
export interface Example<Name extends string = string> {
  readonly given: Readonly<Partial<Record<Name, Cell | Matrix>>>;
  readonly result: Cell | Matrix;
}

interface Definition<P extends Parameters, Kind extends FunctionKind, Computed> {
  /** Upper case; Excel shows KPI.NAME, Google Sheets KPI_NAME. Never changed after a release. */
  readonly name: string;
  readonly family: Family;
  readonly kind: Kind;
  readonly text: FunctionText;
  readonly parameters: P;
  readonly examples: readonly Example<keyof P & string>[];
  readonly compute: (inputs: Inputs<P>) => Computed;
}

/**
 * - map: works on single values, and on ranges cell by cell
 * - list: reduces ranges to one value
 * - table: gives a table that spills
 */
export type FunctionKind = 'map' | 'list' | 'table';

export interface NamedParameter<Name extends string = string> extends Parameter<unknown> {
  readonly name: Name;
}

/** One KPI function, as every host, the pane, the reference and the tests see it. */
export interface KpiFunction<Name extends string = string> {
  readonly name: string;
  readonly family: Family;
  readonly kind: FunctionKind;
  readonly text: FunctionText;
  readonly parameters: readonly NamedParameter<Name>[];
  readonly examples: readonly Example[];
  /** Never throws and never changes its arguments: what is wrong comes back as a cell error. */
  call(args: readonly Argument[]): Cell | Matrix;
}

export function defineFunction<const P extends Parameters>(
  definition: Definition<P, 'map' | 'list', Cell> | Definition<P, 'table', Cell | Matrix>,
): KpiFunction<keyof P & string> {
  const names = Object.keys(definition.parameters) as (keyof P & string)[];
  const parameters = names.map(name => ({ ...definition.parameters[name], name }) as NamedParameter<keyof P & string>);
  // The one place where the untyped arguments of a host become the typed inputs of a function.
  const compute = definition.compute as (inputs: Readonly<Record<string, unknown>>) => Cell | Matrix;
  const run = definition.kind === 'map' ? mapped(parameters, compute) : once(parameters, compute);
  return {
    name: definition.name,
    family: definition.family,
    kind: definition.kind,
    text: definition.text,
    parameters,
    examples: definition.examples,
    call(args) {
      if (args.length > parameters.length) return tooMany(args.length, parameters.length);
      return run(args);
    },
  };
}

/** The positional arguments of an example. */
export function argumentsOf(fn: KpiFunction, given: Example['given']): Argument[] {
  const args: Argument[] = fn.parameters.map(parameter => given[parameter.name]);
  while (args.length > 0 && args[args.length - 1] === undefined) args.pop();
  return args;
}

type Compute = (inputs: Readonly<Record<string, unknown>>) => Cell | Matrix;
type Run = (args: readonly Argument[]) => Cell | Matrix;

/** Reads every argument once, runs the body once. */
function once(parameters: readonly NamedParameter[], compute: Compute): Run {
  return args => {
    const inputs: Record<string, unknown> = {};
    const ranges: [name: string, range: NumberRange | LabelRange][] = [];
    const aligned: typeof ranges = [];
    for (const [index, parameter] of parameters.entries()) {
      if (isMeasured(parameter) && isBlankFigure(args[index])) return null;
      const value = parameter.read(args[index]);
      if (value instanceof CellError) return at(value, place.parameter(parameter.name, parameter.label));
      inputs[parameter.name] = value;
      if (!isRange(value)) continue;
      ranges.push([parameter.name, value]);
      if (parameter.shape === 'list' && !parameter.separate) aligned.push([parameter.name, value]);
    }
    const misfit = alignLists(aligned);
    if (misfit) return misfit;
    const result = compute(inputs);
    for (const [name, range] of ranges) {
      if (range.error) return at(range.error, place.parameter(name, labelOf(parameters, name)));
    }
    return tidy(result);
  };
}

/** Reads the single values cell by cell; ranges that are not single values are read once. */
function mapped(parameters: readonly NamedParameter[], compute: Compute): Run {
  const readers = parameters.map(readerOf);
  const mainFigures = readers.filter(({ isMeasured }) => isMeasured);
  // One record for all rows and calls: a body reads it and lets it go, and ten thousand rows need no ten thousand copies.
  const values: unknown[] = [];
  const inputs = recordOver(parameters, values);
  return args => {
    const shape = commonShape(readers, args);
    if (shape instanceof CellError) return shape;
    for (const reader of mainFigures)
      if (isBlankFigure(args[reader.index])) return shape.single ? null : blankOf(shape);
    const varying: Varying[] = [];
    for (const reader of readers) {
      const argument = args[reader.index];
      if (reader.isScalar && isMatrix(argument) && !isSingle(argument)) {
        varying.push({ reader, cells: argument });
        values[reader.index] = undefined;
        continue;
      }
      const value = readWith(reader, argument);
      if (value instanceof CellError) return at(value, placeOf(reader));
      values[reader.index] = value;
    }
    if (shape.single) return tidyCell(asCell(compute(inputs)));
    const isUnmeasured = (row: number, column: number): boolean =>
      varying.some(({ reader, cells }) => reader.isMeasured && isBlank(pick(cells, row, column)));
    return tableOf(shape.rows, shape.columns, (row, column) => {
      for (const { reader, cells } of varying) {
        const cell = pick(cells, row, column);
        if (takes(reader, cell)) {
          values[reader.index] = cell;
          continue;
        }
        if (isUnmeasured(row, column)) return null;
        const value = reader.parameter.read(cell);
        if (value instanceof CellError) return at(value, place.join(placeOf(reader), within(cells, row, column)));
        values[reader.index] = value;
      }
      const result = tidyCell(asCell(compute(inputs)));
      return result instanceof CellError ? at(result, place.cell(row, column, shape.columns)) : result;
    });
  };
}

/** An argument that is read cell by cell. */
interface Varying {
  readonly reader: Reader;
  readonly cells: Matrix;
}

/** What is asked of a parameter for every cell, in one shape for all parameters. */
interface Reader {
  readonly parameter: NamedParameter;
  /** Which of the arguments is its own. */
  readonly index: number;
  readonly isScalar: boolean;
  readonly isNumber: boolean;
  readonly isMeasured: boolean;
  /** What it reads where a single value is left out. */
  readonly absent: unknown;
  readonly minimum: number;
  readonly maximum: number;
  readonly isWhole: boolean;
}

function readerOf(parameter: NamedParameter, index: number): Reader {
  const { shape, type, minimum = LEAST, maximum = MOST, whole = false } = parameter;
  const isScalar = shape === 'scalar';
  const asked = { parameter, index, isScalar, isMeasured: isMeasured(parameter) };
  const absent = isScalar ? parameter.read(undefined) : undefined;
  // A day without a time is read as it is.
  return type === 'date'
    ? { ...asked, absent, isNumber: isScalar, minimum: FIRST_DAY, maximum: LAST_DAY, isWhole: true }
    : { ...asked, absent, isNumber: isScalar && type === 'number', minimum, maximum, isWhole: whole };
}

/**
 * Values under the names of their parameters. To put a value into a record by a name that is only known at run time
 * takes longer than most functions; into a list it takes no time.
 */
function recordOver(parameters: readonly NamedParameter[], values: readonly unknown[]): Record<string, unknown> {
  const record = {};
  for (const [index, { name }] of parameters.entries()) {
    Object.defineProperty(record, name, { enumerable: true, get: () => values[index] });
  }
  return record;
}

function placeOf({ parameter: { name, label } }: Reader): Text {
  return place.parameter(name, label);
}

/** A number within the bounds is read as it is; about everything else the parameter is asked. */
function takes({ isNumber, minimum, maximum, isWhole }: Reader, cell: unknown): cell is number {
  return isNumber && typeof cell === 'number' && cell >= minimum && cell <= maximum && !(isWhole && cell % 1 !== 0);
}

function isMeasured({ shape, measured = false }: NamedParameter): boolean {
  return measured && shape === 'scalar';
}

function readWith(reader: Reader, argument: Argument): unknown {
  if (argument === undefined && reader.isScalar) return reader.absent;
  const cell = reader.isScalar && isMatrix(argument) && isSingle(argument) ? argument[0]?.[0] : argument;
  return takes(reader, cell) ? cell : reader.parameter.read(argument);
}

/** A table of so many rows and columns, at least one of each. */
export function tableOf(rows: number, columns: number, cellOf: (row: number, column: number) => Cell): Cell[][] {
  const table = new Array<Cell[]>(rows);
  for (let row = 0; row < rows; row++) {
    // An array that begins empty makes room for many cells and changes with its first one.
    const line = [cellOf(row, 0)];
    for (let column = 1; column < columns; column++) line.push(cellOf(row, column));
    table[row] = line;
  }
  return table;
}

interface Shape {
  readonly rows: number;
  readonly columns: number;
  readonly single: boolean;
}

function isSingle(matrix: Matrix): boolean {
  return matrix.length === 1 && matrix[0]?.length === 1;
}

/** Excel takes no larger range at once; a column across a row could ask for more than there is memory. */
const MOST_CELLS = 5_000_000;

const ONE_CELL: Shape = { rows: 1, columns: 1, single: true };

/** A single cell, row or column goes with everything; other shapes have to be the same. */
function commonShape(readers: readonly Reader[], args: readonly Argument[]): Shape | CellError {
  let rows = 1;
  let columns = 1;
  let widest = '';
  for (let index = 0; index < args.length; index++) {
    const [reader, argument] = [readers[index], args[index]];
    if (!reader?.isScalar || !isMatrix(argument)) continue;
    const height = argument.length;
    const width = argument[0]?.length ?? 0;
    if (width === 0) return at(expected.range(), placeOf(reader));
    if ((height > 1 && rows > 1 && height !== rows) || (width > 1 && columns > 1 && width !== columns)) {
      return expected.sameShape(widest, `${rows}×${columns}`, reader.parameter.name, `${height}×${width}`);
    }
    if (height > rows || width > columns) widest = reader.parameter.name;
    rows = Math.max(rows, height);
    columns = Math.max(columns, width);
  }
  if (rows * columns > MOST_CELLS) return tooLarge(rows, columns);
  return rows === 1 && columns === 1 ? ONE_CELL : { rows, columns, single: false };
}

/** The main figure is a blank cell: the row is not filled in yet, and so is its result. */
function isBlankFigure(argument: Argument): boolean {
  if (argument === undefined) return false;
  return isMatrix(argument) ? isSingle(argument) && isBlank(argument[0]?.[0]) : isBlank(argument);
}

function pick(cells: Matrix, row: number, column: number): Cell {
  const line = cells[cells.length === 1 ? 0 : row] ?? [];
  return line[line.length === 1 ? 0 : column] ?? null;
}

/** Where in its own range the cell stands that goes into a row and column of the result. */
function within(cells: Matrix, row: number, column: number): Text {
  const columns = cells[0]?.length ?? 1;
  return place.cell(cells.length === 1 ? 0 : row, columns === 1 ? 0 : column, columns);
}

function blankOf(shape: Shape): Matrix {
  return tableOf(shape.rows, shape.columns, () => null);
}

function labelOf(parameters: readonly NamedParameter[], name: string): Text {
  return parameters.find(parameter => parameter.name === name)?.label ?? say(name, name);
}

function asCell(result: Cell | Matrix): Cell {
  return isMatrix(result) ? (result[0]?.[0] ?? null) : result;
}

/** What leaves the engine is a finite number without a negative zero, a text, a logical value, a blank or an error. */
function tidyCell(cell: Cell): Cell {
  if (typeof cell !== 'number') return cell;
  if (!Number.isFinite(cell)) return invalid('the result is too large to be a number', '结果过大，无法表示为数字');
  return cell === 0 ? 0 : cell;
}

function tidy(result: Cell | Matrix): Cell | Matrix {
  if (!isMatrix(result)) return tidyCell(result);
  if (result.length === 0 || result[0]?.length === 0)
    return notAvailable('there is nothing to show', '没有可显示的内容');
  // A table of a million rows is rather not copied.
  return result.map(row => (row.every(isTidy) ? row : row.map(tidyCell)));
}

function isTidy(cell: Cell): boolean {
  return Object.is(tidyCell(cell), cell);
}

function tooLarge(rows: number, columns: number): CellError {
  return invalid(
    `the result would be ${rows}×${columns} cells, more than ${MOST_CELLS}`,
    `结果将有 ${rows}×${columns} 个单元格，超过 ${MOST_CELLS}`,
  );
}

function tooMany(given: number, most: number): CellError {
  return invalid(`expected ${most} arguments at most, found ${given}`, `参数最多 ${most} 个，实为 ${given} 个`);
}
