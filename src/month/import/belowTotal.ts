import { exactSum } from '../figures/exactSum.ts';
import { type Deal, nameOf, type Reading } from './deal.ts';
import type { Answers, Question } from './inspect.ts';
import { differs } from './totals.ts';

/**
 * What stands below a total of everything: averages, targets and shares of a report look like people who sold. A file
 * of several groups ends with the total of its last one.
 */
export function belowTotal({ deals, totals }: Pick<Reading, 'deals' | 'totals'>): readonly Deal[] {
  const last = [...totals].reverse().find(({ amount, sum }) => amount !== undefined && sum !== undefined);
  if (last?.sum === undefined || differs(last)) return [];
  const above = deals.filter(({ row }) => row < last.row);
  const below = deals.filter(({ row, outcome }) => row > last.row && outcome === 'won');
  const isWhole = [above, above.filter(({ outcome }) => outcome === 'won')].some(
    rows => rows.length > 1 && !differs({ ...last, sum: sumOf(rows) }),
  );
  return isWhole ? below : [];
}

function sumOf(deals: readonly Deal[]): number {
  return exactSum(deals.map(({ amount }) => amount));
}

export function belowQuestions(reading: Reading, { below: said }: Answers): Question[] {
  const rows = said === undefined ? belowTotal(reading) : [];
  if (rows.length === 0) return [];
  return [{ ask: 'below', rows: rows.length, amount: sumOf(rows), examples: rows.slice(0, 3).map(nameOf) }];
}
