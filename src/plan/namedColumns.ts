import type { Cell } from '../kernel/cell.ts';
import { INSERTED, readInserted } from './inserted.ts';

/** A sheet of ours, as a host lists it. */
export interface MarkedSheet {
  readonly prefix: string;
  readonly marks: Readonly<Record<string, string>>;
}

/** Names whose cells begin at a heading, and what it said when the sheet was inserted. */
type HeadedNames = Readonly<Record<string, string | undefined>>;

/**
 * The names of a sheet whose cells begin at a heading, in lists of those that begin at the same one. A sheet that an
 * earlier version inserted has none: they begin below it.
 */
export function namesAtHeadings(sheet: MarkedSheet): readonly (readonly string[])[] {
  return headedNames(sheet).map(Object.keys);
}

function headedNames({ prefix, marks }: MarkedSheet): HeadedNames[] {
  const { blocks = [], names = [] } = readInserted(marks[INSERTED]) ?? {};
  return blocks
    .map(({ heading, labels }) =>
      names.flatMap(({ key, row, column }) => (row === heading ? [[`${prefix}_${key}`, labels[column]] as const] : [])),
    )
    .filter(list => list.length > 0)
    .map(list => Object.fromEntries(list));
}

/**
 * Named columns with a blank in place of their heading: what stands in them keeps its row. Where a figure stands in the
 * first row, and none of the headings, the row of headings was deleted, and nothing is taken away.
 */
export function belowHeadings<Column extends { readonly cells: readonly Cell[] }>(
  columns: Readonly<Record<string, Column>>,
  sheets: readonly (MarkedSheet | undefined)[],
): Readonly<Record<string, Column>> {
  const result = { ...columns };
  for (const labels of sheets.flatMap(sheet => (sheet ? headedNames(sheet) : []))) {
    const first = Object.entries(labels).map(([name, label]) => ({ cell: columns[name]?.cells[0], label }));
    const isHeaded = first.some(({ cell, label }) => cell !== undefined && cell === label);
    if (!isHeaded && first.some(({ cell }) => typeof cell === 'number' || typeof cell === 'boolean')) continue;
    for (const name of Object.keys(labels)) {
      const column = columns[name];
      if (column) result[name] = { ...column, cells: column.cells.map((cell, row) => (row === 0 ? null : cell)) };
    }
  }
  return result;
}
