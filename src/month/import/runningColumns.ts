import type { Cell, Matrix } from '../../kernel/cell.ts';
import { shownCell } from './cleaning.ts';
import { headingKey } from './headingKey.ts';
import type { Columns } from './matchColumns.ts';

/** The heading of the column that says from which sheet a row is. */
export const SHEET_HEADING = 'Sheet / 工作表';

const SEEN = 50;

/** Columns that are another on every row whatever the rows say: 1, 2, 3 … under 序号, and the sheet that a row is from. */
export function runningColumns({
  cells,
  headingRow,
  columns,
}: {
  readonly cells: Matrix;
  readonly headingRow: number;
  readonly columns: Columns;
}): ReadonlySet<number> {
  const used = new Set(Object.values(columns));
  const rows = cells.slice(headingRow + 1, headingRow + 1 + SEEN);
  return new Set(
    (cells[headingRow] ?? []).flatMap((cell, column) =>
      !used.has(column) && (shownCell(cell) === SHEET_HEADING || isNumbering(cell, rows, column)) ? [column] : [],
    ),
  );
}

const NUMBERING = /^(?:序号|行号|编号|项次|no|nr|row|line|seq|sequence|index|s no|sl no|lfd nr|)$/;

function isNumbering(heading: Cell, rows: Matrix, column: number): boolean {
  if (!NUMBERING.test(headingKey(shownCell(heading)))) return false;
  const numbers = rows.map(line => Number(line[column] || Number.NaN)).filter(number => !Number.isNaN(number));
  return (
    numbers.length > 1 && numbers.every((number, index) => index === 0 || number === (numbers[index - 1] ?? 0) + 1)
  );
}
