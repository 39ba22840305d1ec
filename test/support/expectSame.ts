import { expect } from 'vitest';
import { type Cell, CellError, isMatrix, type Matrix } from '../../src/kernel/cell.ts';

/** Figures agree to 1e-9 relative; error cells by their code; everything else exactly. */
export function expectSame(actual: Cell | Matrix, expected: Cell | Matrix): void {
  expect(comparable(actual)).toEqual(comparable(expected));
}

function comparable(value: Cell | Matrix): unknown {
  if (isMatrix(value)) return value.map(row => row.map(comparable));
  if (value instanceof CellError) return value.code;
  return typeof value === 'number' ? Number(value.toPrecision(9)) : value;
}
