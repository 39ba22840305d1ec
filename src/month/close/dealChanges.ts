import type { Value } from '../../kernel/json.ts';
import { DEAL_COLUMNS, type DealColumn, type DealLine, lineOf } from '../../sheets/deals.ts';
import type { CellChange, Change } from '../change/changeSet.ts';
import type { DealsPreview } from '../figures/previewDeals.ts';

/**
 * The file's deals on the sheet: what differs is written where it stands, new ones take the rows of the samples first
 * and come below all others then. Rows that the file does not have any more are emptied where the user says so.
 */
export function dealChanges({ sheet, added, changed, gone, samples }: DealsPreview, removes: boolean): Change[] {
  const cells = new Map<DealColumn, CellChange[]>(DEAL_COLUMNS.map(column => [column, []]));
  const write = ({ row, cells: now, formulas }: DealLine, after: Readonly<Record<DealColumn, Value>>): void => {
    for (const column of DEAL_COLUMNS) {
      const [before, then] = [now[column], after[column]];
      if (before !== then && !formulas.has(column)) cells.get(column)?.push({ row, key: [], before, after: then });
    }
  };
  for (const { line, after, columns } of changed) {
    const written = { ...line.cells };
    for (const column of columns) written[column] = after[column];
    write(line, written);
  }
  for (const [index, line] of samples.entries()) write(line, added[index] ?? NOTHING);
  if (removes) for (const line of gone) write(line, NOTHING);
  const named = (column: DealColumn): string => `${sheet.prefix}_${column}`;
  const changes = DEAL_COLUMNS.flatMap((column): Change[] => {
    const list = [...(cells.get(column) ?? [])].sort((a, b) => a.row - b.row);
    return list.length > 0 ? [{ kind: 'cells', name: named(column), keys: [], cells: list }] : [];
  });
  const rows = added.slice(samples.length).map(line => DEAL_COLUMNS.map(column => line[column]));
  if (rows.length > 0) changes.push({ kind: 'append', columns: DEAL_COLUMNS.map(named), rows });
  return changes;
}

const NOTHING = lineOf([]);
