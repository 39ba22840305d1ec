import { CellValueType, type ICellData, type Nullable } from '@univerjs/core';
import { FormulaDataModel } from '@univerjs/engine-formula';
import type { FRange, FWorksheet } from '@univerjs/sheets/facade';
import { filledTo } from '../../src/grid/relative.ts';
import { ERROR_CODES } from '../../src/kernel/cell.ts';
import type { Area } from '../../src/plan/op.ts';
import { spilledCell } from '../book/spilledCell.ts';
import { a1, intersection, LAST_COLUMN, LAST_ROW, parseAddress, sheetPrefix } from './address.ts';
import { fillColumns, formulaCell, type WrittenFormula } from './calculatedColumns.ts';
import { ConditionalFormatCollection } from './conditionalFormats.ts';
import type { ExcelContext } from './context.ts';
import { DataValidation } from './dataValidation.ts';
import { accessDenied, HostCollection, HostError, HostObject, invalidArgument, itemNotFound } from './hostObject.ts';
import { RangeFormat } from './rangeFormat.ts';
import { SheetOf } from './sheetOf.ts';
import { readTyped } from './typed.ts';

type Shown = string | number | boolean;

export class Range extends HostObject {
  readonly context: ExcelContext;
  readonly sheet: FWorksheet;
  readonly area: Area;
  reference: string | undefined;

  constructor(context: ExcelContext, sheet: FWorksheet, area: Area) {
    super();
    this.context = context;
    this.sheet = sheet;
    this.area = area;
  }

  static within(context: ExcelContext, sheet: FWorksheet, address: unknown): Range {
    if (address === undefined || address === null || address === '') {
      return new Range(context, sheet, { row: 0, column: 0, rows: LAST_ROW, columns: LAST_COLUMN });
    }
    return new Range(context, sheet, parseAddress(String(address)).area);
  }

  get Worksheet(): SheetOf {
    return new SheetOf(this.sheet);
  }
  get Address(): string {
    return `${sheetPrefix(this.sheet.getSheetName())}${a1(this.area)}`;
  }
  get RowCount(): number {
    return this.area.rows;
  }
  get ColumnCount(): number {
    return this.area.columns;
  }
  get RowIndex(): number {
    return this.area.row;
  }
  get ColumnIndex(): number {
    return this.area.column;
  }
  get CellCount(): number {
    return this.area.rows * this.area.columns;
  }

  /** Null where some of its rows are hidden. https://learn.microsoft.com/javascript/api/excel/excel.range#excel-excel-range-rowhidden-member */
  get RowHidden(): boolean | null {
    const { row, rows } = this.area;
    const sheet = this.sheet.getSheet();
    const hidden = Array.from({ length: rows }, (_, index) => !sheet.getRowVisible(row + index));
    return hidden.every(Boolean) || (hidden.some(Boolean) ? null : false);
  }

  get Values(): Shown[][] {
    return this.#grid((cell, row, column) => shown(this.#valueAt(cell, row, column)));
  }
  set Values(values: unknown) {
    this.#write(values);
  }

  get Formulas(): Shown[][] {
    return this.#grid((cell, row, column) =>
      cell?.f ? this.context.asWritten(this.sheet, row, column, cell.f) : shown(this.#valueAt(cell, row, column)),
    );
  }
  set Formulas(formulas: unknown) {
    this.#write(formulas);
  }

  get Text(): string[][] {
    return this.#univer().getDisplayValues();
  }

  get ValueTypes(): string[][] {
    return this.#grid((cell, row, column) => {
      const found = this.#valueAt(cell, row, column);
      // A formula that gives "" holds a text.
      return found?.v === '' ? 'String' : typeOf(shown(found));
    });
  }

  get NumberFormat(): string[][] {
    this.context.flush();
    return this.#grid((_, row, column) => this.#styleAt(row, column));
  }
  set NumberFormat(formats: unknown) {
    this.guard();
    // One format in an array of its own is for all cells, too.
    const [[only, ...others] = [], ...lines] = Array.isArray(formats) ? (formats as unknown[][]) : [[formats]];
    const isOne = lines.length === 0 && others.length === 0;
    this.#each(isOne ? only : formats, (format, area) => {
      if (format !== null && !isFormat(String(format))) throw invalidArgument();
      if (format !== null) this.context.style(this.sheet, area, { n: { pattern: String(format) } });
    });
  }

  get Format(): RangeFormat {
    return new RangeFormat([this]);
  }
  get ConditionalFormats(): ConditionalFormatCollection {
    return new ConditionalFormatCollection(this);
  }
  get DataValidation(): DataValidation {
    return new DataValidation(this);
  }

  GetCell(row: number, column: number): Range {
    return new Range(this.context, this.sheet, {
      row: this.area.row + row,
      column: this.area.column + column,
      rows: 1,
      columns: 1,
    });
  }

  GetRow(row: number): Range {
    return new Range(this.context, this.sheet, { ...this.area, row: this.area.row + row, rows: 1 });
  }

  /** Larger or smaller by so many rows and columns. */
  GetResizedRange(rows: number, columns: number): Range {
    const area = { ...this.area, rows: this.area.rows + rows, columns: this.area.columns + columns };
    const isRange = area.rows >= 1 && area.columns >= 1;
    if (!isRange || area.row + area.rows > LAST_ROW || area.column + area.columns > LAST_COLUMN)
      throw invalidArgument();
    return new Range(this.context, this.sheet, area);
  }

  GetOffsetRange(rows: number, columns: number): Range {
    const moved = { ...this.area, row: this.area.row + rows, column: this.area.column + columns };
    const isOnSheet = moved.row >= 0 && moved.column >= 0;
    if (!isOnSheet || moved.row + moved.rows > LAST_ROW || moved.column + moved.columns > LAST_COLUMN)
      throw invalidArgument();
    return new Range(this.context, this.sheet, moved);
  }

  GetColumn(column: number): Range {
    return new Range(this.context, this.sheet, { ...this.area, column: this.area.column + column, columns: 1 });
  }

  GetLastColumn(): Range {
    return this.GetColumn(this.area.columns - 1);
  }

  GetLastCell(): Range {
    return this.GetCell(this.area.rows - 1, this.area.columns - 1);
  }

  GetLastRow(): Range {
    return this.GetRow(this.area.rows - 1);
  }

  /** Takes out the last rows of a table; whatever stands below would have to move, which this host does not play. */
  async Delete(shift: string): Promise<void> {
    this.guard();
    const { row, column, rows, columns } = this.area;
    const table = this.context.book.workbook
      .getTableList()
      .find(({ subUnitId, range }) => subUnitId === this.sheet.getSheetId() && range.endRow === row + rows - 1);
    const isWhole = table?.range.startColumn === column && table.range.endColumn === column + columns - 1;
    if (shift !== 'Up' || !table || !isWhole || row <= table.range.startRow + 1)
      throw new HostError('NotImplemented', 'This host deletes the last rows of a table.');
    this.Values = Array.from({ length: rows }, () => Array.from({ length: columns }, () => ''));
    if (!(await this.sheet.setTableRange(table.id, { ...table.range, endRow: row - 1 }))) throw invalidArgument();
  }

  GetBoundingRect(other: unknown): Range {
    if (!(other instanceof Range)) throw invalidArgument();
    const row = Math.min(this.area.row, other.area.row);
    const column = Math.min(this.area.column, other.area.column);
    const rows = Math.max(this.area.row + this.area.rows, other.area.row + other.area.rows) - row;
    const columns = Math.max(this.area.column + this.area.columns, other.area.column + other.area.columns) - column;
    return new Range(this.context, this.sheet, { row, column, rows, columns });
  }

  GetIntersection(other: unknown): Range {
    if (!(other instanceof Range)) throw invalidArgument();
    const common = intersection(this.area, other.area);
    if (!common) throw itemNotFound();
    return new Range(this.context, this.sheet, common);
  }

  /** The cells that the formula of this cell fills, where they are more than its own. */
  GetSpillingToRangeOrNullObject(): Range | null {
    const { row, column } = this.area;
    const arrays = this.context.book.univer.__getInjector().get(FormulaDataModel).getArrayFormulaRange();
    const filled = arrays[this.context.book.workbook.getId()]?.[this.sheet.getSheetId()]?.[row]?.[column];
    if (!filled || !this.sheet.getSheet().getCellRaw(row, column)?.f) return null;
    const [rows, columns] = [filled.endRow - filled.startRow + 1, filled.endColumn - filled.startColumn + 1];
    return rows * columns > 1 ? new Range(this.context, this.sheet, { row, column, rows, columns }) : null;
  }

  GetSpillingToRange(): Range {
    const range = this.GetSpillingToRangeOrNullObject();
    if (!range) throw itemNotFound();
    return range;
  }

  GetTables(fullyContained = true): TablesIn {
    const { row, column, rows, columns } = this.area;
    const found = (this.sheet.getSubTableInfos() ?? []).filter(({ range }) => {
      const inRows = range.startRow >= row && range.endRow < row + rows;
      const inColumns = range.startColumn >= column && range.endColumn < column + columns;
      if (fullyContained) return inRows && inColumns;
      const meetsRows = range.startRow < row + rows && range.endRow >= row;
      return meetsRows && range.startColumn < column + columns && range.endColumn >= column;
    });
    return new TablesIn(found.map(({ name }) => new TableIn(name)));
  }

  /** The client asks this before it sends many cells in pieces. */
  _ValidateArraySize(rows: number, columns: number): void {
    if (rows !== this.area.rows || columns !== this.area.columns) throw wrongSize();
  }

  Select(): void {
    this.sheet.activate();
    this.#univer().activate();
  }

  _KeepReference(): void {
    this.reference ??= `r${++references}`;
  }

  /** Refuses to change a protected sheet. */
  guard(): void {
    if (this.context.protectedSheets.has(this.sheet.getSheetId())) throw accessDenied();
  }

  #univer(): FRange {
    const { row, column, rows, columns } = this.area;
    if (rows * columns > MOST_CELLS)
      throw new HostError(
        'RangeExceedsLimit',
        'The cell count in the range has exceeded the maximum supported number.',
      );
    this.context.book.ensureSize(this.sheet, row + rows, column + columns);
    return this.sheet.getRange(row, column, rows, columns);
  }

  #grid<T>(read: (cell: Nullable<ICellData>, row: number, column: number) => T): T[][] {
    const cells = this.#univer().getCellDataGrid();
    return cells.map((line, i) => line.map((cell, j) => read(cell, this.area.row + i, this.area.column + j)));
  }

  #valueAt(cell: Nullable<ICellData>, row: number, column: number): Nullable<ICellData> {
    if (cell?.f || (cell?.v !== undefined && cell.v !== null)) return cell;
    return spilledCell(this.context.book, this.sheet.getSheetId(), row, column) ?? cell;
  }

  #styleAt(row: number, column: number): string {
    return this.sheet.getRange(row, column).getCellStyleData('cell')?.n?.pattern ?? 'General';
  }

  /** One value for every cell, or a value for each. */
  #each(values: unknown, write: (value: unknown, area: Area) => void): void {
    if (!Array.isArray(values)) {
      write(values, this.area);
      return;
    }
    const { row, column, rows, columns } = this.area;
    const lines = values as unknown[][];
    if (lines.length !== rows || lines.some(line => line.length !== columns)) {
      throw wrongSize();
    }
    for (const [i, line] of lines.entries()) {
      for (const [j, value] of line.entries()) write(value, { row: row + i, column: column + j, rows: 1, columns: 1 });
    }
  }

  /** One value for all cells; a formula moves as one that is filled down, or to the right. */
  #filled(value: unknown): unknown[][] {
    const { row, column, rows, columns } = this.area;
    const isFormula = typeof value === 'string' && value.startsWith('=');
    const at = (r: number, c: number): unknown => (isFormula ? filledTo(value, row, column, r, c) : value);
    return Array.from({ length: rows }, (_, i) => Array.from({ length: columns }, (_, j) => at(row + i, column + j)));
  }

  #write(values: unknown): void {
    this.guard();
    if (values === undefined) throw invalidArgument();
    const lines = Array.isArray(values) ? values : this.#filled(values);
    const written: Record<number, Record<number, ICellData>> = {};
    const formulas: WrittenFormula[] = [];
    const range = new Range(this.context, this.sheet, this.area);
    range.#each(lines, (value, { row, column }) => {
      const typed = readTyped(value);
      if (typed.is === 'nothing') return;
      if (typed.is === 'data' && String(typed.data.v ?? '').length > LONGEST_TEXT) throw invalidArgument();
      const line = written[row] ?? {};
      written[row] = line;
      if (typed.is === 'data') line[column] = typed.data;
      else {
        line[column] = formulaCell(this.context.translate(this.sheet, row, column, typed.formula));
        formulas.push({ row, column, formula: typed.formula });
      }
    });
    if (Object.keys(written).length === 0) return;
    this.#univer().setValues(written);
    fillColumns(this.context, this.sheet, formulas);
  }
}

function wrongSize(): HostError {
  const message = "The number of rows or columns in the input array doesn't match the size or dimensions of the range.";
  return new HostError('InvalidArgument', message);
}

let references = 0;
const MOST_CELLS = 5_000_000;
/** https://support.microsoft.com/office/excel-specifications-and-limits-1672b34d-7043-467e-8e27-269d656771c3 */
const LONGEST_TEXT = 32_767;

/** Quotation marks and brackets of a number format are closed. */
function isFormat(format: string): boolean {
  const plain = format
    .replace(/\\./g, '')
    .replace(/"[^"]*"/g, '')
    .replace(/\[[^\]]*\]/g, '');
  return !/["[\]]/.test(plain);
}

function shown(cell: Nullable<ICellData>): Shown {
  const value = cell?.v;
  if (value === null || value === undefined) return '';
  return cell?.t === CellValueType.BOOLEAN ? value === 1 || value === true : value;
}

function typeOf(value: Shown): string {
  if (value === '') return 'Empty';
  if (typeof value === 'number') return 'Double';
  if (typeof value === 'boolean') return 'Boolean';
  return ERROR_CODES.some(code => code === value) ? 'Error' : 'String';
}

/** The tables of a range: as much of them as leads to their own objects. */
class TablesIn extends HostCollection<TableIn> {
  readonly #tables: readonly TableIn[];

  constructor(tables: readonly TableIn[]) {
    super();
    this.#tables = tables;
  }

  items(): readonly TableIn[] {
    return this.#tables;
  }

  indexer(key: string | number): TableIn {
    const found = this.#tables.find(({ Name }) => Name === key);
    if (!found) throw invalidArgument();
    return found;
  }
}

class TableIn extends HostObject {
  readonly #name: string;

  constructor(name: string) {
    super();
    this.#name = name;
  }

  get Name(): string {
    return this.#name;
  }
}
