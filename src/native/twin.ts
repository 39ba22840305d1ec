import { type Argument, CellError, type Matrix } from '../kernel/cell.ts';
import type { KpiFunction, NamedParameter } from '../kernel/function.ts';
import {
  isBlank,
  NoTwin,
  type Part,
  type Reach,
  type RowTwin,
  type Size,
  type Twin,
  WRONG,
  when,
} from '../kernel/native.ts';
import { FIRST_DAY, LAST_DAY, LEAST, MOST } from '../kernel/parameters.ts';
import { literalOf } from './literal.ts';
import { reachOf } from './reach.ts';
import { type Shape, shapeOf } from './scan.ts';

/** What the cells of a reference hold, where that is known. */
export type ReferenceCells = (reference: string) => Matrix | undefined;

/** An argument on its way into a twin. */
interface Given {
  readonly parameter: NamedParameter;
  /** As the call has it. */
  readonly source: string;
  readonly literal: Argument | undefined;
  readonly shape: Shape;
  /** Ready to be put beside any operator; '' where it is left out and has no default. */
  readonly text: string;
}

export interface NativeFormula {
  readonly formula: string;
  /** It gives an array, which some hosts compute only where they are told to. */
  readonly array: boolean;
}

/** The twin of one call, its arguments given as texts. */
export function nativeFormula(
  fn: KpiFunction,
  twin: Twin | NoTwin | undefined,
  args: readonly string[],
  cells: ReferenceCells,
): NativeFormula | NoTwin {
  if (fn.kind === 'table') return SPILLS;
  if (twin === undefined) return NO_SAME;
  if (twin instanceof NoTwin) return twin;
  if (args.length > fn.parameters.length) return TOO_MANY;
  const chosen = fn.parameters.findIndex((parameter, index) => isChosenByCell(parameter, args[index] ?? ''));
  if (chosen >= 0) return byChoice(fn, twin, args, chosen, cells);
  const given = readArguments(fn, args);
  if (given instanceof NoTwin) return given;
  const array =
    fn.kind === 'map' && given.some(({ parameter, shape }) => parameter.shape === 'scalar' && shape.several);
  if (array && twin.oneCell) return new NoTwin('it works on single cells only', '仅适用于单个单元格');
  const tables = given.filter(({ parameter }) => parameter.shape === 'table');
  const faulty = tables.find(argument => isFaulty(argument, cells));
  if (faulty) return new NoTwin(`${faulty.parameter.name} has a fault`, `${faulty.parameter.label.zh}有误`);
  if (given.some(({ text }) => text === WRONG)) return { formula: measured(given, WRONG), array };
  const body = twin.print(textsOf(given), Object.fromEntries(tables.flatMap(argument => entryOf(argument, cells))));
  if (body instanceof NoTwin) return body;
  return { formula: measured(given, bounded(given, body)), array };
}

/** The twin of one cell of a list, for a call whose arguments are given as texts. */
export function partFormula(
  fn: KpiFunction,
  twin: RowTwin | undefined,
  args: readonly string[],
  part: Part,
  cells: ReferenceCells,
): NativeFormula | NoTwin {
  const list = readList(fn, twin, args, cells);
  if (list instanceof NoTwin) return list;
  const { given, ranges } = list;
  if (given.some(({ text }) => text === WRONG)) return { formula: WRONG, array: false };
  const body = list.twin.print(textsOf(given), part, ranges);
  if (body instanceof NoTwin) return body;
  const seenTo = list.twin.bounds?.(textsOf(given)) ?? [];
  const others = given.filter(({ parameter }) => !seenTo.includes(parameter.name));
  return { formula: bounded(others, body), array: false };
}

/** How many cells a list fills whose cells have twins, where that is known. */
export function listSize(
  fn: KpiFunction,
  twin: RowTwin | undefined,
  args: readonly string[],
  cells: ReferenceCells,
): Size | undefined {
  const list = readList(fn, twin, args, cells);
  return list instanceof NoTwin ? undefined : list.twin.size(list.ranges, textsOf(list.given));
}

interface List {
  readonly twin: RowTwin;
  readonly given: readonly Given[];
  readonly ranges: Readonly<Record<string, Reach>>;
}

function readList(
  fn: KpiFunction,
  twin: RowTwin | undefined,
  args: readonly string[],
  cells: ReferenceCells,
): List | NoTwin {
  if (!twin) return NO_SAME;
  if (args.length > fn.parameters.length) return TOO_MANY;
  if (fn.parameters.some((parameter, index) => isChosenByCell(parameter, args[index] ?? ''))) {
    return new NoTwin('a choice stands in a cell', '选项位于单元格中');
  }
  const given = readArguments(fn, args);
  if (given instanceof NoTwin) return given;
  const ranges: Record<string, Reach> = {};
  for (const { parameter, source, shape, text } of given) {
    if (parameter.shape === 'scalar' || source === '') continue;
    const reach = reachOf(withoutBlanks(source), shape, cells);
    if (reach && text !== '') ranges[parameter.name] = reach;
  }
  return { twin, given, ranges };
}

const SPILLS = new NoTwin('the result fills several cells', '结果占多个单元格');
const NO_SAME = new NoTwin('no built-in functions give the same', '没有等价的内置函数');
const TOO_MANY = new NoTwin('it has too many arguments', '参数过多');

function readArguments(fn: KpiFunction, args: readonly string[]): Given[] | NoTwin {
  const given: Given[] = [];
  for (const [index, parameter] of fn.parameters.entries()) {
    const argument = readArgument(parameter, args[index] ?? '');
    if (argument instanceof NoTwin) return argument;
    given.push(argument);
  }
  return given;
}

function textsOf(given: readonly Given[]): Record<string, string> {
  return Object.fromEntries(given.map(({ parameter, text }) => [parameter.name, text]));
}

function isChosenByCell({ choices }: NamedParameter, source: string): boolean {
  return choices !== undefined && source !== '' && literalOf(source) === undefined;
}

/** A choice that stands in a cell: the twin for each of the words, and an error for any other. */
function byChoice(
  fn: KpiFunction,
  twin: Twin,
  args: readonly string[],
  index: number,
  cells: ReferenceCells,
): NativeFormula | NoTwin {
  const { choices = [], default: usual } = fn.parameters[index] ?? {};
  const source = atomic(args[index] ?? '');
  let formula = WRONG;
  let array = shapeOf(source).several;
  for (const { value, label, aliases } of [...choices].reverse()) {
    const literal = args.map((arg, other) => (other === index ? `"${value}"` : arg));
    const native = nativeFormula(fn, twin, literal, cells);
    if (native instanceof NoTwin) return native;
    array ||= native.array;
    const words = [...new Set([value, label.en, label.zh, ...aliases].map(word => word.toLowerCase()))];
    const list = words.map(word => `"${word}"`).join(';');
    const isMeant = `ISNUMBER(MATCH(TRIM(${source}),{${list}},0))`;
    formula = when(value === usual ? `(LEN(${source})=0)+${isMeant}` : isMeant, native.formula, formula);
  }
  return { formula, array };
}

function readArgument(parameter: NamedParameter, source: string): Given | NoTwin {
  const literal = literalOf(source);
  const shape = shapeOf(source);
  const base = { parameter, source, literal, shape };
  if (source === '') {
    if (!parameter.optional) return new NoTwin('an argument is missing', '缺少参数');
    return { ...base, text: parameter.default === undefined ? '' : String(parameter.default) };
  }
  if (parameter.shape !== 'scalar') {
    const reference = withoutBlanks(source);
    return { ...base, text: atomic(reference), shape: shapeOf(reference) };
  }
  if (literal !== undefined) return { ...base, ...literalText(parameter, literal, source) };
  const atom = atomic(source);
  const present = parameter.default === undefined ? atom : when(isBlank(atom), String(parameter.default), atom);
  if (parameter.type !== 'date') return { ...base, text: present };
  // A day that may be left out: a blank cell and a 0 are none.
  const isNone = `(LEN(${atom})=0)+(${atom}=0)`;
  const isLeftOut = parameter.optional && parameter.default === undefined;
  return { ...base, text: isLeftOut ? when(isNone, '""', `INT(${present})`) : `INT(${present})` };
}

/** A choice as its value; what does not fit the parameter is an error in the twin too. */
function literalText(parameter: NamedParameter, literal: Argument, source: string): { text: string } {
  const value = parameter.read(literal);
  if (value instanceof CellError) return { text: WRONG };
  if (parameter.choices) return { text: String(value) };
  return { text: value === null || value === undefined ? '' : atomic(typeof value === 'number' ? `${value}` : source) };
}

function atomic(text: string): string {
  return text.startsWith('-') || text.startsWith('+') || !shapeOf(text).atom ? `(${text})` : text;
}

/** Ranges are handed to our functions with their blanks as empty texts; built-in functions know blanks themselves. */
function withoutBlanks(text: string): string {
  const [, range, same] = /^IF\((.+)="","",(.+)\)$/i.exec(text) ?? [];
  return range !== undefined && range === same && shapeOf(range).reference ? range : text;
}

function cellsOf({ source, literal }: Given, cells: ReferenceCells): Matrix | undefined {
  if (source === '') return undefined;
  return Array.isArray(literal) ? (literal as Matrix) : cells(withoutBlanks(source));
}

function entryOf(argument: Given, cells: ReferenceCells): [string, Matrix][] {
  const matrix = cellsOf(argument, cells);
  return matrix ? [[argument.parameter.name, matrix]] : [];
}

function isFaulty(argument: Given, cells: ReferenceCells): boolean {
  const matrix = cellsOf(argument, cells);
  return matrix !== undefined && argument.parameter.read(matrix) instanceof CellError;
}

/** Blank where a measured argument is. */
function measured(given: readonly Given[], body: string): string {
  return given
    .filter(({ parameter, literal }) => parameter.measured && literal === undefined)
    .reduceRight((inner, { source }) => when(isBlank(atomic(source)), '""', inner), body);
}

/** An error where a figure is out of its bounds, as it is with us. */
function bounded(given: readonly Given[], body: string): string {
  const outside = given.flatMap(({ parameter, literal, text }) => {
    if (text === '' || (literal !== undefined && parameter.shape === 'scalar') || isConstant(text)) return [];
    const tests = boundsOf(parameter).map(([sign, bound]) => `(${text}${sign}${bound})`);
    if (parameter.shape === 'scalar') {
      if (parameter.whole) tests.push(`(${text}<>INT(${text}))`);
      // A blank is not out of bounds where it means that nothing is given.
      const counts = parameter.optional && parameter.default === undefined ? `(LEN(${text})>0)*` : '';
      return tests.map(test => counts + test);
    }
    if (tests.length === 0) return [];
    return [`SUMPRODUCT(ISNUMBER(${text})*${tests.length > 1 ? `(${tests.join('+')})` : tests[0]})`];
  });
  return outside.length === 0 ? body : when(outside.join('+'), WRONG, body);
}

function boundsOf({ minimum = LEAST, maximum = MOST, type, shape }: NamedParameter): [string, number][] {
  if (type === 'date')
    return shape === 'scalar'
      ? [
          ['<', FIRST_DAY],
          ['>', LAST_DAY],
        ]
      : [['<', 0]];
  const bounds: [string, number][] = [];
  // Spreadsheets do not know the smallest number above 0.
  if (minimum === Number.MIN_VALUE) bounds.push(['<=', 0]);
  else if (minimum > LEAST) bounds.push(['<', minimum]);
  if (maximum < MOST) bounds.push(['>', maximum]);
  return bounds;
}

/** A default that stands in for an argument left out needs no test. */
function isConstant(text: string): boolean {
  return Number.isFinite(Number(text));
}
