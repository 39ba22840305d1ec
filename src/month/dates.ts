import { daysInMonth, serialOf } from '../kernel/calendar.ts';
import { type Cell, CellError } from '../kernel/cell.ts';
import { say, shown } from '../kernel/errors.ts';
import { type Change, type Cleaned, isNothing, kept, LONGEST_FIGURE, plain } from './cleaned.ts';

/** How a column writes 03/04/2024. */
export type DateOrder = 'dayFirst' | 'monthFirst';

// From 1950 to 2099: outside of them a number in a date column is a number.
const FIRST_SERIAL = 18264;
const LAST_SERIAL = 73050;

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const NAME = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?';
const YEAR_FIRST = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?号?$/;
const YEAR_MONTH = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*月?(?:份)?$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
const COMPACT_MONTH = /^(\d{4})(\d{2})$/;
const YEAR_LAST = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})$/;
const MONTH_YEAR = /^(\d{1,2})[-/.](\d{4})$/;
const DAY_NAME_YEAR = new RegExp(`^(\\d{1,2})(?:st|nd|rd|th)?[-/. ]*${NAME}[-/., ]*(\\d{4}|\\d{2})$`, 'i');
const NAME_DAY_YEAR = new RegExp(
  `^${NAME}[-/. ]*(\\d{1,2})(?:st|nd|rd|th)?,[ ]*(\\d{4}|\\d{2})$|^${NAME} (\\d{1,2}) (\\d{4})$`,
  'i',
);
const NAME_YEAR = new RegExp(`^${NAME}[-/., ']*(\\d{4}|\\d{2})$`, 'i');
const WEEKDAY = /^(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s+|(?:星期|周)[一二三四五六日天]\s*)/i;
const TIME =
  /(?:[T\s]\s*|(?=[上下]午))(?:[上下]午|am|pm)?\s*\d{1,2}[:时]\d{1,2}(?:[:分]\d{1,2}(?:\.\d+)?)?[分秒]?\s*(?:am|pm|[上下]午)?\s*(?:z|utc|gmt|[+-]\d{2}:?\d{2})?$/i;
const ZONE = /\d(?:z|[+-]\d{2}:?\d{2})$/i;

/** A day as exports write it, as a serial number; what can be read in two ways is never guessed. */
export function readDate(cell: Cell, order?: DateOrder): Cleaned<number | null> {
  if (cell === null) return kept(null);
  if (cell instanceof CellError) return { problem: say(`the cell holds ${cell.code}`, `单元格为 ${cell.code}`) };
  if (typeof cell === 'boolean') return notADate(cell);
  if (typeof cell === 'number') return fromNumber(cell);
  if (isNothing(cell)) return kept(null);
  if (cell.length > LONGEST_FIGURE) return notADate(cell);
  const changes: Change[] = [];
  const text = withoutTime(plain(cell, changes), changes);
  const iso = /^\d{4}-\d{2}-\d{2}$/.test(text);
  const read = numeric(text, order, changes) ?? named(text, changes);
  if (read === undefined) return notADate(cell);
  if (read === 'ambiguous') return { ...ambiguous(cell), ambiguous: true };
  if (Number.isNaN(read)) return noSuchDay(cell);
  return kept(read, iso ? changes : [...changes, 'date']);
}

/** The first day of a month: Mar-24, 2024年3月, 202403, or any day of it. */
export function readMonth(cell: Cell, order?: DateOrder): Cleaned<number | null> {
  const compact = COMPACT_MONTH.exec(typeof cell === 'number' || typeof cell === 'string' ? String(cell).trim() : '');
  if (compact) {
    const month = dayOf(Number(compact[1]), Number(compact[2]), 1);
    if (!Number.isNaN(month)) return kept(month, ['month']);
  }
  return readDate(cell, order);
}

/** What a text tells about the order of day and month in its column. */
export function orderOf(cell: Cell): DateOrder | 'either' | undefined {
  if (typeof cell !== 'string' || cell.length > LONGEST_FIGURE) return undefined;
  const parts = YEAR_LAST.exec(withoutTime(plain(cell, []), []));
  if (!parts) return undefined;
  const first = Number(parts[1]);
  const second = Number(parts[2]);
  if (first === second) return undefined;
  if (first > 12) return second <= 12 ? 'dayFirst' : undefined;
  return second > 12 ? 'monthFirst' : 'either';
}

function numeric(text: string, order: DateOrder | undefined, changes: Change[]): number | 'ambiguous' | undefined {
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
  if (last) return yearLast(last, order, changes);
  const serial = /^\d{5}(?:\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
  return serial >= FIRST_SERIAL && serial <= LAST_SERIAL ? Math.floor(serial) : undefined;
}

function yearLast(parts: RegExpExecArray, order: DateOrder | undefined, changes: Change[]): number | 'ambiguous' {
  const first = Number(parts[1]);
  const second = Number(parts[2]);
  const year = yearOf(parts[3] ?? '', changes);
  const effective = first > 12 ? 'dayFirst' : second > 12 || first === second ? 'monthFirst' : order;
  if (effective === undefined) return 'ambiguous';
  return effective === 'dayFirst' ? dayOf(year, second, first) : dayOf(year, first, second);
}

function named(text: string, changes: Change[]): number | undefined {
  const bare = text.replace(WEEKDAY, '');
  const day = DAY_NAME_YEAR.exec(bare);
  if (day) return dayOf(yearOf(day[3] ?? '', changes), monthOf(day[2]), Number(day[1]));
  const american = NAME_DAY_YEAR.exec(bare);
  if (american) {
    const [, month, dayNumber, year, otherMonth, otherDay, otherYear] = american;
    return dayOf(yearOf(year ?? otherYear ?? '', changes), monthOf(month ?? otherMonth), Number(dayNumber ?? otherDay));
  }
  const month = NAME_YEAR.exec(bare);
  if (!month) return undefined;
  changes.push('month');
  return dayOf(yearOf(month[2] ?? '', changes), monthOf(month[1]), 1);
}

function monthOf(name: string | undefined): number {
  return MONTHS.indexOf((name ?? '').slice(0, 3).toLowerCase()) + 1;
}

/** Two digits are a year of this century up to 69, as in most spreadsheets and databases. */
function yearOf(digits: string, changes: Change[]): number {
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
  const compact = COMPACT.exec(String(value));
  const day = compact ? dayOf(Number(compact[1]), Number(compact[2]), Number(compact[3])) : Number.NaN;
  return Number.isNaN(day) ? notADate(value) : kept(day, ['date']);
}

function withoutTime(text: string, changes: Change[]): string {
  const bare = text.replace(TIME, '').trim();
  if (bare !== text) changes.push(ZONE.test(text) ? 'zone' : 'time');
  return bare;
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
