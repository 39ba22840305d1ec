import type { Cell, Matrix } from '../kernel/cell.ts';
import type { Text } from '../kernel/text.ts';
import { clean } from '../month/import/clean.ts';
import { isProblem } from '../month/import/cleaning.ts';
import type { CleanKind } from '../month/import/dealField.ts';
import type { Note } from '../month/import/note.ts';

/** A table on its way from what stands in a sheet to rows that can be read, step by step. */
export interface FileLayout {
  readonly cells: Matrix;
  /** From 0; −1 where the table has no headings. */
  readonly headingRow: number;
  /** Which row of the sheet each row is, from 1. */
  readonly rowNumbers: readonly number[];
  /** Rows that are not read, by the reason. */
  readonly left: readonly LeftRows[];
  /** Rows that cannot be read, with the reason: by their place in `cells`. */
  readonly bad: ReadonlyMap<number, Text>;
  readonly notes: readonly Note[];
  readonly questions: readonly TableQuestion[];
}

export interface LeftRows {
  readonly reason: 'hidden' | 'table' | 'heading' | 'crossTotals';
  readonly rows: readonly (readonly Cell[])[];
}

/** What a sheet does not say by itself about how it is laid out. */
export type TableQuestion =
  | { readonly ask: 'encoding'; readonly values: readonly string[] }
  | { readonly ask: 'headings'; readonly values: readonly string[] }
  | { readonly ask: 'sheets'; readonly values: readonly string[] }
  /** A name that stands once over its group. */
  | { readonly ask: 'fillDown'; readonly values: readonly string[] }
  /** Months without a year as headings. */
  | { readonly ask: 'year'; readonly values: readonly string[] };

/** What the user has said about it. */
export interface TableAnswers {
  /** The names of the sheets that are read together. */
  readonly sheets?: readonly string[] | undefined;
  /** Whether hidden rows are read. */
  readonly hidden?: 'read' | 'leave' | undefined;
  readonly fillDown?: boolean | undefined;
  /** That there is, or is not, a line of headings. */
  readonly headings?: boolean | undefined;
  readonly year?: number | undefined;
  /** That the encoding is right. */
  readonly encoding?: string | undefined;
}

export function isBlankCell(cell: Cell | undefined): boolean {
  return cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '');
}

export function isBlankRow(line: readonly Cell[] | undefined): boolean {
  return (line ?? []).every(isBlankCell);
}

export function filledCells(line: readonly Cell[] | undefined): Exclude<Cell, null>[] {
  return (line ?? []).flatMap(cell => (cell === null || isBlankCell(cell) ? [] : [cell]));
}

/** Whether a cell reads as this, texts by their own form. */
function readsAs(cell: Cell | undefined, kind: CleanKind): boolean {
  if (cell === undefined || isBlankCell(cell)) return false;
  const read = clean(cell, kind);
  return isProblem(read) ? read.ambiguous === true : read.value !== null;
}

export function isFigure(cell: Cell | undefined): boolean {
  return typeof cell === 'number' || (typeof cell === 'string' && /\d/.test(cell) && readsAs(cell, 'amount'));
}

/** A day, as a text; numbers may be anything. */
export function isDay(cell: Cell | undefined): boolean {
  return typeof cell === 'string' && /\d/.test(cell) && readsAs(cell, 'date');
}

/** The share of filled cells below a row for which something holds. */
export function shareBelow(
  { cells, headingRow }: Pick<FileLayout, 'cells' | 'headingRow'>,
  column: number,
  holds: (cell: Cell) => boolean,
): number {
  const filled = cells.slice(headingRow + 1, headingRow + 51).flatMap(line => filledCells([line[column] ?? null]));
  return filled.length === 0 ? 0 : filled.filter(holds).length / filled.length;
}

export function widthOf(cells: Matrix): number {
  return cells.reduce((widest, line) => Math.max(widest, line.length), 0);
}

export function withNotes(layout: FileLayout, ...notes: readonly Note[]): FileLayout {
  return { ...layout, notes: [...layout.notes, ...notes] };
}
