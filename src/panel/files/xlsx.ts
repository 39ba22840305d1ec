import readWorkbook from 'read-excel-file/web-worker';
import type { Cell, Matrix } from '../../kernel/cell.ts';
import type { Text } from '../../kernel/text.ts';
import { LIMITS, problems } from './limits.ts';

export interface FileSheet {
  readonly name: string;
  readonly cells: Matrix;
}

/** The sheets of a workbook that have something in them, as typed cells. */
export async function readXlsx(bytes: Uint8Array<ArrayBuffer>): Promise<readonly FileSheet[] | Text> {
  const unpacked = unpackedSize(bytes);
  if (unpacked === undefined) return problems.damaged;
  if (unpacked > LIMITS.unpacked) return problems.tooLarge(unpacked);
  let sheets: Awaited<ReturnType<typeof readWorkbook>>;
  try {
    sheets = await readWorkbook(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength), {
      trim: false,
    });
  } catch {
    return problems.damaged;
  }
  const filled = sheets
    .map(({ sheet, data }) => ({ name: sheet, cells: trimmed(data.map(line => line.map(cellOf))) }))
    .filter(({ cells }) => cells.length > 0);
  const wide = filled.find(({ cells }) => widthOf(cells) > LIMITS.columns);
  if (wide) return problems.tooManyColumns(widthOf(wide.cells));
  if (filled.some(({ cells }) => cells.length > LIMITS.rows)) return problems.tooManyRows;
  return filled.length === 0 ? problems.noRows : filled;
}

const DAY = 86_400_000;
const DAYS_TO_1970 = 25_569;
const FIRST_SERIAL_AFTER_PHANTOM = 61;

/**
 * The library hands over a date as midnight in UTC, which no time zone shifts, ours are serial numbers; and an error
 * cell as a blank, so that an amount that failed makes a bad row.
 */
function cellOf(value: unknown): Cell {
  if (value instanceof Date) {
    const serial = Math.round((value.getTime() / DAY + DAYS_TO_1970) * 86_400) / 86_400;
    return serial < FIRST_SERIAL_AFTER_PHANTOM ? serial - 1 : serial;
  }
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}

function trimmed(cells: Cell[][]): Cell[][] {
  let last = cells.length;
  while (last > 0 && (cells[last - 1] ?? []).every(cell => cell === null || cell === '')) last--;
  return cells.slice(0, last);
}

function widthOf(cells: Matrix): number {
  return cells.reduce((widest, line) => Math.max(widest, line.length), 0);
}

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;

/**
 * How large a zip file is when it is unfolded, by its own directory: a few kilobytes can be made to unfold to many
 * gigabytes. Undefined where there is no directory.
 */
export function unpackedSize(bytes: Uint8Array): number | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  const lowest = Math.max(0, end - 65_535);
  while (end >= lowest && view.getUint32(end, true) !== END_OF_DIRECTORY) end--;
  if (end < lowest || end < 0) return undefined;
  const entries = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  let size = 0;
  for (let entry = 0; entry < entries; entry++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== DIRECTORY_ENTRY) return undefined;
    size += view.getUint32(at + 24, true);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return size;
}
