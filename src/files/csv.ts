import type { Matrix } from '../kernel/cell.ts';
import { say, type Text } from '../kernel/text.ts';
import type { Note } from '../month/import/note.ts';
import { findDelimiter, widthBy } from './delimiter.ts';
import { LIMITS, problems } from './limits.ts';
import { breathe, checkStopped, type Watch } from './progress.ts';
import { type Oddity, RowSplitter } from './splitRows.ts';

export interface CsvChoices {
  /** Instead of the one that is found out. */
  readonly delimiter?: string | undefined;
  /** Cells that were copied from a spreadsheet. */
  readonly clipboard?: boolean;
}

export interface CsvTable {
  readonly cells: Matrix;
  readonly delimiter: string;
  readonly notes: readonly Note[];
}

const ROWS_A_BREATH = 2000;
// https://support.microsoft.com/office/import-or-export-text-txt-or-csv-files-5250ac4c-663c-47ce-937b-339e391393ba
const SAID = /^sep=(.)(?:\r\n|\r|\n)/i;

/** The rows of a text with delimiters; what was odd about them is noted. */
export async function readCsv(
  text: string,
  { delimiter, clipboard = false }: CsvChoices = {},
  watch: Watch = {},
): Promise<CsvTable | Text> {
  checkStopped(watch);
  const said = SAID.exec(text);
  const rest = said ? text.slice(said[0].length) : text;
  const chosen = delimiter ?? said?.[1];
  const found =
    chosen === undefined
      ? findDelimiter(rest, clipboard)
      : { delimiter: chosen, width: widthBy(rest, chosen, clipboard) };
  const splitter = new RowSplitter(text, { ...found, clipboard }, said ? said[0].length : 0);
  const rows: string[][] = [];
  // The line that says the delimiter counts as a row: people look rows up in the file.
  if (said) rows.push([]);
  while (!splitter.done) {
    const row = splitter.next();
    rows.push(row);
    if (row.length > LIMITS.columns) return problems.tooManyColumns(row.length);
    if (rows.length % ROWS_A_BREATH !== 0) continue;
    if (rows.length > LIMITS.lines) break;
    watch.progress?.(Math.min(1, splitter.at / text.length));
    await breathe();
    checkStopped(watch);
  }
  while (isBlank(rows[rows.length - 1])) rows.pop();
  if (rows.length > LIMITS.lines) return problems.tooManyRows;
  if (rows.length === 0) return problems.noRows;
  watch.progress?.(1);
  return { cells: rows, delimiter: found.delimiter, notes: notesOf(splitter.oddities, said ? 1 : 0) };
}

function isBlank(line: readonly string[] | undefined): boolean {
  return line?.every(cell => cell.trim() === '') ?? false;
}

function notesOf(oddities: readonly Oddity[], rowsAbove: number): Note[] {
  const rowsWith = (wanted: Oddity['is']): number[] => [
    ...new Set(oddities.flatMap(({ row, is }) => (is === wanted ? [row + 1 + rowsAbove] : []))),
  ];
  const quotes = rowsWith('quote');
  const lines = rowsWith('lines');
  const either = rowsWith('either');
  return [
    ...(quotes.length > 0 ? [{ about: 'quotes', text: sentences.quote(quotes) }] : []),
    ...(either.length > 0 ? [{ about: 'quotes', text: sentences.either(either) }] : []),
    ...(lines.length > 0 ? [{ about: 'quotes', text: sentences.lines(lines) }] : []),
  ];
}

const MOST_NAMED = 5;

/** Row numbers in a sentence, the first of them. */
export function rowList(rows: readonly number[]): string {
  return rows.slice(0, MOST_NAMED).join(', ') + (rows.length > MOST_NAMED ? ` … (${rows.length})` : '');
}

const sentences = {
  either: (rows: readonly number[]): Text =>
    say(
      `A field in quotation marks holds a line break, and its lines could be rows as well; it is read as one field: row ${rowList(rows)}`,
      `引号内的字段含换行，其各行也可能是独立的数据行；现按一个字段读取：第 ${rowList(rows)} 行`,
    ),
  quote: (rows: readonly number[]): Text =>
    say(
      `A quotation mark is taken as part of the text, since it encloses no whole field: row ${rowList(rows)}`,
      `引号未包住整个字段，已按普通文字读取：第 ${rowList(rows)} 行`,
    ),
  lines: (rows: readonly number[]): Text =>
    say(
      `A quotation mark is never closed before the next rows; it is taken as part of the text: row ${rowList(rows)}`,
      `引号未在本行闭合，已按普通文字读取，后续各行不受影响：第 ${rowList(rows)} 行`,
    ),
};
