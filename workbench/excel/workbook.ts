import type { ExcelContext } from './context.ts';
import { HostError, HostObject } from './hostObject.ts';
import { NamedItemCollection } from './names.ts';
import { CommentCollection, NoteCollection } from './notes.ts';
import { Range } from './range.ts';
import { SettingCollection } from './settings.ts';
import { TableCollection } from './tables.ts';
import { WorksheetCollection } from './worksheet.ts';

/** The root of Excel's object model, as far as the add-in uses it. */
export class Workbook extends HostObject {
  readonly #context: ExcelContext;
  readonly #release: (reference: string) => void;

  constructor(context: ExcelContext, release: (reference: string) => void) {
    super();
    this.#context = context;
    this.#release = release;
  }

  get Workbook(): Workbook {
    return this;
  }
  get Worksheets(): WorksheetCollection {
    return new WorksheetCollection(this.#context);
  }
  get Names(): NamedItemCollection {
    return new NamedItemCollection(this.#context);
  }
  get Tables(): TableCollection {
    return new TableCollection(this.#context);
  }

  get Comments(): CommentCollection {
    return new CommentCollection(this.#context);
  }

  get Notes(): NoteCollection {
    return new NoteCollection(this.#context);
  }

  get Settings(): SettingCollection {
    return new SettingCollection(this.#context);
  }

  GetSelectedRange(): Range {
    const { workbook } = this.#context.book;
    const selected = workbook.getActiveSheet().getSelection()?.getActiveRangeList() ?? [];
    if (selected.length > 1)
      throw new HostError('InvalidSelection', 'The current selection is invalid for this operation.');
    return this.#selected(false);
  }

  GetActiveCell(): Range {
    return this.#selected(true);
  }

  _RemoveReference(reference: string): void {
    this.#release(reference);
  }

  #selected(cellOnly: boolean): Range {
    const { workbook } = this.#context.book;
    const chosen = (cellOnly ? workbook.getActiveCell() : undefined) ?? workbook.getActiveRange();
    const area = chosen
      ? { row: chosen.getRow(), column: chosen.getColumn(), rows: chosen.getHeight(), columns: chosen.getWidth() }
      : { row: 0, column: 0, rows: 1, columns: 1 };
    return new Range(this.#context, workbook.getActiveSheet(), cellOnly ? { ...area, rows: 1, columns: 1 } : area);
  }
}
