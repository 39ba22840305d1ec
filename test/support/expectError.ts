import { expect } from 'vitest';
import { type Cell, CellError, type Matrix } from '../../src/kernel/cell.ts';

/** The result is an error of this code, and its English message says all of this; the Chinese one is there too. */
export function expectError(result: Cell | Matrix | undefined, code: string, ...says: readonly string[]): void {
  expect(result).toBeInstanceOf(CellError);
  if (!(result instanceof CellError)) return;
  expect(result.code).toBe(code);
  for (const part of says) expect(result.message.en).toContain(part);
  expect(result.message.zh).not.toBe('');
}
