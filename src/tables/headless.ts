import type { Cell } from '../kernel/cell.ts';
import { DEAL_FIELDS, type DealField } from '../month/import/dealField.ts';
import { outcomeOf } from '../month/import/stages.ts';
import {
  type FileLayout,
  filledCells,
  isBlankRow,
  isDay,
  isFigure,
  shareBelow,
  type TableAnswers,
  widthOf,
} from './layout.ts';

/** Whether the line that was taken for the headings is a row of data: it has days and figures where the others have. */
export function isHeadless({ cells, headingRow }: FileLayout, known: number): boolean {
  const line = cells[headingRow] ?? [];
  const filled = filledCells(line).length;
  const table = { cells, headingRow };
  // A single row of data has nothing to be compared with.
  if (cells.slice(headingRow + 1).every(isBlankRow)) return line.some(isFigure) && line.some(isDay);
  const alike = line.filter(
    (cell, column) =>
      (isDay(cell) && shareBelow(table, column, isDay) > 0.8) ||
      (isFigure(cell) && !isYear(cell) && shareBelow(table, column, isFigure) > 0.8),
  ).length;
  return alike > 0 && (known === 0 || alike * 2 >= filled);
}

/** Years and months stand over figures. */
function isYear(cell: Cell): boolean {
  return /^(?:19|20)\d\d(?:年|0[1-9]|1[0-2])?$/.test(String(cell).trim());
}

/**
 * A line of headings for a table that has none: by what the columns hold, each with its letter. It is asked about, since
 * contents tell only so much.
 */
export function withHeadings(layout: FileLayout, { headings }: TableAnswers): FileLayout {
  const first = layout.cells.findIndex(line => !isBlankRow(line));
  const cells = layout.cells.slice(first);
  const table = { cells, headingRow: -1 };
  const fields = fieldsByContent(table);
  const line = Array.from({ length: widthOf(cells) }, (_, column) => {
    const field = [...fields].find(([, place]) => place === column)?.[0];
    const name = field === undefined ? '' : DEAL_FIELDS[field].label.en;
    return `${name} (${letterOf(column)})`.trim();
  });
  return {
    ...layout,
    cells: [line, ...cells],
    headingRow: 0,
    rowNumbers: [0, ...layout.rowNumbers.slice(first)],
    questions: headings === false ? layout.questions : [...layout.questions, { ask: 'headings', values: line }],
  };
}

type Table = Pick<FileLayout, 'cells' | 'headingRow'>;

function fieldsByContent(table: Table): Map<DealField, number> {
  const columns = Array.from({ length: widthOf(table.cells) }, (_, column) => column);
  const found = new Map<DealField, number>();
  const put = (field: DealField, column: number | undefined): void => {
    if (column !== undefined && ![...found.values()].includes(column)) found.set(field, column);
  };
  put(
    'closed',
    columns.find(column => shareBelow(table, column, isDay) > 0.8),
  );
  put(
    'stage',
    columns.find(column => shareBelow(table, column, cell => outcomeOf(String(cell)) !== undefined) > 0.8),
  );
  const figures = columns.filter(
    column =>
      shareBelow(table, column, isFigure) > 0.8 && ![...found.values()].includes(column) && !isNumbering(table, column),
  );
  put('amount', figures.sort((a, b) => sizeOf(table, b) - sizeOf(table, a))[0]);
  put(
    'person',
    columns.find(
      column =>
        !found.has('person') && shareBelow(table, column, isName) > 0.8 && ![...found.values()].includes(column),
    ),
  );
  return found;
}

function isName(cell: Cell): boolean {
  return (
    typeof cell === 'string' && /^[\p{L}\p{M} .,'’-]{2,40}$/u.test(cell.trim()) && cell.trim().split(/\s+/).length <= 4
  );
}

/** 1, 2, 3 … down the column are numbers of rows or orders. */
function isNumbering({ cells }: Table, column: number): boolean {
  const numbers = cells.map(line => Number(line[column] ?? Number.NaN));
  return (
    numbers.length > 2 && numbers.every((number, index) => index === 0 || number === (numbers[index - 1] ?? 0) + 1)
  );
}

function sizeOf({ cells }: Table, column: number): number {
  return cells.reduce((sum, line) => sum + Math.abs(Number(String(line[column] ?? '').replace(/[^\d.]/g, '')) || 0), 0);
}

export function letterOf(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest > 0 ? letterOf(rest - 1) : '') + String.fromCharCode(65 + (column % 26));
}
