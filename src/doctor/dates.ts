import { isoOf } from '../kernel/calendar.ts';
import { say } from '../kernel/text.ts';
import { isProblem } from '../month/import/cleaning.ts';
import { type DateOrder, type Orders, orderOf, readDate } from '../month/import/dates.ts';
import { DEAL_FIELDS } from '../month/import/dealField.ts';
import {
  type Data,
  type DataCell,
  type DataColumn,
  examplesOf,
  type Finding,
  filled,
  fixOf,
  nameOf,
} from './finding.ts';

/** Days that are texts, or written in several ways, so that no formula can compute with them. */
export function mixedDates({ columns }: Data): Finding[] {
  return columns.filter(isDates).flatMap(column => {
    const texts = filled(column).filter(({ value, computed }) => typeof value === 'string' && !computed);
    if (texts.length === 0) return [];
    const order = orderIn(texts);
    const read = texts.map(cell => ({ cell, cleaned: readDate(cell.value, order) }));
    const fixes = read.flatMap(({ cell, cleaned }) =>
      isProblem(cleaned) || cleaned.value === null ? [] : [fixOf(cell, { date: cleaned.value })],
    );
    const open = texts.length - fixes.length;
    const name = nameOf(column);
    const rest =
      open > 0
        ? say(`; ${open} can be read in two ways or not at all`, `；其中 ${open} 个有歧义或无法识别`)
        : say('', '');
    return [
      {
        kind: 'dates',
        what: say(
          `${name.en}: ${texts.length === 1 ? '1 date' : `${texts.length} dates`} stored as text${rest.en}`,
          `${name.zh}：${texts.length} 个日期以文本形式存储${rest.zh}`,
        ),
        spots: texts,
        fixes,
        examples: examplesOf(
          read.flatMap(({ cell, cleaned }) =>
            isProblem(cleaned) || cleaned.value === null
              ? []
              : [{ before: `“${cell.value}”`, after: isoOf(cleaned.value) }],
          ),
        ),
      },
    ];
  });
}

/** Most of what is filled in can be read as a day, or the heading says so. */
export function isDates(column: DataColumn): boolean {
  const cells = filled(column);
  const kind = column.field && DEAL_FIELDS[column.field].kind;
  if (kind === 'date') return true;
  const texts = cells.filter(({ value }) => typeof value === 'string');
  const dated = texts.filter(({ value }) => orderOf(value) !== undefined || !isProblem(readDate(value)));
  return texts.length > 0 && dated.length >= MOST * cells.length && !texts.some(isPlainNumber);
}

export const MOST = 0.6;

/** 20240305 may be a number of anything. */
function isPlainNumber({ value }: DataCell): boolean {
  return typeof value === 'string' && /^\s*\d+(\.\d+)?\s*$/.test(value);
}

/** As the other rows of the column tell; nothing is guessed where none does, or where they differ. */
function orderIn(texts: readonly DataCell[]): DateOrder | Orders {
  const orders = new Set(texts.map(({ value }) => orderOf(value)));
  const [day, month] = [orders.has('dayFirst'), orders.has('monthFirst')];
  return day === month ? UNKNOWN : day ? 'dayFirst' : 'monthFirst';
}

/** So that 26/03/05, which may begin with its year, stays as it is. */
const UNKNOWN: Orders = new Map();
