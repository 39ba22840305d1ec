import { catalogue } from '../functions/catalogue.gen.ts';
import { natives } from '../functions/natives.gen.ts';
import type { KpiFunction } from '../kernel/function.ts';
import { NoTwin } from '../kernel/native.ts';
import type { Text } from '../kernel/text.ts';
import { type Call, callsOf, scan, shapeOf } from './scan.ts';
import { type Native, nativeFormula, type ReadCells } from './twin.ts';

/** A formula without our functions, or the reason why its cell has to become a value. */
export type Conversion =
  | { readonly is: 'same' }
  | { readonly is: 'formula'; readonly formula: string; readonly array: boolean }
  | { readonly is: 'value'; readonly fn: string; readonly why: Text };

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
 * reference holds: twins over a plan's table depend on how it is laid out.
 */
export function toNative(formula: string, cells: ReadCells = () => undefined): Conversion {
  try {
    const result = replaced(formula, cells);
    if (result.formula === formula) return { is: 'same' };
    return result.formula.length <= LONGEST
      ? { is: 'formula', ...result }
      : { is: 'value', fn: '', why: { en: 'the formula would be too long', zh: '公式会过长' } };
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

function replaced(text: string, cells: ReadCells): Native {
  const parts = scan(text, isOurs);
  let array = false;
  const printed = parts.map(part => {
    if (typeof part === 'string') return part;
    const twin = twinOf(part, cells);
    array ||= twin.array;
    const alone = parts.length === 1 || (parts.length === 2 && parts[0] === '=');
    return alone || shapeOf(twin.formula).atom ? twin.formula : `(${twin.formula})`;
  });
  return { formula: printed.join(''), array };
}

function twinOf({ name, args }: Call, cells: ReadCells): Native {
  const fn = byName.get((OURS.exec(name)?.[1] ?? '').toUpperCase());
  if (!fn) throw new Without(name, { en: 'this version does not know the function', zh: '当前版本没有此函数' });
  const inner = args.map(arg => replaced(arg, cells));
  const twin = nativeFormula(
    fn,
    natives[fn.name],
    inner.map(({ formula }) => formula),
    cells,
  );
  if (twin instanceof NoTwin) throw new Without(fn.name, twin.why);
  return { formula: twin.formula, array: twin.array || inner.some(({ array }) => array) };
}
