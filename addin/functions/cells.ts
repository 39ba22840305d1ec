import {
  type Argument,
  type Cell,
  CellError,
  ERROR_CODES,
  type ErrorCode,
  type Matrix,
} from '../../src/kernel/cell.ts';
import { type Language, say } from '../../src/kernel/text.ts';

/** What Excel hands over for one parameter, and takes back. */
export type ExcelCell = number | string | boolean | null | CustomFunctions.Error;

/**
 * A blank cell comes as null, as an empty text or, on the desktop, as 0, which the blank guard sorts out.
 * https://github.com/OfficeDev/office-js/issues/4702
 */
function cellFromExcel(cell: unknown): Cell {
  if (cell === null || cell === undefined || cell === '') return null;
  if (typeof cell === 'number' || typeof cell === 'string' || typeof cell === 'boolean') return cell;
  // CustomFunctions.Error exists once Excel's own library is there, which may be after this bundle.
  if (cell instanceof CustomFunctions.Error) return inputError(cell.code);
  const { basicValue } = cell as { basicValue?: unknown };
  return basicValue === undefined ? null : cellFromExcel(basicValue);
}

/** A matrix stays one; nothing at all is an argument that was left out, unless it came from a cell. */
export function argumentFromExcel(argument: unknown, address: string | null | undefined): Argument {
  if (Array.isArray(argument)) {
    return argument.map((row: unknown) => (Array.isArray(row) ? row.map(cellFromExcel) : [cellFromExcel(row)]));
  }
  if (argument === null || argument === undefined) return address ? null : undefined;
  return cellFromExcel(argument);
}

/** Excel shows nothing for an empty text, and 0 for a null. */
function cellToExcel(cell: Cell, language: Language): ExcelCell {
  if (cell === null) return '';
  if (cell instanceof CellError) return errorToExcel(cell, language);
  return typeof cell === 'number' && !Number.isFinite(cell)
    ? new CustomFunctions.Error(CustomFunctions.ErrorCode.invalidNumber)
    : cell;
}

export function matrixToExcel(result: Matrix, language: Language): ExcelCell[][] {
  return result.map(row => row.map(cell => cellToExcel(cell, language)));
}

/** Excel takes a message with #VALUE! and #N/A only; what it cannot give back becomes #VALUE!. */
export function errorToExcel(error: CellError, language: Language): CustomFunctions.Error {
  const { ErrorCode } = CustomFunctions;
  if (error.code === '#DIV/0!') return new CustomFunctions.Error(ErrorCode.divisionByZero);
  if (error.code === '#NUM!') return new CustomFunctions.Error(ErrorCode.invalidNumber);
  if (error.code === '#NULL!') return new CustomFunctions.Error(ErrorCode.nullReference);
  const code = error.code === '#N/A' ? ErrorCode.notAvailable : ErrorCode.invalidValue;
  return new CustomFunctions.Error(code, error.message[language]);
}

function inputError(text: string): CellError {
  const code: ErrorCode = ERROR_CODES.find(known => known === text) ?? '#VALUE!';
  return new CellError(code, say(code, code));
}
