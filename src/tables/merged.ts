import type { Cell, Matrix } from '../kernel/cell.ts';
import { shownCell } from '../month/import/cleaning.ts';
import { saysTotal, totalLabel } from '../month/import/totalRow.ts';
import type { Area } from '../plan/op.ts';
import {
  type FileLayout,
  filledCells,
  isBlankCell,
  isFigure,
  shareBelow,
  type TableAnswers,
  withNotes,
} from './layout.ts';
import { said } from './said.ts';

/**
 * What is merged over several rows holds for each of them: a name, a date, a region. A merged amount does not: it was
 * sold once.
 */
export function fillMerged(layout: FileLayout, merged: readonly Area[]): FileLayout {
  const tall = merged.filter(({ rows, columns }) => rows > 1 && columns === 1);
  const lines = new Map<number, Cell[]>();
  const columns = new Set<number>();
  for (const { row, column, rows } of tall) {
    const cell = layout.cells[row]?.[column] ?? null;
    if (isBlankCell(cell) || isAmountColumn(layout, column)) continue;
    for (let below = row + 1; below < row + rows && below < layout.cells.length; below++) {
      const line = lines.get(below) ?? [...(layout.cells[below] ?? [])];
      if (!isBlankCell(line[column])) continue;
      while (line.length < column) line.push(null);
      line[column] = cell;
      lines.set(below, line);
      if (below > layout.headingRow) columns.add(column);
    }
  }
  if (lines.size === 0) return layout;
  const filled = { ...layout, cells: replaced(layout.cells, lines) };
  return columns.size === 0
    ? filled
    : withNotes(filled, { about: 'merged', text: said.merged(namesOf(layout, columns)) });
}

function isAmountColumn(layout: FileLayout, column: number): boolean {
  return shareBelow(layout, column, isFigure) > 0.5;
}

function replaced(cells: Matrix, lines: ReadonlyMap<number, readonly Cell[]>): Matrix {
  return cells.map((line, row) => lines.get(row) ?? line);
}

function namesOf({ cells, headingRow }: FileLayout, columns: Iterable<number>): string[] {
  return [...columns].map(column => shownCell(cells[headingRow]?.[column] ?? null) || `#${column + 1}`);
}

/** So much is blank where a name stands once over its group. */
const MOSTLY_BLANK = 0.3;

/**
 * A name that stands once over its group: asked, since a blank cell may also mean that nobody is known. Rows of totals
 * stay as they are.
 */
export function fillGroups(layout: FileLayout, named: readonly number[], { fillDown }: TableAnswers): FileLayout {
  const open = named.filter(column => mayBeGrouped(layout, column));
  if (open.length === 0) return layout;
  const rows = layout.cells
    .slice(layout.headingRow + 1)
    .filter(line => filledCells(line).length > 1 && totalLabel(line) === undefined);
  const columns = open.filter(column => isGrouped(rows, column));
  if (columns.length === 0) return layout;
  const names = namesOf(layout, columns);
  if (fillDown === undefined)
    return { ...layout, questions: [...layout.questions, { ask: 'fillDown', values: names }] };
  if (!fillDown) return layout;
  const above = new Map<number, Cell>();
  const cells = layout.cells.map((line, row) => {
    if (row <= layout.headingRow || filledCells(line).length === 0 || saysTotal(line)) return line;
    const filled = [...line];
    for (const column of columns) {
      const cell = line[column] ?? null;
      if (!isBlankCell(cell)) above.set(column, cell);
      else filled[column] = above.get(column) ?? null;
    }
    return Array.from(filled, cell => cell ?? null);
  });
  return withNotes({ ...layout, cells }, { about: 'fillDown', text: said.filledDown(names) });
}

/** Most columns have hardly a blank cell, which is seen at once; rows of totals are among the filled ones here. */
function mayBeGrouped({ cells, headingRow }: FileLayout, column: number): boolean {
  let [filled, blank] = [0, 0];
  for (let row = headingRow + 1; row < cells.length; row++) {
    if (isBlankCell(cells[row]?.[column])) blank++;
    else filled++;
  }
  return filled > 1 && blank * 5 >= filled;
}

/** The first row names somebody, many rows below do not, and no name comes twice in a row. */
function isGrouped(rows: Matrix, column: number): boolean {
  const names = rows.map(line => shownCell(line[column] ?? null).trim());
  const filled = names.filter(name => name !== '');
  if (names[0] === undefined || names[0] === '' || filled.length < 2) return false;
  const repeats = filled.some((name, index) => index > 0 && name === filled[index - 1]);
  return !repeats && names.length - filled.length >= names.length * MOSTLY_BLANK;
}
