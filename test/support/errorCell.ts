import { CellError, type ErrorCode } from '../../src/kernel/cell.ts';

/** An error cell as a host hands it over. */
export function errorCell(code: ErrorCode): CellError {
  return new CellError(code, { en: 'came in', zh: '输入' });
}
