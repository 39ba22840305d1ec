import type { Spot } from '../../src/grid/grid.ts';
import type { Outcome } from '../../src/month/change/changeWorkbook.ts';
import type { Kept, Request } from '../../src/month/change/locate.ts';
import { localFormula } from '../../src/plan/localFormula.ts';
import type { Op, Receipt } from '../../src/plan/op.ts';
import type { Labels, SheetTexts } from '../../src/plan/relabel.ts';
import type { PatchRequest, SheetArea } from '../../src/port/bookPort.ts';
import type { Inventory, Selection } from '../../src/port/port.ts';
import type { Copied } from '../../src/share/copies.ts';
import { copy, remove, spills } from '../book/copies.ts';
import { patch } from '../book/patch.ts';
import { readBook, readRows, type SentBook, type SentCells, type SheetRows } from '../book/readBook.ts';
import { change } from '../month/change.ts';
import { type SentColumns, sendColumns } from '../month/columns.ts';
import { Keeper } from '../month/keep.ts';
import { recall as recallMonth, remember as rememberMonth } from '../month/memory.ts';
import { apply, undo as undoReceipt } from '../ops/apply.ts';
import { type Answer, answer, Refusal } from './answer.ts';
import { inspect, read, type SentCell, sheetOf } from './inspect.ts';
import { KeptText } from './keptText.ts';
import { relabel, texts } from './labels.ts';
import { cellsIn, hiddenIn, type SelectedArea, selectedArea } from './selected.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** How long somebody else's insertion is waited for. */
const PATIENCE = 15_000;

/** The document's property that holds what the pane remembers. */
const MEMORY = 'kpi.pane';

/** What the sidebar may call; each becomes a top-level function of the script, as google.script.run demands. */
export const calls = {
  inspect: (): Answer<Inventory> => answer(() => inspect(active())),

  read: (names: readonly string[]): Answer<Record<string, SentCell[][]>> => answer(() => read(names, active())),

  show: (sheetId: string): Answer<null> =>
    answer(() => {
      const spreadsheet = active();
      spreadsheet.setActiveSheet(sheetOf(sheetId, spreadsheet));
      return null;
    }),

  recall: (): Answer<string | null> => answer(() => PropertiesService.getDocumentProperties().getProperty(MEMORY)),

  remember: (text: string): Answer<null> =>
    answer(() => {
      PropertiesService.getDocumentProperties().setProperty(MEMORY, text);
      return null;
    }),

  texts: (sheetId: string): Answer<SheetTexts> => answer(() => texts(sheetOf(sheetId, active()))),

  relabel: (sheetId: string, labels: Labels, before: Labels): Answer<number> =>
    answer(() => alone(spreadsheet => relabel(sheetOf(sheetId, spreadsheet), labels, before))),

  applyOps: (ops: readonly Op[]): Answer<Receipt> => answer(() => alone(spreadsheet => apply(ops, spreadsheet))),

  undo: (receipt: Receipt & { readonly half?: boolean }): Answer<null> =>
    answer(() =>
      alone(spreadsheet => {
        undoReceipt(receipt, spreadsheet);
        return null;
      }),
    ),

  selection: (): Answer<Selection> =>
    answer(() => {
      const range = selectedRange();
      return { address: range.getA1Notation(), rows: range.getNumRows(), columns: range.getNumColumns() };
    }),

  selectedArea: (): Answer<SelectedArea> => answer(() => selectedArea(active())),

  cellsIn: (area: SelectedArea): Answer<SentCell[][]> => answer(() => cellsIn(area, active())),

  hiddenIn: (area: SelectedArea): Answer<number[]> => answer(() => hiddenIn(area, active())),

  insertFormula: (formula: string): Answer<string> =>
    answer(() => {
      const spreadsheet = active();
      const cell = spreadsheet.getCurrentCell();
      if (!cell) throw new Refusal('failed', 'no cell is selected');
      const address = cell.getA1Notation();
      if (!cell.isBlank()) throw new Refusal('occupied', address);
      cell.setFormula(localFormula(formula, spreadsheet.getSpreadsheetLocale()));
      SpreadsheetApp.flush();
      return address;
    }),

  monthColumns: (names: readonly string[]): Answer<SentColumns> => answer(() => sendColumns(names, active())),

  monthKept: (): Answer<Kept> => answer(() => new Keeper(active()).kept),

  monthRecall: (): Answer<string | null> => answer(() => recallMonth(PropertiesService.getDocumentProperties())),

  monthRemember: (text: string): Answer<null> =>
    answer(() => {
      rememberMonth(text, PropertiesService.getDocumentProperties());
      return null;
    }),

  monthChange: (request: Request): Answer<Outcome> => answer(() => alone(spreadsheet => change(request, spreadsheet))),

  bookRead: (): Answer<SentBook> => answer(() => readBook(active())),

  bookRows: (parts: readonly SheetRows[]): Answer<SentCells[]> => answer(() => readRows(parts, active())),

  bookSpills: (spots: readonly Spot[]): Answer<SheetArea[]> =>
    answer(() => alone(spreadsheet => spills(spots, spreadsheet))),

  bookKept: (): Answer<string> => answer(() => new KeptText(active(), 'book').text),

  bookPatch: (request: PatchRequest): Answer<Spot[]> => answer(() => alone(spreadsheet => patch(request, spreadsheet))),

  bookCopy: (sheetIds: readonly string[]): Answer<Copied[]> =>
    answer(() => alone(spreadsheet => copy(sheetIds, spreadsheet))),

  bookRemove: (sheetIds: readonly string[]): Answer<null> =>
    answer(() =>
      alone(spreadsheet => {
        remove(sheetIds, spreadsheet);
        return null;
      }),
    ),

  bookSelected: (): Answer<SheetArea> =>
    answer(() => {
      const range = selectedRange();
      return {
        sheetId: String(range.getSheet().getSheetId()),
        row: range.getRow() - 1,
        column: range.getColumn() - 1,
        rows: range.getNumRows(),
        columns: range.getNumColumns(),
      };
    }),
};

export type Calls = typeof calls;

function active(): Spreadsheet {
  return SpreadsheetApp.getActiveSpreadsheet();
}

function selectedRange(): GoogleAppsScript.Spreadsheet.Range {
  const range = active().getActiveRange();
  if (!range) throw new Refusal('failed', 'nothing is selected');
  return range;
}

/** Two people inserting at the same moment would otherwise be given the same names. */
function alone<Value>(work: (spreadsheet: Spreadsheet) => Value): Value {
  const lock = LockService.getDocumentLock();
  if (!lock.tryLock(PATIENCE)) throw new Refusal('busy', 'another insertion is still running');
  try {
    return work(active());
  } finally {
    release(lock);
  }
}

/** A lock that cannot be given back ends with the script; what was done under it is done. */
function release(lock: GoogleAppsScript.Lock.Lock): void {
  try {
    lock.releaseLock();
  } catch {
    return;
  }
}
