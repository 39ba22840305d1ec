import { CellValueType, type ICellData } from '@univerjs/core';
import { serialOf } from './dates.ts';
import { type Locale, localeOf } from './locale.ts';

/** What a cell's content is read with. */
export interface TypingRules {
  /** The spreadsheet's own, such as de_DE. */
  readonly locale: string;
  readonly timeZone: string;
  /** A formula in the spreadsheet's notation as Univer has it; throws where Sheets' parser would not have it. */
  readonly formula: (text: string) => string;
}

/** The most characters of a cell. https://support.google.com/drive/answer/37603 */
const LONGEST = 50_000;

const BLANK = { f: null, si: null, p: null };

/**
 * What Sheets makes of a value that a script writes: a text counts as typed, so that it may become a formula,
 * a number, a date or a logical value, as the spreadsheet's locale has them; an apostrophe before it keeps it a text.
 */
export function typed(value: unknown, reading: TypingRules): ICellData {
  if (value === '' || value === null || value === undefined) return { ...BLANK, v: null };
  if (typeof value === 'number') return { ...BLANK, v: value, t: CellValueType.NUMBER };
  if (typeof value === 'boolean') return logical(value);
  if (isDate(value)) return dated(serialOf(value, reading.timeZone));
  if (typeof value !== 'string')
    throw new Error(`setValues: a cell cannot hold ${Object.prototype.toString.call(value)}`);
  if (value.length > LONGEST) {
    throw new Error('Your input contains more than the maximum of 50000 characters in a single cell.');
  }
  // What is kept is UTF-8, in which half a character has no form.
  return entered(
    value.replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '\uFFFD'),
    reading,
  );
}

function entered(value: string, reading: TypingRules): ICellData {
  if (value.startsWith("'")) return textCell(value.slice(1));
  const locale = localeOf(reading.locale);
  const text = value.trim();
  const truth = locale.truths.flat().findIndex(word => word.toLowerCase() === text.toLowerCase());
  if (truth >= 0) return logical(truth % 2 === 0);
  const number = numberIn(text, locale);
  if (number !== undefined) return { ...BLANK, v: number, t: CellValueType.NUMBER };
  const day = dayIn(text, locale);
  if (day !== undefined) return dated(day);
  // The full-width signs of an East Asian keyboard count as the plain ones.
  if (/^[=＝+＋\-－]./.test(text)) {
    const formula = text.replace(/^[＝＋－]/, sign => ({ '＝': '=', '＋': '+', '－': '-' })[sign] ?? sign);
    return { f: reading.formula(formula.startsWith('=') ? formula : `=${formula}`), v: null, p: null, si: null };
  }
  return textCell(value);
}

/** `instanceof` is false for a date of the script's own realm. */
function isDate(value: unknown): value is Date {
  return Object.prototype.toString.call(value) === '[object Date]';
}

function logical(value: boolean): ICellData {
  return { ...BLANK, v: value ? 1 : 0, t: CellValueType.BOOLEAN };
}

/** A date brings its format with it. */
function dated(serial: number): ICellData {
  const pattern = Number.isInteger(serial) ? 'yyyy-mm-dd' : 'yyyy-mm-dd hh:mm:ss';
  return { ...BLANK, v: serial, t: CellValueType.NUMBER, s: { n: { pattern } } };
}

function textCell(text: string): ICellData {
  const looksLikeNumber = text.trim() !== '' && !Number.isNaN(Number(text));
  return { ...BLANK, v: text, t: looksLikeNumber ? CellValueType.FORCE_STRING : CellValueType.STRING };
}

const POINT = /^[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d+)?$/;
const COMMA = /^[+-]?(?:\d{1,3}(?:[.\u00A0\u202F]\d{3})+|\d+)?(?:,\d+)?$/;

/** Which currencies a locale knows is Google's own: all of them are taken, which is stricter. */
const CURRENCY =
  /^(?:CHF|EUR|USD|GBP|kr\.?|zł|Kč|R\$|US\$|[$€£¥￥₽₹₩₺])\s?|\s?(?:CHF|EUR|kr\.?|zł|Kč|[$€£¥￥元₽₹₩₺])$/iu;

function numberIn(text: string, { decimalComma }: Locale): number | undefined {
  const plain = text.replace(/[０-９]/g, digit => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
  const percent = /%$/.test(plain);
  const bare = plain.replace(/\s?%$/, '').replace(CURRENCY, '');
  if (!/\d/.test(bare) || !(decimalComma ? COMMA : POINT).test(bare)) return undefined;
  const digits = decimalComma ? bare.replace(/[.\u00A0\u202F]/g, '').replace(',', '.') : bare.replace(/,/g, '');
  return Number(digits) / (percent ? 100 : 1);
}

const ISO = /^(\d{4})[-/年.](\d{1,2})(?:[-/月.](\d{1,2})日?)?月?$/;
const PAIR = /^(\d{1,2})[-/.](\d{1,2})\.?(?:[-/.](\d{2,4}))?$/;
const CHINESE = /^(\d{1,2})月(\d{1,2})日$/;

function dayIn(text: string, locale: Locale): number | undefined {
  const iso = ISO.exec(text);
  if (iso) return serial(iso[1], iso[2], iso[3]);
  const chinese = CHINESE.exec(text);
  if (chinese) return serial(undefined, chinese[1], chinese[2]);
  const pair = PAIR.exec(text);
  // With a decimal point 3.4 is a number, and has been read as one.
  if (pair) return locale.dayFirst ? serial(pair[3], pair[2], pair[1]) : serial(pair[3], pair[1], pair[2]);
  return namedDay(text, locale);
}

/** "Mai 5", "5. Mai 2026", "Jan 2026". */
function namedDay(text: string, { months }: Locale): number | undefined {
  const words = text.split(/[\s,.-]+/).filter(word => word !== '');
  const names = words.filter(word => months.has(word.toLowerCase()));
  const numbers = words.filter(word => /^\d{1,4}$/.test(word));
  if (names.length !== 1 || numbers.length === 0 || numbers.length > 2 || words.length !== 1 + numbers.length) return;
  const year = numbers.find(word => word.length === 4);
  const day = numbers.find(word => word.length < 4);
  return serial(year, String(months.get(names[0]?.toLowerCase() ?? '')), day);
}

function serial(year = '2026', month = '1', day = '1'): number | undefined {
  const date = new Date(Date.UTC(Number(year) + (year.length <= 2 ? 2000 : 0), Number(month) - 1, Number(day)));
  const isReal = date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
  return isReal ? date.getTime() / 86_400_000 + 25569 : undefined;
}
