import { type Cell, CellError, type ErrorCode } from '../../kernel/cell.ts';
import { say } from '../../kernel/text.ts';
import type { Area } from '../../plan/op.ts';
import { LIMITS } from '../limits.ts';
import { escapesRead } from './parts.ts';
import { PlainCell } from './plainCell.ts';
import type { Span } from './span.ts';
import type { Tag } from './tag.ts';
import type { TagHandler } from './tags.ts';

/** What cells refer to. */
export interface XlsxBook {
  readonly texts: readonly string[];
  readonly isDate: readonly boolean[];
  /** The currency that each style shows. */
  readonly currencies: readonly (string | undefined)[];
  readonly is1904: boolean;
}

/** More cells than a page has room for. */
export class TooManyCells extends Error {}

const DAYS_TO_1904 = 1462;
/** The attributes of a cell: r, s and t. */
const [PLACE, STYLE, KIND] = [114, 115, 116];
const ERRORS: readonly ErrorCode[] = ['#VALUE!', '#DIV/0!', '#N/A', '#NUM!', '#REF!', '#NAME?', '#NULL!'];

/** The rows of a sheet that hold something, as they come; what is blank costs nothing. */
export class SheetPart implements TagHandler {
  readonly rows = new Map<number, Cell[]>();
  readonly hiddenRows: number[] = [];
  readonly merged: Area[] = [];
  isFiltered = false;
  /** Cells beyond the widest table that is read, and the first of them. */
  beyond: { count: number; widest: number; first: string } = { count: 0, widest: 0, first: '' };
  /** The rows of each column that are shown as dates. */
  readonly dateRows = new Map<number, number[]>();
  /** Rows by column and currency, as the formats of their figures show it. */
  readonly currencies = new Map<number, Map<string, number[]>>();
  /** How many numbers each column has. */
  private readonly numbers: number[] = [];
  cells = 0;
  private readonly plain = new PlainCell();
  private readonly book: XlsxBook;
  private row = -1;
  private column = -1;
  private line: Cell[] = [];
  private filledBeyond = 0;
  /** Of the cell that is open: its style, what kind of value it has, and where it says to stand if that is far out. */
  private style = -1;
  private kind = 'n';
  private farOut = '';
  private value = '';
  private inValue = false;
  private inPhonetic = false;

  constructor(book: XlsxBook) {
    this.book = book;
  }

  /** Columns whose numbers are mostly shown as dates. */
  get dateColumns(): number[] {
    return [...this.dateRows]
      .filter(([column, { length }]) => length * 2 > (this.numbers[column] ?? 0))
      .map(([column]) => column);
  }

  whole(bytes: Uint8Array, start: number, span: Span): number {
    const { plain } = this;
    const end = plain.end(bytes, start);
    if (end < 0) return end;
    this.column = plain.column ?? this.column + 1;
    if (plain.from === plain.to) return end;
    this.style = plain.style;
    this.kind = plain.kind;
    this.farOut = '';
    if (this.column >= LIMITS.columns && plain.column !== undefined) {
      this.farOut = span.put(plain.placeFrom, plain.placeTo).text;
    }
    this.value = span.put(plain.from, plain.to).text;
    this.endCell();
    return end;
  }

  open(name: string, tag: Tag): void {
    switch (name) {
      case 'c':
        this.beginCell(tag);
        break;
      case 'v':
      case 't':
        this.inValue = true;
        break;
      case 'rPh':
        this.inPhonetic = true;
        break;
      case 'row':
        this.beginRow(tag);
        break;
      case 'mergeCell':
        this.merge(tag.attribute('ref') ?? '');
        break;
      case 'autoFilter':
        this.isFiltered = true;
    }
  }

  text(span: Span): void {
    if (this.inValue && !this.inPhonetic) this.value += span.text;
  }

  close(name: string): void {
    switch (name) {
      case 'v':
      case 't':
        this.inValue = false;
        break;
      case 'rPh':
        this.inPhonetic = false;
        break;
      case 'c':
        if (this.value !== '') this.endCell();
        break;
      case 'row':
        if (this.line.length > 0) this.rows.set(this.row, this.line);
        this.beyond.widest = Math.max(this.beyond.widest, this.line.length + this.filledBeyond);
    }
  }

  private beginRow(tag: Tag): void {
    const number = tag.attribute('r');
    this.row = number === undefined ? this.row + 1 : Number(number) - 1;
    this.column = -1;
    this.line = [];
    this.filledBeyond = 0;
    if (/^(1|true)$/.test(tag.attribute('hidden') ?? '')) this.hiddenRows.push(this.row);
  }

  private beginCell(tag: Tag): void {
    this.style = -1;
    this.kind = 'n';
    this.farOut = '';
    this.value = '';
    let column = this.column + 1;
    // In one go: there are as many cells as there is of anything.
    while (tag.next()) {
      switch (tag.letter) {
        case PLACE:
          column = tag.column;
          if (column >= LIMITS.columns) this.farOut = tag.value;
          break;
        case STYLE:
          this.style = Number(tag.value);
          break;
        case KIND:
          this.kind = tag.value;
      }
    }
    this.column = column;
  }

  private endCell(): void {
    const cell = this.cellOf(this.value);
    if (cell === null || cell === '') return;
    const { row, column, line } = this;
    if (column >= LIMITS.columns) {
      this.filledBeyond++;
      if (this.beyond.count++ === 0) this.beyond.first = this.farOut;
      return;
    }
    if (++this.cells > LIMITS.cells) throw new TooManyCells();
    while (line.length < column) line.push(null);
    line[column] = cell;
    if (typeof cell !== 'number') return;
    this.countDate(row, column);
    this.noteCurrency(row, column);
  }

  private noteCurrency(row: number, column: number): void {
    const code = this.book.currencies[this.style];
    if (code === undefined) return;
    const codes = this.currencies.get(column) ?? new Map<string, number[]>();
    this.currencies.set(column, codes);
    const rows = codes.get(code);
    if (rows) rows.push(row);
    else codes.set(code, [row]);
  }

  private cellOf(value: string): Cell {
    switch (this.kind) {
      case 's':
        return this.book.texts[Number(value)] ?? null;
      case 'b':
        return value === '1' || value === 'true';
      case 'e': {
        const code = ERRORS.find(known => known === value) ?? '#VALUE!';
        return new CellError(code, say(`the cell holds ${value}`, `单元格为 ${value}`));
      }
      case 'd':
        return value.replace(/T00:00(:00(\.0+)?)?$/, '').replace('T', ' ');
      case 'n': {
        const number = Number(value);
        if (!Number.isFinite(number)) return value;
        return this.book.is1904 && this.isShownAsDate() ? number + DAYS_TO_1904 : number;
      }
      default:
        return escapesRead(value);
    }
  }

  private isShownAsDate(): boolean {
    return this.book.isDate[this.style] ?? false;
  }

  private countDate(row: number, column: number): void {
    this.numbers[column] = (this.numbers[column] ?? 0) + 1;
    if (!this.isShownAsDate()) return;
    const rows = this.dateRows.get(column);
    if (rows) rows.push(row);
    else this.dateRows.set(column, [row]);
  }

  private merge(reference: string): void {
    const [from = '', to = from] = reference.split(':');
    const [row, column] = [rowOf(from), columnOf(from)];
    this.merged.push({ row, column, rows: rowOf(to) - row + 1, columns: columnOf(to) - column + 1 });
  }
}

function columnOf(reference: string): number {
  let column = 0;
  for (let at = 0; at < reference.length; at++) {
    const code = reference.charCodeAt(at) & ~32;
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  return column - 1;
}

function rowOf(reference: string): number {
  return Number(reference.replace(/[^\d]/g, '')) - 1;
}
