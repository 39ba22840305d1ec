import { inverse } from '../../src/month/changeSet.ts';
import { keptIn, keptText } from '../../src/month/keeping.ts';
import { type Block, blocksOf, type Kept, namesIn, type Request, type Task, taskOf } from '../../src/month/placing.ts';
import { type Prepared, prepare } from '../../src/month/preparing.ts';
import type { Conflict, ReadColumn } from '../../src/month/refit.ts';
import { isPastReturn, type SheetPlans } from '../../src/month/sheetChanges.ts';
import type { MonthPort, NamedColumn, Outcome } from '../../src/panel/monthPort.ts';
import { PortError } from '../../src/panel/port.ts';
import { synced } from '../ops/apply.ts';
import { portError } from '../ops/portError.ts';
import { askSetting, keepSetting, settingText } from '../ops/setting.ts';
import { plainText } from '../ops/text.ts';
import { type Asked, ask, found, plainValue } from './columns.ts';
import type { Growing } from './grow.ts';
import { recall, remember } from './memory.ts';
import { askSheets, bookIn, type Closer, lookCloser, queueActions } from './sheets.ts';

/** The workbook's setting that holds the undo, and what is being written. */
const KEY = 'kpi.month';

export const monthPort: MonthPort = { columns, kept, recall, remember, change };

async function columns(names: readonly string[]): Promise<Readonly<Record<string, NamedColumn>>> {
  const { workbook } = new Excel.RequestContext();
  const asked = ask(workbook, names);
  await synced(workbook);
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
  const look = await lookAt(workbook, set, request.plans ?? {});
  const task = taskOf(request, look.kept);
  if (!task) throw new PortError('failed', 'a change that was cut off comes first');
  const { prepared, closer } = look;
  const conflicts = [
    ...prepared.conflicts,
    ...look.full,
    ...closer.conflicts.filter(({ canGoOn }) => !(canGoOn && request.anyway)),
  ];
  if (conflicts.length > 0) return { conflicts, cells: 0 };
  const cells = blocksOf(prepared.cells).reduce((count, { values }) => count + values.length, 0);
  const sheets = prepared.actions.length;
  if (cells + sheets > 0 || request.is !== 'apply') await carryOut(workbook, look, task, request.plans ?? {});
  return { conflicts, cells, ...(sheets > 0 && { sheets }) };
}

const nothing: Task['set'] = { id: '', title: { en: '', zh: '' }, changes: [] };

/** What a change set comes to in the workbook as it is now. */
interface Look {
  readonly kept: Kept;
  readonly growing: readonly Growing[];
  /** Columns without room that cannot grow. */
  readonly full: readonly Conflict[];
  readonly book: ReturnType<typeof bookIn>;
  readonly prepared: Prepared;
  readonly closer: Closer;
}

async function lookAt(
  workbook: Excel.Workbook,
  set: Task['set'],
  plans: SheetPlans,
  hasFollowed = false,
): Promise<Look> {
  const setting = askKept(workbook);
  const asked = ask(workbook, namesIn(set));
  const sheets = askSheets(workbook);
  await synced(workbook);
  const book = bookIn(sheets);
  const prepared = prepare(set, reader(asked), book, plans);
  const closer = await lookCloser(workbook, sheets, prepared.actions);
  // Loaded when figures are written: the pane's first picture does not wait for what reads formulas.
  const { cannotGrow, follow, lookAtTables, shortOf, withoutTable } = await import('./grow.ts');
  const short = shortOf(asked, prepared.room);
  const growing = await lookAtTables(workbook, short);
  const ahead = growing.filter(({ isAhead }) => isAhead);
  if (ahead.length > 0 && !hasFollowed) {
    for (const each of ahead) follow(workbook, each);
    await synced(workbook);
    return lookAt(workbook, set, plans, true);
  }
  const full = [...withoutTable(short), ...ahead.map(({ table }) => cannotGrow(table))];
  return { kept: readKept(setting), growing, full, book, prepared, closer };
}

/** Excel stops a batch where something fails and keeps what was done before: that is taken back. */
async function carryOut(workbook: Excel.Workbook, look: Look, task: Task, plans: SheetPlans): Promise<void> {
  const { open } = look.prepared;
  const before = look.kept;
  const after = task.after(look.prepared.fitted);
  try {
    keep(workbook, { ...before, open: before.open ?? open });
    (await import('./grow.ts')).grow(workbook, look.growing);
    queue(workbook, look);
    keep(workbook, after);
    await workbook.context.sync();
  } catch (reason) {
    // What can be neither taken back nor finished now stays noted, and is offered when the pane is opened next.
    const left = await takeBack(open, { before, after }, plans).catch(() => 'between' as const);
    const { reason: why, code } = portError(reason);
    if (left !== 'after') throw new PortError(left === 'between' ? 'cutOff' : why, code);
  }
}

/** Where a sheet was taken out already, the rest is done instead. Says how the workbook is then. */
async function takeBack(
  open: Task['set'],
  { before, after }: { readonly before: Kept; readonly after: Kept },
  plans: SheetPlans,
): Promise<'before' | 'after' | 'between'> {
  const { workbook } = new Excel.RequestContext();
  const sheets = askSheets(workbook);
  await workbook.context.sync();
  const isPast = isPastReturn(open, bookIn(sheets));
  const look = await lookAt(workbook, isPast ? open : inverse(open), plans);
  if (look.prepared.conflicts.length > 0) return 'between';
  queue(workbook, look);
  keep(workbook, isPast ? after : before);
  await workbook.context.sync();
  return isPast ? 'after' : 'before';
}

/** New sheets first, then figures, then what relies on both. */
function queue(workbook: Excel.Workbook, { prepared: { actions, cells }, closer }: Look): void {
  const isFirst = ({ is }: (typeof actions)[number]): boolean => is === 'free' || is === 'make';
  queueActions(workbook, actions.filter(isFirst), closer);
  writeBlocks(workbook, blocksOf(cells));
  queueActions(
    workbook,
    actions.filter(action => !isFirst(action)),
    closer,
  );
}

/**
 * A range that was read in an earlier batch is not valid any more: names are followed again. What reaches beyond a
 * range, since it has not grown, fails instead of being written below it.
 */
function writeBlocks(workbook: Excel.Workbook, blocks: readonly Block[]): void {
  for (const { name, row, values } of blocks) {
    const range = workbook.names.getItem(name).getRange();
    const wanted = range.getCell(row, 0).getBoundingRect(range.getCell(row + values.length - 1, 0));
    const area = range.getIntersection(wanted);
    // Excel leaves a cell alone that is given null.
    area.values = values.map(value => [value === null ? '' : typeof value === 'string' ? plainText(value) : value]);
  }
}

function reader(asked: readonly Asked[]): ReadColumn {
  const columns = found(asked);
  return name => columns.get(name)?.cells.map(plainValue);
}

function askKept(workbook: Excel.Workbook): Excel.Setting {
  return askSetting(workbook, KEY);
}

function readKept(setting: Excel.Setting): Kept {
  return keptIn(settingText(setting) ?? '{}');
}

function keep(workbook: Excel.Workbook, state: Kept): void {
  keepSetting(workbook, KEY, keptText(state));
}
