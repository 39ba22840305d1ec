import { CellError } from '../../src/kernel/cell.ts';

/** A result with everything that two ways to it could differ in: the last bit, the sign of 0, an error's sentences. */
export function exactly(result: unknown): unknown {
  if (Array.isArray(result)) return result.map(exactly);
  if (result instanceof CellError) return `${result.code} ${result.message.en} ${result.message.zh}`;
  return Object.is(result, -0) ? '-0' : result;
}
