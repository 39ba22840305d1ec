import { isChangeSet } from './changeStore.ts';
import type { Kept } from './placing.ts';

/** What is kept, as a text for a setting or, cut into pieces, for the cells of a hidden sheet. */
export function keptText(kept: Kept): string {
  return JSON.stringify(kept);
}

/** Nothing where the text is not whole. */
export function keptIn(text: string): Kept {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    return {};
  }
  const { undo, open }: { undo?: unknown; open?: unknown } = Object(read);
  return { ...(isChangeSet(undo) && { undo }), ...(isChangeSet(open) && { open }) };
}
