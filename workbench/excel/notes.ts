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
    throw new HostError('NotImplemented', 'This host gives a note by its cell.');
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
    return new Remark(a1(range.area), content);
  }

  GetItem(cell: unknown): Remark {
    const { area, sheet } = this.#rangeAt(cell);
    const note = sheet.getRange(area.row, area.column).getNote();
    if (!note) throw itemNotFound();
    return new Remark(a1(area), note.note);
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

export class CommentCollection extends Remarks {}

class Remark extends HostObject {
  readonly #address: string;
  readonly #content: string;

  constructor(address: string, content: string) {
    super();
    this.#address = address;
    this.#content = content;
  }

  override get hostId(): string {
    return this.#address;
  }
  get Content(): string {
    return this.#content;
  }
}
