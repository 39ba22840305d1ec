import { inverse } from '../../src/month/changeSet.ts';
import { type Block, blocksOf, type Kept, namesIn, type Request, type Task, taskOf } from '../../src/month/placing.ts';
import { type Prepared, prepare } from '../../src/month/preparing.ts';
import { type BookNow, isPastReturn, type SheetPlans } from '../../src/month/sheetChanges.ts';
import type { Outcome } from '../../src/panel/monthPort.ts';
import { literal } from '../ops/literal.ts';
import { Refusal } from '../server/answer.ts';
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
  const sheets = prepared.actions.length;
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
  const { open, fitted } = look.prepared;
  const before = keeper.kept;
  const after = task.after(fitted);
  try {
    keeper.keep({ ...before, open: before.open ?? open });
    // From here on the note is in the document, even if the script is cut off.
    SpreadsheetApp.flush();
    writeAll(look, spreadsheet);
    keeper.keep(after);
    SpreadsheetApp.flush();
  } catch (problem) {
    const left = takeBack(open, { before, after }, plans, spreadsheet);
    if (left === 'between') throw new Refusal('cutOff', String(problem));
    if (left === 'before') throw problem;
  }
}

/**
 * Where a sheet was taken out already, the rest is done instead. Says how the document is then. What can be neither
 * taken back nor finished now stays noted as cut off, and is offered when the sidebar is opened next.
 */
function takeBack(
  open: Task['set'],
  { before, after }: { readonly before: Kept; readonly after: Kept },
  plans: SheetPlans,
  spreadsheet: Spreadsheet,
): 'before' | 'after' | 'between' {
  try {
    const removes = open.changes.some(({ kind }) => kind === 'removeSheet');
    const isPast = removes && isPastReturn(open, bookOf(spreadsheet));
    const look = lookAt(isPast ? open : inverse(open), plans, spreadsheet);
    if (look.prepared.conflicts.length > 0) return 'between';
    writeAll(look, spreadsheet);
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
