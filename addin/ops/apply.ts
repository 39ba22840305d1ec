import { INSERTION } from '../../src/month/sheetChanges.ts';
import type { Op, Receipt } from '../../src/plan/op.ts';
import { formatsTogether } from './formats.ts';
import { handle, openBatch, rangeOf } from './handlers.ts';
import { askNames, brokenNames, namesOn } from './names.ts';
import { bytesOf, Outbox, opsInPieces, weightOf } from './outbox.ts';
import { portError } from './portError.ts';

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
  const proof = `${Date.now()}-${Math.random()}`;
  const { sheet } = firstOf(ops);
  try {
    const made = await queueSheet(ops, proof, context.workbook, new Outbox(context.workbook));
    await context.sync();
    return { sheet, sheetId: made.id, names };
  } catch (reason) {
    await takeOut(sheet, proof, names).catch(() => undefined);
    throw reason;
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

/** The proof is on the sheet from the beginning; a sheet of the same name may have been there before. */
export async function queueSheet(
  ops: readonly Op[],
  proof: string,
  workbook: Excel.Workbook,
  outbox: Outbox,
): Promise<Excel.Worksheet> {
  const batch = openBatch(workbook, firstOf(ops));
  batch.sheet.load('id');
  batch.sheet.customProperties.add(INSERTION, proof);
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

export async function undo({ sheetId, names }: Receipt): Promise<void> {
  const { workbook } = new Excel.RequestContext();
  const sheet = workbook.worksheets.getItemOrNullObject(sheetId);
  const asked = askNames(workbook, names);
  sheet.load('name');
  await synced(workbook);
  if (!sheet.isNullObject) {
    for (const { item } of [...namesOn(asked, sheet.name), ...brokenNames(asked)]) item.delete();
    sheet.delete();
    await synced(workbook);
  }
}

async function takeOut(name: string, proof: string, names: readonly string[]): Promise<void> {
  const { workbook } = new Excel.RequestContext();
  const sheet = workbook.worksheets.getItemOrNullObject(name);
  const made = sheet.customProperties.getItemOrNullObject(INSERTION);
  const asked = askNames(workbook, names);
  made.load('value');
  await workbook.context.sync();
  if (made.isNullObject || made.value !== proof) return;
  for (const { item } of namesOn(asked, name)) item.delete();
  sheet.delete();
  await workbook.context.sync();
}

export async function synced(workbook: Excel.Workbook): Promise<void> {
  try {
    await workbook.context.sync();
  } catch (reason) {
    throw portError(reason);
  }
}
