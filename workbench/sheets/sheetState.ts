import type { ICellData, IStyleData } from '@univerjs/core';
import type { FWorksheet } from '@univerjs/sheets/facade';
import type { Area } from '../../src/plan/op.ts';
import type { Book } from '../book/book.ts';
import { univerRange } from './address.ts';
import { formulaIn } from './formula.ts';
import { CallLedger } from './strict.ts';
import { typed } from './typed.ts';

export interface Settings {
  /** The spreadsheet's own, such as zh_CN. */
  readonly locale: string;
  readonly timeZone: string;
  /** The account's, such as zh-CN. */
  readonly accountLocale: string;
}

export interface Metadata {
  readonly key: string;
  readonly value: string;
  readonly visibility: string;
}

/** A sheet that is protected as a whole. */
export interface Protection {
  description: string;
  warningOnly: boolean;
}

/** A chart as the script described it. */
export interface Chart {
  readonly kind: string;
  readonly areas: readonly Area[];
  readonly options: Readonly<Record<string, unknown>>;
  readonly anchor: { readonly row: number; readonly column: number };
}

const PROTECTED =
  'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.';

/** What all services of one spreadsheet share. */
export class SheetState {
  readonly book: Book;
  readonly settings: Settings;
  readonly ledger = new CallLedger();
  readonly metadata: Map<string, Metadata[]>;
  readonly charts: Map<string, Chart[]>;
  /** By the sheet that is protected. */
  readonly protections: Map<string, Protection>;
  /** The document's lock, which another user may hold. */
  readonly lock = { held: false };
  /** Sheets that somebody else has protected, by Univer's id. */
  readonly protectedSheets = new Set<string>();
  /** The document's properties. */
  readonly properties: Map<string, string>;
  readonly copyNames: Set<string>;
  readonly #ids: Map<string, number>;
  readonly #places = new WeakMap<object, SheetPlace>();
  readonly #sheets = new WeakMap<object, FWorksheet>();

  constructor(book: Book, settings: Settings) {
    this.book = book;
    this.settings = settings;
    this.metadata = book.facts('metadata', () => new Map());
    this.charts = book.facts('charts', () => new Map());
    this.protections = book.facts('protections', () => new Map());
    this.properties = book.facts('properties', () => new Map());
    this.copyNames = book.facts('names of copies', () => new Set());
    this.#ids = book.facts('sheet ids', () => new Map());
    for (const sheet of book.workbook.getSheets()) this.sheetId(sheet);
  }

  /** The sheet's number in Google Sheets (its gid); the first one's is 0. */
  sheetId(sheet: FWorksheet): number {
    const id = sheet.getSheetId();
    const number = this.#ids.get(id) ?? this.#ids.size * 1_000_003;
    this.#ids.set(id, number);
    return number;
  }

  rememberSheet(service: object, sheet: FWorksheet): void {
    this.#sheets.set(service, sheet);
  }

  sheetBehind(service: object): FWorksheet | undefined {
    return this.#sheets.get(service);
  }

  remember(range: object, place: SheetPlace): void {
    this.#places.set(range, place);
  }

  placeOf(range: object): SheetPlace {
    const place = this.#places.get(range);
    if (!place) throw new TypeError('The parameters don’t match the method signature: a Range was expected');
    return place;
  }

  /** Writes cells, given by row and column of the sheet; only what a cell names is set. */
  write({ sheet, area }: SheetPlace, cells: CellGrid): void {
    if (Object.keys(cells).length === 0 || this.ledger.hasRefused) return;
    if (this.protectedSheets.has(sheet.getSheetId())) {
      this.ledger.refuse(new Error(PROTECTED));
      return;
    }
    const done = this.book.api.syncExecuteCommand('sheet.command.set-range-values', {
      unitId: this.book.workbook.getId(),
      subUnitId: sheet.getSheetId(),
      range: univerRange(area),
      value: cells,
    });
    if (!done) throw new Error('Service Spreadsheets failed');
  }

  /** What a cell becomes that is given this; undefined where the server refuses it. */
  typed(value: unknown): ICellData | undefined {
    const { locale, timeZone } = this.settings;
    try {
      return typed(value, { locale, timeZone, formula: text => formulaIn(text, this) });
    } catch (problem) {
      this.ledger.refuse(problem);
      return undefined;
    }
  }

  styleOf(sheet: FWorksheet, row: number, column: number): IStyleData | undefined {
    const style = sheet.getSheet().getCellRaw(row, column)?.s;
    if (typeof style !== 'string') return style ?? undefined;
    return this.book.workbook.getWorkbook().getStyles().get(style) ?? undefined;
  }
}

export interface SheetPlace {
  readonly sheet: FWorksheet;
  readonly area: Area;
}

export type CellGrid = Record<number, Record<number, ICellData>>;
