import { catalogue } from '../functions/catalogue.gen.ts';
import { natives, rowTwins } from '../functions/natives.gen.ts';
import type { KpiFunction } from '../kernel/function.ts';
import { NoTwin, type Size } from '../kernel/native.ts';
import { say, type Text } from '../kernel/text.ts';
import { type Call, callsOf, scan, shapeOf } from './scan.ts';
import { listSize, type NativeFormula, nativeFormula, partFormula, type ReferenceCells } from './twin.ts';

/** A formula without our functions, or the reason why its cell has to become a value. */
export type Conversion =
  | { readonly is: 'same' }
  | { readonly is: 'formula'; readonly formula: string; readonly array: boolean }
  | { readonly is: 'value'; readonly fn: string; readonly why: Text };

/** The address of the cell at a place of a column, where it is the formula's own row. */
export type CellAt = (column: string, place: string) => string | undefined;

/** What is known about where a formula stands. */
interface Around {
  readonly cells: ReferenceCells;
  readonly cellAt: CellAt;
}

/** The longest formula that Excel keeps. */
const LONGEST = 8192;

/** How our functions are called: in Excel, in Google Sheets, and in a file that Excel stored. */
const OURS = /^(?:_xldudf_)?KPI[._](.+)$/i;

const byName: ReadonlyMap<string, KpiFunction> = new Map(catalogue.map(fn => [fn.name, fn]));

export function isOurs(name: string): boolean {
  return OURS.test(name);
}

/** Whether a formula calls a function of ours; a look at its text spares most formulas the reading. */
export function callsOurs(formula: string): boolean {
  return /KPI[._]/i.test(formula) && scan(formula, isOurs).some(part => typeof part !== 'string');
}

/** Whether a function that a formula calls is a built-in one, or one of ours that this version has. */
export function knows(name: string): boolean {
  return !isOurs(name) || functionOf(name) !== undefined;
}

/** The function of ours that a formula calls so. */
export function functionOf(name: string): KpiFunction | undefined {
  return byName.get((OURS.exec(name)?.[1] ?? '').toUpperCase());
}

/** Every call of ours in a formula, nested ones too. */
export function callsIn(formula: string): Call[] {
  return callsOf(formula, isOurs);
}

/**
 * A formula in English notation with every call of ours, nested ones too, replaced by its twin. `cells` reads what a
 * reference holds: twins over a plan's table depend on how it is laid out. `cellAt` shortens twins of lists.
 */
export function toNative(
  formula: string,
  cells: ReferenceCells = () => undefined,
  cellAt: CellAt = () => undefined,
): Conversion {
  try {
    const result = replaced(formula, { cells, cellAt });
    if (result.formula === formula) return { is: 'same' };
    return result.formula.length <= LONGEST
      ? { is: 'formula', ...result }
      : { is: 'value', fn: '', why: say('the formula would be too long', '公式会过长') };
  } catch (problem) {
    if (problem instanceof Without) return { is: 'value', fn: problem.fn, why: problem.why };
    throw problem;
  }
}

/** Carries the reason out of however many calls it is nested in. */
class Without extends Error {
  readonly fn: string;
  readonly why: Text;

  constructor(fn: string, why: Text) {
    super(why.en);
    this.fn = fn;
    this.why = why;
  }
}

function replaced(text: string, around: Around): NativeFormula {
  const parts = scan(text, TAKES_A_PART.test(text) ? name => isOurs(name) || isIndex(name) : isOurs);
  let array = false;
  const printed = parts.map(part => {
    if (typeof part === 'string') return part;
    const twin = isIndex(part.name) ? partOf(part, around) : twinOf(part, around);
    array ||= twin.array;
    const alone = parts.length === 1 || (parts.length === 2 && parts[0] === '=');
    return alone || shapeOf(twin.formula).atom ? twin.formula : `(${twin.formula})`;
  });
  return { formula: printed.join(''), array };
}

/** `INDEX(KPI.SPLIT(…),place)`, as a formula a row takes its own part of a list. */
const TAKES_A_PART = /INDEX\(\s*(?:_xldudf_)?KPI[._]/i;

function isIndex(name: string): boolean {
  return /^INDEX$/i.test(name);
}

function partOf({ name, args }: Call, around: Around): NativeFormula {
  const [list = '', place = '', column = ''] = args;
  const call = onlyCall(list);
  if (!call || place === '' || args.length > 3) return printed(name, args, around);
  const fn = known(call.name);
  const inner = call.args.map(arg => replaced(arg, around).formula);
  const [down, across] = [place, column].map(text => unwrapped(replaced(text, around).formula));
  const at = single(down ?? '');
  const part = {
    place: at,
    column: across ?? '',
    own: (cells: string) => around.cellAt(cells, down ?? '') ?? `INDEX(${cells},${at})`,
  };
  const twin = partFormula(fn, rowTwins[fn.name], inner, part, around.cells);
  if (twin instanceof NoTwin) throw new Without(fn.name, twin.why);
  return twin;
}

/** ROW() is an array of one row, of which INDEX makes no single cell among arrays. */
function single(place: string): string {
  return /\bROW\(/i.test(place) ? `SUM(${place})` : place;
}

/** An argument of a function needs no brackets of its own, and a twin has it in many places. */
function unwrapped(text: string): string {
  return text.startsWith('(') && shapeOf(text).atom ? text.slice(1, -1) : text;
}

function printed(name: string, args: readonly string[], around: Around): NativeFormula {
  const inner = args.map(arg => replaced(arg, around));
  const formula = `${name}(${inner.map(arg => arg.formula).join(',')})`;
  return { formula, array: inner.some(({ array }) => array) };
}

/** The call of ours that a text is, and nothing else. */
export function onlyCall(text: string): Call | undefined {
  const [call, ...others] = scan(text.trim(), isOurs);
  return call !== undefined && typeof call !== 'string' && others.length === 0 ? call : undefined;
}

/** Whether each cell of a call's list may have a twin. */
export function hasParts({ name }: Call): boolean {
  return rowTwins[functionOf(name)?.name ?? ''] !== undefined;
}

/** How many cells the list of a call fills, where its cells have twins and that is known. */
export function sizeOf({ name, args }: Call, cells: ReferenceCells): Size | undefined {
  const fn = functionOf(name);
  return fn && listSize(fn, rowTwins[fn.name], args, cells);
}

function known(name: string): KpiFunction {
  const fn = functionOf(name);
  if (!fn) throw new Without(name, say('this version does not know the function', '当前版本没有此函数'));
  return fn;
}

function twinOf({ name, args }: Call, around: Around): NativeFormula {
  const fn = known(name);
  const inner = args.map(arg => replaced(arg, around));
  const twin = nativeFormula(
    fn,
    natives[fn.name],
    inner.map(({ formula }) => formula),
    around.cells,
  );
  if (twin instanceof NoTwin) throw new Without(fn.name, twin.why);
  return { formula: twin.formula, array: twin.array || inner.some(({ array }) => array) };
}
