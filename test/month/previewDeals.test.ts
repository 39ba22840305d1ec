import { describe, expect, it } from 'vitest';
import { serialOfIso } from '../../src/kernel/calendar.ts';
import type { Value } from '../../src/kernel/json.ts';
import { type Change, inverse } from '../../src/month/change/changeSet.ts';
import { blocksOf, locate } from '../../src/month/change/locate.ts';
import { dealChanges } from '../../src/month/close/dealChanges.ts';
import { dealPeriods, newDeals, takesPlan } from '../../src/month/close/newDeals.ts';
import { previewDeals } from '../../src/month/figures/previewDeals.ts';
import type { Deal } from '../../src/month/import/deal.ts';
import { DEAL_COLUMNS, type DealLine, type DealsSheet, lineOf } from '../../src/sheets/deals.ts';
import type { PayPlan } from '../../src/sheets/incentive.ts';
import { deal, JANUARY } from '../support/deals.ts';

const DAY = serialOfIso('2025-01-05');
const start = serialOfIso('2025-01-01');
const end = serialOfIso('2025-01-31');
const of = (id: string, given: Partial<Deal> = {}): Deal =>
  deal({ id, person: 'Anna', amount: 100, closed: DAY, ...given });

/** Rows as they stand: date, number, customer, product, person, amount, collected, cost. */
const rowsOf = (...rows: readonly (readonly Value[])[]): DealLine[] =>
  rows.map((values, row) => ({ row, cells: lineOf(values), formulas: new Set() }));
const sheetOf = (deals: readonly DealLine[] = []): DealsSheet => ({
  prefix: 'Deals',
  start,
  end,
  unit: '',
  deals,
  people: ['Anna', 'Ben'].map(person => ({
    person,
    manager: '',
    target: null,
    credited: null,
    commission: null,
    spiffs: null,
    override: null,
    pay: null,
  })),
  products: ['Devices'],
  basis: 'amount',
  faults: 0,
});
const preview = (deals: readonly Deal[], lines: readonly DealLine[] = [], sample = 'S-') =>
  previewDeals({
    sheet: sheetOf(lines),
    deals,
    isSample: ({ cells }) => String(cells.Number).startsWith(sample),
  });

/** The columns of a sheet with those rows, after changes; with room for more. */
function standing(lines: readonly DealLine[], changes: readonly Change[], room = 20): Value[][] {
  const columns = new Map(
    DEAL_COLUMNS.map(name => [
      `Deals_${name}`,
      Array.from({ length: room }, (_, row): Value => lines[row]?.cells[name] ?? null),
    ]),
  );
  const located = locate({ id: 'x', title: { en: '', zh: '' }, changes }, name => columns.get(name));
  expect(located.conflicts).toEqual([]);
  for (const { name, row, values } of blocksOf(located.cells)) columns.get(name)?.splice(row, values.length, ...values);
  const rows = Array.from({ length: room }, (_, row) => [...columns.values()].map(column => column[row] ?? null));
  return rows.filter(row => row.some(value => value !== null));
}

describe('previewDeals()', () => {
  it('brings the won deals of the period, by their days, and says how many are of another one', () => {
    const found = preview([
      of('2', { closed: DAY + 1.7 }),
      of('1'),
      of('3', { outcome: 'lost' }),
      of('4', { outcome: 'open', closed: undefined }),
      of('5', { closed: end + 1 }),
      of('6', { closed: end + 0.9 }),
      of('7', { closed: undefined, month: JANUARY }),
      of('8', { closed: undefined, month: JANUARY + 1 }),
    ]);
    expect(found.added.map(({ Number: number, Date: day }) => [number, day])).toEqual([
      ['7', null],
      ['1', DAY],
      ['2', DAY + 1],
      ['6', end],
    ]);
    expect(found).toMatchObject({ outside: 2, total: 400 });
  });

  it('takes no row for a deal that sums up many of them', () => {
    const sum = of('', { amount: 5000, summed: { won: 7, lost: 2, credited: 7 } });
    expect(preview([sum])).toMatchObject({ added: [], outside: 0, total: 0 });
    expect(dealPeriods([sum])).toEqual([]);
    expect(dealPeriods([of('1', { month: JANUARY })])).toMatchObject([{ deals: 1 }, { deals: 1 }]);
  });

  it('knows a deal by its number: the same file again changes nothing, one that changed is shown', () => {
    const lines = rowsOf([DAY, '1', null, null, 'Anna', 100], [DAY, 'a2 ', 'Own', null, 'Anna', 100]);
    expect(preview([of('1'), of('A2')], lines)).toMatchObject({ added: [], changed: [], same: 2, gone: [] });
    const [changed] = preview([of('1', { amount: 90, person: 'Ben' }), of('A2')], lines).changed;
    expect(changed).toMatchObject({ line: { row: 0 }, columns: ['Person', 'Amount'], after: { Person: 'Ben' } });
  });

  it('leaves columns of which the file says nothing, and formulas of the user', () => {
    const [line] = rowsOf([DAY, '1', 'Harbour', 'Devices', 'Anna', 100, 40, 7]);
    expect(preview([of('1')], line ? [line] : []).changed).toEqual([]);
    const computed = line ? [{ ...line, formulas: new Set(['Amount'] as const) }] : [];
    expect(preview([of('1', { amount: 5 })], computed).changed).toEqual([]);
    expect(preview([of('1', { amount: 5 })], line ? [line] : []).changed).toHaveLength(1);
  });

  it('keeps order lines of one number apart by their product', () => {
    const lines = rowsOf([DAY, '1', null, 'B', 'Anna', 20], [DAY, '1', null, 'A', 'Anna', 10]);
    const deals = [of('1', { product: 'A', amount: 11 }), of('1', { product: 'B', amount: 20 })];
    const found = preview(deals, lines);
    expect(found).toMatchObject({ added: [], same: 1, changed: [{ line: { row: 1 }, columns: ['Amount'] }] });
  });

  it('keeps the rows of people who share a deal, and what the file says of it in all of them', () => {
    const lines = rowsOf(
      [DAY, '1', null, 'A', 'Ben', 100],
      [DAY, '1', null, 'A', 'Anna', 100],
      [DAY, '2', null, null, 'Ben', 5],
    );
    const same = preview([of('1', { product: 'A' })], lines);
    expect(same).toMatchObject({ same: 1, changed: [], added: [], gone: [{ row: 2 }] });
    const more = preview([of('1', { product: 'A', amount: 120 })], lines);
    expect(more.changed.map(({ line, columns }) => [line.row, columns])).toEqual([
      [1, ['Amount']],
      [0, ['Amount']],
    ]);
    expect(more.gone).toMatchObject([{ row: 2 }]);
    const columns = standing(lines, dealChanges(more, false)).map(([, , , , person, amount]) => [person, amount]);
    expect(columns).toEqual([
      ['Ben', 120],
      ['Anna', 120],
      ['Ben', 5],
    ]);
  });

  it('leaves the shares of a deal as they are where the file has a refund or several order lines of it', () => {
    const shared = rowsOf([DAY, '1', null, null, 'Ben', 100], [DAY, '1', null, null, 'Anna', 100]);
    expect(preview([of('1'), of('1', { amount: -20 })], shared)).toMatchObject({
      same: 1,
      changed: [],
      gone: [],
      added: [{ Person: 'Anna', Amount: -20 }],
    });
    const lines = rowsOf(
      [DAY, '1', null, null, 'Ben', 100],
      [DAY, '1', null, null, 'Ben', 30],
      [DAY, '1', null, null, 'Anna', 100],
      [DAY, '1', null, null, 'Anna', 30],
    );
    expect(preview([of('1'), of('1', { amount: 30 })], lines)).toMatchObject({ same: 2, changed: [], gone: [] });
    const { changed } = preview([of('1', { amount: 120 }), of('1', { amount: 30 })], lines);
    expect(changed.map(({ line, after }) => [line.row, after.Amount])).toEqual([
      [2, 120],
      [0, 120],
    ]);
  });

  it('takes another order line of somebody else for none of the shares', () => {
    const lines = rowsOf([DAY, '1', null, null, 'Anna', 100], [DAY, '1', null, null, 'Ben', 50]);
    expect(preview([of('1')], lines)).toMatchObject({ same: 1, changed: [], gone: [{ row: 1 }] });
    // Handed over, it is the other one's.
    const [changed] = preview([of('1'), of('1', { amount: 50 })], lines).changed;
    expect(changed).toMatchObject({ line: { row: 1 }, columns: ['Person'] });
  });

  it('gives a row that was typed without a number the file’s, rather than adding the deal again', () => {
    const lines = rowsOf([DAY, null, 'Harbour', null, 'Anna', 100], [DAY, null, 'Harbour', null, 'Anna', 100]);
    const found = preview([of('1', { customer: 'harbour' })], lines);
    expect(found).toMatchObject({ added: [], changed: [{ line: { row: 0 }, columns: ['Number'] }], gone: [] });
    expect(preview([of('1', { customer: 'Lane' })], lines).added).toHaveLength(1);
  });

  it('tells rows without a number apart by what they say', () => {
    const lines = rowsOf([DAY, null, 'Harbour', null, 'Anna', 100], [DAY, null, null, null, 'Ben', 3]);
    const deals = [of('', { customer: 'harbour' }), of('', { customer: 'Lane' })];
    const found = preview(deals, lines);
    expect(found).toMatchObject({ same: 1, changed: [], gone: [], added: [{ Customer: 'Lane' }] });
  });

  it('names what is gone: not sold any more, or not in the file; never what is of another period', () => {
    const lines = rowsOf(
      [DAY, '1', null, null, 'Anna', 100],
      [DAY, '2', null, null, 'Anna', 100],
      [end + 1, '3', null, null, 'Anna', 100],
    );
    expect(preview([of('1'), of('2', { outcome: 'lost' })], lines).gone).toMatchObject([{ row: 1 }]);
    // A file of another period says nothing about this one.
    expect(preview([of('1', { closed: end + 5 })], lines).gone).toEqual([]);
  });

  it('writes names as the sheet has them, and says who and what it does not have', () => {
    const found = preview([
      of('1', { person: 'ANNA', product: 'devices' }),
      of('2', { person: 'Zoe', product: 'Cars' }),
    ]);
    expect(found.added).toMatchObject([{ Person: 'Anna', Product: 'Devices' }, {}]);
    expect(found).toMatchObject({ strangers: ['Zoe'], unknown: ['Cars'] });
  });
});

describe('newDeals()', () => {
  const plan = { tiers: [[0.8, 0.02, 0, 'Base']], mode: '分段', cap: 500, basis: 'achievement' } as const;
  const period = { name: '2025-01', kind: 'month', start, end, deals: 1 } as const;
  const made = (given: PayPlan | undefined) =>
    newDeals({
      period,
      deals: [of('1', { manager: 'Zoe', product: 'A' })],
      plan: given,
      targetOf: person => (person === 'Anna' ? 1000 : undefined),
      leastShare: 0.3,
      unit: '万元',
      language: 'en',
    }).values;

  it('begins with the plan, the people with their targets, the products and the deals', () => {
    expect(made(plan)).toEqual({
      start: '2025-01-01',
      end: '2025-01-31',
      samples: false,
      share: 0.3,
      unit: '万元',
      tiers: [{ from: 0.8, rate: 0.02, bonus: 0, level: 'Base' }],
      basis: 'achievement',
      mode: 'marginal',
      people: [{ person: 'Anna', manager: 'Zoe', target: 1000, cap: 500 }],
      products: [{ product: 'A', factor: 1 }],
      deals: [{ date: '2025-01-05', number: '1', product: 'A', person: 'Anna', amount: 100 }],
    });
  });

  it('takes no plan that it cannot read, nor one that counts what was sold before', () => {
    for (const other of [
      undefined,
      { ...plan, tiers: [...plan.tiers, ['n/a', 0.1, 0, '']] },
      { ...plan, mode: 'what' },
      { ...plan, toDate: true } as const,
    ]) {
      expect(takesPlan(other, ['month'])).toBe(false);
      expect(made(other)).not.toHaveProperty('tiers');
      expect(made(other).people).toEqual([{ person: 'Anna', manager: 'Zoe', target: 1000 }]);
    }
    expect(takesPlan(plan, ['month', 'quarter'])).toBe(true);
    // Tiers by amounts are those of a month; a sheet of an earlier version does not say what they count.
    const byAmount = { tiers: [[50_000, 0.02, 0, 'Base']], mode: 'whole', cap: null } as const;
    expect([takesPlan(byAmount, ['month']), takesPlan(byAmount, ['quarter'])]).toEqual([true, false]);
    expect(made(byAmount)).toMatchObject({ basis: 'amount' });
  });
});

describe('dealChanges()', () => {
  const lines = rowsOf(
    [DAY, 'S-1', 'Invented', 'Devices', 'Anna', 5, 5, 5],
    [DAY, '1', null, null, 'Anna', 100],
    [DAY, '2', null, null, 'Ben', 50],
  );
  const found = preview([of('1', { amount: 80 }), of('3', { person: 'Ben', amount: 7 }), of('4')], lines);

  it('takes the rows of samples first, changes what differs and adds the rest below', () => {
    expect(standing(lines, dealChanges(found, false))).toEqual([
      [DAY, '3', null, null, 'Ben', 7, null, null],
      [DAY, '1', null, null, 'Anna', 80, null, null],
      [DAY, '2', null, null, 'Ben', 50, null, null],
      [DAY, '4', null, null, 'Anna', 100, null, null],
    ]);
  });

  it('empties rows that are gone where the user says so, and is undone cell by cell', () => {
    const changes = dealChanges(found, true);
    expect(standing(lines, changes)).toHaveLength(3);
    const before = lines.map(({ cells }) => DEAL_COLUMNS.map(name => cells[name]));
    const done = standing(lines, changes, 4);
    const now = rowsOf(...[0, 1, 2, 3].map(row => done.find((_, index) => index === row) ?? []));
    const blanked = [
      ...now.slice(0, 2),
      { ...(now[2] as DealLine), cells: lineOf([]) },
      { ...(now[2] as DealLine), row: 3 },
    ];
    const { changes: back } = inverse({ id: 'x', title: { en: '', zh: '' }, changes });
    expect(standing(blanked, back, 4)).toEqual(before);
  });
});
