import type { ImportOptions, ImportOutcome } from '../../src/tables/outcome.ts';
import { lines, outcomeFrom } from './outcome.ts';

/** What becomes of a CSV of these rows, as a user would meet it. */
export function importOf(rows: readonly string[], options: ImportOptions = {}): Promise<ImportOutcome> {
  return outcomeFrom(lines(...rows), options);
}

/** What is asked, as "about: value · value". */
export function askedIn({ questions }: ImportOutcome): string[] {
  return questions.map(({ about, values }) => `${about}: ${values.join(' · ')}`);
}

/** Rows in = deals + bad + totals + left out. */
export function rowsTold({ deals, bad, totals, left }: ImportOutcome): number {
  return deals + bad.length + totals.length + Object.values(left).reduce((sum, { count }) => sum + count, 0);
}
