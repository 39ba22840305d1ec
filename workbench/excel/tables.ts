import { ICommandService } from '@univerjs/core';
import type { FWorksheet } from '@univerjs/sheets/facade';
import { SetSheetTableMutation } from '@univerjs/sheets-table';
import type { Area } from '../../src/plan/op.ts';
import { parseAddress } from './address.ts';
import { fillRows } from './calculatedColumns.ts';
import type { ExcelContext } from './context.ts';
import { formatGrown } from './grownFormats.ts';
import { uniqueHeadings, writeHeading } from './headingTexts.ts';
import { accessDenied, HostCollection, HostError, HostObject, invalidArgument, itemNotFound } from './hostObject.ts';
import { followTables, isFreeName } from './names.ts';
import { Range } from './range.ts';
import { SheetOf } from './sheetOf.ts';
import { TableColumnCollection } from './tableColumns.ts';

type Info = NonNullable<ReturnType<FWorksheet['getSubTableInfos']>>[number];

/** All tables of the workbook, or of one sheet. */
export class TableCollection extends HostCollection<Table> {
  readonly #context: ExcelContext;
  readonly #sheet: FWorksheet | undefined;

  constructor(context: ExcelContext, sheet?: FWorksheet) {
    super();
    this.#context = context;
    this.#sheet = sheet;
  }

  items(): readonly Table[] {
    const all = this.#context.book.workbook.getTableList();
    return all
      .filter(info => !this.#sheet || info.subUnitId === this.#sheet.getSheetId())
      .map(info => new Table(this.#context, info.id));
  }

  indexer(key: string | number): Table {
    return this.GetItem(String(key));
  }

  GetItem(key: string): Table {
    const found = this.GetItemOrNullObject(key);
    if (!found) throw itemNotFound();
    return found;
  }

  GetItemOrNullObject(key: string): Table | null {
    return this.items().find(table => table.Id === key || table.Name.toLowerCase() === key.toLowerCase()) ?? null;
  }

  GetItemAt(index: number): Table {
    const found = this.items()[index];
    if (!found) throw itemNotFound();
    return found;
  }

  get Count(): number {
    return this.items().length;
  }

  async Add(address: unknown, hasHeaders: boolean): Promise<Table> {
    const { sheet, area } = this.#target(address);
    if (this.#context.protectedSheets.has(sheet.getSheetId())) throw accessDenied();
    if (!hasHeaders) throw new HostError('NotImplemented', 'This host makes tables of ranges with headings.');
    const range = {
      startRow: area.row,
      startColumn: area.column,
      endRow: area.row + area.rows - 1,
      endColumn: area.column + area.columns - 1,
    };
    if (new Range(this.#context, sheet, area).GetTables(false).items().length > 0)
      throw new HostError('InvalidArgument', 'A table cannot overlap another table.');
    let number = 1;
    while (this.#context.book.workbook.getTableInfoByName(`Table${number}`)) number++;
    const id = `table-${sheet.getSheetId()}-${area.row}-${area.column}`;
    this.#context.book.ensureSize(sheet, area.row + area.rows, area.column + area.columns);
    if (
      !(await sheet.addTable(`Table${number}`, range, id, {
        showHeader: true,
        tableStyleId: plainTheme(this.#context),
      }))
    ) {
      throw invalidArgument();
    }
    await this.#nameColumns(sheet, area);
    return new Table(this.#context, id);
  }

  /** What stands in the first row becomes the headings. */
  async #nameColumns(sheet: FWorksheet, { row, column, columns }: Area): Promise<void> {
    const cells = Array.from({ length: columns }, (_, index) => sheet.getRange(row, column + index));
    if (cells.some(cell => cell.getFormula() !== '')) await this.#context.book.settled();
    // What Univer shows in a blank heading is not written there.
    const said = cells.map((cell, index) =>
      cell.getFormula() ? cell.getValue() : rawValue(sheet, row, column + index),
    );
    const texts = uniqueHeadings(said.map(value => ({ text: String(value ?? ''), isKnown: false })));
    for (const [index, text] of texts.entries()) {
      if (text !== said[index] || cells[index]?.getFormula()) writeHeading(sheet, row, column + index, text);
    }
  }

  #target(address: unknown): { sheet: FWorksheet; area: Range['area'] } {
    if (address instanceof Range) return address;
    const { sheet: name, area } = parseAddress(String(address));
    const sheet = name === undefined ? this.#sheet : this.#context.book.workbook.getSheetByName(name);
    if (!sheet) throw invalidArgument();
    return { sheet, area };
  }
}

function rawValue(sheet: FWorksheet, row: number, column: number): unknown {
  return sheet.getSheet().getCellRaw(row, column)?.v;
}

const PLAIN = 'plain';

/** Univer reads a kept table before it knows the theme of its own, and gives it another one. */
export function restyleTables(context: ExcelContext): void {
  const { univer, workbook } = context.book;
  const commands = univer.__getInjector().get(ICommandService);
  for (const { id, subUnitId } of workbook.getTableList()) {
    commands.syncExecuteCommand(SetSheetTableMutation.id, {
      unitId: workbook.getId(),
      subUnitId,
      tableId: id,
      config: { theme: plainTheme(context) },
    });
  }
}

/** A table without colours of its own, as Excel's TableStyleLight1 without bands: the sheet's formats show. */
function plainTheme({ book: { workbook } }: ExcelContext): string {
  if (!workbook.getRegisteredRangeThemes().includes(PLAIN))
    workbook.registerRangeTheme(workbook.createRangeThemeStyle(PLAIN, {}));
  return PLAIN;
}

class Table extends HostObject {
  readonly #context: ExcelContext;
  readonly #id: string;

  constructor(context: ExcelContext, id: string) {
    super();
    this.#context = context;
    this.#id = id;
  }

  override get hostId(): string {
    return this.#id;
  }
  get Id(): string {
    return this.#id;
  }
  get Name(): string {
    return this.#info.name;
  }
  set Name(name: string) {
    if (name.toLowerCase() === this.Name.toLowerCase()) return;
    if (!isFreeName(this.#context, name)) throw invalidArgument();
    // Univer's own command refuses a table that is named like a sheet, which Excel allows.
    this.#context.book.univer.__getInjector().get(ICommandService).syncExecuteCommand(SetSheetTableMutation.id, {
      unitId: this.#context.book.workbook.getId(),
      subUnitId: this.#info.subUnitId,
      tableId: this.#id,
      config: { name },
    });
  }
  get Style(): unknown {
    return this.#facts.style ?? 'TableStyleMedium2';
  }
  set Style(style: string) {
    if (!/^TableStyle(Light|Medium|Dark)\d+$/.test(style)) throw invalidArgument();
    this.#facts.style = style;
  }
  get ShowBandedRows(): unknown {
    return this.#facts.bandedRows ?? true;
  }
  set ShowBandedRows(show: boolean) {
    this.#facts.bandedRows = show;
  }
  get ShowFilterButton(): unknown {
    return this.#facts.filterButton ?? true;
  }
  set ShowFilterButton(show: boolean) {
    this.#facts.filterButton = show;
  }

  get Worksheet(): HostObject {
    return new SheetOf(this.#sheet);
  }

  GetRange(): Range {
    const { startRow, startColumn, endRow, endColumn } = this.#info.range;
    return new Range(this.#context, this.#sheet, {
      row: startRow,
      column: startColumn,
      rows: endRow - startRow + 1,
      columns: endColumn - startColumn + 1,
    });
  }

  GetHeaderRowRange(): Range {
    return this.GetRange().GetRow(0);
  }

  /** Without the headings; this host plays no totals rows. */
  GetDataBodyRange(): Range {
    const { context, sheet, area } = this.GetRange();
    return new Range(context, sheet, { ...area, row: area.row + 1, rows: area.rows - 1 });
  }

  get Columns(): TableColumnCollection {
    return new TableColumnCollection(this);
  }
  get Rows(): TableRowCollection {
    return new TableRowCollection(this);
  }

  /** Makes the table longer; what stands below it would have to move, which this host does not play. */
  async lengthen(count: number): Promise<Range> {
    const { area, sheet, context } = this.GetRange();
    if (context.protectedSheets.has(sheet.getSheetId())) throw accessDenied();
    const added = new Range(context, sheet, { ...area, row: area.row + area.rows, rows: count });
    context.book.ensureSize(sheet, added.area.row + count, area.column + area.columns);
    if (added.Formulas.some(row => row.some(cell => cell !== '')))
      throw new HostError('NotImplemented', 'This host adds rows only where the cells below are blank.');
    const endRow = added.area.row + count - 1;
    const { range } = this.#info;
    if (!(await sheet.setTableRange(this.#id, { ...range, endRow }))) throw invalidArgument();
    followTables(context);
    formatGrown(sheet, range, count);
    return added;
  }

  Delete(): void {
    this.#sheet.removeTable(this.#id);
  }

  get #info(): Info {
    const info = this.#context.book.workbook.getTableInfo(this.#id);
    if (!info) throw itemNotFound();
    return info;
  }

  get #sheet(): FWorksheet {
    const sheet = this.#context.sheetById(this.#info.subUnitId);
    if (!sheet) throw itemNotFound();
    return sheet;
  }

  /** What Univer has no place for. */
  get #facts(): Record<string, unknown> {
    const all = this.#context.book.facts('tables', () => new Map<string, Record<string, unknown>>());
    const own = all.get(this.#id) ?? {};
    all.set(this.#id, own);
    return own;
  }
}

class TableRowCollection extends HostObject {
  readonly #table: Table;

  constructor(table: Table) {
    super();
    this.#table = table;
  }

  async Add(index: number | null | undefined, values: readonly (readonly unknown[])[]): Promise<TableRow> {
    if (index !== null && index !== undefined)
      throw new HostError('NotImplemented', 'This host adds rows at the end of a table.');
    const { area } = this.#table.GetDataBodyRange();
    const added = await this.#table.lengthen(values.length);
    added.Formulas = values;
    const rows = values.length;
    fillRows(added.context, added.sheet, { ...area, rows: area.rows + rows }, { row: added.area.row, rows });
    return new TableRow(added);
  }
}

class TableRow extends HostObject {
  readonly #range: Range;

  constructor(range: Range) {
    super();
    this.#range = range;
  }

  GetRange(): Range {
    return this.#range;
  }
}
