import type { Text } from './text.ts';

/** The error values that a spreadsheet cell can hold. */
export const ERROR_CODES = [
  '#VALUE!',
  '#DIV/0!',
  '#N/A',
  '#NUM!',
  '#REF!',
  '#NAME?',
  '#NULL!',
  '#SPILL!',
  '#CALC!',
  '#BUSY!',
  '#ERROR!',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/** An error that a cell holds, with the reason why. It is data: it is returned, never thrown. */
export class CellError {
  readonly code: ErrorCode;
  readonly message: Text;

  constructor(code: ErrorCode, message: Text) {
    this.code = code;
    this.message = message;
  }
}

/** What one cell holds. `null` is a blank cell; a date is its serial number. */
export type Cell = number | string | boolean | null | CellError;

/** A rectangle of cells, row by row. */
export type Matrix = readonly (readonly Cell[])[];

/** What a host hands to a function for one parameter; `undefined` is an argument that was left out. */
export type Argument = Cell | Matrix | undefined;

export function isMatrix(argument: Argument): argument is Matrix {
  return Array.isArray(argument);
}

/** Reads an error code at the start of a text, as Google Sheets hands over an error cell ("#N/A", "#DIV/0! …"). */
export function errorCodeIn(text: string): ErrorCode | undefined {
  return text.startsWith('#') ? ERROR_CODES.find(code => text === code || text.startsWith(`${code} `)) : undefined;
}

/** A text that says nothing: what people type into a cell to leave it blank. */
export function isBlankText(text: string): boolean {
  return text.trim() === '';
}

/** Labels that say nothing, in capitals. */
export const BLANK_TOKENS: ReadonlySet<string> = new Set(['', 'NA', 'N/A', '-', '–', '—', '无']);

/** Longer texts need no look-up: a million names are read in no time. */
const LONGEST_TOKEN = Math.max(...[...BLANK_TOKENS].map(token => token.length));

/** The tokens that lists read as "no answer". */
export function isBlankToken(text: string): boolean {
  const said = text.trim();
  return said.length <= LONGEST_TOKEN && BLANK_TOKENS.has(said.toUpperCase());
}
