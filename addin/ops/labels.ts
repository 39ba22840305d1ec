import { PortError } from '../../src/panel/port.ts';
import { address } from '../../src/plan/address.ts';
import type { Labels, SheetTexts } from '../../src/plan/relabel.ts';
import { synced } from './apply.ts';
import { askGuards, lifted } from './protection.ts';
import { plainText } from './text.ts';

/** Two round trips: where a note stands is known only after it was found. */
export async function texts(sheetId: string): Promise<SheetTexts> {
  const { workbook } = new Excel.RequestContext();
  const sheet = workbook.worksheets.getItemOrNullObject(sheetId);
  const used = sheet.getUsedRangeOrNullObject(true);
  const remarks = remarksOf(sheet);
  used.load('formulas,rowIndex,columnIndex');
  remarks.load('items/content');
  await synced(workbook);
  if (sheet.isNullObject) throw new PortError('gone', sheetId);
  const places = remarks.items.map(remark => remark.getLocation());
  for (const place of places) place.load('rowIndex,columnIndex');
  if (places.length > 0) await synced(workbook);
  return {
    cells: used.isNullObject
      ? []
      : used.formulas.flatMap((row, i) => textsOf(row, used.rowIndex + i, used.columnIndex)),
    notes: remarks.items.flatMap(({ content }, index) => {
      const place = places[index];
      return place ? [{ row: place.rowIndex, column: place.columnIndex, text: content }] : [];
    }),
  };
}

export async function relabel(sheetId: string, { cells, notes }: Labels): Promise<void> {
  const { workbook } = new Excel.RequestContext();
  const sheet = workbook.worksheets.getItem(sheetId);
  const guards = askGuards(workbook, [sheetId]);
  await synced(workbook);
  const cell = (row: number, column: number) => sheet.getRangeByIndexes(row, column, 1, 1);
  lifted(guards, () => {
    for (const { row, column, text } of cells) cell(row, column).values = [[plainText(text)]];
    for (const { row, column, text } of notes) {
      const remark = hasNotes()
        ? sheet.notes.getItem(address({ row, column, rows: 1, columns: 1 }))
        : sheet.comments.getItemByCell(cell(row, column));
      remark.content = text;
    }
  });
  await synced(workbook);
}

function textsOf(row: readonly unknown[], at: number, first: number): { row: number; column: number; text: string }[] {
  return row.flatMap((cell, index) =>
    typeof cell === 'string' && cell !== '' && !cell.startsWith('=')
      ? [{ row: at, column: first + index, text: cell }]
      : [],
  );
}

/** Notes, or the comments that stand in for them where Excel is older (`note` in handlers.ts). */
function hasNotes(): boolean {
  return Office.context.requirements.isSetSupported('ExcelApi', '1.18');
}

function remarksOf(sheet: Excel.Worksheet): Excel.NoteCollection | Excel.CommentCollection {
  return hasNotes() ? sheet.notes : sheet.comments;
}
