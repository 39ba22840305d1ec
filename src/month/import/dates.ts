import { daysInMonth, serialOf } from '../../kernel/calendar.ts';
import { type Cell, CellError } from '../../kernel/cell.ts';
import { shown } from '../../kernel/errors.ts';
import { say } from '../../kernel/text.ts';
import { type Cleaned, type CleaningChange, isNothing, kept, LONGEST_FIGURE, plain } from './cleaning.ts';
import { withDigits } from './hanDate.ts';
import { MONTH_NAME, monthNumberOf } from './monthNames.ts';

/** How a column writes 03/04/2024, or 26/03/05. */
export type DateOrder = 'dayFirst' | 'monthFirst' | 'yearFirst';

// From 1950 to 2099: outside of them a number in a date column is a number.
const FIRST_SERIAL = 18264;
const LAST_SERIAL = 73050;

const YEAR_FIRST = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*[日号]?$/;
const YEAR_MONTH = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*月?(?:份)?$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
const COMPACT_MONTH = /^(\d{4})(\d{2})$/;
/** The year stands last, or first where it has two digits. */
const YEAR_LAST = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{1,2})$/;
const MONTH_YEAR = /^(\d{1,2})[-/.](\d{4})$/;
const DAY_NAME_YEAR = new RegExp(
  `^(\\d{1,2})(?:st|nd|rd|th|er|º)?[-/. ]*(?:(?:of|de) )?${MONTH_NAME}[-/., ]*(?:de )?(\\d{4}|\\d{2})$`,
  'i',
);
const NAME_DAY_YEAR = new RegExp(
  `^${MONTH_NAME}[-/. ]*(\\d{1,2})(?:st|nd|rd|th)?,[ ]*(\\d{4}|\\d{2})$|^${MONTH_NAME} (\\d{1,2}) (\\d{4})$`,
  'i',
);
const YEAR_NAME_DAY = new RegExp(`^(\\d{4})[-/. ]${MONTH_NAME}[-/. ](\\d{1,2})$`, 'i');
const NAME_YEAR = new RegExp(`^${MONTH_NAME}[-/., ']*(?:de )?(\\d{4}|\\d{2})$`, 'i');
const WEEKDAY_NAME =
  '(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|(?:星期|周|週|礼拜|禮拜)[一二三四五六日天])';
const WEEKDAY = new RegExp(`^[(（]?${WEEKDAY_NAME}(?![a-z])[)）]?[.,，]?\\s*(?=[\\d\\p{L}])`, 'iu');
const WEEKDAY_LAST = new RegExp(`[\\s,，]*[(（]?${WEEKDAY_NAME}[)）]?\\.?$`, 'i');
const TIME =
  /(?:[T\s,，]\s*|(?=[上下中]午))(?:(?:at|@)\s*)?(?:[上下中]午|[ap]\.?m\.?)?\s*\d{1,2}[:时点]\d{1,2}(?:[:分]\d{1,2}(?:[.,]\d+)?)?[分秒]?\s*(?:[ap]\.?m\.?(?![a-z])|[上下中]午)?\s*(?:z|[a-z]{3,5})?(?:[+-]\d{1,2}(?::?\d{2})?)?$/i;
const ZONE = /[\d\s](?:z|[a-z]{3,5})?(?:[+-]\d{1,2}:?\d{0,2})$|\d\s*(?:[ap]\.?m\.?)?\s*(?:z|[a-z]{3,5})$/i;
// Unix and browsers write the year last: Wed Mar 04 15:00:00 CST 2026, Wed Mar 04 2026 15:00:00 GMT+0800 (…).
const UNIX = /^([a-z]{3,9} \d{1,2}) (\d{1,2}:\d{2}:\d{2}(?: [a-z]{3,5})?) (\d{4})$/i;

/** The order of day and month in each of the ways in which a column writes its days. */
export type Orders = ReadonlyMap<string, DateOrder>;

/** A day as exports write it, as a serial number; what can be read in two ways is never guessed. */
export function readDate(cell: Cell, order?: DateOrder | Orders): Cleaned<number | null> {
  if (cell === null) return kept(null);
  if (cell instanceof CellError) return { problem: say(`the cell holds ${cell.code}`, `单元格为 ${cell.code}`) };
  if (typeof cell === 'boolean') return notADate(cell);
  if (typeof cell === 'number') return fromNumber(cell);
  if (isNothing(cell)) return kept(null);
  if (cell.length > LONGEST_FIGURE) return notADate(cell);
  const changes: CleaningChange[] = [];
  const text = withDigits(withoutTime(plain(cell, changes), changes));
  const form = formOf(cell);
  const iso = /^\d{4}-\d{2}-\d{2}$/.test(text);
  const read =
    numeric(text, form === undefined || typeof order !== 'object' ? order : (order.get(form) ?? 'unknown'), changes) ??
    named(text, changes);
  if (read === undefined) return notADate(cell);
  if (read === 'ambiguous') return { ...ambiguous(cell), ambiguous: true };
  if (Number.isNaN(read)) return noSuchDay(cell);
  return kept(read, iso ? changes : [...changes, 'date']);
}

/** The first day of a month: Mar-24, 2024年3月, 202403, or any day of it. */
export function readMonth(cell: Cell, order?: DateOrder | Orders): Cleaned<number | null> {
  const compact = COMPACT_MONTH.exec(typeof cell === 'number' || typeof cell === 'string' ? String(cell).trim() : '');
  if (compact) {
    const month = dayOf(Number(compact[1]), Number(compact[2]), 1);
    if (!Number.isNaN(month)) return kept(month, ['month']);
  }
  return readDate(cell, order);
}

/** What a text tells about the order of day and month in its column; 26/03/05 may begin with its day or its year. */
export function orderOf(cell: Cell): DateOrder | 'either' | 'dayOrYear' | undefined {
  const parts = yearLastIn(cell);
  if (!parts) return undefined;
  const [first, second] = [Number(parts[1]), Number(parts[3])];
  if (beginsWithYear(parts)) return second <= 12 ? 'yearFirst' : undefined;
  if (mayBeginWithYear(parts)) return 'dayOrYear';
  if (parts[4]?.length === 1) return undefined;
  if (first === second) return undefined;
  if (first > 12) return second <= 12 ? 'dayFirst' : undefined;
  return second > 12 ? 'monthFirst' : 'either';
}

/** The way in which a text writes its day: 03/04/2024, 03.04.24, with a time or without. Each is judged by itself. */
export function formOf(cell: Cell): string | undefined {
  const parts = yearLastIn(cell);
  if (!parts) return undefined;
  return `${parts[2]}${parts[4]?.length === 4 ? 4 : 2}${/:/.test(String(cell)) ? 't' : ''}`;
}

/** The first and the last figure of a day that ends or begins with its year. */
export function endsOf(cell: Cell): readonly [number, number] | undefined {
  const parts = yearLastIn(cell);
  return parts ? [Number(parts[1]), Number(parts[4])] : undefined;
}

/** 99/12/31 and 26.3.5: no day is the 99th, and no year has one digit. */
function beginsWithYear([, first = '', , , last = '']: RegExpExecArray): boolean {
  return last.length < 4 && first.length === 2 && (Number(first) > 31 || last.length === 1);
}

function mayBeginWithYear([, first = '', , second = '', last = '']: RegExpExecArray): boolean {
  const day = Number(last);
  return last.length === 2 && Number(first) > 12 && Number(second) <= 12 && day >= 1 && day <= 31;
}

function yearLastIn(cell: Cell): RegExpExecArray | null {
  if (typeof cell !== 'string' || cell.length > LONGEST_FIGURE) return null;
  return YEAR_LAST.exec(withoutTime(plain(cell, []), []));
}

function numeric(
  text: string,
  order: DateOrder | Orders | 'unknown' | undefined,
  changes: CleaningChange[],
): number | 'ambiguous' | undefined {
  const full = YEAR_FIRST.exec(text) ?? COMPACT.exec(text);
  if (full) return dayOf(Number(full[1]), Number(full[2]), Number(full[3]));
  const month = YEAR_MONTH.exec(text);
  if (month) {
    changes.push('month');
    return dayOf(Number(month[1]), Number(month[2]), 1);
  }
  const backwards = MONTH_YEAR.exec(text);
  if (backwards) {
    changes.push('month');
    return dayOf(Number(backwards[2]), Number(backwards[1]), 1);
  }
  const last = YEAR_LAST.exec(text);
  if (last) return yearLast(last, typeof order === 'string' ? order : undefined, changes);
  const moment = momentOf(text);
  if (moment !== undefined) {
    changes.push('zone');
    return moment;
  }
  const serial = /^\d{5}(?:\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
  return serial >= FIRST_SERIAL && serial <= LAST_SERIAL ? Math.floor(serial) : undefined;
}

function yearLast(
  parts: RegExpExecArray,
  order: DateOrder | 'unknown' | undefined,
  changes: CleaningChange[],
): number | 'ambiguous' {
  const first = Number(parts[1]);
  const second = Number(parts[3]);
  const mayBe = mayBeginWithYear(parts);
  if (beginsWithYear(parts) || (mayBe && order === 'yearFirst'))
    return dayOf(yearOf(parts[1] ?? '', changes), second, Number(parts[4]));
  if (mayBe && order === 'unknown') return 'ambiguous';
  if (parts[4]?.length === 1) return Number.NaN;
  const year = yearOf(parts[4] ?? '', changes);
  const effective = first > 12 ? 'dayFirst' : second > 12 || first === second ? 'monthFirst' : order;
  if (effective !== 'dayFirst' && effective !== 'monthFirst') return 'ambiguous';
  return effective === 'dayFirst' ? dayOf(year, second, first) : dayOf(year, first, second);
}

function named(text: string, changes: CleaningChange[]): number | undefined {
  const day = DAY_NAME_YEAR.exec(text);
  if (day) return dayOf(yearOf(day[3] ?? '', changes), monthNumberOf(day[2]), Number(day[1]));
  const american = NAME_DAY_YEAR.exec(text);
  if (american) {
    const [, month, dayNumber, year, otherMonth, otherDay, otherYear] = american;
    const number = monthNumberOf(month ?? otherMonth);
    return dayOf(yearOf(year ?? otherYear ?? '', changes), number, Number(dayNumber ?? otherDay));
  }
  const sorted = YEAR_NAME_DAY.exec(text);
  if (sorted) return dayOf(Number(sorted[1]), monthNumberOf(sorted[2]), Number(sorted[3]));
  const month = NAME_YEAR.exec(text);
  if (!month) return undefined;
  changes.push('month');
  return dayOf(yearOf(month[2] ?? '', changes), monthNumberOf(month[1]), 1);
}

/** Two digits are a year of this century up to 69, as in most spreadsheets and databases. */
function yearOf(digits: string, changes: CleaningChange[]): number {
  if (digits.length > 2) return Number(digits);
  changes.push('year');
  const year = Number(digits);
  return year < 70 ? 2000 + year : 1900 + year;
}

/** NaN for a day that is not in the calendar. */
function dayOf(year: number, month: number, day: number): number {
  if (year < 1900 || year > 2999 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month))
    return Number.NaN;
  return serialOf(year, month, day);
}

function fromNumber(value: number): Cleaned<number> {
  if (value >= FIRST_SERIAL && value <= LAST_SERIAL) {
    return Number.isInteger(value) ? kept(value) : kept(Math.floor(value), ['time']);
  }
  const moment = momentOf(String(value));
  if (moment !== undefined) return kept(moment, ['zone', 'date']);
  const compact = COMPACT.exec(String(value));
  const day = compact ? dayOf(Number(compact[1]), Number(compact[2]), Number(compact[3])) : Number.NaN;
  return Number.isNaN(day) ? notADate(value) : kept(day, ['date']);
}

// From 2001 to 2096, in seconds or thousandths of them.
const MOMENT = /^([1-3]\d{9})(?:\d{3})?$/;

/** The day of a Unix time, as databases keep it, in the time of Greenwich. */
function momentOf(digits: string): number | undefined {
  const seconds = MOMENT.exec(digits)?.[1];
  return seconds === undefined ? undefined : Math.floor(Number(seconds) / 86400) + UNIX_DAY;
}

const UNIX_DAY = serialOf(1970, 1, 1);

function withoutTime(text: string, changes: CleaningChange[]): string {
  const sorted = text
    .replace(/ \([^()]*\)$/, found => (/[:\d]/.test(text) && /GMT|UTC/i.test(text) ? '' : found))
    .replace(WEEKDAY, '')
    .replace(UNIX, '$1 $3 $2');
  const bare = sorted.replace(TIME, '').trim();
  if (bare !== sorted) changes.push(ZONE.test(sorted) ? 'zone' : 'time');
  return bare.replace(WEEKDAY_LAST, '').trim();
}

function notADate(cell: Cell): Cleaned<never> {
  return { problem: say(`${shown(cell)} is not a date with a year`, `${shown(cell)}不是带年份的日期`) };
}

function noSuchDay(cell: Cell): Cleaned<never> {
  return { problem: say(`${shown(cell)} is not a day of the calendar`, `${shown(cell)}在日历中不存在`) };
}

function ambiguous(cell: Cell): { readonly problem: ReturnType<typeof say> } {
  return {
    problem: say(`${shown(cell)}: day first or month first?`, `${shown(cell)}：日在前还是月在前？`),
  };
}
