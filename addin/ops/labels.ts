import { settled } from '../../src/grid/standing.ts';
import { PortError } from '../../src/panel/port.ts';
import { address } from '../../src/plan/address.ts';
import type { Labels, SheetTexts } from '../../src/plan/relabel.ts';
import { synced } from './apply.ts';
import { hasNotes } from './notes.ts';
import { readRanges } from './pieces.ts';
import { isRefused, portError } from './portError.ts';
import { askGuards, isOwnProtection, lift, protect } from './protection.ts';
import { plainText } from './text.ts';

/** Two round trips: where a note stands is known only after it was found. */
export async function texts(sheetId: string): Promise<SheetTexts> {
  const { workbook } = new Excel.RequestContext();
  const sheet = workbook.worksheets.getItemOrNullObject(sheetId);
  const ask = () => {
    const remarks = remarksOf(sheet);
    remarks.load('items/content');
    return { ranges: [sheet.getUsedRangeOrNullObject(true)], also: remarks };
  };
  const {
    cells: [used],
    also: remarks,
  } = await readRanges(workbook, ask, 'formulas');
  if (sheet.isNullObject) throw new PortError('gone', sheetId);
  const places = remarks.items.map(remark => remark.getLocation());
  for (const place of places) place.load('rowIndex,columnIndex');
  if (places.length > 0) await synced(workbook);
  return {
    cells: used ? used.formulas.flatMap((row, i) => textsOf(row, used.rowIndex + i, used.columnIndex)) : [],
    notes: remarks.items.flatMap(({ content }, index) => {
      const place = places[index];
      return place ? [{ row: place.rowIndex, column: place.columnIndex, text: content }] : [];
    }),
  };
}

export async function relabel(sheetId: string, labels: Labels, before: Labels): Promise<void> {
  try {
    await write(sheetId, labels);
  } catch (reason) {
    if (isRefused(reason)) throw portError(reason);
    const left = await settled(() => write(sheetId, before).then(() => 'before' as const));
    const { reason: why, code } = portError(reason);
    throw new PortError(left === 'before' ? why : 'cutOff', code);
  }
}

async function write(sheetId: string, { cells, notes }: Labels): Promise<void> {
  const { workbook } = new Excel.RequestContext();
  const sheet = workbook.worksheets.getItem(sheetId);
  const guards = askGuards(workbook, [sheetId]);
  await workbook.context.sync();
  const cell = (row: number, column: number) => sheet.getRangeByIndexes(row, column, 1, 1);
  const closed = guards.filter(isOwnProtection);
  lift(closed);
  for (const { row, column, text } of cells) cell(row, column).values = [[plainText(text)]];
  for (const { row, column, text } of notes) {
    const remark = hasNotes(sheet)
      ? sheet.notes.getItem(address({ row, column, rows: 1, columns: 1 }))
      : sheet.comments.getItemByCell(cell(row, column));
    remark.content = text;
  }
  for (const each of closed) protect(each);
  await workbook.context.sync();
}

function textsOf(row: readonly unknown[], at: number, first: number): { row: number; column: number; text: string }[] {
  return row.flatMap((cell, index) =>
    typeof cell === 'string' && cell !== '' && !cell.startsWith('=')
      ? [{ row: at, column: first + index, text: cell }]
      : [],
  );
}

function remarksOf(sheet: Excel.Worksheet): Excel.NoteCollection | Excel.CommentCollection {
  return hasNotes(sheet) ? sheet.notes : sheet.comments;
}
