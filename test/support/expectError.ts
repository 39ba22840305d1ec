import { expect } from 'vitest';
import { type Cell, CellError, type Matrix } from '../../src/kernel/cell.ts';

/** The result is an error of this code; each part stands in its message, the English or the Chinese one. */
export function expectError(result: Cell | Matrix | undefined, code: string, ...says: readonly string[]): void {
  expect(result).toBeInstanceOf(CellError);
  if (!(result instanceof CellError)) return;
  const { en, zh } = result.message;
  expect(result.code).toBe(code);
  for (const part of says) expect(/[\u4e00-\u9fff]/.test(part) && !en.includes(part) ? zh : en).toContain(part);
  expect(zh).toMatch(/[\u4e00-\u9fff]/);
}
