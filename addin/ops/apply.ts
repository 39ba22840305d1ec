import { type Standing, settled } from '../../src/grid/standing.ts';
import { INSERTION, isHalf, MAKING, nameAtFirst } from '../../src/month/sheetChanges.ts';
import { type PanelPort, PortError } from '../../src/panel/port.ts';
import { uniqueId } from '../../src/panel/uniqueId.ts';
import type { Op, Receipt } from '../../src/plan/op.ts';
import { handle, openBatch } from './handlers.ts';
import { marksOf } from './inspect.ts';
import { isRefused, portError } from './portError.ts';

/** Queues everything and syncs once. Excel does not roll back, so what a failed batch left behind is taken out. */
export async function apply(ops: readonly Op[]): Promise<Receipt> {
  const context = new Excel.RequestContext();
  const proof = uniqueId();
  const { sheet, made } = queueSheet(ops, proof, context.workbook);
  made.customProperties.getItem(MAKING).delete();
  made.load('id');
  const names = ops.flatMap(op => (op.op === 'name' ? [op.name] : []));
  try {
    await context.sync();
    return { sheet, sheetId: made.id, names };
  } catch (reason) {
    if (isRefused(reason)) throw portError(reason);
    let sheetId = '';
    const left = await settled(async () => {
      const found = await takeOut(proof, names);
      sheetId = found.sheetId;
      return found.is;
    });
    // Everything was done, and only the answer was lost.
    if (left === 'after') return { sheet, sheetId, names };
    const { reason: why, code } = portError(reason);
    throw new PortError(left === 'before' ? why : 'cutOff', code);
  }
}

/**
 * The proof is on the sheet from the beginning; a sheet of the same name may have been there before. Adding a sheet
 * and marking it are two actions: until it is marked, its name is the mark.
 */
export function queueSheet(
  ops: readonly Op[],
  proof: string,
  workbook: Excel.Workbook,
): { readonly sheet: string; readonly made: Excel.Worksheet } {
  const [first] = ops;
  if (first?.op !== 'addSheet') throw new RangeError('Ops begin with addSheet.');
  const batch = openBatch(workbook, nameAtFirst(proof));
  batch.sheet.customProperties.add(INSERTION, proof);
  batch.sheet.customProperties.add(MAKING, proof);
  batch.sheet.name = first.sheet;
  for (const op of ops) handle(op, batch);
  return { sheet: first.sheet, made: batch.sheet };
}

export async function undo({ sheetId, names, half }: Parameters<PanelPort['undo']>[0]): Promise<void> {
  const { workbook } = new Excel.RequestContext();
  const sheet = workbook.worksheets.getItemOrNullObject(sheetId);
  const items = names.map(name => workbook.names.getItemOrNullObject(name));
  sheet.load('name,customProperties/items/key,customProperties/items/value');
  for (const item of items) item.load('formula');
  await synced(workbook);
  if (!sheet.isNullObject && !(half && !isHalf(sheet.name, marksOf(sheet)))) {
    deleteNames(items, sheet.name);
    sheet.delete();
    await synced(workbook);
  }
}

/** What was made is taken out, unless it is whole. */
async function takeOut(
  proof: string,
  names: readonly string[],
): Promise<{ readonly is: Standing; readonly sheetId: string }> {
  const { workbook } = new Excel.RequestContext();
  const { worksheets } = workbook;
  worksheets.load('items/id,items/name,items/customProperties/items/key,items/customProperties/items/value');
  const items = names.map(item => workbook.names.getItemOrNullObject(item));
  for (const item of items) item.load('formula');
  await workbook.context.sync();
  const isBare = ({ name }: Excel.Worksheet): boolean => name === nameAtFirst(proof);
  const made = worksheets.items.find(sheet => isBare(sheet) || marksOf(sheet)[INSERTION] === proof);
  if (!made) return { is: 'before', sheetId: '' };
  if (!isBare(made) && marksOf(made)[MAKING] === undefined) return { is: 'after', sheetId: made.id };
  deleteNames(items, made.name);
  worksheets.getItem(made.id).delete();
  await workbook.context.sync();
  return { is: 'before', sheetId: '' };
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
