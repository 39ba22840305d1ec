import { settled } from '../../src/kernel/patchState.ts';
import { address } from '../../src/plan/address.ts';
import { fitting } from '../../src/plan/fitting.ts';
import { headingsIn, reheaded } from '../../src/plan/headings.ts';
import type { Label, Labels, SheetTexts } from '../../src/plan/relabel.ts';
import { PortError } from '../../src/port/port.ts';
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
    const collections = remarksOf(sheet);
    for (const collection of collections) collection.load('items/content');
    return { ranges: [sheet.getUsedRangeOrNullObject(true)], also: collections };
  };
  const {
    cells: [used],
    also: collections,
  } = await readRanges(workbook, ask, 'formulas');
  if (sheet.isNullObject) throw new PortError('gone', sheetId);
  const remarks = collections.flatMap(({ items }): Remark[] => items);
  const places = remarks.map(remark => remark.getLocation());
  for (const place of places) place.load('rowIndex,columnIndex');
  if (places.length > 0) await synced(workbook);
  return {
    cells: used ? used.formulas.flatMap((row, i) => textsOf(row, used.rowIndex + i, used.columnIndex)) : [],
    notes: remarks.flatMap(({ content }, index) => {
      const place = places[index];
      return place ? [{ row: place.rowIndex, column: place.columnIndex, text: content }] : [];
    }),
  };
}

export async function relabel(sheetId: string, wanted: Labels, were: Labels): Promise<number> {
  const { labels, before, left } = fitting(wanted, were, await texts(sheetId));
  try {
    await write(sheetId, labels);
    return left;
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
  const ask = () => ({ ranges: [sheet.getUsedRangeOrNullObject(true)], also: askGuards(workbook, [sheetId]) });
  const {
    cells: [used],
    also: guards,
  } = await readRanges(workbook, ask, 'formulas');
  const { anew, written } = reheaded(cells, (row, column) => {
    const formula = String(used?.formulas[row - used.rowIndex]?.[column - used.columnIndex] ?? '');
    return formula.startsWith('=') ? formula : '';
  });
  const cell = (row: number, column: number) => sheet.getRangeByIndexes(row, column, 1, 1);
  const remarks = notes.length > 0 ? await remarksAt(sheet, notes) : [];
  const closed = guards.filter(isOwnProtection);
  lift(closed);
  for (const { row, column, formula } of anew) cell(row, column).formulas = [[formula]];
  for (const { row, column, text } of written) cell(row, column).values = [[plainText(text)]];
  for (const [index, { text }] of notes.entries()) {
    const remark = remarks[index];
    if (remark) remark.content = text;
  }
  for (const each of closed) protect(each);
  await workbook.context.sync();
}

/** The headings of a list stand in its formula, whatever Excel says of the cells that it fills. */
function textsOf(row: readonly unknown[], at: number, first: number): Label[] {
  let headings: readonly string[] = [];
  return row.flatMap((cell, index) => {
    if (typeof cell === 'string' && cell.startsWith('=')) headings = headingsIn(cell);
    const [heading, ...others] = headings;
    headings = others;
    const text = heading ?? cell;
    return typeof text === 'string' && text !== '' && !text.startsWith('=')
      ? [{ row: at, column: first + index, text }]
      : [];
  });
}

type Remark = Excel.Note | Excel.Comment;

/** An Excel that has notes opens what one without them has written, too: there a comment stands in for each. */
function remarksOf(sheet: Excel.Worksheet): (Excel.NoteCollection | Excel.CommentCollection)[] {
  return hasNotes(sheet) ? [sheet.notes, sheet.comments] : [sheet.comments];
}

/** One round trip where a note may be either; only a note can be asked for that is not there. */
async function remarksAt(sheet: Excel.Worksheet, notes: Labels['notes']): Promise<Remark[]> {
  const places = notes.map(({ row, column }) => address({ row, column, rows: 1, columns: 1 }));
  const comment = (at: string): Excel.Comment => sheet.comments.getItemByCell(sheet.getRange(at));
  if (!hasNotes(sheet)) return places.map(comment);
  const found = places.map(at => sheet.notes.getItemOrNullObject(at).load('content'));
  await sheet.context.sync();
  return found.map((note, index) => (note.isNullObject ? comment(places[index] ?? '') : note));
}
