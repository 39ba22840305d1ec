import { type PatchState, patchState, type Steps } from '../../src/grid/patchState.ts';
import { inverse } from '../../src/month/change/changeSet.ts';
import { keptText } from '../../src/month/change/keptText.ts';
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
import { type BookNow, isLeftToDo, isPastReturn, type SheetPlans } from '../../src/month/change/sheetChanges.ts';
import type { Outcome } from '../../src/port/monthPort.ts';
import { literal } from '../ops/literal.ts';
import { Refusal } from '../server/answer.ts';
import { rangeNamed } from '../server/inspect.ts';
import { NamedColumns } from './columns.ts';
import { Keeper } from './keep.ts';
import { bookOf, type Closer, doActions, lookCloser } from './sheets.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** All or nothing, under the document's lock. The number of calls depends on the columns, not on the rows. */
export function change(request: Request, spreadsheet: Spreadsheet): Outcome {
  const keeper = new Keeper(spreadsheet);
  const task = taskOf(request, keeper.kept);
  if (!task && request.is === 'apply') throw new Refusal('failed', 'a change that was cut off comes first');
  if (!task) return { conflicts: [], cells: 0 };
  const look = lookAt(task.set, request.plans ?? {}, spreadsheet);
  const { prepared, closer } = look;
  const conflicts = [...prepared.conflicts, ...closer.conflicts.filter(({ canGoOn }) => !(canGoOn && request.anyway))];
  if (conflicts.length > 0) return { conflicts, cells: 0 };
  const cells = blocksOf(prepared.cells).reduce((count, { values }) => count + values.length, 0);
  const sheets = prepared.actions.filter(action => isLeftToDo(action, closer.blocks)).length;
  if (cells + sheets > 0 || request.is !== 'apply') carryOut(look, keeper, task, request.plans ?? {}, spreadsheet);
  return { conflicts, cells, ...(sheets > 0 && { sheets }) };
}

/** What a change set comes to in the document as it is now. */
interface Look {
  readonly columns: NamedColumns;
  readonly prepared: Prepared;
  readonly closer: Closer;
}

const NO_BOOK: BookNow = { sheets: [], names: [] };
const NOTHING: Closer = { blocks: new Map(), conflicts: [] };

/** Sheets are looked at only where something happens to them: every question is a round trip. */
function lookAt(set: Task['set'], plans: SheetPlans, spreadsheet: Spreadsheet): Look {
  const columns = new NamedColumns(namesIn(set), spreadsheet);
  const isOfFigures = set.changes.every(({ kind }) => kind === 'cells' || kind === 'append' || kind === 'remove');
  const book = isOfFigures ? NO_BOOK : bookOf(spreadsheet);
  const prepared = prepare(set, columns.read, book, plans);
  return { columns, prepared, closer: isOfFigures ? NOTHING : lookCloser(prepared.actions, book, spreadsheet) };
}

function carryOut(look: Look, keeper: Keeper, task: Task, plans: SheetPlans, spreadsheet: Spreadsheet): void {
  const { fitted } = look.prepared;
  const before = keeper.kept;
  const open = before.open ?? look.prepared.open;
  const sizes = before.open ? before.sizes : sizesOf(look);
  const noted: Kept = { ...before, open, ...(sizes && { sizes }) };
  const way: Way = { open: look.prepared.open, before, after: task.after(fitted), plans, sizes: sizes ?? {} };
  try {
    keeper.keep(noted);
    // From here on the note is in the document, even if the script is cut off.
    SpreadsheetApp.flush();
    writeAll(look, spreadsheet);
    if (task.sizes) takeOutRows(task.sizes, spreadsheet);
    SpreadsheetApp.flush();
    keeper.keep(way.after);
    SpreadsheetApp.flush();
  } catch (problem) {
    const steps = { before: keptText(before), meanwhile: keptText(noted), after: keptText(way.after) };
    const left = takeBack(way, steps, spreadsheet);
    if (left === 'between') throw new Refusal('cutOff', String(problem));
    if (left === 'before') throw problem;
  }
}

/** How far a change is to be taken, and what its document keeps on the way. */
interface Way {
  readonly open: Task['set'];
  readonly before: Kept;
  readonly after: Kept;
  readonly plans: SheetPlans;
  /** The rows that columns had which are given more. */
  readonly sizes: Sizes;
}

function sizesOf({ prepared, columns }: Look): Sizes | undefined {
  const sizes = tooShort(prepared, columns.read);
  return Object.keys(sizes).length > 0 ? sizes : undefined;
}

/**
 * Where a sheet was taken out already, the rest is done instead. Says how the document is then. What can be neither
 * taken back nor finished now stays noted as cut off, and is offered when the sidebar is opened next.
 */
function takeBack({ open, before, after, plans, sizes }: Way, steps: Steps, spreadsheet: Spreadsheet): PatchState {
  try {
    const now = patchState(steps, keptText(new Keeper(spreadsheet).kept));
    // What had broken off before is offered again. That all was done is not sure where a flush has failed.
    if (now === 'before' || steps.meanwhile === steps.before) return now;
    const removes = open.changes.some(({ kind }) => kind === 'removeSheet');
    const isPast = removes && isPastReturn(open, bookOf(spreadsheet));
    const look = lookAt(isPast ? open : inverse(open), plans, spreadsheet);
    if (look.prepared.conflicts.length > 0) return 'between';
    writeAll(look, spreadsheet);
    if (!isPast) takeOutRows(sizes, spreadsheet);
    SpreadsheetApp.flush();
    new Keeper(spreadsheet).keep(isPast ? after : before);
    SpreadsheetApp.flush();
    return isPast ? 'after' : 'before';
  } catch {
    return 'between';
  }
}

/** New sheets first, then figures, then what relies on both. */
function writeAll({ prepared: { actions, cells, room }, columns, closer }: Look, spreadsheet: Spreadsheet): void {
  const isFirst = ({ is }: (typeof actions)[number]): boolean => is === 'free' || is === 'make';
  doActions(actions.filter(isFirst), closer, spreadsheet);
  writeBlocks(makeRoom(room, columns, spreadsheet), blocksOf(cells));
  doActions(
    actions.filter(action => !isFirst(action)),
    closer,
    spreadsheet,
  );
}

function writeBlocks({ ranges }: NamedColumns, blocks: readonly Block[]): void {
  for (const { name, row, values } of blocks) {
    const range = ranges.get(name);
    if (!range) continue;
    const area = range.getSheet().getRange(range.getRow() + row, range.getColumn(), values.length, 1);
    area.setValues(values.map(value => [value === null ? '' : literal(value)]));
  }
}

/** Rows that are missing at the end of the named ranges that end there. */
interface Short {
  readonly sheet: GoogleAppsScript.Spreadsheet.Sheet;
  readonly last: number;
  readonly missing: number;
}

/**
 * Rows that are put in before the last one of a named range make it longer, and the formulas over it; so its last
 * row has to be a spare one, in every column that is written: one of them may be blank by chance.
 */
function makeRoom(room: ReadonlyMap<string, number>, columns: NamedColumns, spreadsheet: Spreadsheet): NamedColumns {
  const short = new Map<string, Short>();
  for (const [name, rows] of room) {
    const range = columns.ranges.get(name);
    const values = columns.read(name) ?? [];
    if (!range || rows <= values.length) continue;
    if ((values[values.length - 1] ?? '') !== '') throw new Refusal('failed', `${name}: no spare row`);
    const sheet = range.getSheet();
    const last = range.getRow() + values.length - 1;
    const place = `${sheet.getSheetId()} ${last}`;
    if (!short.has(place)) short.set(place, { sheet, last, missing: rows + 1 - values.length });
  }
  for (const { sheet, last, missing } of short.values()) sheet.insertRowsBefore(last, missing);
  return short.size > 0 ? new NamedColumns([...columns.ranges.keys()], spreadsheet) : columns;
}

/** Takes out the rows that were put in for something that is not there; not those in which somebody typed. */
function takeOutRows(sizes: Sizes, spreadsheet: Spreadsheet): void {
  for (const [name, size] of Object.entries(sizes)) {
    const range = rangeNamed(name, spreadsheet);
    const surplus = (range?.getNumRows() ?? 0) - size;
    if (!range || surplus <= 0) continue;
    const sheet = range.getSheet();
    const first = range.getRow() + size - 1;
    if (sheet.getRange(first, 1, surplus, sheet.getMaxColumns()).isBlank()) sheet.deleteRows(first, surplus);
  }
}
