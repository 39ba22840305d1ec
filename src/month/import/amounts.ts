import { type Cell, CellError } from '../../kernel/cell.ts';
import { clean, decimal } from '../../kernel/decimal.ts';
import { shown } from '../../kernel/errors.ts';
import { say } from '../../kernel/text.ts';
import { type Cleaned, type CleaningChange, isNothing, kept, LONGEST_FIGURE, narrowed, visible } from './cleaning.ts';
import { withoutCurrency } from './currencies.ts';

/** Which sign separates the decimals: 1,234.50 or 1.234,50. */
export type DecimalMark = 'point' | 'comma';
/** What CR means for these figures: more, as in a list of sales, or less, as in a list of invoices. DR is the other. */
export type Credit = 'plus' | 'minus';

/** What the cells of a column need to be read by. */
export interface AmountStyle {
  readonly mark?: DecimalMark | undefined;
  readonly scale?: number | undefined;
  readonly credit?: Credit | undefined;
  /** 100 200 is one figure of six digits. */
  readonly spaced?: boolean | undefined;
}

const UNITS = new Map<string, number>([
  ['亿', 1e8],
  ['億', 1e8],
  ['千万', 1e7],
  ['百万', 1e6],
  ['万', 1e4],
  ['萬', 1e4],
  ['千', 1e3],
  ['仟', 1e3],
  ['bn', 1e9],
  ['billion', 1e9],
  ['mrd', 1e9],
  ['million', 1e6],
  ['mio', 1e6],
  ['mn', 1e6],
  ['m', 1e6],
  ['thousand', 1e3],
  ['k', 1e3],
  ['lakhs', 1e5],
  ['lakh', 1e5],
  ['lacs', 1e5],
  ['lac', 1e5],
  ['crores', 1e7],
  ['crore', 1e7],
]);
const UNIT = new RegExp(`(${[...UNITS.keys()].join('|')})\\.?$`, 'i');
// 1亿2000万 and 12万3456 are one amount in parts.
const PARTS = /^(?:([\d.,]+)[亿億])?(?:([\d.,]+)[万萬])?([\d.,]+)?$/;
// Sums of larger ones are not exact, and an order number of 18 digits is no amount.
const TOO_LARGE = 1e15;

/** An amount as people and exports write it: ¥1,234.50, 12.3万, (1,234), 1.234,50 €, CHF 1’234.50, ３００, $-. */
export function readAmount(cell: Cell, style: AmountStyle = {}): Cleaned<number | null> {
  if (cell === null) return kept(null);
  if (cell instanceof CellError) return { problem: say(`the cell holds ${cell.code}`, `单元格为 ${cell.code}`) };
  if (typeof cell === 'boolean') return notAnAmount(cell);
  if (typeof cell === 'number') return scaled(cell, clean(cell), style.scale, []);
  if (isNothing(cell)) return kept(null);
  const changes: CleaningChange[] = [];
  const figure = figureIn(cell, changes);
  if (figure === undefined) return notAnAmount(cell);
  if (figure.body.endsWith('%'))
    return { problem: say(`${shown(cell)} is a percentage, not an amount`, `${shown(cell)}是百分比，不是金额`) };
  if (figure.side !== undefined && style.credit === undefined) return { ...unclearSide(cell), ambiguous: true };
  if (isSpaced(figure.body) && style.spaced !== true) return { ...oneOrTwo(cell), ambiguous: true };
  const value = figureOf(figure.body, style.mark ?? 'point', changes);
  if (value === undefined) return notAnAmount(cell);
  // 1.5万 under 金额（万元） is no more than 1.5万.
  const scale = changes.includes('unit') ? 1 : style.scale;
  const less = figure.side !== undefined && (figure.side === 'cr') === (style.credit === 'minus');
  return scaled(cell, figure.negative !== less ? 0 - value : value, scale, changes);
}

/** A share: 12.5% and 12.5 % are 0.125; a plain number stays as it is. */
export function readShare(cell: Cell, mark: DecimalMark = 'point'): Cleaned<number | null> {
  if (typeof cell !== 'string' || cell.length > LONGEST_FIGURE) return readAmount(cell, { mark });
  const text = narrowed(cell.trim());
  if (!text.endsWith('%')) return readAmount(cell, { mark });
  const number = readAmount(text.slice(0, -1), { mark });
  if ('problem' in number || number.value === null) return notAnAmount(cell);
  return kept(Number(decimal(number.value).div(100)), ['percent', ...number.changes]);
}

/** What a text tells about the amounts of its column. */
export interface AmountLook {
  /** 1,234.5 can only be read with a point, 1.234,5 only with a comma, 1.234 and 1,234 either way. */
  readonly mark: DecimalMark | 'either' | undefined;
  /** Whether blanks part the thousands: certain in 1 234,50, to be asked in 100 200. */
  readonly spacing: 'sure' | 'either' | undefined;
  /** It says credit or debit, which means more in one list and less in another. */
  readonly hasSide: boolean;
  /** So that no dollars are added to yuan unseen. */
  readonly currency: string | undefined;
}

const NO_LOOK: AmountLook = { mark: undefined, spacing: undefined, hasSide: false, currency: undefined };

export function lookAtAmount(cell: Cell): AmountLook {
  if (typeof cell !== 'string' || isNothing(cell)) return NO_LOOK;
  const figure = figureIn(cell, []);
  if (figure === undefined) return NO_LOOK;
  const body = figure.body.replace(UNIT, '').trim();
  const isGrouped = GROUPED_BY_SPACES.test(body);
  return {
    mark: markIn(body.replace(SPACES, '')),
    spacing: isGrouped ? (isSpaced(body) ? 'either' : 'sure') : undefined,
    hasSide: figure.side !== undefined,
    currency: figure.currency,
  };
}

export function currencyOf(cell: Cell): string | undefined {
  return lookAtAmount(cell).currency;
}

export function markOf(cell: Cell): AmountLook['mark'] {
  return lookAtAmount(cell).mark;
}

function markIn(digits: string): AmountLook['mark'] {
  if (!/[.,]/.test(digits)) return undefined;
  const point = fits(digits, 'point');
  const comma = fits(digits, 'comma');
  if (!point && !comma) return undefined;
  return point && comma ? 'either' : point ? 'point' : 'comma';
}

// Most cells are nothing but digits.
const BARE = /^\d[\d.,]*$/;

/** One figure and the marks around it. */
interface Figure {
  readonly body: string;
  readonly negative: boolean;
  readonly side: 'cr' | 'dr' | undefined;
  readonly currency: string | undefined;
}

/** Takes the marks off both ends, each at most once; what is left has to be one figure. */
function figureIn(cell: string, changes: CleaningChange[]): Figure | undefined {
  if (cell.length > LONGEST_FIGURE) return undefined;
  const seen = visible(cell).trim();
  // Two lines of a cell are two figures, however a spreadsheet shows them.
  if (/[\n\r\t\v\f\u0085\u2028\u2029]/.test(seen)) return undefined;
  const single = seen.replace(/ {2,}/g, ' ');
  if (single !== cell) changes.push('spaces');
  // Between plain digits it may as well stand between two figures, as in a Chinese sentence.
  const text = narrowed(single.replace(/([0-9])，(?=[0-9])/g, '$1 '));
  if (text !== single) changes.push('fullWidth');
  if (BARE.test(text)) return { body: text, negative: false, side: undefined, currency: undefined };
  const first = withoutCurrency(text);
  const { side, rest } = sideOf(first?.bare ?? '', first?.code);
  const { body, negative, signs } = unsigned(rest, changes);
  const second = withoutCurrency(body);
  if (!first || !second || (first.code && second.code && first.code !== second.code)) return undefined;
  const currency = first.code ?? second.code;
  if (currency !== undefined) changes.unshift(...changes.splice(0, leading(changes)), 'currency');
  const inner = second.bare === body ? { body, negative, signs } : within(second.bare, negative, signs, changes);
  if (inner === undefined) return undefined;
  // The accounting format shows nothing as $-.
  const isZero = inner.body === '' && inner.signs > 0 && currency !== undefined;
  return { body: isZero ? '0' : inner.body, negative: inner.negative && !isZero, side, currency };
}

/** Changes of the whole text come before those of its parts. */
function leading(changes: readonly CleaningChange[]): number {
  return changes.filter(change => change === 'spaces' || change === 'fullWidth').length;
}

/** 1,234 CR; 5 Cr of rupees are crores. */
function sideOf(text: string, currency: string | undefined): { side: 'cr' | 'dr' | undefined; rest: string } {
  const side = /(?:\d|\))\s*(cr|dr)\.?$/i.exec(text)?.[1];
  if (side === undefined) return { side: undefined, rest: text };
  const rest = text.replace(/\s*(?:cr|dr)\.?$/i, '');
  if (currency === 'INR' && /^cr$/i.test(side) && /^\d{1,4}(?:\.\d+)?$/.test(rest))
    return { side: undefined, rest: `${rest} crore` };
  return { side: /^cr$/i.test(side) ? 'cr' : 'dr', rest };
}

interface Unsigned {
  readonly body: string;
  readonly negative: boolean;
  readonly signs: number;
}

function unsigned(text: string, changes: CleaningChange[]): Unsigned {
  const bracketed = /^\((.*)\)$/.exec(text)?.[1]?.trim();
  if (bracketed !== undefined) {
    changes.push('negative');
    // (-1,234) is no more negative than (1,234).
    return { body: bracketed.replace(/^[-−–]\s*/, ''), negative: true, signs: 1 };
  }
  if (/^[-−–—△▲]/.test(text)) return { body: text.slice(1).trim(), negative: true, signs: 1 };
  // 100.- and 100,– are whole francs and crowns, not debts.
  const whole = /^(.*\d)[.,][-−–—]{1,2}$/.exec(text)?.[1];
  if (whole !== undefined) return { body: whole, negative: false, signs: 0 };
  if (/\d\D{0,5}[-−–]$/.test(text)) {
    changes.push('negative');
    return { body: text.slice(0, -1).trim(), negative: true, signs: 1 };
  }
  return { body: text.replace(/^\+/, '').trim(), negative: false, signs: 0 };
}

/** $-5 and -$5 are the same; -$-5 is nothing. */
function within(text: string, negative: boolean, signs: number, changes: CleaningChange[]): Unsigned | undefined {
  const inner = unsigned(text, changes);
  if (inner.signs === 0) return { body: inner.body, negative, signs };
  return signs === 0 ? inner : undefined;
}

function figureOf(body: string, mark: DecimalMark, changes: CleaningChange[]): number | undefined {
  const unit = UNIT.exec(body)?.[0];
  const digits = unit ? body.slice(0, -unit.length).trim() : body;
  const value = digits === '' ? undefined : plainFigure(digits, mark, changes);
  if (value === undefined || unit === undefined) return value ?? inParts(body, mark, changes);
  changes.push('unit');
  return Number(decimal(value).times(UNITS.get(unit.toLowerCase().replace('.', '')) ?? 1));
}

function inParts(text: string, mark: DecimalMark, changes: CleaningChange[]): number | undefined {
  const parts = PARTS.exec(text.replace(/ /g, ''));
  if (!parts || text === '' || !/[亿億万萬]/.test(text) || /[\d.,] +[\d.,]/.test(text)) return undefined;
  let total = decimal(0);
  for (const [index, unit] of [1e8, 1e4, 1].entries()) {
    const part = parts[index + 1];
    if (part === undefined) continue;
    const value = plainFigure(part, mark, changes);
    // 12万5 is 125,000 in speech and 120,005 in writing.
    if (value === undefined || (unit === 1 && value < 1000)) return undefined;
    total = total.plus(decimal(value).times(unit));
  }
  changes.push('unit');
  return Number(total);
}

const GROUPED = { point: /^[1-9]\d{0,2}(,\d{2,3})*,\d{3}(\.\d*)?$/, comma: /^[1-9]\d{0,2}(\.\d{3})+(,\d*)?$/ };
const UNGROUPED = { point: /^(\d+\.?\d*|\.\d+)$/, comma: /^(\d+,?\d*|,\d+)$/ };
const SCIENTIFIC = /^\d+(\.\d+)?e[+-]?\d{1,2}$/i;
// Unbreakable blanks of all widths, as word processors and browsers part thousands.
const SPACES = /[ \u00A0\u2007\u2009\u202F]/g;
const GROUPED_BY_SPACES = /^\d{1,3}([ \u00A0\u2007\u2009\u202F])\d{3}(?:\1\d{3})*(?:[.,]\d*)?$/;
const GROUPED_BY_MARKS = /^\d{1,3}(['’ʼ‘`´])\d{3}(?:\1\d{3})*(?:[.,]\d*)?$/;

/** Plain blanks and no decimals: it may as well be two figures. */
function isSpaced(body: string): boolean {
  return /^\d{1,3}(?: \d{3})+$/.test(body.replace(UNIT, '').trim());
}

function fits(digits: string, mark: DecimalMark): boolean {
  return GROUPED[mark].test(digits) || UNGROUPED[mark].test(digits);
}

function plainFigure(text: string, wanted: DecimalMark, changes: CleaningChange[]): number | undefined {
  if (SCIENTIFIC.test(text)) return clean(Number(text));
  const isGrouped = GROUPED_BY_SPACES.test(text) || GROUPED_BY_MARKS.test(text);
  const digits = isGrouped ? text.replace(SPACES, '').replace(/['’ʼ‘`´]/g, '') : text;
  const other = wanted === 'point' ? 'comma' : 'point';
  const mark = fits(digits, wanted) ? wanted : fits(digits, other) ? other : undefined;
  if (mark === undefined) return undefined;
  const pure = mark === 'point' ? digits.replace(/,/g, '') : digits.replace(/\./g, '').replace(',', '.');
  if (pure !== text) changes.push('separators');
  return clean(Number(pure));
}

function scaled(cell: Cell, value: number, scale = 1, changes: CleaningChange[]): Cleaned<number> {
  const result = scale === 1 || value === 0 || !Number.isFinite(value) ? value : Number(decimal(value).times(scale));
  if (!(Math.abs(result) < TOO_LARGE)) return tooLarge(cell);
  return kept(result === 0 ? 0 : result, scale === 1 || value === 0 ? changes : [...changes, 'scale']);
}

function notAnAmount(cell: Cell): Cleaned<never> {
  return { problem: say(`${shown(cell)} is not a number`, `${shown(cell)}不是数字`) };
}

function tooLarge(cell: Cell): Cleaned<never> {
  return { problem: say(`${shown(cell)} is too large for an amount`, `${shown(cell)}过大，不是金额`) };
}

function unclearSide(cell: Cell): { readonly problem: ReturnType<typeof say> } {
  return { problem: say(`${shown(cell)}: more or less?`, `${shown(cell)}：是增加还是减少？`) };
}

function oneOrTwo(cell: Cell): { readonly problem: ReturnType<typeof say> } {
  return { problem: say(`${shown(cell)}: one figure or two?`, `${shown(cell)}：是一个数还是两个？`) };
}
