import { type Cell, CellError } from '../kernel/cell.ts';
import { say } from '../kernel/errors.ts';
import { type DecimalMark, readAmount, readShare } from './amounts.ts';
import { type Change, type Cleaned, isNothing, kept } from './cleaned.ts';
import { type DateOrder, readDate, readMonth } from './dates.ts';
import type { CleanKind } from './dealField.ts';

/** What a column's cells need to be read by, found out by `inspect` or said by the user. */
export interface ColumnStyle {
  readonly order?: DateOrder | undefined;
  readonly mark?: DecimalMark | undefined;
  /** The unit of the heading: 10,000 for 金额（万元）. */
  readonly scale?: number | undefined;
}

/** One cell of an export as a value that can be used, with what was changed, or why it cannot be used. */
export function clean(cell: Cell, kind: CleanKind, style: ColumnStyle = {}): Cleaned<number | string | null> {
  switch (kind) {
    case 'amount':
      return readAmount(cell, style.mark, style.scale);
    case 'share':
      return readShare(cell, style.mark);
    case 'date':
      return readDate(cell, style.order);
    case 'month':
      return readMonth(cell, style.order);
    case 'name':
      return readName(cell);
  }
}

const FULL_WIDTH = /[\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A]/g;

/**
 * A name without stray blanks, and with full-width letters and digits made plain. Its punctuation stays: 华东（一部）
 * is how people write it.
 */
export function readName(cell: Cell): Cleaned<string | null> {
  if (cell === null) return kept(null);
  if (cell instanceof CellError) return { problem: say(`the cell holds ${cell.code}`, `单元格为 ${cell.code}`) };
  const text = String(cell);
  if (isNothing(text)) return kept(null);
  const changes: Change[] = [];
  const single = text
    .replace(/[\u00AD\u200B-\u200F\u2060\uFEFF]/g, '')
    .trim()
    .replace(/\s+/g, ' ');
  if (single !== text) changes.push('spaces');
  const narrow = single.replace(FULL_WIDTH, letter => letter.normalize('NFKC'));
  if (narrow !== single) changes.push('fullWidth');
  return narrow === '' ? kept(null, changes) : kept(narrow, changes);
}
