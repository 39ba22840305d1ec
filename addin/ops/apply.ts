import { type PatchState, settled } from '../../src/kernel/patchState.ts';
import { INSERTION, isHalf, MAKING, nameAtFirst } from '../../src/month/change/sheetMarks.ts';
import { uniqueId } from '../../src/panel/uniqueId.ts';
import type { Op, Receipt } from '../../src/plan/op.ts';
import { type PanelPort, PortError } from '../../src/port/port.ts';
import { formatsTogether } from './formats.ts';
import { handle, openBatch, rangeOf } from './handlers.ts';
import { marksOf } from './inspect.ts';
import { askNames, brokenNames, namesOn } from './names.ts';
import { bytesOf, Outbox, opsInPieces, weightOf } from './outbox.ts';
import { isRefused, portError } from './portError.ts';

/**
 * Queues everything and syncs once, more often only where a request would grow too long. Excel does not roll back, so
 * what a failed batch left behind is taken out. Names
 * whose cells somebody has deleted are in the way of the new ones: they are cleared away then, and it is tried again.
 */
export async function apply(ops: readonly Op[]): Promise<Receipt> {
  const names = namesIn(ops);
  try {
    return await insert(ops, names);
  } catch (reason) {
    const code = reason instanceof OfficeExtension.Error ? reason.code : '';
    if (code === 'ItemAlreadyExists' && (await clearBroken(names).catch(() => 0)) > 0) {
      return await insert(ops, names).catch((again: unknown) => Promise.reject(portError(again)));
    }
    throw portError(reason);
  }
}

async function insert(ops: readonly Op[], names: readonly string[]): Promise<Receipt> {
  const context = new Excel.RequestContext();
  const proof = uniqueId();
  const outbox = new Outbox(context.workbook);
  const { sheet } = firstOf(ops);
  try {
    const made = await queueSheet(ops, proof, context.workbook, outbox);
    made.customProperties.getItem(MAKING).delete();
    await context.sync();
    return { sheet, sheetId: made.id, names };
  } catch (reason) {
    if (isRefused(reason) && !outbox.hasSent) throw reason;
    let sheetId = '';
    const left = await settled(async () => {
      const found = await takeOut(proof, names);
      sheetId = found.sheetId;
      return found.is;
    });
    // Everything was done, and only the answer was lost.
    if (left === 'after') return { sheet, sheetId, names };
    if (left === 'before') throw reason;
    throw new PortError('cutOff', portError(reason).code);
  }
}

export function namesIn(ops: readonly Op[]): string[] {
  return ops.flatMap(op => (op.op === 'name' ? [op.name] : []));
}

async function clearBroken(names: readonly string[]): Promise<number> {
  const { workbook } = new Excel.RequestContext();
  const asked = askNames(workbook, names);
  await workbook.context.sync();
  const broken = brokenNames(asked);
  for (const { item } of broken) item.delete();
  await workbook.context.sync();
  return broken.length;
}

/**
 * The proof is on the sheet from the beginning; a sheet of the same name may have been there before. Adding a sheet
 * and marking it are two actions: until it is marked, its name is the mark.
 */
export async function queueSheet(
  ops: readonly Op[],
  proof: string,
  workbook: Excel.Workbook,
  outbox: Outbox,
): Promise<Excel.Worksheet> {
  const batch = openBatch(workbook, nameAtFirst(proof));
  batch.sheet.load('id');
  batch.sheet.customProperties.add(INSERTION, proof);
  batch.sheet.customProperties.add(MAKING, proof);
  batch.sheet.name = firstOf(ops).sheet;
  const { rest, blocks } = formatsTogether(ops);
  for (const op of rest.flatMap(opsInPieces)) {
    await outbox.makeRoom(weightOf(op));
    handle(op, batch);
  }
  for (const { area, formats } of blocks) {
    await outbox.makeRoom(bytesOf(formats));
    rangeOf(batch, area).numberFormat = formats.map(line => [...line]);
  }
  return batch.sheet;
}

function firstOf([first]: readonly Op[]): Extract<Op, { op: 'addSheet' }> {
  if (first?.op !== 'addSheet') throw new RangeError('Ops begin with addSheet.');
  return first;
}

export async function undo({ sheetId, names, half }: Parameters<PanelPort['undo']>[0]): Promise<void> {
  const { workbook } = new Excel.RequestContext();
  const sheet = workbook.worksheets.getItemOrNullObject(sheetId);
  const asked = askNames(workbook, names);
  sheet.load('name,customProperties/items/key,customProperties/items/value');
  await synced(workbook);
  if (!sheet.isNullObject && !(half && !isHalf(sheet.name, marksOf(sheet)))) {
    for (const { item } of [...namesOn(asked, sheet.name), ...brokenNames(asked)]) item.delete();
    sheet.delete();
    await synced(workbook);
  }
}

/** What was made is taken out, unless it is whole. */
async function takeOut(
  proof: string,
  names: readonly string[],
): Promise<{ readonly is: PatchState; readonly sheetId: string }> {
  const { workbook } = new Excel.RequestContext();
  const { worksheets } = workbook;
  worksheets.load('items/id,items/name,items/customProperties/items/key,items/customProperties/items/value');
  const asked = askNames(workbook, names);
  await workbook.context.sync();
  const isBare = ({ name }: Excel.Worksheet): boolean => name === nameAtFirst(proof);
  const made = worksheets.items.find(sheet => isBare(sheet) || marksOf(sheet)[INSERTION] === proof);
  if (!made) return { is: 'before', sheetId: '' };
  if (!isBare(made) && marksOf(made)[MAKING] === undefined) return { is: 'after', sheetId: made.id };
  for (const { item } of namesOn(asked, made.name)) item.delete();
  worksheets.getItem(made.id).delete();
  await workbook.context.sync();
  return { is: 'before', sheetId: '' };
}

export async function synced(workbook: Excel.Workbook): Promise<void> {
  try {
    await workbook.context.sync();
  } catch (reason) {
    throw portError(reason);
  }
}
