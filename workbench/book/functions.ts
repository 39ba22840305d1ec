import {
  ArrayValueObject,
  BaseFunction,
  type BaseReferenceObject,
  type BaseValueObject,
  BooleanValueObject,
  ERROR_TYPE_SET,
  ErrorType,
  ErrorValueObject,
  type FunctionVariantType,
  NullValueObject,
  NumberValueObject,
  StringValueObject,
} from '@univerjs/engine-formula';
import { type Argument, type Cell, CellError, ERROR_CODES, isMatrix, type Matrix } from '../../src/kernel/cell.ts';

/** The cell that holds the formula that calls. */
export interface Caller {
  readonly sheetId: string;
  readonly row: number;
  readonly column: number;
}

/** Where an argument stands in the workbook; `undefined` where it is no plain reference. */
export interface ArgumentPlace {
  readonly sheetId: string;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** What a host does for a function; a promise shows the cell as busy and calculates it again when it is kept. */
export type BookFunction = (
  args: readonly Argument[],
  references: readonly (ArgumentPlace | undefined)[],
  caller: Caller,
) => Cell | Matrix | Promise<Cell | Matrix>;

/** What a function's cell shows until the promise is kept; dependent cells show it too. */
const BUSY = ErrorType.CONNECT;

const isError = (text: string): text is ErrorType => ERROR_TYPE_SET.has(text as ErrorType);

function cellOf(value: BaseValueObject): Cell {
  if (value.isNull()) return null;
  const plain = value.getValue();
  if (value.isError()) return errorOf(String(plain));
  if (typeof plain === 'string' && isError(plain)) return errorOf(plain);
  return typeof plain === 'number' || typeof plain === 'boolean' ? plain : String(plain);
}

function errorOf(text: string): CellError {
  const code = ERROR_CODES.find(known => known === text) ?? (text === BUSY ? '#BUSY!' : '#VALUE!');
  return new CellError(code, { en: code, zh: code });
}

function matrixOf(array: ArrayValueObject): Matrix {
  const rows: Cell[][] = [];
  for (let row = 0; row < array.getRowCount(); row++) {
    const cells: Cell[] = [];
    for (let column = 0; column < array.getColumnCount(); column++) {
      const value = array.get(row, column);
      cells.push(value ? cellOf(value) : null);
    }
    rows.push(cells);
  }
  return rows;
}

function referenceOf(variant: FunctionVariantType): ArgumentPlace | undefined {
  if (!variant.isReferenceObject()) return undefined;
  const reference = variant as BaseReferenceObject;
  const { startRow, startColumn, endRow, endColumn } = reference.getRangePosition();
  return {
    sheetId: reference.getSheetId(),
    row: startRow,
    column: startColumn,
    rows: endRow - startRow + 1,
    columns: endColumn - startColumn + 1,
  };
}

function argumentOf(variant: FunctionVariantType): Argument {
  const value = variant.isReferenceObject()
    ? (variant as BaseReferenceObject).toArrayValueObject()
    : (variant as BaseValueObject);
  // Nothing between two commas; a blank cell comes as a reference.
  if (value.isNull() && !variant.isReferenceObject()) return undefined;
  if (!value.isArray()) return cellOf(value);
  const matrix = matrixOf(value as ArrayValueObject);
  const single = matrix.length === 1 && matrix[0]?.length === 1;
  return single && !variant.isReferenceObject() ? (matrix[0]?.[0] ?? null) : matrix;
}

function univerValue(cell: Cell): BaseValueObject {
  if (cell === null) return NullValueObject.create();
  if (cell instanceof CellError) return ErrorValueObject.create(isError(cell.code) ? cell.code : ErrorType.VALUE);
  if (typeof cell === 'number') return NumberValueObject.create(cell);
  if (typeof cell === 'boolean') return BooleanValueObject.create(cell);
  return StringValueObject.create(cell);
}

function resultOf(result: Cell | Matrix): BaseValueObject {
  if (!isMatrix(result)) return univerValue(result);
  return ArrayValueObject.create({
    calculateValueList: result.map(row => row.map(univerValue)),
    rowCount: result.length,
    columnCount: result[0]?.length ?? 0,
    unitId: '',
    sheetId: '',
    row: -1,
    column: -1,
  });
}

/** What the executors report to the book: reasons of errors, and promises to wait for. */
export interface BookReports {
  noteResult(caller: Caller, result: Cell | Matrix): void;
  await(key: string, caller: Caller, promise: Promise<Cell | Matrix>): void;
  kept(key: string): Cell | Matrix | undefined;
  pending(key: string, caller: Caller): boolean;
}

/**
 * A function of a host inside Univer's calculation. Univer's own custom functions see neither blank cells nor
 * error cells nor addresses, and an asynchronous one holds up every other formula until it is done.
 */
export class HostFunction extends BaseFunction {
  override needsReferenceObject = true;
  readonly #run: BookFunction;
  readonly #ledger: BookReports;

  constructor(name: string, run: BookFunction, ledger: BookReports) {
    super(name);
    this.#run = run;
    this.#ledger = ledger;
  }

  override calculate(...variants: FunctionVariantType[]): BaseValueObject {
    const caller: Caller = { sheetId: this.subUnitId ?? '', row: this.row, column: this.column };
    const args = variants.map(argumentOf);
    if (args.some(isBusy)) return ErrorValueObject.create(BUSY);
    const references = variants.map(referenceOf);
    const key = JSON.stringify([this.name, args, references]);
    if (this.#ledger.pending(key, caller)) return ErrorValueObject.create(BUSY);
    let result: Cell | Matrix | Promise<Cell | Matrix> | undefined = this.#ledger.kept(key);
    if (result === undefined) result = this.#run(args, references, caller);
    if (result instanceof Promise) {
      this.#ledger.await(key, caller, result);
      return ErrorValueObject.create(BUSY);
    }
    this.#ledger.noteResult(caller, result);
    return resultOf(result);
  }
}

function isBusy(argument: Argument): boolean {
  const busy = (cell: Cell): boolean => cell instanceof CellError && cell.code === '#BUSY!';
  if (argument === undefined) return false;
  return isMatrix(argument) ? argument.some(row => row.some(busy)) : busy(argument);
}
