import { exactSum } from '../figures/exactSum.ts';
import { type Deal, nameOf, type TotalRow } from './deal.ts';
import type { Answers, Question } from './inspect.ts';

/** Fewer rows add up to one of them by chance. */
const LEAST = 4;
/** No group of a pivot table is longer; else a file of negative figures would be searched without end. */
const LONGEST_GROUP = 5000;
const CENT = 0.005;

/**
 * Rows that others of the file add up to, though nothing calls them totals: "All" at the end, a region over its people
 * as pivot tables put it. Every row has to fit: a part of a file adds up by chance.
 */
export function sumRows(deals: readonly Deal[]): Deal[] {
  const won = deals.filter(({ outcome, amount }) => outcome === 'won' && amount !== 0);
  // A warehouse sums up deals, and no sums.
  if (won.length < LEAST || deals[0]?.summed) return [];
  const [first, last] = [won[0], won[won.length - 1]];
  const all = sumOf(won);
  const ends = [last, first].flatMap(deal => (deal && isSame(all, 2 * deal.amount) ? [deal] : [])).slice(0, 1);
  const rest = won.filter(deal => !ends.includes(deal));
  return [...ends, ...(heads(rest) ?? heads([...rest].reverse()) ?? [])];
}

/** The first row of each group, where the whole file is groups that add up to it. */
function heads(deals: readonly Deal[]): Deal[] | undefined {
  if (deals.length < LEAST) return undefined;
  const found: Deal[] = [];
  let hasSeveral = false;
  for (let at = 0; at < deals.length; ) {
    const head = deals[at];
    if (!head) return undefined;
    let sum = 0;
    let size = 0;
    do sum += deals[at + ++size]?.amount ?? Number.NaN;
    while (!isSame(sum, head.amount) && size < LONGEST_GROUP && at + size < deals.length);
    if (!isSame(sum, head.amount)) return undefined;
    hasSeveral ||= size > 1;
    found.push(head);
    at += size + 1;
  }
  return hasSeveral ? found : undefined;
}

function isSame(sum: number, amount: number): boolean {
  return Math.abs(sum - amount) < CENT;
}

function sumOf(deals: readonly Deal[]): number {
  return exactSum(deals.map(({ amount }) => amount));
}

export function sumQuestions(deals: readonly Deal[], { sums }: Answers): Question[] {
  const found = sums === undefined ? sumRows(deals) : [];
  if (found.length === 0) return [];
  return [{ ask: 'sums', rows: found.length, amount: sumOf(found), examples: found.slice(0, 3).map(nameOf) }];
}

/** What they are once the user has said that they are totals. */
export function asTotals(deals: readonly Deal[], { sums }: Answers): TotalRow[] {
  if (sums !== 'totals') return [];
  return sumRows(deals).map(deal => ({
    row: deal.row,
    label: nameOf(deal),
    amount: deal.amount,
    sum: deal.amount,
  }));
}
