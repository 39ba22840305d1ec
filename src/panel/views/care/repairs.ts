import type { Spot } from '../../../grid/grid.ts';
import { unpackKept } from '../../../grid/kept.ts';
import { inverse, type Patch } from '../../../grid/patch.ts';
import type { BookPort } from '../../../port/bookPort.ts';
import { patched, writing } from '../../mending.ts';

export type Care = 'health' | 'doctor';

/** Writes what was found to be better; how it was is kept in the workbook. Answers with cells changed since. */
export async function repair(book: BookPort, what: Care, patches: readonly Patch[]): Promise<readonly Spot[]> {
  const undo = { what, patches: inverse(patches) };
  return patched(book, await writing(book, kept => ({ patches, afterwards: { ...kept, undo } })));
}

/** The last repair of this kind, and whether something was cut off. */
export async function lastOf(
  book: BookPort,
  what: Care,
): Promise<{ readonly repair: readonly Patch[] | undefined; readonly cutOff: boolean }> {
  const { undo, open } = unpackKept(await book.kept());
  return { repair: undo?.what === what ? undo.patches : undefined, cutOff: open !== undefined };
}

export async function undoRepair(book: BookPort): Promise<readonly Spot[]> {
  const request = await writing(book, ({ undo, ...kept }) => ({ patches: undo?.patches ?? [], afterwards: kept }));
  return request.patches.length > 0 ? patched(book, request) : [];
}
