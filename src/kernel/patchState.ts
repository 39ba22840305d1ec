import { step, type Walk, walkLater } from './walk.ts';

/** What a workbook keeps at the steps of a write: texts that tell how far it came. */
export interface Steps {
  /** Before anything was written. */
  readonly before: string;
  /** From the first write on; none where nothing is kept of it. */
  readonly meanwhile: string | undefined;
  /** Once everything is written; none where that is not kept apart. */
  readonly after: string | undefined;
}

export type PatchState = 'before' | 'after' | 'between';

/** How a workbook is that keeps `now`, after a write that did not say that it worked. */
export function patchState({ before, meanwhile, after }: Steps, now: string): PatchState {
  if (now === after) return 'after';
  return now === before && meanwhile !== undefined && meanwhile !== before ? 'before' : 'between';
}

/** A host that fails once may well work the next time. */
const ATTEMPTS = 3;

/** Tries to find out how the workbook is, and to bring it back; `between` where nothing helps. */
export function* settling(attempt: () => Walk<PatchState>): Walk<PatchState> {
  for (let attempts = 0; attempts < ATTEMPTS; attempts++) {
    try {
      return yield* attempt();
    } catch {
      // The next attempt finds out what has come of this one.
    }
  }
  return 'between';
}

/** The same where the host answers later. */
export function settled(attempt: () => Promise<PatchState>): Promise<PatchState> {
  return walkLater(settling(() => step(attempt())));
}
