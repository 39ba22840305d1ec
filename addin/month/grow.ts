import type { Sizes } from '../../src/month/placing.ts';
import { synced } from '../ops/apply.ts';
import type { Asked } from './columns.ts';

/** The table whose column a name stands for. */
function tableOf({ formula }: Excel.NamedItem): string | undefined {
  return /^=([^[\]!]+)\[.+\]$/.exec(String(formula))?.[1];
}

/**
 * Adds rows to tables that are too short. What the last row computes, the new ones do, too. The rows stay when the
 * figures are taken back: blank, as the spare ones are that the table had from the beginning.
 */
export async function grow(
  workbook: Excel.Workbook,
  room: ReadonlyMap<string, number>,
  asked: readonly Asked[],
): Promise<void> {
  const missing = new Map<string, number>();
  for (const { name, item, range } of asked) {
    if (range.isNullObject) continue;
    const table = tableOf(item);
    const count = (room.get(name) ?? 0) - range.values.length;
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
    table.rows.add(
      undefined,
      Array.from({ length: count }, () => row),
    );
  }
}

/** Takes out the rows that tables were given for something that is not there; not those in which somebody typed. */
export async function shrink(workbook: Excel.Workbook, sizes: Sizes, asked: readonly Asked[]): Promise<void> {
  const surplus = new Map<string, number>();
  for (const { name, range, item } of asked) {
    const table = range.isNullObject ? undefined : tableOf(item);
    const size = sizes[name];
    if (size !== undefined && table !== undefined && range.values.length > size) surplus.set(table, size);
  }
  if (surplus.size === 0) return;
  // The headings stand in the first row.
  const rowsAfter = (table: string, size: number): Excel.Range => {
    const all = workbook.tables.getItem(table).getRange();
    return all.getRow(size + 1).getBoundingRect(all.getLastRow());
  };
  const read = [...surplus].map(([table, size]) => ({ table, size, rows: rowsAfter(table, size) }));
  for (const { rows } of read) rows.load('formulas');
  await workbook.context.sync();
  for (const { table, size, rows } of read) {
    const isOurs = rows.formulas.flat().every((cell: unknown) => cell === '' || String(cell).startsWith('='));
    if (isOurs) rowsAfter(table, size).delete('Up');
  }
}
