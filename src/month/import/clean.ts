import { isoOf, serialOf } from '../../kernel/calendar.ts';
import { type Cell, CellError } from '../../kernel/cell.ts';
import { say } from '../../kernel/text.ts';
import { type AmountStyle, readAmount, readShare } from './amounts.ts';
import { type Cleaned, type CleaningChange, isNothing, isProblem, kept, visible } from './cleaning.ts';
import { type DateOrder, formOf, type Orders, readDate, readMonth } from './dates.ts';
import type { CleanKind } from './dealField.ts';
import { flagged } from './stages.ts';

/** What a column's cells need to be read by, found out by `inspect` or said by the user. */
export interface ColumnStyle extends AmountStyle {
  /** Of the whole column, or of each way in which it writes its days. */
  readonly order?: DateOrder | Orders | undefined;
  /** Real dates whose day and month some spreadsheet took for each other. */
  readonly swapped?: boolean | undefined;
  /** 1 and 0 are true and false here. */
  readonly flags?: boolean | undefined;
  /** NA and None are names here, as the other values of the column are. */
  readonly named?: boolean | undefined;
}

/** One cell of an export as a value that can be used, with what was changed, or why it cannot be used. */
export function clean(cell: Cell, kind: CleanKind, style: ColumnStyle = {}): Cleaned<number | string | null> {
  switch (kind) {
    case 'amount':
      return readAmount(cell, style);
    case 'share':
      return readShare(cell, style.mark);
    case 'date':
      return style.swapped ? swapped(cell, readDate(cell, style.order)) : readDate(cell, style.order);
    case 'month':
      return readMonth(cell, style.order);
    case 'name':
      return readName(style.flags ? flagged(cell) : cell, style.named);
  }
}

const FULL_WIDTH = /[\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A]/g;

/**
 * A name without stray blanks, and with full-width letters and digits made plain. Its punctuation stays: 华东（一部）
 * is how people write it.
 */
export function readName(cell: Cell, named = false): Cleaned<string | null> {
  if (cell === null) return kept(null);
  if (cell instanceof CellError) return { problem: say(`the cell holds ${cell.code}`, `单元格为 ${cell.code}`) };
  const text = String(cell);
  const seen = visible(text);
  if (isNothing(seen) && !(named && isWord(seen))) return kept(null);
  const changes: CleaningChange[] = [];
  const single = seen.trim().replace(/\s+/g, ' ');
  if (single !== text) changes.push('spaces');
  // Exports put one before what a spreadsheet would take for a formula.
  const bare = single.replace(/^'(?=['\s]*[=+\-@])/, '').trim();
  if (bare !== single) changes.push('apostrophe');
  const narrow = bare.replace(FULL_WIDTH, letter => letter.normalize('NFKC'));
  if (narrow !== bare) changes.push('fullWidth');
  return kept(narrow, changes);
}

/** NA, None, Null, 无: a region or a product may be called so; - and n/a are never names. */
export function isWord(text: string): boolean {
  return /^\p{L}+$/u.test(text.trim());
}

/** 4 March for 3 April where day and month were taken for each other; later days cannot have been. */
function swapped(cell: Cell, read: Cleaned<number | null>): Cleaned<number | null> {
  if (isProblem(read) || read.value === null || formOf(cell) !== undefined) return read;
  const [year = 0, month = 0, day = 0] = isoOf(read.value).split('-').map(Number);
  return day > 12 ? read : kept(serialOf(year, day, month), [...read.changes, 'swapped']);
}
