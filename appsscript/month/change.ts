import { inverse } from '../../src/month/changeSet.ts';
import {
  type Block,
  blocksOf,
  type Kept,
  namesIn,
  type Placed,
  place,
  type Request,
  taskOf,
} from '../../src/month/placing.ts';
import type { Outcome } from '../../src/panel/monthPort.ts';
import { literal } from '../ops/literal.ts';
import { Refusal } from '../server/answer.ts';
import { NamedColumns } from './columns.ts';
import { Keeper } from './keep.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** All or nothing, under the document's lock. The number of calls depends on the columns, not on the rows. */
export function change(request: Request, spreadsheet: Spreadsheet): Outcome {
  const keeper = new Keeper(spreadsheet);
  const task = taskOf(request, keeper.kept);
  if (!task && request.is === 'apply') throw new Refusal('failed', 'a change that was cut off comes first');
  if (!task) return { conflicts: [], cells: 0 };
  const columns = new NamedColumns(namesIn(task.set), spreadsheet);
  const placed = place(task.set, columns.read);
  if (placed.conflicts.length > 0) return { conflicts: placed.conflicts, cells: 0 };
  const blocks = blocksOf(placed.cells);
  const cells = blocks.reduce((count, { values }) => count + values.length, 0);
  if (cells === 0 && request.is === 'apply') return { conflicts: [], cells };
  carryOut(placed, columns, keeper, task.after(placed.fitted), spreadsheet);
  return { conflicts: [], cells };
}

function carryOut(
  { cells, room }: Placed,
  columns: NamedColumns,
  keeper: Keeper,
  after: Kept,
  spreadsheet: Spreadsheet,
): void {
  const before = keeper.kept;
  try {
    keeper.keep({ ...before, open: before.open ?? cells });
    // From here on the note is in the document, even if the script is cut off.
    SpreadsheetApp.flush();
    const wide = makeRoom(room, columns, spreadsheet);
    writeBlocks(wide, blocksOf(cells));
    keeper.keep(after);
    SpreadsheetApp.flush();
  } catch (problem) {
    takeBack(cells, before, spreadsheet);
    throw problem;
  }
}

/** What cannot be taken back now stays noted as cut off, and is offered when the sidebar is opened next. */
function takeBack(cells: Placed['cells'], before: Kept, spreadsheet: Spreadsheet): void {
  try {
    const columns = new NamedColumns(namesIn(cells), spreadsheet);
    const { cells: back, conflicts } = place(inverse(cells), columns.read);
    if (conflicts.length > 0) return;
    writeBlocks(columns, blocksOf(back));
    new Keeper(spreadsheet).keep(before);
    SpreadsheetApp.flush();
  } catch {
    return;
  }
}

function writeBlocks({ ranges }: NamedColumns, blocks: readonly Block[]): void {
  for (const { name, row, values } of blocks) {
    const range = ranges.get(name);
    if (!range) continue;
    const area = range.getSheet().getRange(range.getRow() + row, range.getColumn(), values.length, 1);
    area.setValues(values.map(value => [value === null ? '' : literal(value)]));
  }
}

/**
 * Rows that are put in before the last one of a named range make it longer, and the formulas over it; so its last
 * row has to be a spare one.
 */
function makeRoom(room: ReadonlyMap<string, number>, columns: NamedColumns, spreadsheet: Spreadsheet): NamedColumns {
  const grown = new Set<string>();
  for (const [name, rows] of room) {
    const range = columns.ranges.get(name);
    const values = columns.read(name) ?? [];
    if (!range || rows <= values.length) continue;
    const missing = rows + 1 - values.length;
    const sheet = range.getSheet();
    const last = range.getRow() + values.length - 1;
    const place = `${sheet.getSheetId()} ${last}`;
    if (grown.has(place)) continue;
    grown.add(place);
    if (!sheet.getRange(last, range.getColumn(), 1, 1).isBlank()) throw new Refusal('failed', `${name}: no spare row`);
    sheet.insertRowsBefore(last, missing);
  }
  return grown.size > 0 ? new NamedColumns([...columns.ranges.keys()], spreadsheet) : columns;
}
