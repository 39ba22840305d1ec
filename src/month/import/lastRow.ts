import type { Cell, Matrix } from '../../kernel/cell.ts';
import { readAmount } from './amounts.ts';
import { isProblem } from './cleaning.ts';
import type { Columns } from './matchColumns.ts';
import { totalLabel } from './totalRow.ts';

/** The last row of data: exports end with the time of the report, a copyright, a confidentiality note. */
export function lastDataRow(cells: Matrix, headingRow: number, columns: Columns): number {
  const mapped = Object.values(columns);
  const enough = Math.min(2, mapped.length);
  for (let row = cells.length - 1; row > headingRow; row--) {
    const line = cells[row] ?? [];
    const filled = mapped.filter(column => !isEmpty(line[column])).length;
    const amount = columns.amount === undefined ? null : (line[columns.amount] ?? null);
    const label = totalLabel(line);
    const isTotal = label !== undefined && (label.of === undefined || filled > 0);
    if (filled >= enough || isTotal || readsAsNumber(amount)) return row;
  }
  return headingRow;
}

export function isEmpty(cell: Cell | undefined): boolean {
  return cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '');
}

function readsAsNumber(cell: Cell): boolean {
  if (isEmpty(cell)) return false;
  const read = readAmount(cell);
  return !isProblem(read) && read.value !== null;
}
