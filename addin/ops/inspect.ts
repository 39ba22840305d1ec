import { isHalf } from '../../src/month/change/sheetMarks.ts';
import type { Inventory, OurSheet } from '../../src/port/port.ts';
import { synced } from './apply.ts';
import { isBroken } from './names.ts';

/** Names and marks in one round trip; a path through a collection loads what its items hold. */
export async function inspect(): Promise<Inventory> {
  const { workbook } = new Excel.RequestContext();
  const { worksheets, names, tables } = workbook;
  worksheets.load('items/id,items/name,items/customProperties/items/key,items/customProperties/items/value');
  names.load('items/name,items/formula');
  tables.load('items/name');
  await synced(workbook);
  const listed = (collection: { readonly items: readonly { readonly name: string }[] }) =>
    collection.items.map(({ name }) => name);
  const halves = worksheets.items.filter(isLeft).map(({ id, name }) => ({ sheetId: id, sheet: name }));
  return {
    sheets: listed(worksheets),
    // A name whose cells are gone is free to be used again (apply.ts).
    names: listed({ items: names.items.filter(name => !isBroken(name)) }),
    tables: listed(tables),
    ours: worksheets.items.filter(sheet => !isLeft(sheet)).flatMap(oursOf),
    ...(halves.length > 0 && { halves }),
  };
}

function isLeft(worksheet: Excel.Worksheet): boolean {
  return isHalf(worksheet.name, marksOf(worksheet));
}

/** Once they are loaded. */
export function marksOf({ customProperties }: Excel.Worksheet): Record<string, string> {
  return Object.fromEntries(customProperties.items.map(({ key, value }) => [key, value]));
}

function oursOf(worksheet: Excel.Worksheet): OurSheet[] {
  const { id, name } = worksheet;
  const marks = marksOf(worksheet);
  const { template, prefix } = marks;
  return template !== undefined && prefix !== undefined ? [{ sheetId: id, sheet: name, template, prefix, marks }] : [];
}
