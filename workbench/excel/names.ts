import type { FWorkbook, FWorksheet } from '@univerjs/sheets/facade';
import { address } from '../../src/plan/address.ts';
import type { Area } from '../../src/plan/op.ts';
import { columnLetters, parseAddress, sheetPrefix } from './address.ts';
import type { ExcelContext, NamedArea } from './context.ts';
import { checkFormula } from './formulaCheck.ts';
import { HostCollection, HostError, HostObject, invalidArgument, itemNotFound } from './hostObject.ts';
import { Range } from './range.ts';
import { toUniver, withPlaces } from './structured.ts';

type FDefinedName = ReturnType<FWorkbook['getDefinedNames']>[number];

/** Names and tables share one space, in which upper and lower case are alike. */
export function isFreeName(context: ExcelContext, name: string): boolean {
  const wanted = name.toLowerCase();
  const { workbook } = context.book;
  if (!isName(name) || workbook.getTableList().some(table => table.name.toLowerCase() === wanted)) return false;
  return !workbook.getDefinedNames().some(defined => defined.getName().toLowerCase() === wanted);
}

function isName(name: string): boolean {
  if (name.length > 255 || !/^[\p{L}_\\][\p{L}\p{N}_.\\?]*$/u.test(name)) return false;
  return !/^[A-Za-z]{1,3}\d+$/.test(name) && !/^[Rr]\d*([Cc]\d*)?$|^[Cc]\d*$/.test(name);
}

export class NamedItemCollection extends HostCollection<NamedItem> {
  readonly #context: ExcelContext;

  constructor(context: ExcelContext) {
    super();
    this.#context = context;
  }

  items(): readonly NamedItem[] {
    return this.#context.book.workbook.getDefinedNames().map(name => new NamedItem(this.#context, name));
  }

  indexer(key: string | number): NamedItem {
    return this.GetItem(String(key));
  }

  GetItem(key: string): NamedItem {
    const found = this.GetItemOrNullObject(key);
    if (!found) throw itemNotFound();
    return found;
  }

  GetItemOrNullObject(key: string): NamedItem | null {
    return this.items().find(item => item.Name.toLowerCase() === key.toLowerCase()) ?? null;
  }

  /** Of a table's column the address that it has now is stored. https://github.com/OfficeDev/office-js/issues/740 */
  Add(name: string, reference: unknown): NamedItem {
    return this.#add(name, addressed(this.#context, formulaOf(reference)));
  }

  /** Keeps a table's column, and so grows with it. */
  AddFormulaLocal(name: string, formula: string): NamedItem {
    return this.#add(name, formulaOf(formula));
  }

  #add(name: string, formula: string): NamedItem {
    if (!isName(name)) throw invalidArgument();
    if (!isFreeName(this.#context, name)) {
      throw new HostError('ItemAlreadyExists', 'A resource with the same name or identifier already exists.');
    }
    checkFormula(formula, this.#context.book);
    this.#context.book.workbook.insertDefinedName(name, keptFor(this.#context, name, formula));
    return this.GetItem(name);
  }
}

/** The formula for Univer; what was written is kept, to be given back when the formula is read. */
function keptFor(context: ExcelContext, name: string, excel: string): string {
  // A name that stands for a column under another name is read too late.
  const univer = withPlaces(toUniver(excel, undefined), (table, from, to) => columnsOf(context, table, from, to));
  if (univer === excel) context.nameFormulas.delete(name.toLowerCase());
  else context.nameFormulas.set(name.toLowerCase(), { excel, univer });
  return univer;
}

function columnsOf({ book }: ExcelContext, table: string, from: string, to: string): string | undefined {
  const info = book.workbook.getTableInfoByName(table);
  const sheet = info && book.workbook.getSheetBySheetId(info.subUnitId);
  if (!info || !sheet) return undefined;
  const [first, last] = [from, to].map(heading => info.columns.findIndex(column => column.displayName === heading));
  if (first === undefined || last === undefined || first < 0 || last < first) return undefined;
  const { startRow, endRow, startColumn } = info.range;
  const area = { row: startRow + 1, column: startColumn + first, rows: endRow - startRow, columns: last - first + 1 };
  return `${sheetPrefix(sheet.getSheetName())}${address(area, 'all')}`;
}

/** A name's formula as Excel writes it, without the equals sign. */
export function nameFormula(context: ExcelContext, name: FDefinedName): string {
  const text = name.getFormulaOrRefString().replace(/^=/, '');
  const written = context.nameFormulas.get(name.getName().toLowerCase());
  return written?.univer.replace(/^=/, '') === text ? written.excel.replace(/^=/, '') : text;
}

/** Writes a formula with its equals sign, or an address. */
export function setNameFormula(context: ExcelContext, name: FDefinedName, excel: string): void {
  name.setRef(keptFor(context, name.getName(), excel));
}

/** Names for columns of tables, after a table has become longer. */
export function followTables(context: ExcelContext): void {
  for (const name of context.book.workbook.getDefinedNames()) {
    const written = context.nameFormulas.get(name.getName().toLowerCase());
    if (written) setNameFormula(context, name, written.excel);
  }
}

/** A workbook's names whose cells are on a sheet that goes point nowhere afterwards. */
export function breakNames(context: ExcelContext, sheetId: string): () => void {
  const names = context.book.workbook.getDefinedNames();
  const broken = names.filter(
    name => new NamedItem(context, name).GetRangeOrNullObject()?.sheet.getSheetId() === sheetId,
  );
  return () => {
    for (const name of broken) setNameFormula(context, name, BROKEN);
  };
}

const BROKEN = '=#REF!';

/** The workbook's names for cells of a sheet, with their addresses. */
export function namesOn(context: ExcelContext, sheetId: string): NamedArea[] {
  return context.book.workbook.getDefinedNames().flatMap(name => {
    const range = new NamedItem(context, name).GetRangeOrNullObject();
    return range?.sheet.getSheetId() === sheetId ? [{ name: name.getName(), area: range.area }] : [];
  });
}

class NamedItem extends HostObject {
  readonly #context: ExcelContext;
  readonly #name: FDefinedName;

  constructor(context: ExcelContext, name: FDefinedName) {
    super();
    this.#context = context;
    this.#name = name;
  }

  get Name(): string {
    return this.#name.getName();
  }
  get Formula(): string {
    return `=${nameFormula(this.#context, this.#name)}`;
  }
  set Formula(formula: unknown) {
    setNameFormula(this.#context, this.#name, addressed(this.#context, formulaOf(formula)));
  }
  get Scope(): string {
    return 'Workbook';
  }
  get Visible(): boolean {
    return true;
  }

  GetRange(): Range {
    const range = this.GetRangeOrNullObject();
    if (!range) throw itemNotFound();
    return range;
  }

  GetRangeOrNullObject(): Range | null {
    const formula = nameFormula(this.#context, this.#name);
    return columnRange(this.#context, formula) ?? cellRange(this.#context, formula);
  }

  Delete(): void {
    this.#name.delete();
  }
}

/** The cells of `Table[Column]`, as many as the table has now. */
function columnRange(context: ExcelContext, formula: string): Range | undefined {
  const [, table = '', column = ''] = /^([^[\]!]+)\[(.+)\]$/.exec(formula) ?? [];
  const info = context.book.workbook.getTableInfoByName(table);
  const sheet = info && context.sheetById(info.subUnitId);
  if (!info || !sheet) return undefined;
  const wanted = column.replace(/'(.)/g, '$1');
  const index = info.columns.findIndex(({ displayName }) => displayName === wanted);
  if (index < 0) return undefined;
  const { startRow, endRow, startColumn } = info.range;
  return new Range(context, sheet, {
    row: startRow + 1,
    column: startColumn + index,
    rows: endRow - startRow,
    columns: 1,
  });
}

function addressed(context: ExcelContext, formula: string): string {
  const column = columnRange(context, formula.replace(/^=/, ''));
  return column ? formulaOf(column) : formula;
}

function cellRange(context: ExcelContext, formula: string): Range | null {
  if (!/^[^[\]()]+!\$?[A-Z]+\$?\d+(:\$?[A-Z]+\$?\d+)?$/i.test(formula)) return null;
  const { sheet: name = '', area } = parseAddress(formula);
  const sheet = context.book.workbook.getSheetByName(name);
  return sheet ? new Range(context, sheet, area) : null;
}

/** A range, or a formula that begins with an equals sign. */
function formulaOf(reference: unknown): string {
  if (reference instanceof Range) return `${sheetPrefix(reference.sheet.getSheetName())}${absolute(reference.area)}`;
  const formula = String(reference);
  if (!/^=./.test(formula)) throw invalidArgument();
  return formula;
}

function absolute({ row, column, rows, columns }: Area): string {
  const corner = (r: number, c: number): string => `$${columnLetters(c)}$${r + 1}`;
  const first = corner(row, column);
  return rows === 1 && columns === 1 ? first : `${first}:${corner(row + rows - 1, column + columns - 1)}`;
}

/** What Excel makes of a workbook's names on a sheet that is copied: the copy gets names of its own for its own cells. */
export class SheetNameCollection extends HostCollection<SheetName> {
  readonly #context: ExcelContext;
  readonly #sheet: FWorksheet;

  constructor(context: ExcelContext, sheet: FWorksheet) {
    super();
    this.#context = context;
    this.#sheet = sheet;
  }

  items(): readonly SheetName[] {
    const names = this.#context.sheetNames.get(this.#sheet.getSheetId()) ?? new Map<string, NamedArea>();
    return [...names.values()].map(({ name, area }) => {
      return new SheetName(name, new Range(this.#context, this.#sheet, area));
    });
  }

  indexer(key: string | number): SheetName {
    return this.GetItem(String(key));
  }

  GetItem(key: string): SheetName {
    const found = this.GetItemOrNullObject(key);
    if (!found) throw itemNotFound();
    return found;
  }

  GetItemOrNullObject(key: string): SheetName | null {
    return this.items().find(item => item.Name.toLowerCase() === key.toLowerCase()) ?? null;
  }
}

class SheetName extends HostObject {
  readonly #name: string;
  readonly #range: Range;

  constructor(name: string, range: Range) {
    super();
    this.#name = name;
    this.#range = range;
  }

  get Name(): string {
    return this.#name;
  }
  get Scope(): string {
    return 'Worksheet';
  }
  get Formula(): string {
    return `=${formulaOf(this.#range)}`;
  }

  GetRange(): Range {
    return this.#range;
  }
  GetRangeOrNullObject(): Range {
    return this.#range;
  }
}
