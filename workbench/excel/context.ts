import { tokenize } from '@borgar/fx';
import { type ICellData, ICommandService, type IObjectMatrixPrimitiveType, type IStyleData } from '@univerjs/core';
import { SetRangeValuesMutation, SetStyleCommand } from '@univerjs/sheets';
import type { FWorksheet } from '@univerjs/sheets/facade';
import { address } from '../../src/plan/address.ts';
import type { Area } from '../../src/plan/op.ts';
import type { Book } from '../book/book.ts';
import { checkFormula } from './formulaCheck.ts';
import { HostError } from './hostObject.ts';
import { fromUniver, ownRow, toUniver } from './structured.ts';

type CellMatrix = IObjectMatrixPrimitiveType<ICellData>;

const MOST_FORMATS = 5_000_000;

export interface TwoNotations {
  readonly excel: string;
  readonly univer: string;
}

/** A name for cells of one sheet. */
export interface NamedArea {
  readonly name: string;
  readonly area: Area;
}

/** What Excel's objects share: the book, formats that wait to be written, and formulas as they were written. */
export class ExcelContext {
  readonly book: Book;
  /** Sheets that a user has protected, by id. */
  readonly protectedSheets: Set<string>;
  workbookProtected = false;
  /** Names that belong to one sheet, by its id and the name in small letters. */
  readonly sheetNames: Map<string, ReadonlyMap<string, NamedArea>>;
  /** The user is still typing in a cell: Excel refuses everything then. */
  editing = false;
  /** The add-in is writing, not the user. */
  answering = false;
  /** Formulas of names as Excel writes them, by the name in small letters, where Univer needs them otherwise. */
  readonly nameFormulas: Map<string, TwoNotations>;
  /** Headings of tables that a formula was written into, by sheet, row and column. */
  readonly headingFormulas = new Set<string>();
  readonly #styles = new Map<string, CellMatrix>();
  readonly #formulas: Map<string, TwoNotations>;

  constructor(book: Book) {
    this.book = book;
    this.protectedSheets = book.facts('protected sheets', () => new Set());
    this.sheetNames = book.facts('names of sheets', () => new Map());
    this.nameFormulas = book.facts('formulas of names', () => new Map());
    this.#formulas = book.facts('formulas', () => new Map());
  }

  sheets(): FWorksheet[] {
    return this.book.workbook.getSheets();
  }

  sheetById(id: string): FWorksheet | null {
    return this.book.workbook.getSheetBySheetId(id);
  }

  /** Queues a format; thousands of cells are written at once, which Univer does far faster than one by one. */
  style(sheet: FWorksheet, area: Area, style: IStyleData): void {
    if (area.rows * area.columns > MOST_FORMATS)
      throw new HostError('NotImplemented', 'This host formats cells one by one, not whole sheets.');
    const cells = this.#styles.get(sheet.getSheetId()) ?? {};
    this.#styles.set(sheet.getSheetId(), cells);
    for (let row = area.row; row < area.row + area.rows; row++) {
      const line = cells[row] ?? {};
      cells[row] = line;
      for (let column = area.column; column < area.column + area.columns; column++) {
        const before = line[column]?.s;
        const merged: IStyleData =
          typeof before === 'object' && before !== null ? { ...before, ...style } : { ...style };
        if (typeof before === 'object' && before?.bd && style.bd) merged.bd = { ...before.bd, ...style.bd };
        line[column] = { s: merged };
      }
    }
  }

  flush(): void {
    if (this.#styles.size === 0) return;
    const commands = this.book.univer.__getInjector().get(ICommandService);
    for (const [subUnitId, cellValue] of this.#styles) {
      const sheet = this.sheetById(subUnitId);
      if (!sheet) continue;
      const { rows, columns } = extent(cellValue);
      this.book.ensureSize(sheet, rows, columns);
      const params = { unitId: this.book.workbook.getId(), subUnitId, cellValue, trigger: SetStyleCommand.id };
      commands.syncExecuteCommand(SetRangeValuesMutation.id, params);
    }
    this.#styles.clear();
  }

  forgetSheet(id: string): void {
    this.#styles.delete(id);
    this.sheetNames.delete(id);
    for (const key of this.#formulas.keys()) if (key.startsWith(`${id} `)) this.#formulas.delete(key);
  }

  /** The formula for Univer; what was written is kept, to be given back when the formula is read. */
  translate(sheet: FWorksheet, row: number, column: number, excel: string): string {
    const own = this.#withOwnNames(excel, sheet);
    const table = sheet.getTableByCell(row, column)?.name;
    checkFormula(own, this.book, table);
    const univer = toUniver(own, table);
    const key = `${sheet.getSheetId()} ${row} ${column}`;
    if (univer === excel) this.#formulas.delete(key);
    else this.#formulas.set(key, { excel, univer });
    return univer;
  }

  /** A sheet's own names come before the workbook's. */
  #withOwnNames(formula: string, sheet: FWorksheet): string {
    const names = this.sheetNames.get(sheet.getSheetId());
    if (!names) return formula;
    return tokenize(formula, { mergeRefs: true })
      .map(({ type, value }) => {
        const own = type === 'range_named' ? names.get(value.toLowerCase()) : undefined;
        return own ? address(own.area, 'all') : value;
      })
      .join('');
  }

  asWritten(sheet: FWorksheet, row: number, column: number, univer: string): string {
    const written = this.#formulas.get(`${sheet.getSheetId()} ${row} ${column}`);
    if (written?.univer === univer) return written.excel;
    const table = sheet.getTableByCell(row, column)?.name;
    const excel = fromUniver(univer);
    return table === undefined ? excel : ownRow(excel, table);
  }
}

function extent(cells: CellMatrix): { rows: number; columns: number } {
  let rows = 0;
  let columns = 0;
  for (const [row, line] of Object.entries(cells)) {
    rows = Math.max(rows, Number(row) + 1);
    for (const column of Object.keys(line)) columns = Math.max(columns, Number(column) + 1);
  }
  return { rows, columns };
}
