import { type Cell, CellError } from '../kernel/cell.ts';
import type { Value } from '../kernel/json.ts';
import { type ReadColumns, rowsOf } from './readColumns.ts';

/** A row of a table as it stands in the workbook, by the last parts of the names of its columns. */
export interface TableLine<Column extends string> {
  /** Its place in the table, from 0. */
  readonly row: number;
  readonly cells: Readonly<Record<Column, Value>>;
  /** Cells that a formula of the user's computes: they are left alone. */
  readonly formulas: ReadonlySet<Column>;
}

/** The rows of a table that hold anything. */
export function tableLines<Column extends string>(
  prefix: string,
  columns: ReadColumns,
  parts: readonly Column[],
  lineOf: (values: readonly Value[]) => Record<Column, Value>,
): TableLine<Column>[] {
  const names = parts.map(name => `${prefix}_${name}`);
  return rowsOf(names, columns).flatMap((line, row): TableLine<Column>[] => {
    const values = line.map(held);
    if (values.every(value => value === null)) return [];
    const formulas = parts.filter((_, index) => columns[names[index] ?? '']?.formulas[row]);
    return [{ row, cells: lineOf(values), formulas: new Set(formulas) }];
  });
}

/** A cell as it can be kept and compared; an error by its code. */
function held(cell: Cell): Value {
  if (cell instanceof CellError) return cell.code;
  return cell === '' ? null : cell;
}
