import type { Value } from '../../kernel/json.ts';
import { largestOf } from '../../kernel/lists.ts';
import { say } from '../../kernel/text.ts';
import { type Change, type ChangeSet, inverse } from './changeSet.ts';
import { type Conflict, fitToWorkbook, type ReadColumn, same } from './fitToWorkbook.ts';
import { newRows } from './newRows.ts';
import type { SheetPlans } from './sheetChanges.ts';

type Cells = Extract<Change, { kind: 'cells' }>;

/** A change set as cells with known places, which can be written, and taken back, any number of times. */
export interface Located {
  /** The set as it fits the workbook now. */
  readonly fitted: ChangeSet;
  readonly cells: Omit<ChangeSet, 'changes'> & { readonly changes: readonly Cells[] };
  readonly conflicts: readonly Conflict[];
  /** How many rows a named column has to have. */
  readonly room: ReadonlyMap<string, number>;
}

/** Neighbouring cells of a column, which a host writes in one go. */
export interface Block {
  readonly name: string;
  readonly row: number;
  readonly values: readonly Value[];
}

/** Finds the place of every figure. With conflicts nothing is to be written. */
export function locate(set: ChangeSet, read: ReadColumn): Located {
  const { set: fitted, conflicts: unfit } = fitToWorkbook(set, read);
  const conflicts = [...unfit];
  const columns = new Columns(read);
  const left = fitted.changes.map((change): Change => {
    if (change.kind === 'cells') columns.write(change);
    if (change.kind !== 'append') return change;
    const { change: rest, conflicts: since } = newRows(change, columns.read);
    conflicts.push(...since);
    return rest;
  });
  const changes = left.flatMap((change): Cells[] => {
    switch (change.kind) {
      case 'cells':
        return change.cells.length > 0 ? [change] : [];
      case 'append':
        return columns.append(change);
      case 'remove': {
        const removed = columns.remove(change);
        if (!removed) conflicts.push(othersFollow(change.columns[0] ?? ''));
        return removed ?? [];
      }
      default:
        return [];
    }
  });
  const room = new Map<string, number>();
  for (const { name, cells } of changes) {
    room.set(
      name,
      largestOf(
        cells.map(({ row }) => row + 1),
        room.get(name) ?? 0,
      ),
    );
  }
  return { fitted: { ...fitted, changes: left }, cells: { ...set, changes }, conflicts, room };
}

/** All names that a set reads or writes. */
export function namesIn({ changes }: ChangeSet): string[] {
  const names = changes.flatMap(change => {
    if (change.kind === 'cells') return [change.name, ...change.keys];
    return change.kind === 'append' || change.kind === 'remove' ? change.columns : [];
  });
  return [...new Set(names)];
}

export function blocksOf({ changes }: Located['cells']): Block[] {
  return changes.flatMap(({ name, cells }) => {
    const blocks: { name: string; row: number; values: Value[] }[] = [];
    for (const { row, after } of [...cells].sort((a, b) => a.row - b.row)) {
      const last = blocks[blocks.length - 1];
      if (last && last.row + last.values.length === row) last.values.push(after);
      else blocks.push({ name, row, values: [after] });
    }
    return blocks;
  });
}

/** Rows of named columns, by their names. */
export type Sizes = Readonly<Record<string, number>>;

/** The columns that are too short for what is located in them. */
export function tooShort({ room }: Pick<Located, 'room'>, read: ReadColumn): Sizes {
  const sizes = [...room].map(([name, rows]) => ({ name, rows, size: read(name)?.length ?? rows }));
  return Object.fromEntries(sizes.flatMap(({ name, rows, size }) => (size < rows ? [[name, size] as const] : [])));
}

/** What a workbook keeps of the last change: how to take it back, and one that was cut off while it was written. */
export interface Kept {
  readonly undo?: ChangeSet;
  readonly open?: ChangeSet;
  /** How many rows the columns had before what is open, those that were given more. */
  readonly sizes?: Sizes;
}

/** What is asked of a host. */
export type Request = Asked & {
  /** What makes the sheets of the set, and tells what they were made with. */
  readonly plans?: SheetPlans;
  /** The user has seen what is lost by it. */
  readonly anyway?: boolean;
};

type Asked =
  | { readonly is: 'apply'; readonly set: ChangeSet }
  | { readonly is: 'takeBack' }
  /** What was cut off is finished, or taken back. */
  | { readonly is: 'finish' }
  | { readonly is: 'restore' };

export interface ChangeTask {
  readonly set: ChangeSet;
  /** What is kept once it is done. */
  readonly after: (fitted: ChangeSet) => Kept;
  /** What columns that were given more rows had before, where they get rid of them. */
  readonly sizes?: Sizes;
}

/** Undefined where there is nothing to do; a change that was cut off comes first. */
export function taskOf(request: Request, { undo, open, sizes }: Kept): ChangeTask | undefined {
  switch (request.is) {
    case 'apply':
      return open ? undefined : { set: request.set, after: fitted => ({ undo: inverse(fitted) }) };
    case 'takeBack':
      return undo && !open ? { set: undo, after: () => ({}) } : undefined;
    case 'finish':
      return open && { set: open, after: () => ({ undo: inverse(open) }) };
    case 'restore':
      return open && { set: inverse(open), after: () => (undo ? { undo } : {}), ...(sizes && { sizes }) };
  }
}

class Columns {
  private readonly given: ReadColumn;
  private readonly held = new Map<string, Value[]>();

  constructor(read: ReadColumn) {
    this.given = read;
  }

  read = (name: string): readonly Value[] | undefined => (this.given(name) ? this.column(name) : undefined);

  write({ name, cells }: Cells): void {
    const column = this.column(name);
    for (const { row, after } of cells) column[row] = after;
  }

  append({ columns, rows }: Extract<Change, { kind: 'append' }>): Cells[] {
    if (rows.length === 0) return [];
    const start = this.filled(columns);
    return this.each(columns, rows, start, null);
  }

  /** Undefined where the last rows are others. */
  remove({ columns, rows }: Extract<Change, { kind: 'remove' }>): Cells[] | undefined {
    const start = this.filled(columns) - rows.length;
    const held = columns.map(name => this.column(name));
    const theirs = rows.every((row, offset) =>
      row.every((value, index) => same(held[index]?.[start + offset] ?? null, value)),
    );
    return start >= 0 && theirs ? this.each(columns, rows, start, undefined) : undefined;
  }

  /** Writes rows over what is `before`, or takes them out. */
  private each(
    columns: readonly string[],
    rows: readonly (readonly Value[])[],
    start: number,
    before: null | undefined,
  ): Cells[] {
    return columns.map((name, index) => {
      const column = this.column(name);
      const cells = rows.map((line, offset) => {
        const value = line[index] ?? null;
        const row = start + offset;
        column[row] = before === null ? value : null;
        return { row, key: [], before: before === null ? null : value, after: before === null ? value : null };
      });
      return { kind: 'cells', name, keys: [], cells };
    });
  }

  private column(name: string): Value[] {
    const held = this.held.get(name) ?? [...(this.given(name) ?? [])];
    this.held.set(name, held);
    return held;
  }

  private filled(columns: readonly string[]): number {
    return columns.reduce((most, name) => {
      const column = this.column(name);
      let length = column.length;
      while (length > most && (column[length - 1] ?? '') === '') length--;
      return Math.max(most, length);
    }, 0);
  }
}

function othersFollow(name: string): Conflict {
  return {
    name,
    row: -1,
    reason: say('rows were added or changed since; take those out first', '此后有行被添加或修改，请先移除'),
  };
}
