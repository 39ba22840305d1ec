import { type Cell, CellError } from '../kernel/cell.ts';
import type { Text } from '../kernel/text.ts';
import type { FileChoices, FileTable } from './readFile.ts';

export interface ToWorker {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly choices: FileChoices;
}

export type FromWorker =
  /** The script has come, and the file to it. */
  | { readonly kind: 'begun' }
  | { readonly kind: 'progress'; readonly share: number }
  | { readonly kind: 'rows'; readonly sheet: number; readonly rows: readonly SentRow[] }
  /** All but the rows. */
  | { readonly kind: 'done'; readonly table: FileTable }
  | { readonly kind: 'problem'; readonly problem: Text };

/** What passes between threads is copied as plain data: an error cell would come without its kind. */
type SentCell = Exclude<Cell, CellError> | Pick<CellError, 'code' | 'message'>;
export type SentRow = readonly SentCell[];

export function receivedRow(row: SentRow): readonly Cell[] {
  if (!row.some(isSentError)) return row.filter(cell => !isSentError(cell));
  return row.map(cell => (isSentError(cell) ? new CellError(cell.code, cell.message) : cell));
}

function isSentError(cell: SentCell): cell is Pick<CellError, 'code' | 'message'> {
  return typeof cell === 'object' && cell !== null;
}
