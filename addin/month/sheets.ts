import type { Spot } from '../../src/grid/grid.ts';
import type { Conflict } from '../../src/month/change/fitToWorkbook.ts';
import { cannotFollow, type FormulaBlock, type Formulas, repointedBlocks } from '../../src/month/change/repointing.ts';
import {
  type BookNow,
  type HalfMade,
  isFree,
  plannedNames,
  type SheetAction,
  type SheetNow,
  taken,
} from '../../src/month/change/sheetChanges.ts';
import { MADE, MAKING } from '../../src/month/change/sheetMarks.ts';
import { userEdits, wouldLose } from '../../src/month/change/userEdits.ts';
import { queueSheet } from '../ops/apply.ts';
import { empty } from '../ops/empty.ts';
import { marksOf } from '../ops/inspect.ts';
import { askNames, brokenNames, namesOn } from '../ops/names.ts';
import { bytesOf, type Outbox } from '../ops/outbox.ts';
import { areaOf, type Loaded, readRanges } from '../ops/pieces.ts';
import { protect } from '../ops/protection.ts';
import { cellsOf, formulasOf } from '../ops/read.ts';
import { plainValue } from './columns.ts';

/** Sheets and names that were asked for in a batch. */
export interface AskedSheets {
  readonly worksheets: Excel.WorksheetCollection;
  readonly names: Excel.NamedItemCollection;
  readonly tables: Excel.TableCollection;
}

export function askSheets({ worksheets, names, tables }: Excel.Workbook): AskedSheets {
  worksheets.load(
    'items/id,items/name,items/protection/protected,items/customProperties/items/key,items/customProperties/items/value,items/tables/items/name',
  );
  for (const collection of [names, tables]) collection.load('items/name');
  return { worksheets, names, tables };
}

export function bookIn({ worksheets, names, tables }: AskedSheets): BookNow {
  return {
    sheets: worksheets.items.map(sheet => ({
      sheetId: sheet.id,
      sheet: sheet.name,
      marks: marksOf(sheet),
      isProtected: sheet.protection.protected,
    })),
    names: [...names.items, ...tables.items].map(({ name }) => name),
  };
}

/** What has to be known of the cells before sheets are changed. */
export interface ExcelCloser {
  /** By sheet. */
  readonly blocks: ReadonlyMap<string, readonly FormulaBlock[]>;
  /** Blank cells of tables that Excel would fill with them. */
  readonly blank: readonly Spot[];
  /** Names that go with a sheet which is taken out. */
  readonly doomed: readonly string[];
  readonly conflicts: readonly Conflict[];
}

/** One more round trip, where formulas are repointed or a sheet is taken out. */
export async function lookCloser(
  workbook: Excel.Workbook,
  asked: AskedSheets,
  actions: readonly SheetAction[],
): Promise<ExcelCloser> {
  const { names } = bookIn(asked);
  const readersOf = (action: SheetAction): Reader[] => {
    if (action.is === 'repoint') return repointReaders(workbook, asked, action, [...names, ...plannedNames(actions)]);
    if (action.is === 'remove') return [removalReader(workbook, action, names)];
    return action.is === 'make' && action.half ? [leftReader(workbook, action, action.half, names)] : [];
  };
  const ask = () => {
    const readers = actions.flatMap(readersOf);
    return { ranges: readers.flatMap(({ used }) => used ?? []), also: readers };
  };
  const { cells, also } = await readRanges(workbook, ask, 'values', 'valueTypes', 'formulas');
  // Loaded when sheets are changed: the pane's first picture does not wait for what reads formulas.
  const beside = await import('./filledBeside.ts');
  const next = cells.values();
  const read = also.map(reader => reader.read(beside, reader.used && next.next().value));
  return {
    blocks: new Map(read.flatMap(({ blocks }) => (blocks ? [blocks] : []))),
    blank: read.flatMap(({ blank = [] }) => blank),
    doomed: read.flatMap(({ doomed = [] }) => doomed),
    conflicts: read.flatMap(({ conflict }) => (conflict ? [conflict] : [])),
  };
}

/** Reads what was asked for, once the batch is synced. */
interface Reader {
  readonly used?: Excel.Range | undefined;
  read(beside: Beside, used: Loaded | undefined): Finding;
}

type Beside = typeof import('./filledBeside.ts');

interface Finding {
  readonly blocks?: readonly [sheetId: string, blocks: readonly FormulaBlock[]];
  readonly blank?: readonly Spot[];
  readonly doomed?: readonly string[];
  readonly conflict?: Conflict;
}

type Of<Is extends SheetAction['is']> = Extract<SheetAction, { is: Is }>;

function repointReaders(
  workbook: Excel.Workbook,
  { worksheets }: AskedSheets,
  { from, to, sheets }: Of<'repoint'>,
  names: readonly string[],
): Reader[] {
  return sheets.map(sheet => {
    const tables = worksheets.items.find(({ id }) => id === sheet.sheetId)?.tables.items ?? [];
    const ranges = tables.map(({ name }) => workbook.tables.getItem(name).getRange());
    for (const range of ranges) range.load('rowIndex,columnIndex,rowCount,columnCount');
    const read = ({ filledBeside, isMixed }: Beside, used: Loaded | undefined): Finding => {
      if (!used) return {};
      const formulas: Formulas = { row: used.rowIndex, column: used.columnIndex, formulas: formulasOf(used) };
      const blocks = repointedBlocks(formulas, { from, to, names });
      if (blocks.length > 0 && sheet.isProtected) return { conflict: cannotFollow(sheet) };
      const { unlike, blank } = filledBeside(sheet.sheetId, ranges.map(areaOf), used, blocks);
      return unlike ? { conflict: isMixed(sheet, unlike) } : { blocks: [sheet.sheetId, blocks], blank };
    };
    return { used: usedRange(workbook, sheet), read };
  });
}

function removalReader(
  workbook: Excel.Workbook,
  { sheet, prefix, expected }: Of<'remove'>,
  names: readonly string[],
): Reader {
  const start = `${prefix}_`.toLowerCase();
  const asked = askNames(
    workbook,
    names.filter(name => name.toLowerCase().startsWith(start)),
  );
  const read = (_: Beside, used: Loaded | undefined): Finding => {
    // The user may have given one of the names to cells of another sheet; cells that are gone belong to nobody.
    const own = sheet ? namesOn(asked, sheet.sheet) : [];
    const doomed = [...own, ...brokenNames(asked)].map(({ name }) => name);
    if (!used || !expected || !sheet) return { doomed };
    const { rowIndex: row, columnIndex: column } = used;
    const typed = userEdits(expected, {
      row,
      column,
      values: cellsOf(used).map(line => line.map(plainValue)),
      formulas: formulasOf(used),
    });
    return { doomed, ...(typed.length > 0 && { conflict: wouldLose(sheet.sheet, typed) }) };
  };
  return { used: sheet && expected && usedRange(workbook, sheet), read };
}

/** What was left of a sheet that is made again; a name that the user has given to other cells is in the way. */
function leftReader(
  workbook: Excel.Workbook,
  action: Of<'make'>,
  { sheet, prefix }: HalfMade,
  names: readonly string[],
): Reader {
  const reader = removalReader(workbook, { is: 'remove', sheet, prefix, expected: undefined }, names);
  return {
    read(beside) {
      const { doomed = [] } = reader.read(beside, undefined);
      return isFree(action.ops, names, doomed) ? { doomed } : { conflict: taken(prefix) };
    },
  };
}

function usedRange({ worksheets }: Excel.Workbook, { sheetId }: SheetNow): Excel.Range {
  return worksheets.getItem(sheetId).getUsedRangeOrNullObject();
}

/** Queues what happens to sheets; a range of an earlier batch is not valid any more. */
export async function queueActions(
  workbook: Excel.Workbook,
  actions: readonly SheetAction[],
  closer: ExcelCloser,
  outbox: Outbox,
): Promise<void> {
  const { worksheets, names } = workbook;
  const remove = (sheet: SheetNow | undefined): void => {
    if (sheet) worksheets.getItem(sheet.sheetId).delete();
    for (const name of closer.doomed) names.getItem(name).delete();
  };
  for (const action of actions) {
    switch (action.is) {
      case 'free':
        worksheets.getItem(action.sheet.sheetId).protection.unprotect();
        break;
      case 'make': {
        if (action.half) remove(action.half.sheet);
        const made = await queueSheet(action.ops, action.mark, workbook, outbox);
        made.customProperties.add(MADE, action.mark);
        made.customProperties.getItem(MAKING).delete();
        break;
      }
      case 'repoint':
        for (const { sheetId } of action.sheets) {
          for (const { row, column, formulas } of closer.blocks.get(sheetId) ?? []) {
            const width = formulas[0]?.length ?? 0;
            await outbox.makeRoom(bytesOf(formulas));
            const range = worksheets.getItem(sheetId).getRangeByIndexes(row, column, formulas.length, width);
            range.formulas = formulas.map(line => [...line]);
          }
        }
        empty(workbook, closer.blank);
        break;
      case 'mark': {
        const { customProperties } = worksheets.getItem(action.sheet.sheetId);
        if (action.after === null) customProperties.getItem(action.key).delete();
        else customProperties.add(action.key, action.after);
        break;
      }
      case 'protect':
        protect(worksheets.getItem(action.sheet.sheetId));
        break;
      case 'remove':
        remove(action.sheet);
    }
  }
}
