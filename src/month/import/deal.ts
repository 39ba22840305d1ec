import type { Text } from '../../kernel/text.ts';
import type { CleaningChange } from './cleaning.ts';
import type { DealField } from './dealField.ts';
import type { Note } from './note.ts';
import type { Twice } from './repeatedDeals.ts';
import type { StageOutcome } from './stages.ts';

/** One row of an export, cleaned. A text that is not there is ''. */
export interface Deal {
  /** The row in the file, from 1, as people count. */
  readonly row: number;
  readonly id: string;
  readonly person: string;
  readonly manager: string;
  readonly team: string;
  readonly region: string;
  readonly product: string;
  readonly customer: string;
  readonly stage: string;
  readonly outcome: StageOutcome;
  /** Months since the year 0; undefined for a deal that is not closed. */
  readonly month: number | undefined;
  readonly amount: number;
  readonly collected: number | undefined;
  /** What counts of the amount: 0 unless it is won and the agreed share is paid. */
  readonly counted: number;
  readonly quantity: number | undefined;
  readonly cost: number | undefined;
  readonly created: number | undefined;
  readonly closed: number | undefined;
  readonly due: number | undefined;
  /** Of a row that is many deals; `amount` is what they were signed for, `counted` what counts of it. */
  readonly summed?: SummedDeals | undefined;
}

export interface SummedDeals {
  readonly won: number;
  readonly lost: number;
  /** Those that count. */
  readonly credited: number;
}

/** By what people know a deal again. */
export function nameOf({ person, team, region, product, customer, id }: Deal): string {
  return person || team || region || product || customer || id;
}

/** A row that cannot be used. */
export interface BadRow {
  readonly row: number;
  readonly field: DealField;
  readonly heading: string;
  readonly text: string;
  readonly reason: Text;
  /** What its amount would be, where that can be read. */
  readonly amount?: number | undefined;
}

/** One kind of change in one column: how often, and the first of them. */
export interface ChangeCount {
  readonly field: DealField;
  readonly heading: string;
  readonly change: CleaningChange;
  readonly count: number;
  readonly examples: readonly { readonly row: number; readonly before: string; readonly after: string }[];
}

/** A row that sums up others. */
export interface TotalRow {
  readonly row: number;
  readonly label: string;
  /** What it says, and what the rows of the file add up to. */
  readonly amount: number | undefined;
  readonly sum: number | undefined;
}

/** Rows, and what they come to. */
export interface Tally {
  readonly count: number;
  readonly amount: number;
}

/** Another currency than the one that counts, stages to be answered, targets and returns, deals counted before. */
export type PassedOver = 'currency' | 'unanswered' | 'kind' | 'repeated';

export interface Reading {
  readonly deals: readonly Deal[];
  readonly bad: readonly BadRow[];
  readonly totals: readonly TotalRow[];
  readonly changes: readonly ChangeCount[];
  /** Rows without any content. */
  readonly blank: number;
  /** Rows below the table: the time of the report, a copyright. */
  readonly footer: number;
  /** Rows that were read and passed over for a reason of their own. */
  readonly left: Readonly<Record<PassedOver, Tally>>;
  /** Won deals whose number, or whole row, comes again. */
  readonly twice: readonly Twice[];
  /** What had to be assumed, or does not agree. */
  readonly notes: readonly Note[];
  /** Rows whose number came before, with another content: they are read, and said. */
  readonly repeated: readonly { readonly row: number; readonly first: number; readonly id: string }[];
  /** Rows whose date lies in another month than their month column says; the date is used. */
  readonly otherMonth: readonly number[];
}
