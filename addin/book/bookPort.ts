import type { Content, Spot } from '../../src/grid/grid.ts';
import { type Patch, pending } from '../../src/grid/patch.ts';
import type { TableColumn, Written } from '../../src/grid/tableColumn.ts';
import { isoOf } from '../../src/kernel/calendar.ts';
import { type PatchState, patchState, type Steps, settled } from '../../src/kernel/patchState.ts';
import type { Area } from '../../src/plan/op.ts';
import type { BookPort, PatchRequest, SheetArea } from '../../src/port/bookPort.ts';
import { PortError } from '../../src/port/port.ts';
import { synced } from '../ops/apply.ts';
import { alone, type Claim, released } from '../ops/claim.ts';
import { empty } from '../ops/empty.ts';
import { bytesOf, Outbox, rowsInPieces } from '../ops/outbox.ts';
import { areaOf, fitsTrip, type Loaded, readAreas } from '../ops/pieces.ts';
import { isRefused, portError } from '../ops/portError.ts';
import { askGuards, isLocked, isOwnProtection, lift, protect } from '../ops/protection.ts';
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
async function patch(request: PatchRequest): Promise<readonly Spot[]> {
  const { workbook } = new Excel.RequestContext();
  return alone(async claim => {
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
  /** Sheets of closed months, which are protected by the add-in itself. */
  readonly closed: readonly Excel.Worksheet[];
}

async function lookAt(workbook: Excel.Workbook, request: PatchRequest, claim: Claim): Promise<Look> {
  const { patches } = request;
  claim.ask(workbook);
  const setting = askSetting(workbook, KEY);
  // A batch that meets a protected sheet half-way could not be taken back on it either.
  const guards = askGuards(
    workbook,
    patches.map(({ sheetId }) => sheetId),
  );
  try {
    const old = patches.filter(({ fresh }) => !fresh);
    const read = await readOld(workbook, old);
    claim.check();
    const kept = settingText(setting);
    if ('kept' in request && request.kept !== kept) throw new PortError('busy', 'something else is kept by now');
    if (guards.some(isLocked)) throw new PortError('protected', 'AccessDenied');
    const found = new Map(old.map((single, index) => [single, read[index]]));
    const looked = patches.map(single => leftOf(single, found.get(single)));
    return {
      left: looked.flatMap(({ left }) => left),
      changed: looked.flatMap(({ changed }) => changed),
      before: kept ?? NOTHING,
      closed: guards.filter(isOwnProtection),
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
  { left, before, closed }: Look,
  claim: Claim,
): Promise<void> {
  const first = meanwhile ?? keep;
  // Loaded when something is written: the pane's first picture does not wait for what reads formulas.
  const { columnsUnder, toEmpty } = await import('./tableColumns.ts');
  const writes = left.map(forwards);
  const { columns, blank } = await columnsUnder(workbook, writes)
    .then(under => ({ columns: under, blank: toEmpty(under, writes) }))
    .catch(async (reason: unknown) => {
      await released(claim);
      throw reason;
    });
  const outbox = new Outbox(workbook);
  try {
    claim.hold(workbook);
    if (first !== undefined) keepSetting(workbook, KEY, first);
    lift(closed);
    await queueAll(workbook, writes, blank, outbox);
    for (const sheet of closed) protect(sheet);
    claim.release(workbook);
    // The last of all: it tells that everything was done.
    if (keep !== undefined && keep !== first) keepSetting(workbook, KEY, keep);
    await workbook.context.sync();
  } catch (reason) {
    if (isRefused(reason) && !outbox.hasSent) throw portError(reason);
    const steps = { before, meanwhile: first, after: keep === first ? undefined : keep };
    const now = await settled(() => takeBack({ left, columns, claim, closed }, steps));
    const { reason: why, code } = portError(reason);
    if (now !== 'after') throw new PortError(now === 'between' ? 'cutOff' : why, code);
  }
}

interface Writing {
  readonly left: readonly Patch[];
  /** Columns of tables that formulas are written into. */
  readonly columns: readonly TableColumn[];
  readonly claim: Claim;
  readonly closed: readonly Excel.Worksheet[];
}

/** What stands there now, with what else the batch asks for. */
async function readOld(workbook: Excel.Workbook, old: readonly Patch[]): Promise<readonly (Loaded | undefined)[]> {
  const wanted = old.map(single => ({ sheet: single.sheetId, area: areaIn(single) }));
  if (fitsTrip(wanted, 'values', 'valueTypes', 'formulas')) {
    const ranges = old.map(single => rangeOf(workbook, single));
    for (const range of ranges) range.load('formulas,values,valueTypes,rowIndex,columnIndex');
    await synced(workbook);
    return ranges.map(range => (range.isNullObject ? undefined : range));
  }
  await synced(workbook);
  return readAreas(wanted, 'values', 'valueTypes', 'formulas').catch(reason => {
    throw portError(reason);
  });
}

/** Blank cells of tables that Excel fills beside the formulas are blank again afterwards. */
async function queueAll(
  workbook: Excel.Workbook,
  writes: readonly Written[],
  blank: readonly Spot[],
  outbox: Outbox,
): Promise<void> {
  for (const single of writes) {
    for (const { from, rows } of rowsInPieces(single.contents)) {
      await outbox.makeRoom(bytesOf(rows));
      write(rangeOf(workbook, { ...single, row: single.row + from, before: rows }), rows);
    }
  }
  empty(workbook, blank);
}

const forwards = ({ after, ...spot }: Patch): Written => ({ ...spot, contents: after });
const backwards = ({ before, ...spot }: Patch): Written => ({ ...spot, contents: before });

/** Excel stops a batch where something fails and keeps what was done before. Says how the workbook is then. */
async function takeBack({ left, columns, claim, closed }: Writing, steps: Steps): Promise<PatchState> {
  const { workbook } = new Excel.RequestContext();
  const setting = askSetting(workbook, KEY);
  await workbook.context.sync();
  const now = patchState(steps, settingText(setting) ?? NOTHING);
  // What had broken off before is offered again.
  if (now === 'between' && steps.meanwhile === steps.before && steps.after !== undefined) return 'between';
  if (now === 'between') {
    const old = left.filter(({ fresh }) => !fresh);
    const { toEmpty } = await import('./tableColumns.ts');
    const sheets = closed.map(({ id }) => workbook.worksheets.getItem(id));
    lift(sheets);
    await queueAll(workbook, old.map(backwards), toEmpty(columns, old.map(backwards)), new Outbox(workbook));
    for (const sheet of sheets) protect(sheet);
    if (steps.meanwhile !== undefined) keepSetting(workbook, KEY, steps.before);
  }
  claim.release(workbook);
  await workbook.context.sync();
  return now === 'after' ? 'after' : 'before';
}

function leftOf(single: Patch, read: Loaded | undefined): ReturnType<typeof pending> {
  if (single.fresh) return { left: [single], changed: [] };
  const [formulas, values] = read ? [formulasOf(read), cellsOf(read)] : [[], []];
  return pending([single], ({ row, column }) => {
    const [down, right] = [row - single.row, column - single.column];
    return { formula: formulas[down]?.[right] ?? (read ? '' : GONE), value: values[down]?.[right] ?? null };
  });
}

/** What a cell of a sheet holds that is not there any more: nothing that anybody would write. */
const GONE = '=#REF!';

type Place = Pick<Patch, 'sheetId' | 'row' | 'column' | 'before'>;

function areaIn({ row, column, before }: Place): Area {
  return { row, column, rows: before.length, columns: before[0]?.length ?? 1 };
}

function rangeOf(workbook: Excel.Workbook, place: Place): Excel.Range {
  const { row, column, rows, columns } = areaIn(place);
  return workbook.worksheets.getItemOrNullObject(place.sheetId).getRangeByIndexes(row, column, rows, columns);
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
