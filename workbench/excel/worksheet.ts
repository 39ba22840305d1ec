import type { FWorksheet } from '@univerjs/sheets/facade';
import { parseAddress } from './address.ts';
import { ChartCollection } from './charts.ts';
import type { ExcelContext } from './context.ts';
import { copyOf } from './copies.ts';
import { accessDenied, HostCollection, HostError, HostObject, invalidArgument, itemNotFound } from './hostObject.ts';
import { breakNames, SheetNameCollection } from './names.ts';
import { CommentCollection, NoteCollection } from './notes.ts';
import { Range } from './range.ts';
import { RangeAreas } from './rangeFormat.ts';
import { TableCollection } from './tables.ts';
import { usedArea } from './usedArea.ts';

export class WorksheetCollection extends HostCollection<Worksheet> {
  readonly #context: ExcelContext;

  constructor(context: ExcelContext) {
    super();
    this.#context = context;
  }

  items(): readonly Worksheet[] {
    return this.#context.sheets().map(sheet => new Worksheet(this.#context, sheet));
  }

  indexer(key: string | number): Worksheet {
    return this.GetItem(String(key));
  }

  GetItem(key: string): Worksheet {
    const found = this.GetItemOrNullObject(key);
    if (!found) throw itemNotFound();
    return found;
  }

  GetItemOrNullObject(key: string): Worksheet | null {
    const wanted = key.toLowerCase();
    return this.items().find(sheet => sheet.Id === key || sheet.Name.toLowerCase() === wanted) ?? null;
  }

  GetActiveWorksheet(): Worksheet {
    return new Worksheet(this.#context, this.#context.book.workbook.getActiveSheet());
  }

  Add(name?: string): Worksheet {
    if (this.#context.workbookProtected) throw accessDenied();
    const chosen = name ?? this.#freeName();
    checkName(chosen);
    if (this.GetItemOrNullObject(chosen)) {
      throw new HostError('ItemAlreadyExists', 'A resource with the same name or identifier already exists.');
    }
    const workbook = this.#context.book.workbook;
    const active = workbook.getActiveSheet();
    const sheet = workbook.insertSheet(chosen, { index: workbook.getNumSheets() });
    // Univer shows a new sheet at once, Excel when it is activated.
    workbook.setActiveSheet(active);
    return new Worksheet(this.#context, sheet);
  }

  #freeName(): string {
    let number = 1;
    while (this.GetItemOrNullObject(`Sheet${number}`)) number++;
    return `Sheet${number}`;
  }
}

/** https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-multiple-ranges */
const LONGEST_ADDRESSES = 8192;

function checkName(name: string): void {
  if (
    name === '' ||
    name.length > 31 ||
    /[:\\/?*[\]]/.test(name) ||
    name.toLowerCase() === 'history' ||
    name.startsWith("'") ||
    name.endsWith("'")
  )
    throw invalidArgument();
}

export class Worksheet extends HostObject {
  readonly context: ExcelContext;
  readonly sheet: FWorksheet;

  constructor(context: ExcelContext, sheet: FWorksheet) {
    super();
    this.context = context;
    this.sheet = sheet;
  }

  override get hostId(): string {
    return this.Id;
  }
  get Id(): string {
    return this.sheet.getSheetId();
  }
  get Name(): string {
    return this.sheet.getSheetName();
  }
  set Name(name: string) {
    if (this.context.workbookProtected) throw accessDenied();
    checkName(name);
    const taken = new WorksheetCollection(this.context).GetItemOrNullObject(name);
    if (taken && taken.Id !== this.Id) {
      throw new HostError('ItemAlreadyExists', 'A resource with the same name or identifier already exists.');
    }
    this.sheet.setName(name);
  }
  get Position(): number {
    return this.sheet.getIndex();
  }
  get TabColor(): string {
    return this.sheet.getTabColor() ?? '';
  }
  set TabColor(color: string) {
    this.sheet.setTabColor(color);
  }
  get ShowGridlines(): boolean {
    return !this.sheet.hasHiddenGridLines();
  }
  /** What the client sets goes by another name than what it reads. */
  set Gridlines(show: boolean) {
    this.sheet.setHiddenGridlines(!show);
  }
  get Visibility(): string {
    return this.sheet.isSheetHidden() ? 'Hidden' : 'Visible';
  }
  set Visibility(visibility: string) {
    if (visibility === 'Visible') this.sheet.showSheet();
    else this.sheet.hideSheet();
  }
  get Tables(): TableCollection {
    return new TableCollection(this.context, this.sheet);
  }
  get Names(): SheetNameCollection {
    return new SheetNameCollection(this.context, this.sheet);
  }
  get FreezePanes(): WorksheetFreezePanes {
    return new WorksheetFreezePanes(this.sheet);
  }
  get PageLayout(): PageLayout {
    return new PageLayout(this.sheet);
  }
  get CustomProperties(): WorksheetCustomPropertyCollection {
    return new WorksheetCustomPropertyCollection(this.sheet);
  }
  get Protection(): WorksheetProtection {
    return new WorksheetProtection(this);
  }
  get Charts(): ChartCollection {
    return new ChartCollection(this);
  }
  get Comments(): CommentCollection {
    return new CommentCollection(this.context, this.sheet);
  }
  get Notes(): NoteCollection {
    return new NoteCollection(this.context, this.sheet);
  }

  GetRange(address?: string): Range {
    return Range.within(this.context, this.sheet, address);
  }

  /** Addresses of several ranges, parted by commas. */
  GetRanges(addresses: string): RangeAreas {
    if (addresses.length > LONGEST_ADDRESSES) throw invalidArgument();
    const [first, ...others] = addresses.split(',').map(address => this.GetRange(address));
    if (!first) throw invalidArgument();
    return new RangeAreas([first, ...others]);
  }

  GetCell(row: number, column: number): Range {
    return this.GetRangeByIndexes(row, column, 1, 1);
  }

  GetRangeByIndexes(row: number, column: number, rows: number, columns: number): Range {
    if (row < 0 || column < 0 || rows < 1 || columns < 1) throw invalidArgument();
    return new Range(this.context, this.sheet, { row, column, rows, columns });
  }

  /** From the first cell that is used: that has a content, or a format if those count. */
  GetUsedRangeOrNullObject(valuesOnly = false): Range | null {
    this.context.flush();
    const used = usedArea(this.context, this.sheet, valuesOnly);
    return used ? new Range(this.context, this.sheet, used) : null;
  }

  /** Of a sheet without any, its first cell. */
  GetUsedRange(valuesOnly = false): Range {
    return this.GetUsedRangeOrNullObject(valuesOnly) ?? this.GetRange('A1');
  }

  Activate(): void {
    this.sheet.activate();
  }

  Copy(position = 'None'): Worksheet {
    if (this.context.workbookProtected) throw accessDenied();
    if (position !== 'End') throw new HostError('NotImplemented', 'This host puts copies at the end.');
    return new Worksheet(this.context, copyOf(this.context, this.sheet));
  }

  Delete(): void {
    if (this.context.workbookProtected) throw accessDenied();
    const others = this.context.sheets().filter(sheet => sheet.getSheetId() !== this.Id && !sheet.isSheetHidden());
    if (others.length === 0)
      throw new HostError('InvalidOperation', 'A workbook must contain at least one visible worksheet.');
    const breakThem = breakNames(this.context, this.Id);
    for (const table of this.Tables.items()) table.Delete();
    this.context.forgetSheet(this.Id);
    const { workbook } = this.context.book;
    // Univer's screen has nothing to draw while the sheet that it shows is being taken out.
    const [next] = others;
    if (next && workbook.getActiveSheet().equalTo(this.sheet)) workbook.setActiveSheet(next);
    workbook.deleteSheet(this.sheet);
    breakThem();
  }
}

class WorksheetFreezePanes extends HostObject {
  readonly #sheet: FWorksheet;

  constructor(sheet: FWorksheet) {
    super();
    this.#sheet = sheet;
  }

  FreezeAt(range: unknown): void {
    const { row, column, rows, columns } = range instanceof Range ? range.area : parseAddress(String(range)).area;
    this.#freeze(row + rows, column + columns);
  }

  FreezeRows(count = 1): void {
    this.#freeze(count, 0);
  }

  FreezeColumns(count = 1): void {
    this.#freeze(0, count);
  }

  Unfreeze(): void {
    this.#sheet.cancelFreeze();
  }

  #freeze(rows: number, columns: number): void {
    this.#sheet.setFreeze({ startRow: rows || -1, startColumn: columns || -1, ySplit: rows, xSplit: columns });
  }
}

/** Facts that Univer has no place for are kept in the sheet's own metadata, which is saved with it. */
interface Facts {
  readonly properties?: Readonly<Record<string, string>>;
  readonly pageLayout?: Readonly<Record<string, unknown>>;
}

function factsOf(sheet: FWorksheet): Facts {
  return (sheet.getCustomMetadata() ?? {}) as Facts;
}

class PageLayout extends HostObject {
  readonly #sheet: FWorksheet;

  constructor(sheet: FWorksheet) {
    super();
    this.#sheet = sheet;
  }

  get Orientation(): unknown {
    return this.#read('orientation') ?? 'Portrait';
  }
  set Orientation(orientation: string) {
    if (orientation !== 'Portrait' && orientation !== 'Landscape') throw invalidArgument();
    this.#keep('orientation', orientation);
  }
  get Zoom(): unknown {
    return this.#read('zoom') ?? { scale: 100 };
  }
  set Zoom(zoom: unknown) {
    this.#keep('zoom', zoom);
  }
  get PrintTitleRows(): unknown {
    return this.#read('titleRows') ?? '';
  }

  SetPrintTitleRows(rows: string): void {
    if (!/^\$?\d+:\$?\d+$/.test(rows)) throw invalidArgument();
    this.#keep('titleRows', rows);
  }

  #read(key: string): unknown {
    return factsOf(this.#sheet).pageLayout?.[key];
  }

  #keep(key: string, value: unknown): void {
    const facts = factsOf(this.#sheet);
    this.#sheet.setCustomMetadata({ ...facts, pageLayout: { ...facts.pageLayout, [key]: value } });
  }
}

class WorksheetCustomPropertyCollection extends HostCollection<WorksheetCustomProperty> {
  readonly #sheet: FWorksheet;

  constructor(sheet: FWorksheet) {
    super();
    this.#sheet = sheet;
  }

  items(): readonly WorksheetCustomProperty[] {
    return Object.entries(factsOf(this.#sheet).properties ?? {}).map(([key, value]) => this.#property(key, value));
  }

  indexer(key: string | number): WorksheetCustomProperty {
    return this.GetItem(String(key));
  }

  GetItem(key: string): WorksheetCustomProperty {
    const found = this.GetItemOrNullObject(key);
    if (!found) throw itemNotFound();
    return found;
  }

  GetItemOrNullObject(key: string): WorksheetCustomProperty | null {
    return this.items().find(property => property.Key.toLowerCase() === key.toLowerCase()) ?? null;
  }

  Add(key: string, value: string): WorksheetCustomProperty {
    const facts = factsOf(this.#sheet);
    this.#sheet.setCustomMetadata({ ...facts, properties: { ...facts.properties, [key]: value } });
    return this.#property(key, value);
  }

  #property(key: string, value: string): WorksheetCustomProperty {
    return new WorksheetCustomProperty(key, value, () => {
      const { properties = {}, ...facts } = factsOf(this.#sheet);
      const rest = Object.entries(properties).filter(([other]) => other !== key);
      this.#sheet.setCustomMetadata({ ...facts, properties: Object.fromEntries(rest) });
    });
  }
}

class WorksheetCustomProperty extends HostObject {
  readonly #key: string;
  readonly #value: string;
  readonly #remove: () => void;

  constructor(key: string, value: string, remove: () => void) {
    super();
    this.#key = key;
    this.#value = value;
    this.#remove = remove;
  }

  get Key(): string {
    return this.#key;
  }
  get Value(): string {
    return this.#value;
  }

  Delete(): void {
    this.#remove();
  }
}

class WorksheetProtection extends HostObject {
  readonly #worksheet: Worksheet;

  constructor(worksheet: Worksheet) {
    super();
    this.#worksheet = worksheet;
  }

  get Protected(): boolean {
    return this.#worksheet.context.protectedSheets.has(this.#worksheet.Id);
  }

  Protect(): void {
    if (this.Protected) throw accessDenied();
    this.#worksheet.context.protectedSheets.add(this.#worksheet.Id);
  }

  Unprotect(): void {
    this.#worksheet.context.protectedSheets.delete(this.#worksheet.Id);
  }
}
