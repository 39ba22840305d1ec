import type { Content, Spot } from '../../src/grid/grid.ts';
import { changedSince, type Patch } from '../../src/grid/patch.ts';
import type { TableColumn, Written } from '../../src/grid/tableColumn.ts';
import { isoOf } from '../../src/kernel/calendar.ts';
import type { BookPort, PatchRequest, SheetArea } from '../../src/panel/bookPort.ts';
import { PortError } from '../../src/panel/port.ts';
import type { Area } from '../../src/plan/op.ts';
import { synced } from '../ops/apply.ts';
import { empty } from '../ops/empty.ts';
import { bytesOf, Outbox, rowsInPieces } from '../ops/outbox.ts';
import { areaOf, fitsTrip, type Loaded, readAreas } from '../ops/pieces.ts';
import { portError } from '../ops/portError.ts';
import { cellsOf, formulasOf } from '../ops/read.ts';
import { askSetting, keepSetting, settingText } from '../ops/setting.ts';
import { plainText } from '../ops/text.ts';
import { copy, remove } from './copies.ts';
import { readBook, spillsAt } from './readBook.ts';

/** The workbook's setting that holds the formulas that others took the place of, and the last repair. */
const KEY = 'kpi.book';

export const bookPort: BookPort = { read: readBook, spills, kept, patch, copy, remove, selected };

function spills(spots: readonly Spot[]): Promise<readonly SheetArea[]> {
  return spillsAt(new Excel.RequestContext().workbook, spots);
}

async function kept(): Promise<string | undefined> {
  const { workbook } = new Excel.RequestContext();
  const setting = askSetting(workbook, KEY);
  await synced(workbook);
  return settingText(setting);
}

/** Two round trips, whether everything is as it was, then everything at once; more where it is very much. */
async function patch({ patches, keep }: PatchRequest): Promise<readonly Spot[]> {
  const { workbook } = new Excel.RequestContext();
  const setting = askSetting(workbook, KEY);
  // A batch that meets a protected sheet half-way could not be taken back on it either.
  const guards = [...new Set(patches.map(({ sheetId }) => sheetId))].map(
    id => workbook.worksheets.getItem(id).protection,
  );
  for (const guard of guards) guard.load('protected');
  const old = patches.filter(({ fresh }) => !fresh);
  const read = await readOld(workbook, old);
  const locked = guards.find(guard => guard.protected);
  if (locked) throw new PortError('protected', 'AccessDenied');
  const changed = old.flatMap((single, index) => changedCells(single, read[index]));
  if (changed.length > 0) return changed;
  // Loaded when something is written: the pane's first picture does not wait for what reads formulas.
  const { columnsUnder, toEmpty } = await import('./tableColumns.ts');
  const columns = await columnsUnder(workbook, patches.map(forwards));
  const blank = toEmpty(columns, patches.map(forwards));
  const before = settingText(setting);
  try {
    keepSetting(workbook, KEY, keep);
    await writeAll(workbook, patches.map(forwards), blank);
  } catch (reason) {
    // Excel stops a batch where something fails and keeps what was done before. Where it cannot be taken back
    // either, what is kept still says how.
    await takeBack(patches, before, columns).catch(() => undefined);
    throw portError(reason);
  }
  return [];
}

/** What stands there now, with what else the batch asks for. */
async function readOld(workbook: Excel.Workbook, old: readonly Patch[]): Promise<readonly (Loaded | undefined)[]> {
  const wanted = old.map(single => ({ sheet: single.sheetId, area: areaIn(single) }));
  if (fitsTrip(wanted, 'values', 'valueTypes', 'formulas')) {
    const ranges = old.map(single => rangeOf(workbook, single));
    for (const range of ranges) range.load('formulas,values,valueTypes,rowIndex,columnIndex');
    await synced(workbook);
    return ranges;
  }
  await synced(workbook);
  return readAreas(wanted, 'values', 'valueTypes', 'formulas').catch(reason => {
    throw portError(reason);
  });
}

/** Blank cells of tables that Excel fills beside the formulas are blank again afterwards. */
async function writeAll(workbook: Excel.Workbook, writes: readonly Written[], blank: readonly Spot[]): Promise<void> {
  const outbox = new Outbox(workbook);
  for (const single of writes) {
    for (const { from, rows } of rowsInPieces(single.contents)) {
      await outbox.makeRoom(bytesOf(rows));
      write(rangeOf(workbook, { ...single, row: single.row + from, before: rows }), rows);
    }
  }
  empty(workbook, blank);
  await workbook.context.sync();
}

const forwards = ({ after, ...spot }: Patch): Written => ({ ...spot, contents: after });
const backwards = ({ before, ...spot }: Patch): Written => ({ ...spot, contents: before });

async function takeBack(
  patches: readonly Patch[],
  before: string | undefined,
  columns: readonly TableColumn[],
): Promise<void> {
  const { workbook } = new Excel.RequestContext();
  const old = patches.filter(({ fresh }) => !fresh).map(backwards);
  const { toEmpty } = await import('./tableColumns.ts');
  await writeAll(workbook, old, toEmpty(columns, old));
  keepSetting(workbook, KEY, before ?? '{}');
  await workbook.context.sync();
}

function changedCells(single: Patch, read: Loaded | undefined): Spot[] {
  if (!read) return [];
  const [formulas, values] = [formulasOf(read), cellsOf(read)];
  return changedSince([single], ({ row, column }) => {
    const [down, right] = [row - single.row, column - single.column];
    return { formula: formulas[down]?.[right] ?? '', value: values[down]?.[right] ?? null };
  });
}

type Place = Pick<Patch, 'sheetId' | 'row' | 'column' | 'before'>;

function areaIn({ row, column, before }: Place): Area {
  return { row, column, rows: before.length, columns: before[0]?.length ?? 1 };
}

function rangeOf(workbook: Excel.Workbook, place: Place): Excel.Range {
  const { row, column, rows, columns } = areaIn(place);
  return workbook.worksheets.getItem(place.sheetId).getRangeByIndexes(row, column, rows, columns);
}

/** Excel leaves a cell alone that is given null. */
function write(range: Excel.Range, contents: Patch['after']): void {
  range.formulas = contents.map(line => line.map(written));
}

function written(content: Content): number | string | boolean {
  if (content === null) return '';
  // In this form Excel reads a day in every language.
  if (typeof content === 'object') return 'date' in content ? isoOf(content.date) : content.formula;
  return typeof content === 'string' ? plainText(content) : content;
}

async function selected(): Promise<SheetArea> {
  const { workbook } = new Excel.RequestContext();
  const range = workbook.getSelectedRange();
  const sheet = workbook.worksheets.getActiveWorksheet();
  range.load('rowIndex,columnIndex,rowCount,columnCount');
  sheet.load('id');
  await synced(workbook);
  return { sheetId: sheet.id, ...areaOf(range) };
}
