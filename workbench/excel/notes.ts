import type { FWorksheet } from '@univerjs/sheets/facade';
import { a1, parseAddress } from './address.ts';
import type { ExcelContext } from './context.ts';
import { HostCollection, HostError, HostObject, invalidArgument, itemNotFound } from './hostObject.ts';
import { Range } from './range.ts';

/** Notes of a sheet, and comments of the workbook, which older versions of Excel have instead: Univer shows both as notes. */
abstract class Remarks extends HostCollection<Remark> {
  readonly #context: ExcelContext;
  readonly #sheet: FWorksheet | undefined;

  constructor(context: ExcelContext, sheet?: FWorksheet) {
    super();
    this.#context = context;
    this.#sheet = sheet;
  }

  items(): readonly Remark[] {
    const sheet = this.#sheet;
    if (!sheet) throw new HostError('NotImplemented', 'This host gives the remarks of a sheet, not of the workbook.');
    return sheet.getNotes().map(({ row, col }) => this.#remarkAt(sheet, row, col));
  }

  indexer(key: string | number): Remark {
    return this.GetItem(String(key));
  }

  Add(cell: unknown, content: string): Remark {
    const range = this.#rangeAt(cell);
    range.guard();
    const { row, column } = range.area;
    this.#context.book.ensureSize(range.sheet, row + 1, column + 1);
    const id = `${row}-${column}`;
    range.sheet
      .getRange(row, column)
      .createOrUpdateNote({ note: content, id, row, col: column, width: 220, height: 90 });
    return this.#remarkAt(range.sheet, row, column);
  }

  GetItem(cell: unknown): Remark {
    const { area, sheet } = this.#rangeAt(cell);
    return this.#remarkAt(sheet, area.row, area.column);
  }

  #remarkAt(sheet: FWorksheet, row: number, column: number): Remark {
    if (!sheet.getRange(row, column).getNote()) throw itemNotFound();
    return new Remark(new Range(this.#context, sheet, { row, column, rows: 1, columns: 1 }));
  }

  #rangeAt(cell: unknown): Range {
    if (cell instanceof Range) return cell;
    const { sheet: name, area } = parseAddress(String(cell));
    const sheet = name === undefined ? this.#sheet : this.#context.book.workbook.getSheetByName(name);
    if (!sheet) throw invalidArgument();
    return new Range(this.#context, sheet, area);
  }
}

export class NoteCollection extends Remarks {}

export class CommentCollection extends Remarks {
  GetItemByCell(cell: unknown): Remark {
    return this.GetItem(cell);
  }
}

class Remark extends HostObject {
  readonly #cell: Range;

  constructor(cell: Range) {
    super();
    this.#cell = cell;
  }

  override get hostId(): string {
    return a1(this.#cell.area);
  }
  get Content(): string {
    return this.#univer.getNote()?.note ?? '';
  }
  set Content(content: string) {
    this.#cell.guard();
    const note = this.#univer.getNote();
    if (!note) throw itemNotFound();
    this.#univer.createOrUpdateNote({ ...note, note: content });
  }

  GetLocation(): Range {
    return this.#cell;
  }

  get #univer() {
    return this.#cell.sheet.getRange(this.#cell.area.row, this.#cell.area.column);
  }
}
