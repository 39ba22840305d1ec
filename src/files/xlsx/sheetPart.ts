import { type Cell, CellError, type ErrorCode } from '../../kernel/cell.ts';
import { say } from '../../kernel/text.ts';
import type { Area } from '../../plan/op.ts';
import { LIMITS } from '../limits.ts';
import { escapesRead } from './parts.ts';
import { attribute, type TagHandler } from './tags.ts';

/** What cells refer to. */
export interface Book {
  readonly texts: readonly string[];
  readonly isDate: readonly boolean[];
  /** The currency that each style shows. */
  readonly currencies: readonly (string | undefined)[];
  readonly is1904: boolean;
}

/** More cells than a page has room for. */
export class TooManyCells extends Error {}

const DAYS_TO_1904 = 1462;
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
  private readonly numbers = new Map<number, number>();
  cells = 0;
  private readonly book: Book;
  private row = -1;
  private column = -1;
  private line: Cell[] = [];
  private filledBeyond = 0;
  private tag = '';
  private value = '';
  private inValue = false;
  private inPhonetic = false;

  constructor(book: Book) {
    this.book = book;
  }

  /** Columns whose numbers are mostly shown as dates. */
  get dateColumns(): number[] {
    return [...this.dateRows]
      .filter(([column, { length }]) => length * 2 > (this.numbers.get(column) ?? 0))
      .map(([column]) => column);
  }

  open(name: string, tag: string): void {
    switch (name) {
      case 'c': {
        const reference = attribute(tag, 'r');
        this.column = reference === undefined ? this.column + 1 : columnOf(reference);
        this.tag = tag;
        this.value = '';
        break;
      }
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
        this.merge(attribute(tag, 'ref') ?? '');
        break;
      case 'autoFilter':
        this.isFiltered = true;
    }
  }

  text(text: string): void {
    if (this.inValue && !this.inPhonetic) this.value += text;
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

  private beginRow(tag: string): void {
    const number = attribute(tag, 'r');
    this.row = number === undefined ? this.row + 1 : Number(number) - 1;
    this.column = -1;
    this.line = [];
    this.filledBeyond = 0;
    if (/^(1|true)$/.test(attribute(tag, 'hidden') ?? '')) this.hiddenRows.push(this.row);
  }

  private endCell(): void {
    const cell = this.cellOf(this.value);
    if (cell === null || cell === '') return;
    const { row, column, line } = this;
    if (column >= LIMITS.columns) {
      this.filledBeyond++;
      if (this.beyond.count++ === 0) this.beyond.first = attribute(this.tag, 'r') ?? '';
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
    const style = attribute(this.tag, 's');
    const code = style === undefined ? undefined : this.book.currencies[Number(style)];
    if (code === undefined) return;
    const codes = this.currencies.get(column) ?? new Map<string, number[]>();
    this.currencies.set(column, codes);
    const rows = codes.get(code);
    if (rows) rows.push(row);
    else codes.set(code, [row]);
  }

  private cellOf(value: string): Cell {
    switch (attribute(this.tag, 't') ?? 'n') {
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
    const style = attribute(this.tag, 's');
    return style !== undefined && (this.book.isDate[Number(style)] ?? false);
  }

  private countDate(row: number, column: number): void {
    this.numbers.set(column, (this.numbers.get(column) ?? 0) + 1);
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
