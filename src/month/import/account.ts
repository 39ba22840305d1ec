import { exactSum } from '../figures/exactSum.ts';
import type { Deal, Reading, Tally } from './deal.ts';

/** Where every row below the headings went. */
export interface Account {
  readonly rows: number;
  /** What counts: won, and of the month where one is asked for. */
  readonly deals: Tally;
  /** With what their amounts say, where those can be read. */
  readonly bad: Tally;
  readonly totals: number;
  /** Read, or passed over, and not counted. */
  readonly left: Readonly<Record<LeftOut, Tally>>;
}

export const LEFT_OUT = [
  'lost',
  'open',
  'unpaid',
  'otherMonth',
  'currency',
  'kind',
  'repeated',
  'unanswered',
  'hidden',
  'heading',
  'table',
  'crossTotals',
  'blank',
  'footer',
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
  const { hidden = NONE, heading = NONE, table = NONE, crossTotals = NONE } = before;
  const here = won.filter(deal => !isOther(deal));
  const isUnpaid = ({ counted, amount }: Deal): boolean => counted === 0 && amount !== 0;
  const blanked = hidden.count + heading.count + table.count;
  return {
    rows: rows + crossTotals.count,
    deals: tally(
      here.filter(deal => !isUnpaid(deal)),
      'counted',
    ),
    bad: tallied(bad.map(({ amount }) => amount ?? 0)),
    totals: totals.length,
    left: {
      lost: tally(deals.filter(({ outcome }) => outcome === 'lost')),
      open: tally(deals.filter(({ outcome }) => outcome === 'open')),
      unpaid: tally(here.filter(isUnpaid)),
      otherMonth: tally(won.filter(isOther), 'counted'),
      ...reading.left,
      hidden,
      heading,
      table,
      crossTotals,
      blank: { count: blank - blanked, amount: 0 },
      footer: { count: footer, amount: 0 },
    },
  };
}

/** Whether every row is somewhere, once. */
export function isWhole({ rows, deals, bad, totals, left }: Account): boolean {
  const gone = LEFT_OUT.reduce((sum, kind) => sum + left[kind].count, 0);
  return rows === deals.count + bad.count + totals + gone;
}

function tally(deals: readonly Deal[], figure: 'amount' | 'counted' = 'amount'): Tally {
  return tallied(deals.map(deal => deal[figure]));
}

function tallied(amounts: readonly number[]): Tally {
  return { count: amounts.length, amount: exactSum(amounts) };
}
