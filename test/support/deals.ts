import fc from 'fast-check';
import type { Deal } from '../../src/month/import/deal.ts';

const NOBODY: Deal = {
  row: 1,
  id: '',
  person: '',
  manager: '',
  team: '',
  region: '',
  product: '',
  customer: '',
  stage: '',
  outcome: 'won',
  month: 24300,
  amount: 0,
  collected: undefined,
  counted: 0,
  quantity: undefined,
  cost: undefined,
  created: undefined,
  closed: undefined,
  due: undefined,
};

/** A deal; what counts of it is its amount where the test says nothing else. */
export function deal(given: Partial<Deal>): Deal {
  const whole = { ...NOBODY, ...given };
  return { ...whole, counted: given.counted ?? (whole.outcome === 'won' ? whole.amount : 0) };
}

/** January 2025 is 24300. */
export const JANUARY = 24300;

export const someDeals = fc.array(
  fc
    .record({
      person: fc.constantFrom('Anna', 'Ben', 'Clara', '王芳', ''),
      region: fc.constantFrom('East', 'West', ''),
      product: fc.constantFrom('A', 'B'),
      month: fc.integer({ min: JANUARY, max: JANUARY + 3 }),
      outcome: fc.constantFrom('won' as const, 'won' as const, 'lost' as const, 'open' as const),
      amount: fc.integer({ min: -5_000_000, max: 50_000_000 }).map(cents => cents / 100),
    })
    .map(deal),
  { maxLength: 60 },
);
