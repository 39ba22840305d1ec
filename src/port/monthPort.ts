import type { Cell } from '../kernel/cell.ts';
import type { Outcome } from '../month/change/changeWorkbook.ts';
import type { Kept, Request } from '../month/change/locate.ts';

/** The cells of a name from its first row, and which of them are formulas. */
export interface NamedColumn {
  readonly cells: readonly Cell[];
  readonly formulas: readonly boolean[];
}

/** As much as a host keeps for the month's work, in bytes of UTF-8: all properties in Google Sheets hold 500 KB. */
export const MOST_MONTH_REMEMBERED = 60_000;

/** What the month's work needs of a host. Figures are written all or nothing, and can be taken back later. */
export interface MonthPort {
  /** Named columns, those that there are, in one round trip. */
  columns(names: readonly string[]): Promise<Readonly<Record<string, NamedColumn>>>;
  kept(): Promise<Kept>;
  /** What `remember` was given last in this workbook, by anyone. */
  recall(): Promise<string | undefined>;
  /** Keeps a text of MOST_MONTH_REMEMBERED bytes at most in the workbook. */
  remember(text: string): Promise<void>;
  change(request: Request): Promise<Outcome>;
}
