import { INSERTION } from '../../src/month/sheetChanges.ts';
import type { Op, Receipt } from '../../src/plan/op.ts';
import { formatsTogether } from './formats.ts';
import { handle, openBatch, rangeOf } from './handlers.ts';
import { bytesOf, Outbox, opsInPieces, weightOf } from './outbox.ts';
import { portError } from './portError.ts';

/**
 * Queues everything and syncs once, more often only where a request would grow too long. Excel does not roll back, so
 * what a failed batch left behind is taken out.
 */
export async function apply(ops: readonly Op[]): Promise<Receipt> {
  const context = new Excel.RequestContext();
  const proof = `${Date.now()}-${Math.random()}`;
  const first = firstOf(ops);
  const names = ops.flatMap(op => (op.op === 'name' ? [op.name] : []));
  try {
    const made = await queueSheet(ops, proof, context.workbook, new Outbox(context.workbook));
    await context.sync();
    return { sheet: first.sheet, sheetId: made.id, names };
  } catch (reason) {
    await takeOut(first.sheet, proof, names).catch(() => undefined);
    throw portError(reason);
  }
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
  const items = names.map(name => workbook.names.getItemOrNullObject(name));
  sheet.load('name');
  for (const item of items) item.load('formula');
  await synced(workbook);
  if (!sheet.isNullObject) {
    deleteNames(items, sheet.name);
    sheet.delete();
    await synced(workbook);
  }
}

async function takeOut(name: string, proof: string, names: readonly string[]): Promise<void> {
  const { workbook } = new Excel.RequestContext();
  const sheet = workbook.worksheets.getItemOrNullObject(name);
  const made = sheet.customProperties.getItemOrNullObject(INSERTION);
  const items = names.map(item => workbook.names.getItemOrNullObject(item));
  made.load('value');
  for (const item of items) item.load('formula');
  await workbook.context.sync();
  if (made.isNullObject || made.value !== proof) return;
  deleteNames(items, name);
  sheet.delete();
  await workbook.context.sync();
}

/** Only names that point to the sheet itself: the others were there before. */
function deleteNames(items: readonly Excel.NamedItem[], sheet: string): void {
  const prefixes = [`=${sheet}!`, `='${sheet.replaceAll("'", "''")}'!`];
  for (const item of items) {
    if (!item.isNullObject && prefixes.some(prefix => String(item.formula).startsWith(prefix))) item.delete();
  }
}

export async function synced(workbook: Excel.Workbook): Promise<void> {
  try {
    await workbook.context.sync();
  } catch (reason) {
    throw portError(reason);
  }
}
