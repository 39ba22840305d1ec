import type { CellError } from './cell.ts';
import { divisionByZero } from './errors.ts';

/** part ÷ whole; a whole of 0 is #DIV/0! and says which argument it was. */
export function ratio(part: number, whole: number, wholeName: string): number | CellError {
  return whole === 0 ? divisionByZero(`${wholeName} is 0`, `${wholeName} 为 0`) : part / whole;
}
