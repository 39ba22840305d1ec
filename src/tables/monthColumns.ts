import type { Cell } from '../kernel/cell.ts';
import { isNothing, isProblem, shownCell } from '../month/import/cleaning.ts';
import { readMonth } from '../month/import/dates.ts';
import { headingKey } from '../month/import/headingKey.ts';
import { headingWords, likeness, SURE_FROM } from '../month/import/likeness.ts';
import { MONTH_NAME } from '../month/import/monthNames.ts';
import { type FileLayout, isFigure, shareBelow } from './layout.ts';

/** A column of one month's figures. */
export interface MonthColumn {
  readonly column: number;
  readonly heading: string;
  /** The month that the heading names. */
  readonly month: string;
  /** What else it says: Sales, 实际; '' for a month alone. */
  readonly measure: string;
}

const NAMED = new RegExp(`^${MONTH_NAME}$|^(?:1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月(?:份)?$`, 'i');
/** 202601 over figures. */
const COMPACT = /^(?:19|20)\d\d(?:0[1-9]|1[0-2])$/;
const HAN_MEASURE =
  /^((?:(?:19|20)\d\d ?[年\-/.])?(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月份?|(?:19|20)\d\d[-/.](?:1[0-2]|0?[1-9]))[\s_-]*([^\d\s].*)$/;

export function lacksYear(heading: string): boolean {
  return NAMED.test(heading);
}

export function isMonth(heading: string): boolean {
  if (lacksYear(heading) || COMPACT.test(heading)) return true;
  // A year alone is none, nor is a day: 2026-03-05 over a column is somebody's own heading unless it is the first.
  if (!/[^\d]/.test(heading) || heading.length > 20) return false;
  const read = readMonth(heading);
  return !isProblem(read) && read.value !== null;
}

/** The columns of months, and those that say of the same months what is no sale: Jan Target beside Jan Actual. */
export function monthColumns(layout: FileLayout): {
  readonly months: readonly MonthColumn[];
  readonly others: readonly MonthColumn[];
} {
  const line = layout.cells[layout.headingRow] ?? [];
  const found = line.flatMap((cell, column): MonthColumn[] => {
    const month = monthIn(shownCell(cell).trim());
    return month && holdsFigures(layout, column) ? [{ column, ...month }] : [];
  });
  const measures = [...new Set(found.map(({ measure }) => headingKey(measure)))];
  const sold = measures.filter(
    key => isSold(key) && found.filter(({ measure }) => headingKey(measure) === key).length > 1,
  );
  // Of several figures a month, nobody knows which is meant.
  if (sold.length !== 1) return { months: [], others: [] };
  const isOf = ({ measure }: MonthColumn): boolean => headingKey(measure) === sold[0];
  return { months: found.filter(isOf), others: found.filter(each => !isOf(each)) };
}

function isSold(measure: string): boolean {
  return measure === '' || likeness(headingWords(measure), 'amount') >= SURE_FROM;
}

function monthIn(heading: string): Omit<MonthColumn, 'column'> | undefined {
  if (isMonth(heading)) return { heading, month: heading, measure: '' };
  const [, han, measure] = HAN_MEASURE.exec(heading) ?? [];
  if (han !== undefined && measure !== undefined && isMonth(han)) return { heading, month: han, measure };
  const words = heading.split(/[\s_]+/);
  const cuts = words
    .slice(1)
    .map((_, at) => [words.slice(0, at + 1).join(' '), words.slice(at + 1).join(' ')] as const);
  // The longest first: Jan 2026 is the month of "Jan 2026 Sales".
  const first = [...cuts].reverse().find(([start]) => isMonth(start));
  if (first) return { heading, month: first[0], measure: first[1] };
  const last = cuts.find(([, end]) => isMonth(end));
  return last && { heading, month: last[1], measure: last[0] };
}

/** A dash stands for no figure. */
function holdsFigures(layout: FileLayout, column: number): boolean {
  return (
    shareBelow(layout, column, cell => isFigure(cell) || isBlankToken(cell)) > 0.6 &&
    shareBelow(layout, column, isFigure) > 0
  );
}

export function isBlankToken(cell: Cell | undefined): boolean {
  return typeof cell === 'string' && isNothing(cell);
}
