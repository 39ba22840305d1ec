import type { FWorksheet } from '@univerjs/sheets/facade';
import { a1, parseAddress } from './address.ts';
import type { ExcelContext } from './context.ts';
import { HostCollection, HostObject, invalidArgument, itemNotFound } from './hostObject.ts';
import { Range } from './range.ts';

type Kind = 'note' | 'comment';

/** Univer knows one kind of remark on a cell, and shows both as notes: which it is stands in its id. */
const idOf = (kind: Kind, row: number, column: number): string => `${kind}-${row}-${column}`;
const kindOf = (id: string | undefined): Kind => (id?.startsWith('comment-') ? 'comment' : 'note');

const PIXELS_PER_POINT = 4 / 3;

/** Notes, and comments, which older versions of Excel have instead. Neither collection shows the other's. */
abstract class Remarks<Item extends Remark> extends HostCollection<Item> {
  protected abstract readonly kind: Kind;
  protected abstract remark(cell: Range): Item;
  readonly #context: ExcelContext;
  readonly #sheet: FWorksheet | undefined;

  constructor(context: ExcelContext, sheet?: FWorksheet) {
    super();
    this.#context = context;
    this.#sheet = sheet;
  }

  items(): readonly Item[] {
    const sheets = this.#sheet ? [this.#sheet] : this.#context.book.workbook.getSheets();
    return sheets.flatMap(sheet =>
      sheet
        .getNotes()
        .filter(({ id }) => kindOf(id) === this.kind)
        .map(({ row, col }) => this.remark(this.#cell(sheet, row, col))),
    );
  }

  indexer(key: string | number): Item {
    return this.GetItem(String(key));
  }

  GetCount(): number {
    return this.items().length;
  }

  GetItemAt(index: number): Item {
    const item = this.items()[index];
    if (!item) throw invalidArgument();
    return item;
  }

  Add(cell: unknown, content: string): Item {
    const range = this.#rangeAt(cell);
    range.guard();
    const { row, column, rows, columns } = range.area;
    if (rows * columns > 1) throw invalidArgument();
    this.#context.book.ensureSize(range.sheet, row + 1, column + 1);
    const id = idOf(this.kind, row, column);
    range.sheet
      .getRange(row, column)
      .createOrUpdateNote({ note: content, id, row, col: column, width: 220, height: 90 });
    return this.remark(range);
  }

  GetItem(cell: unknown): Item {
    const found = this.#find(cell);
    if (!found) throw itemNotFound();
    return found;
  }

  GetItemOrNullObject(cell: unknown): Item | null {
    return this.#find(cell) ?? null;
  }

  #find(key: unknown): Item | undefined {
    const { area, sheet } = this.#rangeAt(key);
    const note = sheet.getRange(area.row, area.column).getNote();
    return note && kindOf(note.id) === this.kind ? this.remark(this.#cell(sheet, area.row, area.column)) : undefined;
  }

  #cell(sheet: FWorksheet, row: number, column: number): Range {
    return new Range(this.#context, sheet, { row, column, rows: 1, columns: 1 });
  }

  #rangeAt(cell: unknown): Range {
    if (cell instanceof Range) return cell;
    const { sheet: name, area } = parseAddress(String(cell));
    const sheet = name === undefined ? this.#sheet : this.#context.book.workbook.getSheetByName(name);
    if (!sheet) throw invalidArgument();
    return new Range(this.#context, sheet, area);
  }
}

abstract class Remark extends HostObject {
  protected readonly cell: Range;

  constructor(cell: Range) {
    super();
    this.cell = cell;
  }

  get Content(): string {
    return this.note.note;
  }
  set Content(content: string) {
    this.write({ note: content });
  }

  GetLocation(): Range {
    return this.cell;
  }

  Delete(): void {
    this.cell.guard();
    this.univer.deleteNote();
  }

  protected get univer() {
    return this.cell.sheet.getRange(this.cell.area.row, this.cell.area.column);
  }

  protected get note() {
    const note = this.univer.getNote();
    if (!note) throw itemNotFound();
    return note;
  }

  protected write(change: Partial<ReturnType<typeof this.univer.getNote>>): void {
    this.cell.guard();
    this.univer.createOrUpdateNote({ ...this.note, ...change });
  }
}

/** Found by its cell. It has no id of its own, so that a list of notes is one of places in a list. */
class Note extends Remark {
  get AuthorName(): string {
    return '';
  }
  get Visible(): boolean {
    return this.note.show ?? false;
  }
  set Visible(visible: boolean) {
    this.write({ show: visible });
  }
  get Width(): number {
    return this.note.width / PIXELS_PER_POINT;
  }
  set Width(width: number) {
    this.write({ width: sized(width) });
  }
  get Height(): number {
    return this.note.height / PIXELS_PER_POINT;
  }
  set Height(height: number) {
    this.write({ height: sized(height) });
  }
}

function sized(points: number): number {
  if (!(points >= 0)) throw invalidArgument();
  return points * PIXELS_PER_POINT;
}

class Comment extends Remark {
  override get hostId(): string {
    return a1(this.cell.area);
  }
}

export class NoteCollection extends Remarks<Note> {
  protected override readonly kind = 'note';

  protected override remark(cell: Range): Note {
    return new Note(cell);
  }
}

export class CommentCollection extends Remarks<Comment> {
  protected override readonly kind = 'comment';

  protected override remark(cell: Range): Comment {
    return new Comment(cell);
  }

  GetItemByCell(cell: unknown): Comment {
    return this.GetItem(cell);
  }
}
