import { type Cell, CellError, errorCodeIn, type Matrix } from '../../src/kernel/cell.ts';
import { say } from '../../src/kernel/text.ts';
import { PortError } from '../../src/port/port.ts';
import { synced } from './apply.ts';
import { readRanges } from './pieces.ts';

export async function read(names: readonly string[]): Promise<Readonly<Record<string, Matrix>>> {
  const { workbook } = new Excel.RequestContext();
  const ask = () => ({
    ranges: names.map(name => workbook.names.getItemOrNullObject(name).getRangeOrNullObject()),
    also: undefined,
  });
  const { cells } = await readRanges(workbook, ask, 'values', 'valueTypes');
  const found = names.flatMap((name, index) => {
    const read = cells[index];
    return read ? [[name, cellsOf(read)] as const] : [];
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
export function cellsOf({ values, valueTypes }: Pick<Excel.Range, 'values' | 'valueTypes'>): Matrix {
  return values.map((row, i) => row.map((value: unknown, j) => cellOf(value, valueTypes[i]?.[j])));
}

/** The formulas of a range and nothing else: of a text that begins with "=" Excel gives the text itself as its formula. */
export function formulasOf({ formulas, values }: Pick<Excel.Range, 'formulas' | 'values'>): string[][] {
  return formulas.map((line, row) =>
    line.map((formula: unknown, column) =>
      typeof formula === 'string' && formula.startsWith('=') && formula !== values[row]?.[column] ? formula : '',
    ),
  );
}

function cellOf(value: unknown, type: Excel.RangeValueType | undefined): Cell {
  if (value === '') return null;
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  const text = String(value);
  if (type !== 'Error') return text;
  return new CellError(errorCodeIn(text) ?? '#VALUE!', say(text, text));
}
