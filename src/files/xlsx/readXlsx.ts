import { isoOf } from '../../kernel/calendar.ts';
import type { Cell } from '../../kernel/cell.ts';
import { say, type Text } from '../../kernel/text.ts';
import type { Note } from '../../month/import/note.ts';
import type { FileSheet } from '../fileSheet.ts';
import { LIMITS, problems } from '../limits.ts';
import { breathe, checkStopped, Stopped, type Watch } from '../progress.ts';
import { withCurrencies } from './currencyFormat.ts';
import { Relationships, SharedStrings, type SheetEntry, Styles, WorkbookPart } from './parts.ts';
import { SheetPart, TooManyCells, type XlsxBook } from './sheetPart.ts';
import { type TagHandler, TagScanner } from './tags.ts';
import { unfolded, type ZipEntry, zipEntries } from './zip.ts';

/** The sheets of a workbook that have something in them, as typed cells; read piece by piece. */
export async function readXlsx(bytes: Uint8Array, watch: Watch = {}): Promise<readonly FileSheet[] | Text> {
  const entries = zipEntries(bytes);
  if (!entries) return problems.damaged;
  const reader = new WorkbookReader(bytes, entries, watch);
  if (reader.unpacked > LIMITS.unpacked) return problems.unfoldsTo(reader.unpacked);
  try {
    return await reader.read();
  } catch (reason) {
    if (reason instanceof Stopped) throw reason;
    return reason instanceof TooManyCells ? problems.tooManyCells : problems.damaged;
  }
}

const SLICE_MILLISECONDS = 12;

class WorkbookReader {
  private readonly bytes: Uint8Array;
  private readonly parts: ReadonlyMap<string, ZipEntry>;
  private readonly watch: Watch;
  private done = 0;
  private since = performance.now();

  constructor(bytes: Uint8Array, entries: readonly ZipEntry[], watch: Watch) {
    this.bytes = bytes;
    this.parts = new Map(entries.map(entry => [keyOf(entry.name), entry]));
    this.watch = watch;
  }

  /** What would be unfolded; pictures are not. */
  get unpacked(): number {
    const tables = [...this.parts].filter(([name]) => name.endsWith('.xml'));
    return tables.reduce((sum, [, { unpacked }]) => sum + unpacked, 0);
  }

  async read(): Promise<readonly FileSheet[] | Text> {
    const { entries, book } = (await this.workbook()) ?? {};
    if (!entries || !book) return problems.noWorkbook;
    const sheets: FileSheet[] = [];
    let cells = 0;
    for (const entry of entries) {
      const part = new SheetPart(book);
      await this.scan(entry.path, part);
      cells += part.cells;
      if (cells > LIMITS.cells) return problems.tooManyCells;
      if (part.beyond.widest > LIMITS.columns) return problems.tooManyColumns(part.beyond.widest);
      if (part.rows.size > LIMITS.lines) return problems.tooManyRows;
      const sheet = sheetOf(entry, part);
      if (sheet.cells.length > 0) sheets.push(sheet);
    }
    this.watch.progress?.(1);
    return sheets.length === 0 ? problems.noRows : sheets;
  }

  private async workbook(): Promise<{ entries: readonly SheetEntry[]; book: XlsxBook } | undefined> {
    const top = await this.relationships('');
    const path = top.ofType('officeDocument') ?? 'xl/workbook.xml';
    if (!this.parts.has(keyOf(path))) return undefined;
    const workbook = await this.scan(path, new WorkbookPart());
    const links = await this.relationships(path);
    const folder = path.slice(0, path.lastIndexOf('/') + 1);
    const texts = await this.scan(links.ofType('sharedStrings') ?? `${folder}sharedStrings.xml`, new SharedStrings());
    const styles = await this.scan(links.ofType('styles') ?? `${folder}styles.xml`, new Styles());
    // A chart may stand on a sheet of its own.
    const entries = workbook.sheets.flatMap(({ name, id, hidden }) => {
      const link = links.targets.get(id);
      return link?.type === 'worksheet' ? [{ name, hidden, path: link.target }] : [];
    });
    const { isDate, currencies } = styles;
    return { entries, book: { texts: texts.texts, isDate, currencies, is1904: workbook.is1904 } };
  }

  private relationships(path: string): Promise<Relationships> {
    const cut = path.lastIndexOf('/') + 1;
    const folder = path.slice(0, cut);
    return this.scan(`${folder}_rels/${path.slice(cut)}.rels`, new Relationships(folder));
  }

  /** Reads a part where there is one, in slices. */
  private async scan<Handler extends TagHandler>(path: string, handler: Handler): Promise<Handler> {
    const entry = this.parts.get(keyOf(path));
    if (!entry) return handler;
    const scanner = new TagScanner(handler);
    for (const piece of unfolded(this.bytes, entry)) {
      scanner.push(piece);
      this.done += piece.length;
      if (performance.now() - this.since < SLICE_MILLISECONDS) continue;
      this.watch.progress?.(Math.min(1, this.done / Math.max(1, this.unpacked)));
      await breathe();
      checkStopped(this.watch);
      this.since = performance.now();
    }
    return handler;
  }
}

/** Some writers use other slashes, or other capitals in one place than in the other. */
function keyOf(path: string): string {
  return path.replace(/\\/g, '/').toLowerCase();
}

/** Blank rows between a table and what stands so far below that it is none of it. */
const FAR_BELOW = 5000;
const NO_CELLS: readonly Cell[] = [];

function sheetOf({ name, hidden }: SheetEntry, part: SheetPart): FileSheet {
  const { rows, hiddenRows, isFiltered, merged, dateColumns, beyond } = part;
  const filled = [...rows.keys()].sort((a, b) => a - b);
  const cut = filled.findIndex((row, index) => index > 0 && row - (filled[index - 1] ?? 0) > FAR_BELOW);
  const near = cut < 0 ? filled : filled.slice(0, cut);
  const last = near[near.length - 1] ?? -1;
  const cells = Array.from({ length: last + 1 }, (_, row) => rows.get(row) ?? NO_CELLS);
  return {
    name,
    cells: withCurrencies(withDates(cells, part.dateRows, dateColumns), part.currencies),
    ...(hidden && { isHidden: true }),
    hiddenRows: hiddenRows.filter(row => rows.has(row) && row <= last),
    isFiltered,
    merged,
    dateColumns,
    notes: strays(filled.slice(near.length), beyond),
  };
}

/** As far as headings may stand below the first row. */
const HEAD_ROWS = 40;

/**
 * A date over or among figures that are none becomes the day that people see: a heading, or an amount that was turned
 * into a day and is no amount. Days in a column of days stay numbers.
 */
function withDates(
  cells: readonly (readonly Cell[])[],
  dateRows: SheetPart['dateRows'],
  dateColumns: readonly number[],
): readonly (readonly Cell[])[] {
  const shown = new Map<number, Cell[]>();
  for (const [column, rows] of dateRows) {
    const heads = rows.filter(row => row < HEAD_ROWS);
    const odd = !dateColumns.includes(column) ? rows : heads.length === 1 ? heads : [];
    for (const row of odd) {
      const serial = cells[row]?.[column];
      if (typeof serial !== 'number') continue;
      const line = shown.get(row) ?? [...(cells[row] ?? [])];
      shown.set(row, line);
      line[column] = isoOf(Math.floor(serial));
    }
  }
  return shown.size === 0 ? cells : cells.map((line, row) => shown.get(row) ?? line);
}

function strays(below: readonly number[], { count, first }: SheetPart['beyond']): Note[] {
  const notes: Note[] = [];
  if (below.length > 0) notes.push({ about: 'stray', text: sentences.below(below.length, (below[0] ?? 0) + 1) });
  if (count > 0) notes.push({ about: 'stray', text: sentences.beyond(count, first) });
  return notes;
}

const sentences = {
  below: (rows: number, first: number): Text =>
    say(
      `${rows} ${rows === 1 ? 'row' : 'rows'} far below the table, from row ${first} on: left out`,
      `表格下方很远处另有 ${rows} 行（自第 ${first} 行起），未读取`,
    ),
  beyond: (cells: number, first: string): Text =>
    say(
      `${cells} ${cells === 1 ? 'cell' : 'cells'} beyond column ${LIMITS.columns} (first ${first}): left out`,
      `第 ${LIMITS.columns} 列之后另有 ${cells} 个单元格（首个为 ${first}），未读取`,
    ),
};
