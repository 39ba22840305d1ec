import type { Cell, Matrix } from '../../src/kernel/cell.ts';

/** Values below one another, as a range of one column. */
export function column(...values: readonly Cell[]): Matrix {
  return values.map(value => [value]);
}

/** The rows of a result, for a look at one of them. */
export function rowsOf(result: Cell | Matrix): Matrix {
  if (!Array.isArray(result)) throw new TypeError(`expected a table, found ${JSON.stringify(result)}`);
  return result;
}
