import { isoOf } from '../../src/kernel/calendar.ts';
import { randomFrom } from '../random.ts';

const REGIONS = ['North', 'South', 'East', 'West'];
const STAGES = ['Won', 'Won', 'Lost', 'Open'];
const FIRST_DAY = 46082;
const DAYS = 31;

export interface Sold {
  readonly id: string;
  readonly person: string;
  readonly customer: string;
  readonly product: string;
  readonly region: string;
  readonly amount: number;
  readonly stage: string;
  /** Serial numbers of March 2026. */
  readonly closed: number;
  readonly created: number;
}

export const HEADINGS = [
  'Deal ID',
  'Owner',
  'Account',
  'Product',
  'Region',
  'Amount',
  'Stage',
  'Close date',
  'Created',
];

/** A month of deals, as a CRM would export them. */
export function sold(rows: number, people: number): Sold[] {
  const random = randomFrom(rows);
  const below = (most: number): number => Math.floor(random() * most);
  return Array.from({ length: rows }, (_, row) => {
    const closed = FIRST_DAY + below(DAYS);
    return {
      id: `D-${100_000 + row}`,
      person: `Person ${below(people)}`,
      customer: `Customer ${below(rows / 5)}`,
      product: `Product ${below(20)}`,
      region: REGIONS[below(REGIONS.length)] ?? '',
      amount: Math.round(random() * 5_000_000) / 100,
      stage: STAGES[below(STAGES.length)] ?? '',
      closed,
      created: closed - below(60),
    };
  });
}

export function csvOf(deals: readonly Sold[]): Uint8Array<ArrayBuffer> {
  const lines = deals.map(({ closed, created, ...deal }) =>
    [...Object.values(deal), isoOf(closed), isoOf(created)].join(','),
  );
  return new Uint8Array(new TextEncoder().encode([HEADINGS.join(','), ...lines].join('\r\n')));
}
