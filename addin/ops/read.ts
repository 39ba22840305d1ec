import { type Cell, CellError, errorCodeIn, type Matrix } from '../../src/kernel/cell.ts';
import { PortError } from '../../src/panel/port.ts';
import { synced } from './apply.ts';

export async function read(names: readonly string[]): Promise<Readonly<Record<string, Matrix>>> {
  const { workbook } = new Excel.RequestContext();
  const ranges = names.map(name => workbook.names.getItemOrNullObject(name).getRangeOrNullObject());
  for (const range of ranges) range.load('values,valueTypes');
  await synced(workbook);
  const found = names.flatMap((name, index) => {
    const range = ranges[index];
    return range && !range.isNullObject ? [[name, cellsOf(range)] as const] : [];
  });
  return Object.fromEntries(found);
}

export async function show(sheetId: string): Promise<void> {
  const { workbook } = new Excel.RequestContext();
  const sheet = workbook.worksheets.getItemOrNullObject(sheetId);
  sheet.activate();
  sheet.load('name');
  await synced(workbook);
  if (sheet.isNullObject) throw new PortError('gone', sheetId);
}

/** Of a date Excel gives its serial number, of an error its text. */
export function cellsOf({ values, valueTypes }: Excel.Range): Matrix {
  return values.map((row, i) => row.map((value: unknown, j) => cellOf(value, valueTypes[i]?.[j])));
}

function cellOf(value: unknown, type: Excel.RangeValueType | undefined): Cell {
  if (value === '') return null;
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  const text = String(value);
  if (type !== 'Error') return text;
  return new CellError(errorCodeIn(text) ?? '#VALUE!', { en: text, zh: text });
}
