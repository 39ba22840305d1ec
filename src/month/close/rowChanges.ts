import type { Value } from '../../kernel/json.ts';
import type { TableLine } from '../../sheets/tableLines.ts';
import type { CellChange, Change } from '../change/changeSet.ts';
import type { ChangedLine } from '../figures/sheetLines.ts';

/** A file's rows beside those of a table. */
export interface LinesOfFile<Column extends string> {
  readonly prefix: string;
  readonly columns: readonly Column[];
  /** A row that is emptied. */
  readonly nothing: Readonly<Record<Column, Value>>;
  readonly added: readonly Readonly<Record<Column, Value>>[];
  readonly changed: readonly ChangedLine<Column>[];
  readonly gone: readonly TableLine<Column>[];
  readonly samples: readonly TableLine<Column>[];
}

/**
 * The file's rows on a sheet: what differs is written where it stands, new ones take the rows of the samples first and
 * come below all others then. Rows that the file does not have any more are emptied where the user says so.
 */
export function rowChanges<Column extends string>(
  { prefix, columns, nothing, added, changed, gone, samples }: LinesOfFile<Column>,
  removes: boolean,
): Change[] {
  const cells = new Map<Column, CellChange[]>(columns.map(column => [column, []]));
  const write = (
    { row, cells: now, formulas }: TableLine<Column>,
    after: Readonly<Record<Column, Value>>,
    written: readonly Column[] = columns,
  ): void => {
    for (const column of written) {
      const [before, then] = [now[column], after[column]];
      if (before !== then && !formulas.has(column)) cells.get(column)?.push({ row, key: [], before, after: then });
    }
  };
  for (const { line, after, columns: differing } of changed) write(line, after, differing);
  for (const [index, line] of samples.entries()) write(line, added[index] ?? nothing);
  if (removes) for (const line of gone) write(line, nothing);
  const named = (column: Column): string => `${prefix}_${column}`;
  const changes = columns.flatMap((column): Change[] => {
    const list = [...(cells.get(column) ?? [])].sort((a, b) => a.row - b.row);
    return list.length > 0 ? [{ kind: 'cells', name: named(column), keys: [], cells: list }] : [];
  });
  const rows = added.slice(samples.length).map(line => columns.map(column => line[column]));
  if (rows.length > 0) changes.push({ kind: 'append', columns: columns.map(named), rows });
  return changes;
}
