import { describe, expect, it } from 'vitest';
import { DEFAULT_CADENCE } from '../../src/month/calendar/cadence.ts';
import { remember } from '../../src/month/import/memory.ts';
import { type MonthMemory, NO_MONTH_MEMORY, readMonthMemory, writtenMonth } from '../../src/panel/monthMemory.ts';
import { MOST_MONTH_REMEMBERED } from '../../src/port/monthPort.ts';

const bytes = (text: string): number => new TextEncoder().encode(text).length;
const columns = (signature: string) => ({ signature, headings: { amount: 'amount', person: 'owner' } }) as const;

const FULL: MonthMemory = {
  ...NO_MONTH_MEMORY,
  ...remember(
    NO_MONTH_MEMORY,
    columns('amount|owner'),
    {
      dateOrders: { closed: 'dayFirst', 'closed /2': 'yearFirst' },
      decimalMarks: { amount: 'comma' },
      stages: { mystery: 'lost' },
      kinds: { 'Measure: Target': 'leave' },
    },
    [
      { field: 'product', from: 'GTXPro', to: 'GTX Pro' },
      { field: 'person', from: 'Lea', to: null },
    ],
  ),
  team: [{ person: 'Ann', manager: 'Mo', team: '', region: 'East' }],
  products: ['GTX Pro'],
  leastShare: 0.3,
  plans: [
    {
      from: '2026-03',
      tiers: [
        [0.8, 0.02, 0],
        [1, 0.03, 500],
      ],
      mode: 'marginal',
      cap: null,
      amberFrom: 0.8,
      greenAbove: 1,
      basis: 'amount',
      toDate: true,
    },
  ],
  cadence: [
    ...DEFAULT_CADENCE,
    { id: 'task7', label: { en: 'Call', zh: '致电' }, every: 'week', due: { on: 'weekday', weekday: 2, after: true } },
  ],
  done: [{ id: 'monthClose', start: 46082 }],
  since: 46082,
};

describe('readMonthMemory(writtenMonth(memory))', () => {
  it('gives back all that was written', () => {
    expect(readMonthMemory(writtenMonth(FULL))).toEqual(FULL);
    expect(readMonthMemory(writtenMonth(NO_MONTH_MEMORY))).toEqual(NO_MONTH_MEMORY);
  });

  it('leaves out the lists first where all does not fit, then the oldest headings, and keeps what was done', () => {
    const team = Array.from({ length: 2000 }, (_, index) => ({
      person: `销售员 ${index}`,
      manager: '经理',
      team: '',
      region: '华东',
    }));
    const withoutTeam = readMonthMemory(writtenMonth({ ...FULL, team }));
    expect(withoutTeam).toEqual({ ...FULL, team: [], products: [] });
    const many = Array.from({ length: 40 }, (_, index) => columns(`${index}|${'列'.repeat(1000)}`));
    const text = writtenMonth({ ...FULL, columns: [...FULL.columns, ...many] });
    expect(bytes(text)).toBeLessThanOrEqual(MOST_MONTH_REMEMBERED);
    const kept = readMonthMemory(text);
    expect(kept.columns.at(-1)).toEqual(many.at(-1));
    expect(kept.columns.length).toBeGreaterThan(10);
    expect(kept).toMatchObject({ done: FULL.done, plans: FULL.plans, aliases: FULL.aliases });
    expect(kept.answers).toEqual({});
  });

  it('takes nothing from a text that is not ours, part by part', () => {
    for (const text of [undefined, '', 'x', 'null', '[]', '{"team":3}', '{"cadence":[{"id":1}]}'])
      expect(readMonthMemory(text)).toEqual(NO_MONTH_MEMORY);
    const damaged = JSON.stringify({ ...FULL, team: [{ person: 5 }], aliases: 'none' });
    expect(readMonthMemory(damaged)).toEqual({ ...FULL, team: [], aliases: [] });
  });
});
