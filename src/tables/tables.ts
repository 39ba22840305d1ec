import type { Cell } from '../kernel/cell.ts';
import { shownCell } from '../month/import/cleaning.ts';
import { saysTotal } from '../month/import/totalRow.ts';
import { letterOf } from './headless.ts';
import { type FileLayout, filledCells, isBlankRow, isDay, isFigure, shareBelow, withNotes } from './layout.ts';
import { matched } from './matched.ts';
import { rowSpan, said } from './said.ts';

const NO_CELLS: readonly Cell[] = [];

/** Rows are taken out by making them blank, so that the others stay where they are. */
export function without(
  layout: FileLayout,
  rows: readonly number[],
  reason: FileLayout['left'][number]['reason'],
): FileLayout {
  if (rows.length === 0) return layout;
  const gone = new Set(rows);
  return {
    ...layout,
    cells: layout.cells.map((line, row) => (gone.has(row) ? NO_CELLS : line)),
    left: [...layout.left, { reason, rows: rows.map(row => layout.cells[row] ?? NO_CELLS) }],
  };
}

/** Headings that come again on each printed page, or over each month of one sheet. */
export function withoutRepeatedHeadings(layout: FileLayout): FileLayout {
  const { cells, headingRow } = layout;
  const heading = keyOf(cells[headingRow]);
  if (headingRow < 0 || heading === '') return layout;
  const first = filledCells(cells[headingRow])[0];
  const rows: number[] = [];
  // Most rows differ in their first cell.
  for (let row = headingRow + 1; row < cells.length; row++) {
    const line = cells[row];
    if (line?.includes(first ?? null) && keyOf(line) === heading) rows.push(row);
  }
  if (rows.length === 0) return layout;
  return withNotes(without(layout, rows, 'heading'), { about: 'headings', text: said.repeatedHeadings(rows.length) });
}

function keyOf(line: readonly Cell[] | undefined): string {
  return filledCells(line)
    .map(cell => shownCell(cell).trim())
    .join('\u0000');
}

/** So many rows fill a column that no row of the same table leaves it blank. */
const ALWAYS = 0.95;

/**
 * A table of its own below a blank line: another line of headings, or rows that all leave blank what every row above
 * fills. It is not read, and said.
 */
export function withoutOtherTables(layout: FileLayout): FileLayout {
  const { cells, headingRow, rowNumbers } = layout;
  const blocks = blocksOf(layout);
  const [first] = blocks;
  if (!first || headingRow < 0 || blocks.length < 2) return layout;
  const rivals = blocks.slice(1).filter(block => mayBeOther(layout, block));
  if (rivals.length === 0) return layout;
  const needed = alwaysFilled(layout, first);
  const known = valuesOf(layout, first);
  const others = rivals.filter(block => isOther(layout, block, needed, known));
  const rows = others.flat();
  if (rows.length === 0) return layout;
  const numbers = rows.map(row => rowNumbers[row] ?? row + 1);
  const heads = filledCells(cells[rows[0] ?? 0]).map(shownCell);
  return withNotes(without(layout, rows, 'table'), {
    about: 'otherTable',
    text: said.otherTable(rowSpan(numbers), heads.slice(0, 4).join(', ')),
  });
}

/** The same headings once more to the right, with figures below them. */
export function noteBeside(layout: FileLayout): FileLayout {
  const { cells, headingRow } = layout;
  const heads = (cells[headingRow] ?? []).map(cell => shownCell(cell).trim());
  const again = heads.flatMap((head, column) => (head !== '' && heads.indexOf(head) < column ? [column] : []));
  const [first] = again;
  const isTable = again.length > 1 && again.some(column => shareBelow(layout, column, isFigure) > 0.5);
  // A heading that comes twice within one table stands among others of its own.
  if (
    first === undefined ||
    !isTable ||
    heads.slice(first).some((head, at) => head !== '' && !again.includes(first + at))
  )
    return layout;
  const names = again.slice(0, 4).map(column => heads[column] ?? '');
  return withNotes(layout, { about: 'otherTable', text: said.beside(letterOf(first), names.join(', ')) });
}

/** The rows below the headings, cut at blank ones. */
function blocksOf({ cells, headingRow }: FileLayout): number[][] {
  const blocks: number[][] = [];
  let open: number[] | undefined;
  for (let row = headingRow + 1; row < cells.length; row++) {
    if (isBlankRow(cells[row])) {
      open = undefined;
      continue;
    }
    if (!open) {
      open = [];
      blocks.push(open);
    }
    open.push(row);
  }
  return blocks;
}

function alwaysFilled({ cells }: FileLayout, rows: readonly number[]): number[] {
  const counts = new Map<number, number>();
  for (const row of rows) {
    for (const [column, cell] of (cells[row] ?? []).entries()) {
      if (filledCells([cell]).length > 0) counts.set(column, (counts.get(column) ?? 0) + 1);
    }
  }
  return [...counts].filter(([, count]) => count >= rows.length * ALWAYS).map(([column]) => column);
}

/** The texts that rows hold, each with its column: whoever stands among them is no heading. */
function valuesOf({ cells }: FileLayout, rows: readonly number[]): Set<string> {
  return new Set(rows.flatMap(row => (cells[row] ?? []).map((cell, column) => `${column} ${shownCell(cell).trim()}`)));
}

/** A total, a note or the name of a group belongs to the table. */
function mayBeOther({ cells }: FileLayout, block: readonly number[]): boolean {
  return block.length > 1 && !block.every(row => saysTotal(cells[row] ?? []) || filledCells(cells[row]).length < 2);
}

function isOther(
  layout: FileLayout,
  block: readonly number[],
  needed: readonly number[],
  known: ReadonlySet<string>,
): boolean {
  const lines = block.map(row => layout.cells[row] ?? NO_CELLS);
  const [head = NO_CELLS] = lines;
  const rest = lines.slice(1);
  const isKnown = head.some(
    (cell, column) => filledCells([cell]).length > 0 && known.has(`${column} ${shownCell(cell).trim()}`),
  );
  const isHeading = filledCells(head).length > 1 && !isKnown && !head.some(cell => isFigure(cell) || isDay(cell));
  const lacks = (line: readonly Cell[]): boolean =>
    needed.some(column => filledCells([line[column] ?? null]).length === 0);
  const figures = rest.filter(line => line.some(isFigure));
  if (isHeading && figures.length > 0 && !saysTotal(head)) return true;
  return needed.length > 1 && lines.every(lacks) && !lines.some(line => isDated(layout, line));
}

/** An amount with its day is a deal, whatever else the row leaves blank. */
function isDated({ cells }: FileLayout, line: readonly Cell[]): boolean {
  const { amount, closed, month } = matched(cells).columns;
  const day = closed ?? month;
  if (amount === undefined || day === undefined) return false;
  return isFigure(line[amount]) && filledCells([line[day] ?? null]).length > 0;
}
