import type { Value } from '../../kernel/json.ts';
import { say } from '../../kernel/text.ts';
import { HISTORY_COLUMNS, historyRow, isSuperseded, KEY_COLUMNS } from '../../sheets/history.ts';
import { identityOf } from '../figures/history.ts';
import type { Change } from './changeSet.ts';
import { type Conflict, type ReadColumn, same } from './fitToWorkbook.ts';

type Append = Extract<Change, { kind: 'append' }>;

/**
 * The rows that the history has not yet. One that stands there exactly so was written already; another one for the
 * same month, unit and metric has come since, and both would count.
 */
export function newRows(change: Append, read: ReadColumn): { readonly change: Append; readonly conflicts: Conflict[] } {
  const order = HISTORY_COLUMNS.map(column => change.columns.findIndex(name => name.endsWith(`_${column}`)));
  if (order.includes(-1)) return { change, conflicts: [] };
  const inOrder = (line: readonly Value[]): Value[] => order.map(index => line[index] ?? null);
  const held = change.columns.map(name => read(name) ?? []);
  const standing = new Map<string, number>();
  const lineAt = (row: number): Value[] => held.map(column => column[row] ?? null);
  const length = held.reduce((most, column) => Math.max(most, column.length), 0);
  for (let row = 0; row < length; row++) {
    const line = inOrder(lineAt(row));
    if (!isSuperseded(line)) standing.set(keyOf(line), row);
  }
  const conflicts: Conflict[] = [];
  const rows = change.rows.filter(line => {
    const row = standing.get(keyOf(inOrder(line)));
    if (row === undefined) return true;
    if (line.every((value, index) => same(held[index]?.[row] ?? null, value))) return false;
    conflicts.push(cameSince(change.columns[0] ?? '', row, inOrder(line)));
    return false;
  });
  return { change: { ...change, rows }, conflicts };
}

function keyOf(line: readonly Value[]): string {
  const row = historyRow(line);
  return row ? identityOf(row) : JSON.stringify(KEY_COLUMNS.map(name => line[HISTORY_COLUMNS.indexOf(name)] ?? null));
}

function cameSince(name: string, row: number, line: readonly Value[]): Conflict {
  const who = String(line[HISTORY_COLUMNS.indexOf('UnitName')] ?? '');
  const what = String(line[HISTORY_COLUMNS.indexOf('Metric')] ?? '');
  return {
    name,
    row,
    reason: say(
      `${who}, ${what}: the history has got a row for this month since the preview`,
      `${who}，${what}：预览后历史台账已有该月的行`,
    ),
  };
}
