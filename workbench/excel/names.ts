import type { FWorkbook } from '@univerjs/sheets/facade';
import type { Area } from '../../src/plan/op.ts';
import { columnLetters, parseAddress, sheetPrefix } from './address.ts';
import type { ExcelContext } from './context.ts';
import { HostCollection, HostError, HostObject, invalidArgument, itemNotFound } from './hostObject.ts';
import { Range } from './range.ts';

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

  Add(name: string, reference: unknown): NamedItem {
    if (!isName(name)) throw invalidArgument();
    if (!isFreeName(this.#context, name)) {
      throw new HostError('ItemAlreadyExists', 'A resource with the same name or identifier already exists.');
    }
    const formula = formulaOf(reference);
    this.#context.book.workbook.insertDefinedName(name, this.#context.forUniver(formula, undefined, 0));
    return this.GetItem(name);
  }
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
    return `=${this.#name.getFormulaOrRefString().replace(/^=/, '')}`;
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
    const formula = this.#name.getFormulaOrRefString().replace(/^=/, '');
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
