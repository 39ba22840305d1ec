import { labelKey } from '../../kernel/label.ts';
import { endsSlice } from '../../kernel/slices.ts';
import type { Deal, SummedDeals } from '../import/deal.ts';
import { finish } from '../import/inspect.ts';
import { ExactSum } from './exactSum.ts';

export type Dimension = 'person' | 'manager' | 'team' | 'region' | 'product' | 'customer' | 'month';

/** What the deals of one group come to. */
export interface Figure {
  /** One entry for each dimension, in their order; '' where the deals do not say. */
  readonly keys: readonly (string | number)[];
  /** What counts, exactly. */
  readonly amount: number;
  /** The deals that count. */
  readonly deals: number;
  /** Won, counted or not. */
  readonly signed: number;
  readonly collected: number;
  readonly quantity: number;
  readonly cost: number;
  readonly won: number;
  readonly lost: number;
}

interface Sums {
  readonly keys: (string | number)[];
  readonly amount: ExactSum;
  readonly signed: ExactSum;
  readonly collected: ExactSum;
  readonly quantity: ExactSum;
  readonly cost: ExactSum;
  deals: number;
  won: number;
  lost: number;
}

/**
 * Sums by any dimensions, in the order of their keys: the same deals in another order give the same figures, to the
 * last digit. Closed deals only: open ones belong to no month yet.
 */
export function aggregate(deals: Iterable<Deal>, by: readonly Dimension[]): Figure[] {
  return finish(aggregating(deals, by));
}

/** The same, slice by slice: it yields the number of deals summed. */
export function* aggregating(deals: Iterable<Deal>, by: readonly Dimension[]): Generator<number, Figure[]> {
  const groups = new Map<string, Sums>();
  let seen = 0;
  for (const deal of deals) {
    if (endsSlice(++seen)) yield seen;
    if (deal.outcome === 'open') continue;
    const keys = by.map(dimension => (dimension === 'month' ? (deal.month ?? '') : deal[dimension]));
    const id = keys.map(key => (typeof key === 'number' ? String(key) : labelKey(key))).join('\u0000');
    const sums = groups.get(id) ?? nothing(keys);
    groups.set(id, sums);
    // Of several spellings that are one label, the first in order stands for all.
    for (const [index, key] of keys.entries()) if (key < (sums.keys[index] ?? '')) sums.keys[index] = key;
    add(sums, deal);
  }
  return [...groups.values()].map(figure).sort(byKeys);
}

function nothing(keys: (string | number)[]): Sums {
  return {
    keys,
    amount: new ExactSum(),
    signed: new ExactSum(),
    collected: new ExactSum(),
    quantity: new ExactSum(),
    cost: new ExactSum(),
    deals: 0,
    won: 0,
    lost: 0,
  };
}

function add(sums: Sums, deal: Deal): void {
  const { won, lost, credited } = deal.summed ?? alone(deal);
  sums.won += won;
  sums.lost += lost;
  sums.deals += credited;
  if (won === 0) return;
  sums.amount.add(deal.counted);
  sums.signed.add(deal.amount);
  sums.collected.add(deal.collected ?? 0);
  sums.quantity.add(deal.quantity ?? 0);
  sums.cost.add(deal.cost ?? 0);
}

function alone({ outcome, counted }: Deal): SummedDeals {
  return outcome === 'lost' ? LOST : counted === 0 ? UNCREDITED : CREDITED;
}

const LOST: SummedDeals = { won: 0, lost: 1, credited: 0 };
const UNCREDITED: SummedDeals = { won: 1, lost: 0, credited: 0 };
const CREDITED: SummedDeals = { won: 1, lost: 0, credited: 1 };

function figure({ keys, amount, signed, collected, quantity, cost, ...counts }: Sums): Figure {
  return {
    keys,
    amount: amount.value,
    signed: signed.value,
    collected: collected.value,
    quantity: quantity.value,
    cost: cost.value,
    ...counts,
  };
}

function byKeys(a: Figure, b: Figure): number {
  for (const [index, key] of a.keys.entries()) {
    const other = b.keys[index] ?? '';
    if (key !== other) return key < other ? -1 : 1;
  }
  return 0;
}
