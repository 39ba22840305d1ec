import type { Content, Spot } from '../../src/grid/grid.ts';
import { type Patch, pending } from '../../src/grid/patch.ts';
import { type Standing, type Steps, settled, standing } from '../../src/grid/standing.ts';
import type { TableColumn, Written } from '../../src/grid/tableColumn.ts';
import { isoOf } from '../../src/kernel/calendar.ts';
import type { BookPort, PatchRequest, SheetArea } from '../../src/panel/bookPort.ts';
import { PortError } from '../../src/panel/port.ts';
import { synced } from '../ops/apply.ts';
import { alone, type Claim, released } from '../ops/claim.ts';
import { empty } from '../ops/empty.ts';
import { isRefused, portError } from '../ops/portError.ts';
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
async function patch(request: PatchRequest): Promise<readonly Spot[]> {
  const { workbook } = new Excel.RequestContext();
  return alone(workbook, async claim => {
    const look = await lookAt(workbook, request, claim);
    if (look.changed.length > 0) await released(claim);
    else await carryOut(workbook, request, look, claim);
    return look.changed;
  });
}

interface Look {
  readonly left: readonly Patch[];
  readonly changed: readonly Spot[];
  /** What is kept now. */
  readonly before: string;
}

async function lookAt(workbook: Excel.Workbook, request: PatchRequest, claim: Claim): Promise<Look> {
  const { patches } = request;
  const setting = askSetting(workbook, KEY);
  const read = patches.map(({ fresh, ...wanted }) => {
    const range = rangeOf(workbook, wanted);
    if (!fresh) range.load('formulas,values,valueTypes');
    return range;
  });
  // A batch that meets a protected sheet half-way could not be taken back on it either.
  const guards = [...new Set(patches.map(({ sheetId }) => sheetId))].map(
    id => workbook.worksheets.getItemOrNullObject(id).protection,
  );
  for (const guard of guards) guard.load('protected');
  await synced(workbook);
  try {
    claim.check();
    const kept = settingText(setting);
    if ('kept' in request && request.kept !== kept) throw new PortError('busy', 'something else is kept by now');
    if (guards.some(guard => !guard.isNullObject && guard.protected)) throw new PortError('protected', 'AccessDenied');
    const looked = patches.map((single, index) => leftOf(single, read[index]));
    return {
      left: looked.flatMap(({ left }) => left),
      changed: looked.flatMap(({ changed }) => changed),
      before: kept ?? NOTHING,
    };
  } catch (reason) {
    await released(claim);
    throw reason;
  }
}

const NOTHING = '{}';

async function carryOut(
  workbook: Excel.Workbook,
  { keep, meanwhile }: PatchRequest,
  { left, before }: Look,
  claim: Claim,
): Promise<void> {
  const first = meanwhile ?? keep;
  // Loaded when something is written: the pane's first picture does not wait for what reads formulas.
  const { columnsUnder, toEmpty } = await import('./tableColumns.ts');
  const columns = await columnsUnder(workbook, left.map(forwards)).catch(async (reason: unknown) => {
    await released(claim);
    throw reason;
  });
  try {
    claim.hold(workbook);
    if (first !== undefined) keepSetting(workbook, KEY, first);
    for (const single of left) write(rangeOf(workbook, single), single.after);
    empty(workbook, toEmpty(columns, left.map(forwards)));
    claim.release(workbook);
    // The last of all: it tells that everything was done.
    if (keep !== undefined && keep !== first) keepSetting(workbook, KEY, keep);
    await workbook.context.sync();
  } catch (reason) {
    if (isRefused(reason)) throw portError(reason);
    const steps = { before, meanwhile: first, after: keep === first ? undefined : keep };
    const now = await settled(() => takeBack({ left, columns, claim }, steps));
    const { reason: why, code } = portError(reason);
    if (now !== 'after') throw new PortError(now === 'between' ? 'cutOff' : why, code);
  }
}

interface Writing {
  readonly left: readonly Patch[];
  /** Columns of tables that formulas are written into. */
  readonly columns: readonly TableColumn[];
  readonly claim: Claim;
}

const forwards = ({ after, ...spot }: Patch): Written => ({ ...spot, contents: after });
const backwards = ({ before, ...spot }: Patch): Written => ({ ...spot, contents: before });

/** Excel stops a batch where something fails and keeps what was done before. Says how the workbook is then. */
async function takeBack({ left, columns, claim }: Writing, steps: Steps): Promise<Standing> {
  const { workbook } = new Excel.RequestContext();
  const setting = askSetting(workbook, KEY);
  await workbook.context.sync();
  const now = standing(steps, settingText(setting) ?? NOTHING);
  // What had broken off before is offered again.
  if (now === 'between' && steps.meanwhile === steps.before && steps.after !== undefined) return 'between';
  if (now === 'between') {
    const old = left.filter(({ fresh }) => !fresh);
    for (const single of old) write(rangeOf(workbook, single), single.before);
    const { toEmpty } = await import('./tableColumns.ts');
    empty(workbook, toEmpty(columns, old.map(backwards)));
    if (steps.meanwhile !== undefined) keepSetting(workbook, KEY, steps.before);
  }
  claim.release(workbook);
  await workbook.context.sync();
  return now === 'after' ? 'after' : 'before';
}

function leftOf(single: Patch, range: Excel.Range | undefined): ReturnType<typeof pending> {
  if (!range || single.fresh) return { left: [single], changed: [] };
  const gone = range.isNullObject;
  const [formulas, values] = gone ? [[], []] : [formulasOf(range), cellsOf(range)];
  return pending([single], ({ row, column }) => {
    const [down, right] = [row - single.row, column - single.column];
    return { formula: formulas[down]?.[right] ?? (gone ? GONE : ''), value: values[down]?.[right] ?? null };
  });
}

/** What a cell of a sheet holds that is not there any more: nothing that anybody would write. */
const GONE = '=#REF!';

function rangeOf(workbook: Excel.Workbook, { sheetId, row, column, before }: Omit<Patch, 'fresh'>): Excel.Range {
  const sheet = workbook.worksheets.getItemOrNullObject(sheetId);
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
