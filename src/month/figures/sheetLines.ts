import type { Value } from '../../kernel/json.ts';
import { labelKey } from '../../kernel/label.ts';
import type { TableLine } from '../../sheets/tableLines.ts';
import { same } from '../change/fitToWorkbook.ts';

/** A row of the sheet that the file has otherwise. */
export interface ChangedLine<Column extends string> {
  readonly line: TableLine<Column>;
  readonly after: Readonly<Record<Column, Value>>;
  /** The columns that differ. */
  readonly columns: readonly Column[];
}

export function labelOf(value: Value): string {
  return labelKey(String(value ?? ''));
}

/** Of some columns those in which a row differs from what a file says; a formula of the user's is left alone. */
export function differing<Column extends string>(
  { cells, formulas }: TableLine<Column>,
  entry: Readonly<Record<Column, Value>>,
  columns: readonly Column[],
  isName: (column: Column) => boolean,
): Column[] {
  return columns.filter(column => {
    if (formulas.has(column)) return false;
    const [now, then] = [cells[column], entry[column]];
    return isName(column) ? labelOf(now) !== labelOf(then) : !same(now, then);
  });
}
