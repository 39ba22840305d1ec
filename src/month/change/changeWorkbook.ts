import { type PatchState, patchState, type Steps, settling } from '../../kernel/patchState.ts';
import { type Later, step, type Walk } from '../../kernel/walk.ts';
import { type ChangeSet, inverse } from './changeSet.ts';
import type { Conflict, ReadColumn } from './fitToWorkbook.ts';
import { keptText } from './keptText.ts';
import { blocksOf, type ChangeTask, type Kept, type Request, type Sizes, taskOf, tooShort } from './locate.ts';
import type { Prepared } from './prepare.ts';
import type { FormulaBlock } from './repointing.ts';
import { type BookNow, isLeftToDo, isPastReturn, type SheetPlans } from './sheetChanges.ts';

export interface Outcome {
  /** Why nothing was written; none if everything was. */
  readonly conflicts: readonly Conflict[];
  /** How many cells were written. */
  readonly cells: number;
  /** How many things happened to whole sheets. */
  readonly sheets?: number;
}

/** Why a change ends without an outcome: another one is under way, it was not done, or only in part. */
export type ChangeFailure = 'busy' | 'failed' | 'cutOff';

/** What a change set comes to in the workbook as it is now. */
export interface Look {
  readonly kept: Kept;
  readonly prepared: Prepared;
  readonly read: ReadColumn;
  /** Formulas that are repointed, by sheet. */
  readonly blocks: ReadonlyMap<string, readonly FormulaBlock[]>;
  /** What stands in the way beside what `prepared` knows. */
  readonly conflicts: readonly Conflict[];
}

/**
 * A workbook that is changed by nobody else meanwhile. What is written may be queued until `end`; of what fails
 * before it, nothing, a part or everything may have been done.
 */
export interface ChangingHost<Seen extends Look> {
  kept(): Later<Kept>;
  look(set: ChangeSet, plans: SheetPlans): Later<Seen>;
  /** Notes what is under way. */
  begin(noted: Kept): Later<void>;
  /** New sheets first, then figures, then what relies on both. */
  write(seen: Seen): Later<void>;
  /** Makes columns as short as they were; not rows in which somebody typed. */
  takeOutRows(sizes: Sizes): Later<void>;
  /** The last of all: what is kept from then on tells that everything was done. */
  end(after: Kept): Later<void>;
  /** Where nothing is written after all. */
  release(): Later<void>;
  /** Whether the host has refused everything at once. */
  isRefused(reason: unknown): boolean;
  /** How the workbook is after something has failed, read afresh. */
  now(): Later<{ readonly kept: Kept; readonly book: BookNow }>;
  /** Whether it is as it should be where it keeps what was kept last. */
  readonly endIsSure: boolean;
  /** What the port throws for it; a failure of which nothing is left is the problem itself. */
  error(failure: ChangeFailure, problem: unknown): unknown;
}

const NOTHING: Outcome = { conflicts: [], cells: 0 };

/** All or nothing: looks, notes what it is about to do, writes, and clears the note; takes back what was cut off. */
export function* changeWorkbook<Seen extends Look>(request: Request, host: ChangingHost<Seen>): Walk<Outcome> {
  const { plans = {} } = request;
  const before = request.is === 'apply' ? undefined : yield* step(host.kept());
  const wanted = taskOf(request, before ?? {});
  if (!wanted) return NOTHING;
  const seen = yield* step(host.look(wanted.set, plans));
  const task = taskOf(request, seen.kept);
  const isOther = before !== undefined && keptText(before) !== keptText(seen.kept);
  const outcome = outcomeOf(seen, request);
  const isLeft = outcome.cells + (outcome.sheets ?? 0) > 0 || request.is !== 'apply';
  if (task && !isOther && outcome.conflicts.length === 0 && isLeft) {
    yield* carryOut(seen, task, plans, host);
    return outcome;
  }
  yield* step(host.release());
  if (isOther) throw host.error('busy', 'another change came first');
  if (!task) throw host.error('failed', 'a change that was cut off comes first');
  return outcome;
}

/** What comes of it if nothing fails. */
function outcomeOf({ prepared, blocks, conflicts: others }: Look, { anyway }: Request): Outcome {
  const conflicts = [...prepared.conflicts, ...others.filter(({ canGoOn }) => !(canGoOn && anyway))];
  if (conflicts.length > 0) return { conflicts, cells: 0 };
  const cells = blocksOf(prepared.cells).reduce((count, { values }) => count + values.length, 0);
  const sheets = prepared.actions.filter(action => isLeftToDo(action, blocks)).length;
  return { conflicts, cells, ...(sheets > 0 && { sheets }) };
}

/** How far a change is to be taken, and what its workbook keeps on the way. */
interface Way {
  readonly open: ChangeSet;
  readonly before: Kept;
  readonly noted: Kept;
  readonly after: Kept;
  readonly plans: SheetPlans;
}

function* carryOut<Seen extends Look>(
  seen: Seen,
  task: ChangeTask,
  plans: SheetPlans,
  host: ChangingHost<Seen>,
): Walk<void> {
  const { kept: before, prepared } = seen;
  const sizes = before.open ? before.sizes : sizesOf(seen);
  const noted: Kept = { ...before, open: before.open ?? prepared.open, ...(sizes && { sizes }) };
  const way: Way = { open: prepared.open, before, noted, after: task.after(prepared.fitted), plans };
  try {
    yield* step(host.begin(noted));
    yield* step(host.write(seen));
    if (task.sizes) yield* step(host.takeOutRows(task.sizes));
    yield* step(host.end(way.after));
  } catch (problem) {
    const left = host.isRefused(problem) ? 'before' : yield* settling(() => takeBack(way, host));
    // What can be neither taken back nor finished now stays noted, and is offered when the pane is opened next.
    if (left !== 'after') throw host.error(left === 'between' ? 'cutOff' : 'failed', problem);
  }
}

function sizesOf({ prepared, read }: Look): Sizes | undefined {
  const sizes = tooShort(prepared, read);
  return Object.keys(sizes).length > 0 ? sizes : undefined;
}

/** Where a sheet was taken out already, the rest is done instead. Says how the workbook is then. */
function* takeBack<Seen extends Look>(way: Way, host: ChangingHost<Seen>): Walk<PatchState> {
  const { open, before, noted, after, plans } = way;
  const { kept, book } = yield* step(host.now());
  const steps: Steps = { before: keptText(before), meanwhile: keptText(noted), after: keptText(after) };
  const now = patchState(steps, keptText(kept));
  if (now === 'before' || (now === 'after' && host.endIsSure)) {
    yield* step(host.release());
    return now;
  }
  // What had broken off before is offered again.
  if (steps.meanwhile === steps.before) return now;
  const isPast = isPastReturn(open, book);
  const seen = yield* step(host.look(isPast ? open : inverse(open), plans));
  if (seen.prepared.conflicts.length > 0) return 'between';
  yield* step(host.write(seen));
  if (!isPast) yield* step(host.takeOutRows(noted.sizes ?? {}));
  yield* step(host.end(isPast ? after : before));
  return isPast ? 'after' : 'before';
}
