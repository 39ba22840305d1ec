import type { Cell } from '../kernel/cell.ts';
import { INSERTED, readInserted } from './inserted.ts';

/** A sheet of ours, as a host lists it. */
export interface MarkedSheet {
  readonly prefix: string;
  readonly marks: Readonly<Record<string, string>>;
}

/**
 * The names of a sheet whose cells begin at a heading, in lists of those that begin at the same one. A sheet that an
 * earlier version inserted has none: they begin below it.
 */
export function namesAtHeadings({ prefix, marks }: MarkedSheet): readonly (readonly string[])[] {
  const { blocks = [], names = [] } = readInserted(marks[INSERTED]) ?? {};
  return blocks
    .map(({ heading }) => names.filter(({ row }) => row === heading).map(({ key }) => `${prefix}_${key}`))
    .filter(list => list.length > 0);
}

/**
 * Named columns with a blank in place of their heading: what stands in them keeps its row. Where a figure stands in the
 * first row, the row of headings was deleted, and nothing is taken away.
 */
export function belowHeadings<Column extends { readonly cells: readonly Cell[] }>(
  columns: Readonly<Record<string, Column>>,
  sheets: readonly (MarkedSheet | undefined)[],
): Readonly<Record<string, Column>> {
  const result = { ...columns };
  for (const names of sheets.flatMap(sheet => (sheet ? namesAtHeadings(sheet) : []))) {
    const first = names.map(name => columns[name]?.cells[0]);
    if (first.some(cell => typeof cell === 'number' || typeof cell === 'boolean')) continue;
    for (const name of names) {
      const column = columns[name];
      if (column) result[name] = { ...column, cells: column.cells.map((cell, row) => (row === 0 ? null : cell)) };
    }
  }
  return result;
}
