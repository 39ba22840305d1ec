import { shown } from '../../kernel/errors.ts';
import type { Value } from '../../kernel/json.ts';
import { largestOf } from '../../kernel/lists.ts';
import { say, type Text } from '../../kernel/text.ts';
import type { CellChange, Change, ChangeSet } from './changeSet.ts';

/** What a named column holds now, from its first row; undefined where the name is gone. */
export type ReadColumn = (name: string) => readonly Value[] | undefined;

/** Why a change cannot be made as it was shown. */
export interface Conflict {
  readonly name: string;
  readonly row: number;
  readonly reason: Text;
  /** The user may go on all the same. */
  readonly canGoOn?: boolean;
}

/** The change set as it fits the workbook now, and what does not fit. With conflicts nothing is written. */
export interface Fitted {
  readonly set: ChangeSet;
  readonly conflicts: readonly Conflict[];
  /** Cells that hold what they should already. */
  readonly done: number;
}

/** Compares a change set with the workbook just before it is written: rows that were sorted are followed. */
export function fitToWorkbook(set: ChangeSet, read: ReadColumn): Fitted {
  const conflicts: Conflict[] = [];
  let done = 0;
  const changes = set.changes.map((change): Change => {
    if (change.kind !== 'cells') {
      if (change.kind === 'append' || change.kind === 'remove') {
        for (const name of change.columns) if (read(name) === undefined) conflicts.push(gone(name));
      }
      return change;
    }
    const column = read(change.name);
    const keys = change.keys.map(read);
    if (column === undefined || keys.includes(undefined)) {
      conflicts.push(gone(column === undefined ? change.name : (change.keys[keys.indexOf(undefined)] ?? '')));
      return change;
    }
    const rowOf = rowFinder(keys.map(values => values ?? []));
    const cells = change.cells.flatMap((cell): CellChange[] => {
      const row = rowOf(cell);
      if (row === undefined) {
        conflicts.push({ name: change.name, row: cell.row, reason: rowGone(cell) });
        return [];
      }
      const now = column[row] ?? null;
      if (same(now, cell.after)) {
        done++;
        return [];
      }
      if (!same(now, cell.before)) {
        conflicts.push({ name: change.name, row, reason: changed(cell, now) });
        return [];
      }
      return [{ ...cell, row }];
    });
    return { ...change, cells };
  });
  return { set: { ...set, changes }, conflicts, done };
}

/** Finds a row by its key; the place decides where there is no key, and where several rows have the same. */
function rowFinder(keys: readonly (readonly Value[])[]): (cell: CellChange) => number | undefined {
  if (keys.length === 0) return cell => cell.row;
  const places = new Map<string, number[]>();
  const length = largestOf(keys.map(values => values.length));
  for (let row = 0; row < length; row++) {
    const key = keyOf(keys.map(values => values[row] ?? null));
    const list = places.get(key);
    if (list) list.push(row);
    else places.set(key, [row]);
  }
  return ({ key, row }) => {
    const list = places.get(keyOf(key)) ?? [];
    return list.includes(row) ? row : list.length === 1 ? list[0] : undefined;
  };
}

function keyOf(values: readonly Value[]): string {
  return JSON.stringify(values.map(value => (value === '' ? null : value)));
}

/** Blank cells come as null or as an empty text, figures sometimes with the noise of binary arithmetic. */
export function same(a: Value, b: Value): boolean {
  if (typeof a === 'number' && typeof b === 'number') return Math.abs(a - b) <= 1e-12 * Math.abs(b);
  return (a === '' ? null : a) === (b === '' ? null : b);
}

function gone(name: string): Conflict {
  return { name, row: -1, reason: say(`the named cells ${name} are gone`, `命名区域 ${name} 已不存在`) };
}

function rowGone({ key }: CellChange): Text {
  const who = key.map(value => String(value ?? '')).join(', ');
  return say(`the row of ${who} is not there any more, or there are several`, `${who} 的行已不存在，或有多行`);
}

function changed({ key, before }: CellChange, now: Value): Text {
  const who = key.map(value => String(value ?? '')).join(', ');
  return say(
    `${who}: the cell held ${shown(before)} in the preview, now it holds ${shown(now)}`,
    `${who}：预览时为${shown(before)}，现为${shown(now)}`,
  );
}
