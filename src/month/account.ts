import type { Deal, Reading } from './deal.ts';
import { ExactSum } from './exactSum.ts';

/** Rows, and what they come to. */
export interface Tally {
  readonly count: number;
  readonly amount: number;
}

/** Where every row below the headings went. */
export interface Account {
  readonly rows: number;
  /** What counts: won, and of the month where one is asked for. */
  readonly deals: Tally;
  readonly bad: number;
  readonly totals: number;
  /** Read, or passed over, and not counted. */
  readonly left: Readonly<Record<LeftOut, Tally>>;
}

export const LEFT_OUT = [
  'lost',
  'open',
  'otherMonth',
  'hidden',
  'otherTable',
  'headings',
  'crossTotals',
  'footer',
  'blank',
] as const;
export type LeftOut = (typeof LEFT_OUT)[number];

const NONE: Tally = { count: 0, amount: 0 };

/**
 * Rows in are deals, bad rows, totals and what is left out; with a month, deals of others are left out, too. `before`
 * is what was left out before the rows were read: of it, sums of a cross table are gone, the others are blank rows.
 */
export function accountOf(
  reading: Reading,
  rows: number,
  month?: number,
  before: Readonly<Partial<Record<LeftOut, Tally>>> = {},
): Account {
  const { deals, bad, totals, blank, footer } = reading;
  const isOther = (deal: Deal): boolean => month !== undefined && deal.month !== month;
  const won = deals.filter(({ outcome }) => outcome === 'won');
  const { hidden = NONE, otherTable = NONE, headings = NONE, crossTotals = NONE } = before;
  const blanked = hidden.count + otherTable.count + headings.count;
  return {
    rows: rows + crossTotals.count,
    deals: tally(
      won.filter(deal => !isOther(deal)),
      'counted',
    ),
    bad: bad.length,
    totals: totals.length,
    left: {
      lost: tally(deals.filter(({ outcome }) => outcome === 'lost')),
      open: tally(deals.filter(({ outcome }) => outcome === 'open')),
      otherMonth: tally(won.filter(isOther), 'counted'),
      hidden,
      otherTable,
      headings,
      crossTotals,
      footer: { count: footer, amount: 0 },
      blank: { count: blank - blanked, amount: 0 },
    },
  };
}

/** Whether every row is somewhere, once. */
export function isWhole({ rows, deals, bad, totals, left }: Account): boolean {
  const gone = LEFT_OUT.reduce((sum, kind) => sum + left[kind].count, 0);
  return rows === deals.count + bad + totals + gone;
}

function tally(deals: readonly Deal[], figure: 'amount' | 'counted' = 'amount'): Tally {
  const sum = new ExactSum();
  for (const deal of deals) sum.add(deal[figure]);
  return { count: deals.length, amount: sum.value };
}
