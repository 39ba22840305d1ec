import type { Matrix } from '../kernel/cell.ts';
import type { Language } from '../kernel/text.ts';
import type { Dialect } from '../plan/dialect.ts';
import type { Op, Receipt, TakenNames } from '../plan/op.ts';
import type { Labels, SheetTexts } from '../plan/relabel.ts';
import type { SheetSpec } from '../plan/sheetSpec.ts';
import type { BookPort } from './bookPort.ts';
import type { MonthPort } from './monthPort.ts';

/** The selected range, as the host writes it in a formula on the active sheet, and its size. */
export interface Selection {
  readonly address: string;
  readonly rows: number;
  readonly columns: number;
}

/** The selected cells, as far as the sheet is used. */
export interface SelectedCells {
  readonly address: string;
  readonly cells: Matrix;
  /** Which of its rows are hidden, from 0; undefined where there are too many to look at each. */
  readonly hidden: readonly number[] | undefined;
}

/** A sheet that was inserted, found by its marks: people rename, move and copy sheets. */
export interface OurSheet {
  readonly sheetId: string;
  /** What it is called now. */
  readonly sheet: string;
  readonly template: string;
  readonly prefix: string;
  readonly marks: Readonly<Record<string, string>>;
}

/** The names that are taken, and the sheets that were inserted, in the workbook's order. */
export interface Inventory extends TakenNames {
  readonly ours: readonly OurSheet[];
  /** Sheets of which a cut-off left a part. */
  readonly halves?: readonly HalfSheet[];
}

export interface HalfSheet {
  readonly sheetId: string;
  readonly sheet: string;
}

/** As much as a host keeps for the pane, in bytes of UTF-8: a property in Google Sheets holds 9 KB. */
export const MOST_REMEMBERED = 8000;

/**
 * What the pane needs of a host. Every promise is rejected with a PortError, whose sentence can be shown to the
 * user; nothing is half-done then.
 */
export interface PanelPort {
  /** How this host writes formulas. */
  readonly dialect: Dialect;
  /** The host's display language, a tag such as "zh-CN". */
  readonly language: string;
  /** One round trip. */
  inspect(): Promise<Inventory>;
  /** The cells of workbook names, those that there are. One round trip. */
  read(names: readonly string[]): Promise<Readonly<Record<string, Matrix>>>;
  /** Goes to a sheet. */
  show(sheetId: string): Promise<void>;
  /** What `remember` was given last in this workbook, by anyone. */
  recall(): Promise<string | undefined>;
  /** Keeps a text of MOST_REMEMBERED bytes at most in the workbook. */
  remember(text: string): Promise<void>;
  /** The texts of a sheet, without those that formulas show, and its notes. */
  texts(sheetId: string): Promise<SheetTexts>;
  /**
   * Writes texts and notes into a sheet where `before` stands, and gives the number of places that hold something else
   * by now and stay as they are. The add-in's own protection is lifted for it, and put back.
   */
  relabel(sheetId: string, labels: Labels, before: Labels): Promise<number>;
  /** Does all the ops or none, in one round trip. */
  apply(ops: readonly Op[]): Promise<Receipt>;
  /** Takes out what `apply` put in; with `half` only what is not whole by now. */
  undo(receipt: Receipt & { readonly half?: boolean }): Promise<void>;
  selection(): Promise<Selection>;
  /** Refused if they are more than `most`. */
  selectedCells(most: number): Promise<SelectedCells>;
  /** Starts the script that reads files, where the page may start one of its own. */
  readonly startReader?: () => Worker;
  /** Writes a formula into the active cell if that cell is blank, and answers with its address. */
  insertFormula(formula: string): Promise<string>;
  /** The month's figures. */
  readonly month: MonthPort;
  /** The workbook's cells, for sharing, checking and cleaning. */
  readonly book: BookPort;
  /** Sheets that leave the workbook, without formulas, where the host lets them. */
  readonly handOut?: HandOut;
}

/** A file for each sheet, in one archive; or all of them in a new workbook, where a page may not save files. */
export type HandOutWay = 'files' | 'workbook';

export interface HandOut {
  readonly ways: readonly HandOutWay[];
  /** `name` is the archive's, without its ending; a sheet's file has the sheet's. */
  give(way: HandOutWay, name: string, specs: readonly SheetSpec[], language: Language): Promise<void>;
}

/** Why the host would not; `code` is the host's own word for it, for support. */
export class PortError extends Error {
  readonly reason: PortReason;
  readonly code: string;

  constructor(reason: PortReason, code: string) {
    super(`${reason}: ${code}`);
    this.reason = reason;
    this.code = code;
  }
}

/**
 * - protected: the workbook or sheet is protected
 * - editing: the user is still typing in a cell
 * - occupied: the cell holds something already
 * - permission: the host did not let this account through (several accounts signed in)
 * - selection: not one range of cells is selected, but several, or a chart
 * - gone: the sheet is no longer there
 * - tooLarge: more cells are selected than can be read
 * - sentTooMuch, readTooMuch: more than the host takes or gives at a time
 * - memoryFull: more than the workbook remembers for us
 * - mixed: a column of a table has several formulas, and the host would write one of them into all of its cells
 * - unreachable: no answer
 * - busy: somebody else is writing at this moment
 * - cutOff: part of it was written, and could not be taken back either
 * - failed: anything else
 */
export type PortReason =
  | 'protected'
  | 'editing'
  | 'occupied'
  | 'permission'
  | 'selection'
  | 'gone'
  | 'tooLarge'
  | 'sentTooMuch'
  | 'readTooMuch'
  | 'memoryFull'
  | 'mixed'
  | 'unreachable'
  | 'busy'
  | 'cutOff'
  | 'failed';
