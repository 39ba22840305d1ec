import { walkNow } from '../../src/kernel/walk.ts';
import type { ChangeSet } from '../../src/month/change/changeSet.ts';
import {
  type ChangeFailure,
  type ChangingHost,
  changeWorkbook,
  type Look,
  type Outcome,
} from '../../src/month/change/changeWorkbook.ts';
import { type Block, blocksOf, type Kept, namesIn, type Request, type Sizes } from '../../src/month/change/locate.ts';
import { prepare } from '../../src/month/change/prepare.ts';
import type { BookNow, SheetPlans } from '../../src/month/change/sheetChanges.ts';
import { literal } from '../ops/literal.ts';
import { Refusal } from '../server/answer.ts';
import { rangeNamed } from '../server/inspect.ts';
import { NamedColumns } from './columns.ts';
import { Keeper } from './keep.ts';
import { bookOf, doActions, lookCloser, type SheetsCloser } from './sheets.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** All or nothing, under the document's lock. The number of calls depends on the columns, not on the rows. */
export function change(request: Request, spreadsheet: Spreadsheet): Outcome {
  return walkNow(changeWorkbook(request, new ChangingDocument(spreadsheet)));
}

interface Seen extends Look {
  readonly columns: NamedColumns;
}

const NO_BOOK: BookNow = { sheets: [], names: [] };
const NOTHING: SheetsCloser = { blocks: new Map(), conflicts: [] };

class ChangingDocument implements ChangingHost<Seen> {
  /** Not sure where a flush has failed. */
  readonly endIsSure = false;
  private readonly spreadsheet: Spreadsheet;
  private keeper: Keeper;

  constructor(spreadsheet: Spreadsheet) {
    this.spreadsheet = spreadsheet;
    this.keeper = new Keeper(spreadsheet);
  }

  kept(): Kept {
    return this.keeper.kept;
  }

  /** Sheets are looked at only where something happens to them: every question is a round trip. */
  look(set: ChangeSet, plans: SheetPlans): Seen {
    const { spreadsheet, keeper } = this;
    const columns = new NamedColumns(namesIn(set), spreadsheet);
    const isOfFigures = set.changes.every(({ kind }) => kind === 'cells' || kind === 'append' || kind === 'remove');
    const book = isOfFigures ? NO_BOOK : bookOf(spreadsheet);
    const prepared = prepare(set, columns.read, book, plans);
    const closer = isOfFigures ? NOTHING : lookCloser(prepared.actions, book, spreadsheet);
    return { ...closer, kept: keeper.kept, prepared, read: columns.read, columns };
  }

  begin(noted: Kept): void {
    this.keeper.keep(noted);
    // From here on the note is in the document, even if the script is cut off.
    SpreadsheetApp.flush();
  }

  write(seen: Seen): void {
    const { spreadsheet } = this;
    const {
      prepared: { actions, cells, room },
      columns,
    } = seen;
    const isFirst = ({ is }: (typeof actions)[number]): boolean => is === 'free' || is === 'make';
    doActions(actions.filter(isFirst), seen, spreadsheet);
    writeBlocks(makeRoom(room, columns, spreadsheet), blocksOf(cells));
    doActions(
      actions.filter(action => !isFirst(action)),
      seen,
      spreadsheet,
    );
  }

  takeOutRows(sizes: Sizes): void {
    takeOutRows(sizes, this.spreadsheet);
  }

  end(after: Kept): void {
    SpreadsheetApp.flush();
    this.keeper.keep(after);
    SpreadsheetApp.flush();
  }

  /** The lock is let go of by whoever took it. */
  release(): void {}

  isRefused(): boolean {
    return false;
  }

  now(): { kept: Kept; book: BookNow } {
    this.keeper = new Keeper(this.spreadsheet);
    return { kept: this.keeper.kept, book: bookOf(this.spreadsheet) };
  }

  error(failure: ChangeFailure, problem: unknown): unknown {
    return failure === 'failed' && typeof problem !== 'string' ? problem : new Refusal(failure, String(problem));
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
