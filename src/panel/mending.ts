import type { Spot } from '../grid/grid.ts';
import { packKept, type Settled, unpackKept } from '../grid/kept.ts';
import { inverse, type Patch, spills } from '../grid/patch.ts';
import { patchState } from '../kernel/patchState.ts';
import type { BookPort, PatchRequest } from '../port/bookPort.ts';
import { PortError } from '../port/port.ts';
import { portError } from './insertion.ts';

interface Wanted {
  readonly patches: readonly Patch[];
  /** What is kept once they are written. */
  readonly afterwards: Settled;
}

/**
 * Asks for what is to be written in a workbook that keeps what it keeps now. What is kept becomes `afterwards` once every
 * cell is written, not before; meanwhile both are there. Something that broke off comes first: what is kept of it
 * would be lost.
 */
export async function writing(book: BookPort, plan: (kept: Settled) => Wanted): Promise<PatchRequest> {
  const text = await book.kept();
  const { open, ...kept } = unpackKept(text);
  if (open) throw new PortError('cutOff', 'what broke off comes first');
  const { patches, afterwards } = plan(kept);
  return {
    patches,
    keep: packKept(afterwards),
    meanwhile: packKept({ ...kept, open: { patches, afterwards } }),
    kept: text,
  };
}

/**
 * Writes it. Where the host does not say that it worked, what is kept says how far it came, so that what is told is
 * true also where only an answer was lost.
 */
export async function patched(book: BookPort, request: PatchRequest): Promise<readonly Spot[]> {
  try {
    return await book.patch(request);
  } catch (problem) {
    const error = portError(problem);
    const { keep: after, meanwhile } = request;
    const now = await book.kept().then(
      text => patchState({ before: request.kept || NOTHING, meanwhile, after }, text || NOTHING),
      () => undefined,
    );
    if (now === 'after') return [];
    if (now === 'between') throw new PortError('cutOff', error.code);
    throw now === 'before' && error.reason === 'cutOff' ? new PortError('failed', error.code) : error;
  }
}

const NOTHING = '{}';

export type Way = 'finish' | 'takeBack';

/** Writes what is left of something that broke off, or takes back what was written of it. */
async function mending(book: BookPort, way: Way): Promise<PatchRequest | undefined> {
  const text = await book.kept();
  const { open, ...kept } = unpackKept(text);
  if (!open) return undefined;
  const { patches, afterwards } = open;
  const request = { meanwhile: packKept({ ...kept, open }), kept: text };
  if (way === 'finish') return { ...request, patches, keep: packKept(afterwards) };
  return { ...request, patches: back(patches), keep: packKept(kept) };
}

/** Goes on with what broke off, or takes it back. Answers with the cells that are in the way. */
export async function mend(book: BookPort, way: Way): Promise<readonly Spot[]> {
  const request = await mending(book, way);
  return request ? patched(book, request) : [];
}

/** What a formula filled is not compared on the way back either. */
function back(patches: readonly Patch[]): Patch[] {
  return inverse(patches).map(patch => (spills(patch.before) ? { ...patch, spilled: true } : patch));
}
