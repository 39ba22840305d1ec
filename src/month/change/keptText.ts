import type { Value } from '../../kernel/json.ts';
import type { Change } from './changeSet.ts';
import { isChangeSet } from './changeStore.ts';
import type { Kept, Sizes } from './locate.ts';

/** What is kept, as a text for a setting or, cut into pieces, for the cells of a hidden sheet. */
export function keptText({ undo, open, sizes }: Kept): string {
  return JSON.stringify({
    sizes,
    undo,
    open: open && { ...open, changes: open.changes.map(shortened) },
  });
}

/** Nothing where the text is not whole. */
export function keptIn(text: string): Kept {
  let read: unknown;
  try {
    read = JSON.parse(text, (_, value: unknown) => (isShort(value) ? written(value) : value));
  } catch {
    return {};
  }
  const { undo, open, sizes }: Partial<Record<keyof Kept, unknown>> = Object(read);
  return {
    ...(isChangeSet(undo) && { undo }),
    ...(isChangeSet(open) && { open }),
    ...(areSizes(sizes) && { sizes }),
  };
}

function areSizes(sizes: unknown): sizes is Sizes {
  return typeof sizes === 'object' && sizes !== null && Object.values(sizes).every(size => typeof size === 'number');
}

type Cells = Extract<Change, { kind: 'cells' }>;

/** Neighbouring cells whose places are known: a year of 500 people would not fit into a setting cell by cell. */
interface Short {
  readonly short: string;
  readonly row: number;
  /** None where all were blank. */
  readonly before: readonly Value[] | null;
  readonly after: readonly Value[];
}

function shortened(change: Change): Change | Short {
  if (change.kind !== 'cells' || change.keys.length > 0) return change;
  const row = change.cells[0]?.row ?? 0;
  if (change.cells.some((cell, index) => cell.row !== row + index || cell.key.length > 0)) return change;
  const before = change.cells.map(cell => cell.before);
  const after = change.cells.map(cell => cell.after);
  return { short: change.name, row, before: before.every(value => value === null) ? null : before, after };
}

function isShort(value: unknown): value is Short {
  const { short, row, before, after }: Partial<Record<keyof Short, unknown>> = Object(value);
  const isList = Array.isArray(before) || before === null;
  return typeof short === 'string' && typeof row === 'number' && isList && Array.isArray(after);
}

function written({ short, row, before, after }: Short): Cells {
  const cells = after.map((value, index) => ({
    row: row + index,
    key: [],
    before: before?.[index] ?? null,
    after: value,
  }));
  return { kind: 'cells', name: short, keys: [], cells };
}
