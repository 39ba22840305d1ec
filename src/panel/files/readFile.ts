import type { Text } from '../../kernel/text.ts';
import { readCsv } from './csv.ts';
import { decode, type Encoding } from './decode.ts';
import { isText, LIMITS, problems } from './limits.ts';
import { breathe, checkStopped, type Watch } from './progress.ts';
import { type FileSheet, readXlsx } from './xlsx.ts';

/** A file as cells: one sheet of a CSV, all sheets of a workbook. */
export interface FileTable {
  readonly name: string;
  readonly encoding: Encoding | 'xlsx';
  /** What cuts the columns of a text. */
  readonly delimiter?: string;
  readonly sheets: readonly FileSheet[];
}

/** Reads a file that was chosen or dropped, or says in one sentence why it cannot be read. A stop is thrown. */
export async function readFile(file: File, watch: Watch = {}): Promise<FileTable | Text> {
  if (file.size === 0) return problems.empty;
  if (file.size > LIMITS.bytes) return problems.tooLarge(file.size);
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    return problems.unreadable;
  }
  checkStopped(watch);
  return readBytes(file.name, bytes, watch);
}

/** The same for bytes that are there already. What they begin with decides, not what the file is called. */
export async function readBytes(
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
  watch: Watch = {},
): Promise<FileTable | Text> {
  if (bytes.length === 0) return problems.empty;
  if (bytes.length > LIMITS.bytes) return problems.tooLarge(bytes.length);
  if (startsWith(bytes, ZIP)) {
    await breathe();
    const sheets = await readXlsx(bytes);
    checkStopped(watch);
    return isText(sheets) ? sheets : { name, encoding: 'xlsx', sheets };
  }
  if (startsWith(bytes, COMPOUND_FILE)) return problems.oldExcel;
  if (OTHERS.some(signature => startsWith(bytes, signature))) return problems.notATable;
  const decoded = decode(bytes);
  if (isText(decoded)) return decoded;
  const cells = await readCsv(decoded.text, watch);
  return isText(cells) ? cells : { name, encoding: decoded.encoding, sheets: [{ name, cells }] };
}

/** Cells that were copied from a sheet or a page: tabs between columns. */
export async function readPasted(text: string, watch: Watch = {}): Promise<FileTable | Text> {
  if (text.trim() === '') return problems.empty;
  const cells = await readCsv(text, watch);
  return isText(cells) ? cells : { name: '', encoding: 'utf-8', sheets: [{ name: '', cells }] };
}

const ZIP = [0x50, 0x4b];
const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0];
// PDF, PNG, JPEG, GIF, RAR, 7z, gzip.
const OTHERS = [
  [0x25, 0x50, 0x44, 0x46],
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
  [0x52, 0x61, 0x72, 0x21],
  [0x37, 0x7a, 0xbc, 0xaf],
  [0x1f, 0x8b],
];

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}
