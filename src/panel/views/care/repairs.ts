import type { Spot } from '../../../grid/grid.ts';
import { packKept, unpackKept } from '../../../grid/kept.ts';
import { inverse, type Patch } from '../../../grid/patch.ts';
import type { BookPort } from '../../bookPort.ts';

export type Care = 'health' | 'doctor';

/** Writes what was found to be better; how it was is kept in the workbook. Answers with cells changed since. */
export async function repair(book: BookPort, what: Care, patches: readonly Patch[]): Promise<readonly Spot[]> {
  const kept = unpackKept(await book.kept());
  return book.patch({ patches, keep: packKept({ ...kept, undo: { what, patches: inverse(patches) } }) });
}

/** The last repair of this kind, as cells to write. */
export async function lastRepair(book: BookPort, what: Care): Promise<readonly Patch[] | undefined> {
  const { undo } = unpackKept(await book.kept());
  return undo?.what === what ? undo.patches : undefined;
}

export async function undoRepair(book: BookPort): Promise<readonly Spot[]> {
  const { undo, ...kept } = unpackKept(await book.kept());
  return undo ? book.patch({ patches: undo.patches, keep: packKept(kept) }) : [];
}
