import { type PatchState, patchState, type Steps, settled } from '../../src/grid/patchState.ts';
import { say } from '../../src/kernel/text.ts';
import { inverse } from '../../src/month/change/changeSet.ts';
import type { Conflict, ReadColumn } from '../../src/month/change/fitToWorkbook.ts';
import { keptIn, keptText } from '../../src/month/change/keptText.ts';
import {
  type Block,
  blocksOf,
  type Kept,
  namesIn,
  type Request,
  type Sizes,
  type Task,
  taskOf,
  tooShort,
} from '../../src/month/change/locate.ts';
import { type Prepared, prepare } from '../../src/month/change/prepare.ts';
import { isLeftToDo, isPastReturn, type SheetPlans } from '../../src/month/change/sheetChanges.ts';
import type { MonthPort, NamedColumn, Outcome } from '../../src/port/monthPort.ts';
import { PortError } from '../../src/port/port.ts';
import { synced } from '../ops/apply.ts';
import { alone, type Claim, released } from '../ops/claim.ts';
import { memoryOf } from '../ops/memory.ts';
import { bytesOf, Outbox, rowsInPieces } from '../ops/outbox.ts';
import { isRefused, portError } from '../ops/portError.ts';
import { type AskedSetting, askSetting, keepSetting, settingText } from '../ops/setting.ts';
import { plainText } from '../ops/text.ts';
import { type Asked, ask, found, plainValue } from './columns.ts';
import type { Growing } from './grow.ts';
import { askSheets, bookIn, type Closer, lookCloser, queueActions } from './sheets.ts';

/** The workbook's setting that holds the undo, and what is being written. */
const KEY = 'kpi.month';

/** A setting of its own: that of the pane is rewritten at every insertion, and this one may be much longer. */
const MEMORY = 'kpi.month.memory';

export const monthPort: MonthPort = { columns, kept, ...memoryOf(MEMORY), change };

async function columns(names: readonly string[]): Promise<Readonly<Record<string, NamedColumn>>> {
  const { workbook } = new Excel.RequestContext();
  const { asked } = await ask(workbook, names, () => undefined);
  return Object.fromEntries(found(asked));
}

async function kept(): Promise<Kept> {
  const { workbook } = new Excel.RequestContext();
  const setting = askKept(workbook);
  await synced(workbook);
  return readKept(setting);
}

/**
 * Two round trips, what is there now and everything at once; one more where a table has to grow, and one where
 * formulas are repointed or a sheet is taken out.
 */
async function change(request: Request): Promise<Outcome> {
  const before = request.is === 'apply' ? undefined : await kept();
  const known = before && taskOf(request, before);
  if (before && !known) return { conflicts: [], cells: 0 };
  const { workbook } = new Excel.RequestContext();
  const set = request.is === 'apply' ? request.set : (known?.set ?? nothing);
  return alone(async claim => {
    const look = await lookAt(workbook, set, request.plans ?? {}, claim);
    const outcome = outcomeOf(look, request);
    const isLeft = outcome.cells + (outcome.sheets ?? 0) > 0 || request.is !== 'apply';
    const task = taskOf(request, look.kept);
    const isOther = before !== undefined && keptText(before) !== keptText(look.kept);
    if (!task || isOther || outcome.conflicts.length > 0 || !isLeft) {
      await released(claim);
      if (isOther) throw new PortError('busy', 'another change came first');
      if (!task) throw new PortError('failed', 'a change that was cut off comes first');
      return outcome;
    }
    await carryOut(workbook, look, task, request.plans ?? {}, claim);
    return outcome;
  });
}

const nothing: Task['set'] = { id: '', title: say('', ''), changes: [] };

/** What a change set comes to in the workbook as it is now. */
interface Look {
  readonly kept: Kept;
  readonly asked: readonly Asked[];
  readonly growing: readonly Growing[];
  /** Columns without room that cannot grow. */
  readonly full: readonly Conflict[];
  readonly prepared: Prepared;
  readonly closer: Closer;
}

/** What comes of it if nothing fails. */
function outcomeOf({ prepared, full, closer }: Look, { anyway }: Request): Outcome {
  const lost = closer.conflicts.filter(({ canGoOn }) => !(canGoOn && anyway));
  const conflicts = [...prepared.conflicts, ...full, ...lost];
  if (conflicts.length > 0) return { conflicts, cells: 0 };
  const cells = blocksOf(prepared.cells).reduce((count, { values }) => count + values.length, 0);
  const sheets = prepared.actions.filter(action => isLeftToDo(action, closer.blocks)).length;
  return { conflicts, cells, ...(sheets > 0 && { sheets }) };
}

async function lookAt(
  workbook: Excel.Workbook,
  set: Task['set'],
  plans: SheetPlans,
  claim?: Claim,
  hasFollowed = false,
): Promise<Look> {
  const question = () => {
    claim?.ask(workbook);
    return { setting: askKept(workbook), sheets: askSheets(workbook) };
  };
  try {
    const {
      asked,
      also: { setting, sheets },
    } = await ask(workbook, namesIn(set), question);
    claim?.check();
    const prepared = prepare(set, reader(asked), bookIn(sheets), plans);
    const closer = await lookCloser(workbook, sheets, prepared.actions);
    // Loaded when figures are written: the pane's first picture does not wait for what reads formulas.
    const { cannotGrow, follow, lookAtTables, shortOf, withoutTable } = await import('./grow.ts');
    const short = shortOf(asked, prepared.room);
    const growing = await lookAtTables(workbook, short);
    const ahead = growing.filter(({ isAhead }) => isAhead);
    if (ahead.length > 0 && !hasFollowed) {
      for (const each of ahead) follow(workbook, each);
      await synced(workbook);
      return lookAt(workbook, set, plans, claim, true);
    }
    const full = [...withoutTable(short), ...ahead.map(({ table }) => cannotGrow(table))];
    return { kept: readKept(setting), asked, growing, full, prepared, closer };
  } catch (reason) {
    if (claim) await released(claim);
    throw reason;
  }
}

/** How far a change is to be taken, and what its workbook keeps on the way. */
interface Way {
  readonly open: Task['set'];
  readonly before: Kept;
  readonly after: Kept;
  readonly plans: SheetPlans;
  readonly claim: Claim;
  /** The rows that columns had which are given more. */
  readonly sizes: Sizes;
}

/** Excel stops a batch where something fails and keeps what was done before: that is taken back. */
async function carryOut(
  workbook: Excel.Workbook,
  look: Look,
  task: Task,
  plans: SheetPlans,
  claim: Claim,
): Promise<void> {
  const before = look.kept;
  const open = before.open ?? look.prepared.open;
  const sizes = before.open ? before.sizes : sizesOf(look);
  const noted: Kept = { ...before, open, ...(sizes && { sizes }) };
  const after = task.after(look.prepared.fitted);
  const way: Way = { open: look.prepared.open, before, after, plans, claim, sizes: sizes ?? {} };
  const outbox = new Outbox(workbook);
  try {
    claim.hold(workbook);
    keep(workbook, noted);
    await (await import('./grow.ts')).grow(workbook, look.growing, outbox);
    await queue(workbook, look, outbox);
    if (task.sizes) await takeOutRows(workbook, task);
    claim.release(workbook);
    // The last of all: it tells that everything was done.
    keep(workbook, after);
    await workbook.context.sync();
  } catch (reason) {
    // Where there were several batches, or rows are taken out again, the note was written before.
    if (isRefused(reason) && !task.sizes && !outbox.hasSent) throw portError(reason);
    const steps = { before: keptText(before), meanwhile: keptText(noted), after: keptText(after) };
    const left = await settled(() => takeBack(way, steps));
    const { reason: why, code } = portError(reason);
    // What can be neither taken back nor finished now stays noted, and is offered when the pane is opened next.
    if (left !== 'after') throw new PortError(left === 'between' ? 'cutOff' : why, code);
  }
}

function sizesOf({ prepared, asked }: Look): Sizes | undefined {
  const sizes = tooShort(prepared, reader(asked));
  return Object.keys(sizes).length > 0 ? sizes : undefined;
}

/** The figures are taken back first: a row that holds one is somebody's. */
async function takeOutRows(workbook: Excel.Workbook, { sizes = {} }: Task): Promise<void> {
  const { asked } = await ask(workbook, Object.keys(sizes), () => undefined);
  const { shrink } = await import('./grow.ts');
  await shrink(workbook, sizes, asked);
}

/** Where a sheet was taken out already, the rest is done instead. Says how the workbook is then. */
async function takeBack({ open, before, after, plans, claim, sizes }: Way, steps: Steps): Promise<PatchState> {
  const { workbook } = new Excel.RequestContext();
  const setting = askKept(workbook);
  const sheets = askSheets(workbook);
  await workbook.context.sync();
  const now = patchState(steps, keptText(readKept(setting)));
  if (now !== 'between') {
    await released(claim);
    return now;
  }
  // What had broken off before is offered again.
  if (steps.meanwhile === steps.before) return 'between';
  const isPast = isPastReturn(open, bookIn(sheets));
  const look = await lookAt(workbook, isPast ? open : inverse(open), plans);
  if (look.prepared.conflicts.length > 0) return 'between';
  await queue(workbook, look, new Outbox(workbook));
  if (!isPast) await (await import('./grow.ts')).shrink(workbook, sizes, look.asked);
  claim.release(workbook);
  keep(workbook, isPast ? after : before);
  await workbook.context.sync();
  return isPast ? 'after' : 'before';
}

/** New sheets first, then figures, then what relies on both. */
async function queue(
  workbook: Excel.Workbook,
  { prepared: { actions, cells }, closer }: Look,
  outbox: Outbox,
): Promise<void> {
  const isFirst = ({ is }: (typeof actions)[number]): boolean => is === 'free' || is === 'make';
  await queueActions(workbook, actions.filter(isFirst), closer, outbox);
  await writeBlocks(workbook, blocksOf(cells), outbox);
  await queueActions(
    workbook,
    actions.filter(action => !isFirst(action)),
    closer,
    outbox,
  );
}

/**
 * A range that was read in an earlier batch is not valid any more: names are followed again. What reaches beyond a
 * range, since it has not grown, fails instead of being written below it.
 */
async function writeBlocks(workbook: Excel.Workbook, blocks: readonly Block[], outbox: Outbox): Promise<void> {
  for (const { name, row, values } of blocks) {
    for (const { from, rows } of rowsInPieces(values)) {
      await outbox.makeRoom(2 * bytesOf(rows));
      const range = workbook.names.getItem(name).getRange();
      const wanted = range.getCell(row + from, 0).getBoundingRect(range.getCell(row + from + rows.length - 1, 0));
      const area = range.getIntersection(wanted);
      // Excel leaves a cell alone that is given null.
      area.values = rows.map(value => [value === null ? '' : typeof value === 'string' ? plainText(value) : value]);
    }
  }
}

function reader(asked: readonly Asked[]): ReadColumn {
  const columns = found(asked);
  return name => columns.get(name)?.cells.map(plainValue);
}

function askKept(workbook: Excel.Workbook): AskedSetting {
  return askSetting(workbook, KEY);
}

function readKept(setting: AskedSetting): Kept {
  return keptIn(settingText(setting) ?? '{}');
}

function keep(workbook: Excel.Workbook, state: Kept): void {
  keepSetting(workbook, KEY, keptText(state));
}
