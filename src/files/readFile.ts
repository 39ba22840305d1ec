import type { Text } from '../kernel/text.ts';
import type { Note } from '../month/import/note.ts';
import { readCsv } from './csv.ts';
import { type Decoded, decode } from './decode.ts';
import type { Encoding } from './encodings.ts';
import type { FileSheet } from './fileSheet.ts';
import { isText, LIMITS, problems } from './limits.ts';
import { checkStopped, type Watch } from './progress.ts';
import { readXlsx } from './xlsx/readXlsx.ts';

/** A file as cells: one sheet of a CSV, all sheets of a workbook. */
export interface FileTable {
  readonly name: string;
  readonly encoding: Encoding | 'xlsx';
  /** What cuts the columns of a text. */
  readonly delimiter?: string | undefined;
  /** Encodings that are as likely: the user decides. */
  readonly rivals?: readonly Encoding[] | undefined;
  /** What had to be assumed so that it could be read. */
  readonly notes?: readonly Note[] | undefined;
  readonly sheets: readonly FileSheet[];
  /** The same file once more, by other choices; a workbook, or cells of this one, leave none. */
  readonly reread?: ((choices: FileChoices, watch: Watch) => Promise<FileTable | Text>) | undefined;
}

/** What the user knows better than the bytes tell. */
export interface FileChoices {
  readonly encoding?: Encoding | undefined;
  readonly delimiter?: string | undefined;
}

/** Reads a file that was chosen or dropped, or says in one sentence why it cannot be read. A stop is thrown. */
export async function readFile(file: File, choices: FileChoices = {}, watch: Watch = {}): Promise<FileTable | Text> {
  if (file.size === 0) return problems.empty;
  if (file.size > LIMITS.bytes) return problems.tooLarge(file.size);
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    return problems.unreadable;
  }
  checkStopped(watch);
  return readBytes(file.name, bytes, choices, watch);
}

/** The same for bytes that are there already. What they begin with decides, not what the file is called. */
export async function readBytes(
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
  choices: FileChoices = {},
  watch: Watch = {},
): Promise<FileTable | Text> {
  if (bytes.length === 0) return problems.empty;
  if (bytes.length > LIMITS.bytes) return problems.tooLarge(bytes.length);
  if (startsWith(bytes, ZIP)) {
    const sheets = await readXlsx(bytes, watch);
    return isText(sheets) ? sheets : { name, encoding: 'xlsx', sheets };
  }
  if (startsWith(bytes, COMPOUND_FILE)) return problems.oldExcel;
  if (isAnother(bytes)) return problems.notATable;
  const text = decode(bytes, choices.encoding);
  return isText(text) ? text : tableOf(name, text, choices, false, watch);
}

/** Cells that were copied from a sheet or a page: tabs between columns. */
export async function readPasted(
  text: string,
  choices: FileChoices = {},
  watch: Watch = {},
): Promise<FileTable | Text> {
  if (text.trim() === '') return problems.empty;
  return tableOf('', { text, encoding: 'utf-8', rivals: [], notes: [] }, choices, true, watch);
}

async function tableOf(
  name: string,
  { text, encoding, rivals, notes }: Decoded,
  { delimiter }: FileChoices,
  clipboard: boolean,
  watch: Watch,
): Promise<FileTable | Text> {
  const table = await readCsv(text, { delimiter, clipboard }, watch);
  if (isText(table)) return table;
  const { cells } = table;
  return {
    name,
    encoding,
    delimiter: table.delimiter,
    rivals,
    notes: [...notes, ...table.notes],
    sheets: [{ name, cells, isCut: true }],
  };
}

// A text may begin with PK, GIF8 or %PDF, too: what follows them tells.
const ZIP = [0x50, 0x4b, 0x03, 0x04];
const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0];
// PNG, JPEG, RAR, 7z, gzip.
const OTHERS = [
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x52, 0x61, 0x72, 0x21, 0x1a],
  [0x37, 0x7a, 0xbc, 0xaf],
  [0x1f, 0x8b, 0x08],
];

function isAnother(bytes: Uint8Array): boolean {
  const start = bytes.subarray(0, 32);
  const head = String.fromCharCode(...start);
  const isPicture = /^GIF8[79]a/.test(head) && start.includes(0);
  return isPicture || /^%PDF-\d\.\d/.test(head) || OTHERS.some(signature => startsWith(bytes, signature));
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}
