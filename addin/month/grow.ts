import { synced } from '../ops/apply.ts';
import { bytesOf, type Outbox, rowsInPieces } from '../ops/outbox.ts';
import type { Asked } from './columns.ts';

/**
 * Adds rows to tables that are too short. What the last row computes, the new ones do, too. The rows stay when the
 * figures are taken back: blank, as the spare ones are that the table had from the beginning.
 */
export async function grow(
  workbook: Excel.Workbook,
  room: ReadonlyMap<string, number>,
  asked: readonly Asked[],
  outbox: Outbox,
): Promise<void> {
  const missing = new Map<string, number>();
  for (const { name, item, cells } of asked) {
    if (!cells) continue;
    const [, table] = /^=([^[\]!]+)\[.+\]$/.exec(String(item.formula)) ?? [];
    const count = (room.get(name) ?? 0) - cells.values.length;
    if (table !== undefined && count > 0) missing.set(table, Math.max(count, missing.get(table) ?? 0));
  }
  if (missing.size === 0) return;
  const lasts = [...missing].map(([name, count]) => {
    const table = workbook.tables.getItem(name);
    const last = table.getRange().getLastRow();
    last.load('formulas');
    return { table, last, count };
  });
  await synced(workbook);
  for (const { table, last, count } of lasts) {
    const [formulas = []] = last.formulas;
    const row = formulas.map((cell: unknown) => (typeof cell === 'string' && cell.startsWith('=') ? cell : ''));
    for (const { rows } of rowsInPieces(Array.from({ length: count }, () => row))) {
      await outbox.makeRoom(bytesOf(rows));
      table.rows.add(undefined, [...rows]);
    }
  }
}
