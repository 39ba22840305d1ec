import { ExactSum } from '../month/figures/exactSum.ts';
import { LEFT_OUT, type LeftOut } from '../month/import/account.ts';
import { type ColumnStyle, clean } from '../month/import/clean.ts';
import { isProblem } from '../month/import/cleaning.ts';
import type { Tally } from '../month/import/deal.ts';
import type { LeftRows } from './layout.ts';

/** How many rows were left out before they were read, and what their column of amounts comes to. */
export function leftTallies(
  left: readonly LeftRows[],
  amount: number | undefined,
  style: ColumnStyle = {},
): Partial<Record<LeftOut, Tally>> {
  const reasons = LEFT_OUT.filter(reason => left.some(each => each.reason === reason));
  return Object.fromEntries(
    reasons.map(reason => {
      const rows = left.flatMap(each => (each.reason === reason ? each.rows : []));
      const sum = new ExactSum();
      // Another table has other columns.
      const column = reason === 'hidden' ? amount : undefined;
      for (const row of rows) {
        const read = column === undefined ? undefined : clean(row[column] ?? null, 'amount', style);
        if (read && !isProblem(read) && typeof read.value === 'number') sum.add(read.value);
      }
      return [reason, { count: rows.length, amount: sum.value }];
    }),
  );
}
