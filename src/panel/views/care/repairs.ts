import type { Spot } from '../../../grid/grid.ts';
import { unpackKept } from '../../../grid/kept.ts';
import { inverse, type Patch } from '../../../grid/patch.ts';
import type { BookPort } from '../../bookPort.ts';
import { writing } from '../../mending.ts';

export type Care = 'health' | 'doctor';

/** Writes what was found to be better; how it was is kept in the workbook. Answers with cells changed since. */
export async function repair(book: BookPort, what: Care, patches: readonly Patch[]): Promise<readonly Spot[]> {
  const undo = { what, patches: inverse(patches) };
  return book.patch(await writing(book, kept => ({ patches, afterwards: { ...kept, undo } })));
}

/** The last repair of this kind, as cells to write. */
export async function lastRepair(book: BookPort, what: Care): Promise<readonly Patch[] | undefined> {
  const { undo } = unpackKept(await book.kept());
  return undo?.what === what ? undo.patches : undefined;
}

export async function undoRepair(book: BookPort): Promise<readonly Spot[]> {
  const request = await writing(book, ({ undo, ...kept }) => ({ patches: undo?.patches ?? [], afterwards: kept }));
  return request.patches.length > 0 ? book.patch(request) : [];
}
