import type { Content, Spot } from '../../src/grid/grid.ts';
import { changedSince, type Patch } from '../../src/grid/patch.ts';
import type { TableColumn, Written } from '../../src/grid/tableColumn.ts';
import { isoOf } from '../../src/kernel/calendar.ts';
import type { BookPort, PatchRequest, SheetArea } from '../../src/panel/bookPort.ts';
import { PortError } from '../../src/panel/port.ts';
import { synced } from '../ops/apply.ts';
import { empty } from '../ops/empty.ts';
import { portError } from '../ops/portError.ts';
import { askGuards, isLocked, isOwnProtection, lifted, protect } from '../ops/protection.ts';
import { cellsOf } from '../ops/read.ts';
import { askSetting, keepSetting, settingText } from '../ops/setting.ts';
import { plainText } from '../ops/text.ts';
import { copy, remove } from './copies.ts';
import { areaOf, formulasOf, readBook } from './readBook.ts';

/** The workbook's setting that holds the formulas that others took the place of, and the last repair. */
const KEY = 'kpi.book';

export const bookPort: BookPort = { read: readBook, spills, kept, patch, copy, remove, selected };

async function spills(spots: readonly Spot[]): Promise<readonly SheetArea[]> {
  const { workbook } = new Excel.RequestContext();
  const asked = spots.map(({ sheetId, row, column }) => {
    const cell = workbook.worksheets.getItem(sheetId).getRangeByIndexes(row, column, 1, 1);
    const range = cell.getSpillingToRangeOrNullObject();
    range.load('rowIndex,columnIndex,rowCount,columnCount');
    return { sheetId, range };
  });
  await synced(workbook);
  return asked.flatMap(({ sheetId, range }) => (range.isNullObject ? [] : [{ sheetId, ...areaOf(range) }]));
}

async function kept(): Promise<string | undefined> {
  const { workbook } = new Excel.RequestContext();
  const setting = askSetting(workbook, KEY);
  await synced(workbook);
  return settingText(setting);
}

/** Two round trips: whether everything is as it was, then everything at once. */
async function patch({ patches, keep }: PatchRequest): Promise<readonly Spot[]> {
  const { workbook } = new Excel.RequestContext();
  const setting = askSetting(workbook, KEY);
  const read = patches.map(({ fresh, ...wanted }) => {
    const range = rangeOf(workbook, wanted);
    if (!fresh) range.load('formulas,values,valueTypes');
    return range;
  });
  // A batch that meets a protected sheet half-way could not be taken back on it either.
  const guards = askGuards(
    workbook,
    patches.map(({ sheetId }) => sheetId),
  );
  await synced(workbook);
  if (guards.some(isLocked)) throw new PortError('protected', 'AccessDenied');
  const changed = patches.flatMap((single, index) => changedCells(single, read[index]));
  if (changed.length > 0) return changed;
  // Loaded when something is written: the pane's first picture does not wait for what reads formulas.
  const { columnsUnder, toEmpty } = await import('./tableColumns.ts');
  const columns = await columnsUnder(workbook, patches.map(forwards));
  const blank = toEmpty(columns, patches.map(forwards));
  const before = settingText(setting);
  try {
    keepSetting(workbook, KEY, keep);
    lifted(guards, () => {
      for (const single of patches) write(rangeOf(workbook, single), single.after);
      empty(workbook, blank);
    });
    await workbook.context.sync();
  } catch (reason) {
    // Excel stops a batch where something fails and keeps what was done before. Where it cannot be taken back
    // either, what is kept still says how.
    await takeBack(patches, before, columns, guards.filter(isOwnProtection)).catch(() => undefined);
    throw portError(reason);
  }
  return [];
}

const forwards = ({ after, ...spot }: Patch): Written => ({ ...spot, contents: after });
const backwards = ({ before, ...spot }: Patch): Written => ({ ...spot, contents: before });

async function takeBack(
  patches: readonly Patch[],
  before: string | undefined,
  columns: readonly TableColumn[],
  guards: readonly Excel.Worksheet[],
): Promise<void> {
  const { workbook } = new Excel.RequestContext();
  const old = patches.filter(({ fresh }) => !fresh);
  // How far the batch came is not known: protected or not, they are free now, and protected afterwards.
  const closed = guards.map(({ id }) => workbook.worksheets.getItem(id));
  for (const sheet of closed) sheet.protection.unprotect();
  for (const single of old) write(rangeOf(workbook, single), single.before);
  const { toEmpty } = await import('./tableColumns.ts');
  empty(workbook, toEmpty(columns, old.map(backwards)));
  keepSetting(workbook, KEY, before ?? '{}');
  for (const sheet of closed) protect(sheet);
  await workbook.context.sync();
}

function changedCells(single: Patch, range: Excel.Range | undefined): Spot[] {
  if (!range || single.fresh) return [];
  const [formulas, values] = [formulasOf(range), cellsOf(range)];
  return changedSince([single], ({ row, column }) => {
    const [down, right] = [row - single.row, column - single.column];
    return { formula: formulas[down]?.[right] ?? '', value: values[down]?.[right] ?? null };
  });
}

function rangeOf(workbook: Excel.Workbook, { sheetId, row, column, before }: Omit<Patch, 'fresh'>): Excel.Range {
  const sheet = workbook.worksheets.getItem(sheetId);
  return sheet.getRangeByIndexes(row, column, before.length, before[0]?.length ?? 1);
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
