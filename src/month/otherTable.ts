import type { Cell, Matrix } from '../kernel/cell.ts';
import { labelKey } from '../kernel/label.ts';
import { readAmount } from './amounts.ts';
import { clean } from './clean.ts';
import { isProblem, shownCell } from './cleaned.ts';
import { ExactSum } from './exactSum.ts';
import type { Columns } from './matchColumns.ts';

/** A table of its own below the rows, such as sums by person: counted, it would double the figures. */
export interface OtherTable {
  /** Its headings, as an index. */
  readonly row: number;
  readonly count: number;
  readonly amount: number;
}

/** Headings below a blank row, with no row below them that has a day where the deals have one. */
export function otherTable(cells: Matrix, headingRow: number, columns: Columns, last: number): OtherTable | undefined {
  for (let row = headingRow + 3; row < last; row++) {
    if (!isBlank(cells[row - 1]) || !isHeading(cells, row, headingRow, columns)) continue;
    const below = cells.slice(row, last + 1).filter(line => !isBlank(line));
    if (below.some(line => hasDay(line, columns))) return undefined;
    return { row, count: below.length, amount: sumOf(below, columns) };
  }
  return undefined;
}

function isHeading(cells: Matrix, row: number, headingRow: number, { amount }: Columns): boolean {
  const line = cells[row] ?? [];
  const filled = line.filter(cell => shownCell(cell).trim() !== '');
  if (filled.length < 2 || !filled.every(isWord)) return false;
  const cell = amount === undefined ? null : (line[amount] ?? null);
  const isSame = labelKey(shownCell(cell)) === labelKey(shownCell(cells[headingRow]?.[amount ?? 0] ?? null));
  const next = cells[row + 1] ?? [];
  return !isSame && next.some(below => below !== null && below !== '' && !isWord(below));
}

function isWord(cell: Cell): boolean {
  return typeof cell === 'string' && isProblem(readAmount(cell)) && isProblem(clean(cell, 'date'));
}

function hasDay(line: readonly Cell[], { closed, month }: Columns): boolean {
  return [closed, month].some(column => {
    const read = clean(column === undefined ? null : (line[column] ?? null), 'date');
    return isProblem(read) ? read.ambiguous === true : read.value !== null;
  });
}

function sumOf(lines: Matrix, { amount }: Columns): number {
  const sum = new ExactSum();
  for (const line of lines) {
    const read = readAmount(amount === undefined ? null : (line[amount] ?? null));
    if (!isProblem(read)) sum.add(read.value ?? 0);
  }
  return sum.value;
}

function isBlank(line: readonly Cell[] | undefined): boolean {
  return (line ?? []).every(cell => shownCell(cell).trim() === '');
}
