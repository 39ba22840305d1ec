import { type AstExpression, parse, tokenize } from '@borgar/fx';
import { localeOf } from './locale.ts';
import { fromDecimalComma, fromDecimalPoint, PARSE_ERROR, toDecimalComma } from './notation.ts';
import type { SheetState } from './sheetState.ts';

/**
 * What takes the place of cells that Sheets would not compute one by one; Univer would. A formula is rewritten on its
 * way in and put back on its way out.
 * - HERE: of several cells the one in the formula's own row or column
 * - FIRST: of several values the first
 * - STACK: an array that is put together from cells and results, which Univer's braces do not hold
 */
export const HERE = 'SHEETS_HERE';
export const FIRST = 'SHEETS_FIRST';
export const STACK = 'SHEETS_STACK';
/** Begins a text of an array, which Univer would take for what it looks like. */
export const TEXT = '\u2060';

/** How an argument is taken: all its cells, one value for each result, or one value in any case. */
type Slot = 'cells' | 'one' | 'first' | 'passed';
/** For the first argument, the second …; the last two alternate for those after them. */
type Slots = readonly Slot[];

const ALL: Slots = ['cells'];
const SCALAR: Slots = ['one'];
/** SUMIFS and its kin compute one figure however many criteria they are given. */
const BY_CRITERIA: Slots = ['cells', 'cells', 'first'];

const SLOTS: Readonly<Record<string, Slots>> = {
  IF: ['one', 'passed', 'passed'],
  IFERROR: ['passed', 'passed'],
  IFNA: ['passed', 'passed'],
  SUMIF: ['cells', 'one', 'cells'],
  COUNTIF: ['cells', 'one'],
  COUNTIFS: ['cells', 'one'],
  SUMIFS: BY_CRITERIA,
  AVERAGEIFS: BY_CRITERIA,
  MAXIFS: BY_CRITERIA,
  MINIFS: BY_CRITERIA,
  INDEX: ['cells', 'first', 'first'],
  MATCH: ['one', 'cells', 'one'],
  VLOOKUP: ['one', 'cells', 'one', 'one'],
  LARGE: ['cells', 'one'],
  SMALL: ['cells', 'one'],
  RANK: ['one', 'cells', 'one'],
  PERCENTILE: ['cells', 'one'],
};

/** Built-in functions of single values. */
const OF_SINGLE_VALUES =
  'ABS ROUND ROUNDUP ROUNDDOWN INT MOD SIGN SQRT EXP LN LOG POWER TRUNC REPT LEN LEFT RIGHT MID TRIM UPPER LOWER ' +
  'SUBSTITUTE FIND SEARCH TEXT VALUE EXACT DATE YEAR MONTH DAY WEEKDAY EDATE EOMONTH N NOT ISNUMBER ISTEXT ISBLANK ' +
  'ISERROR ISNA NORMSINV NORMSDIST CEILING FLOOR';
const SINGLE = new Set(OF_SINGLE_VALUES.split(' '));

/** One result, of however many cells. */
const COLLAPSE = new Set('SUM AVERAGE MAX MIN COUNT COUNTA COUNTBLANK PRODUCT MEDIAN AND OR SUMPRODUCT'.split(' '));

/** They compute over arrays inside of them. https://support.google.com/docs/answer/3093275 */
const ARRAYS = new Set(['ARRAYFORMULA', 'SUMPRODUCT', 'FILTER', 'SORT', 'INDEX']);

/** The formula that a cell is given, as Univer has it; throws where Sheets could not read it. */
export function formulaIn(text: string, { settings, book }: SheetState): string {
  const english = localeOf(settings.locale).decimalComma ? fromDecimalComma(text) : fromDecimalPoint(text);
  const shape = english.replace(/(?<=[A-Z]\$?)\d+/g, '#');
  if (UNTOUCHED.has(shape)) return english;
  let hasNames = false;
  const isSeveral = (name: string): boolean => {
    hasNames = true;
    const place = book.workbook.getDefinedName(name)?.getFormulaOrRefString();
    return place?.includes(':') ?? false;
  };
  const rewritten = `=${new Rewriting(english, isSeveral).print(treeOf(english), 'cells', false)}`;
  if (rewritten === english && !hasNames) UNTOUCHED.add(shape);
  return rewritten;
}

/** Formulas without their rows, of which nothing is rewritten: thousands of rows have the same. */
const UNTOUCHED = new Set<string>();

/** A formula as a script is given it. */
export function formulaOut(formula: string, { settings }: SheetState): string {
  const english = formula.includes('SHEETS_') ? `=${putBack(formula, treeOf(formula))}` : formula;
  return localeOf(settings.locale).decimalComma ? toDecimalComma(english) : english;
}

function treeOf(formula: string): AstExpression {
  try {
    const tokens = tokenize(formula, {
      withLocation: true,
      mergeRefs: true,
      negativeNumbers: true,
      allowTernary: true,
    });
    return parse(tokens, { permitArrayRanges: true, permitArrayCalls: true, looseRefCalls: true });
  } catch {
    throw new Error(PARSE_ERROR);
  }
}

type Printed = readonly (readonly [part: AstExpression | null, text: string])[];

/** A part of a formula as it was written, but for those of its own parts that are printed anew. */
function spliced(formula: string, node: AstExpression, printed: Printed): string {
  const [start, end] = extentOf(formula, node);
  let text = '';
  let at = start;
  for (const [part, anew] of printed) {
    if (!part) continue;
    const [from, to] = extentOf(formula, part);
    text += formula.slice(at, from) + anew;
    at = to;
  }
  return text + formula.slice(at, end);
}

/** Where a part stands; what the parser says leaves out the brackets around its first and its last operand. */
function extentOf(formula: string, { loc }: AstExpression): readonly [start: number, end: number] {
  let [start = 0, end = 0] = loc ?? [];
  let open = 0;
  let missing = 0;
  for (const [sign] of formula.slice(start, end).matchAll(/"(?:[^"]|"")*"|'(?:[^']|'')*'|[()]/g)) {
    if (sign === '(') open++;
    else if (sign === ')' && open > 0) open--;
    else if (sign === ')') missing++;
  }
  for (; missing > 0; missing--) start = formula.lastIndexOf('(', start - 1);
  for (; open > 0; open--) end = formula.indexOf(')', end) + 1;
  return [start, end];
}

class Rewriting {
  readonly #formula: string;
  readonly #isSeveral: (name: string) => boolean;

  constructor(formula: string, isSeveral: (name: string) => boolean) {
    this.#formula = formula;
    this.#isSeveral = isSeveral;
  }

  print(node: AstExpression, slot: Slot, inArray: boolean): string {
    switch (node.type) {
      case 'ReferenceIdentifier':
        return this.#reference(node, slot, inArray);
      case 'UnaryExpression':
      case 'BinaryExpression': {
        const inside = /^[: ,]$/.test(node.operator) ? 'cells' : 'one';
        const parts: Printed = node.arguments.map(part => [part, this.print(part, inside, inArray)]);
        const text = spliced(this.#formula, node, parts);
        return slot === 'first' && inArray ? `${FIRST}(${text})` : text;
      }
      case 'CallExpression':
        return this.#call(node, slot, inArray);
      case 'ArrayExpression':
        return this.#array(node, inArray);
      default:
        return spliced(this.#formula, node, []);
    }
  }

  #reference(node: Extract<AstExpression, { type: 'ReferenceIdentifier' }>, slot: Slot, inArray: boolean): string {
    const text = spliced(this.#formula, node, []);
    const isSeveral = node.kind === 'name' ? this.#isSeveral(node.value) : node.value.includes(':');
    if (!isSeveral || slot === 'cells' || slot === 'passed') return text;
    if (!inArray) return `${HERE}(${text})`;
    return slot === 'first' ? `${FIRST}(${text})` : text;
  }

  #call(node: Extract<AstExpression, { type: 'CallExpression' }>, slot: Slot, inArray: boolean): string {
    const name = node.callee.name.toUpperCase();
    const slots = SINGLE.has(name) ? SCALAR : (SLOTS[name] ?? ALL);
    const within = inArray || ARRAYS.has(name);
    const parts: Printed = node.arguments.map((part, index) => {
      // Arguments are null where nothing stands between two commas.
      if (!part) return [null, ''];
      const taken = slotAt(slots, index);
      return [part, this.print(part, taken === 'passed' ? slot : taken, within)];
    });
    const text = spliced(this.#formula, node, parts);
    // Of several results one is taken where arrays are not asked for.
    const isOne = slot === 'first' || (slot === 'one' && !inArray);
    const givesSeveral = inArray || slots === ALL;
    return isOne && givesSeveral && !COLLAPSE.has(name) ? `${FIRST}(${text})` : text;
  }

  #array(node: Extract<AstExpression, { type: 'ArrayExpression' }>, inArray: boolean): string {
    const cells: readonly AstExpression[] = node.elements.flat();
    // Texts in braces such as "Jan 2027" would be dates for Univer.
    if (
      cells.every(cell => cell.type === 'ErrorLiteral' || (cell.type === 'Literal' && typeof cell.value !== 'string'))
    ) {
      return spliced(this.#formula, node, []);
    }
    const printed = cells.map(cell => this.print(cell, 'cells', inArray).replace(/^"/, `"${TEXT}`));
    return `${STACK}(${[node.elements[0]?.length ?? 1, ...printed].join(',')})`;
  }
}

/** Pairs of ranges and criteria go on as they began. */
function slotAt(slots: Slots, index: number): Slot {
  const repeated = slots.length - 2 + ((index - slots.length) % 2);
  return slots[index] ?? slots[repeated] ?? slots[0] ?? 'cells';
}

function putBack(formula: string, node: AstExpression): string {
  switch (node.type) {
    case 'UnaryExpression':
    case 'BinaryExpression':
      return spliced(
        formula,
        node,
        node.arguments.map(part => [part, putBack(formula, part)]),
      );
    case 'CallExpression': {
      const parts = node.arguments.map((part): Printed[number] => [part, part ? putBack(formula, part) : '']);
      const texts = parts.map(([, text]) => text);
      if (node.callee.name === HERE || node.callee.name === FIRST) return texts.join();
      return node.callee.name === STACK ? braced(texts) : spliced(formula, node, parts);
    }
    default:
      return spliced(formula, node, []);
  }
}

function braced([width = '1', ...cells]: readonly string[]): string {
  const columns = Number(width);
  const rows = Array.from({ length: cells.length / columns }, (_, row) =>
    cells.slice(row * columns, (row + 1) * columns).map(cell => cell.replace(`"${TEXT}`, '"')),
  );
  return `{${rows.map(row => row.join()).join(';')}}`;
}
