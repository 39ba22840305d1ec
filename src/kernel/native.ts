import type { Matrix } from './cell.ts';
import type { KpiFunction } from './function.ts';
import type { Text } from './text.ts';

/**
 * A function's twin: the same result by functions that Excel 2016, Google Sheets, LibreOffice and WPS all have,
 * for workbooks that go to people without the add-in. It stands beside the function, in the same file, as an export
 * of its own, so that bundles that do not need it leave it out.
 */
export interface Twin<Name extends string = string> {
  /** It works on single cells only: given ranges, it gives no array of results. */
  readonly oneCell?: true;
  /**
   * Writes the twin. Every argument is a text that may stand beside any operator; one that is left out is its
   * default, or '' without one, and a choice is its value. `cells` are what tables hold now, where that is known.
   * Blanks of measured arguments and bounds are seen to before.
   */
  print(text: Texts<Name>, cells: ArgumentCells<Name>): string | NoTwin;
}

export type Texts<Name extends string> = { readonly [N in Name]: string };
export type ArgumentCells<Name extends string> = { readonly [N in Name]?: Matrix };

/**
 * The twin of a list, which no older spreadsheet spills: one cell of its result for itself. It is exported as `row`,
 * beside the function.
 */
export interface RowTwin<Name extends string = string> {
  /** Writes the twin of a cell; its arguments are texts as in `Twin`. */
  print(text: Texts<Name>, part: Part, ranges: Ranges<Name>): string | NoTwin;
  /** How many rows and columns the list fills, or undefined where that is not known. */
  size(ranges: Ranges<Name>, text: Texts<Name>): Size | undefined;
  /** Lists whose bounds it sees to itself: a figure out of them is the error of some cells of the result only. */
  bounds?(text: Texts<Name>): readonly Name[];
}

/** Where in a result a cell stands: expressions that count from 1. INDEX may leave `column` out, which is '' then. */
export interface Part {
  readonly place: string;
  readonly column: string;
  /** The cell of a single column that stands at `place`. */
  own(column: string): string;
}

export interface Size {
  readonly rows: number;
  readonly columns: number;
}

/** What an argument reaches over. */
export interface Reach extends Size {
  /** Cells of the workbook, and no figure that is typed in or computed. */
  readonly isReference: boolean;
  /** What stands there now, where that is known. */
  readonly cells?: Matrix | undefined;
  /** The cells of a column that is put together, `CHOOSE({1;2},first,second)`. */
  readonly stacked?: readonly string[] | undefined;
}

export type Ranges<Name extends string> = { readonly [N in Name]?: Reach };

/** What a function's file exports as `row`. */
export type RowNative<F extends KpiFunction = KpiFunction> = F extends KpiFunction<infer Name> ? RowTwin<Name> : never;

/** Why a call has to become a value. */
export class NoTwin {
  readonly why: Text;

  constructor(en: string, zh: string) {
    this.why = { en, zh };
  }
}

/** What a function's file exports as `native`. */
export type Native<F extends KpiFunction = KpiFunction> =
  F extends KpiFunction<infer Name> ? Twin<Name> | NoTwin : never;

/** #VALUE! in every spreadsheet: not all read an error typed into a formula, and VALUE("?") is Err:502 in LibreOffice. */
export const WRONG = '("?"+0)';
export const DIVISION_BY_ZERO = '1/0';
export const NOT_AVAILABLE = 'NA()';

export function when(test: string, then: string, otherwise: string): string {
  return `IF(${test},${then},${otherwise})`;
}

/** A cell alone, where its blank would be so much: for twins that need it in many places, and tell a blank as an error. */
export function withoutDefault(text: string): string {
  return /^IF\(LEN\((.+)\)=0,[^,()]+,\1\)$/.exec(text)?.[1] ?? text;
}

/** True for a blank cell and for an empty text; not every spreadsheet tells a 0 from an empty text by comparing them. */
export function isBlank(text: string): string {
  return `LEN(${text})=0`;
}

/**
 * How many numbers of a range meet a test on the range. Unlike COUNTIF it takes arrays, and an error among the
 * cells comes out.
 */
export function countWhere(range: string, test: string): string {
  return `SUMPRODUCT(ISNUMBER(${range})*${test})`;
}

/** A result for a list in which something is filled in. */
export function unlessEmpty(range: string, result: string): string {
  return when(`COUNT(${range})=0`, NOT_AVAILABLE, result);
}

/**
 * The day of each date of a range, without the time, and 0 for an empty text: INT, as all arithmetic, refuses that, and
 * in SUMPRODUCT no IF keeps it away before Excel 2021. TEXT rounds, whatever the locale.
 */
export function daysOf(range: string): string {
  const nearest = `(0&TEXT(${range},"0"))`;
  return `(${nearest}-(${nearest}+0>${range}))`;
}

/** Cut where binary arithmetic leaves its noise, so that a value exactly on an edge is on it. */
export function cut(text: string): string {
  return `ROUND(${text},12)`;
}
