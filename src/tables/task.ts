import type { Answers, Inspection } from '../month/import/inspect.ts';
import type { ColumnMatching, Columns } from '../month/import/matchColumns.ts';
import type { ReadingTask } from '../month/import/readRows.ts';
import type { FileLayout } from './layout.ts';

/** What the user confirms about a file before it is read. */
export interface Confirmed {
  readonly columns: Columns;
  readonly answers: Answers;
  /** Of a file that has no dates: months since the year 0. */
  readonly month: number | undefined;
  /** The share that has to be paid for a deal to count. */
  readonly minimumShare: number | undefined;
}

export function isDated({ closed, month }: Columns): boolean {
  return closed !== undefined || month !== undefined;
}

/** Whether quantity times price stands for the amount, or is offered for it. */
export function hasProduct({ amount, quantity, price }: Columns, { product }: Answers): boolean {
  return amount === undefined && quantity !== undefined && price !== undefined && product !== false;
}

/** What is to be read, once it was looked through. */
export function readingTask(
  { cells, bad }: Pick<FileLayout, 'cells' | 'bad'>,
  { headingRow }: ColumnMatching,
  { styles }: Inspection,
  { columns, answers, month, minimumShare }: Confirmed,
): ReadingTask {
  return {
    cells,
    headingRow,
    columns,
    styles,
    stages: answers.stages,
    month: isDated(columns) ? undefined : month,
    minimumShare,
    unreadable: bad,
    currency: answers.currency,
    kinds: answers.kinds,
  };
}
