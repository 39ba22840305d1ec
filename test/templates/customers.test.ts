import { describe, expect, it } from 'vitest';
import { pareto } from '../../src/functions/pareto.ts';
import { serialOfIso } from '../../src/kernel/calendar.ts';
import { customers } from '../../src/templates/customers.ts';
import { column, rowsOf } from '../support/column.ts';
import { figuresOf, headlinesOf, specOf } from '../support/planning.ts';

const order = (date: string, customer: string, amount: number | undefined = 100) => ({ date, customer, amount });

const ORDERS = [
  // Every 30 days up to 10 days ago.
  ...['2025-12-31', '2026-01-30', '2026-03-01', '2026-03-31'].map(date => order(date, 'Steady')),
  // Every 20 days, then 70 days of silence.
  ...['2025-12-12', '2026-01-01', '2026-01-21', '2026-01-30'].map(date => order(date, 'Silent', 300)),
  order('2026-04-05', 'New', 50),
  order('2025-03-01', 'Back'),
  order('2025-03-31', 'Back'),
  order('2026-04-02', 'back', 40),
  // 181 days ago today: lost on this very day.
  order('2025-10-11', 'Gone', 500),
  order('2025-09-11', 'Gone', 500),
  order('2025-04-10', 'Long gone', 900),
  // After “as of”.
  order('2026-04-11', 'Steady', 7000),
];
const GIVEN = {
  start: '2026-04-01',
  end: '2026-04-30',
  asOf: '2026-04-10',
  customers: ['Steady', 'Silent', 'New', 'Back', 'Gone', 'Long gone', 'Never'].map(customer => ({ customer })),
  orders: ORDERS,
};
const figures = (changes: Readonly<Record<string, unknown>> = {}) =>
  figuresOf(specOf(customers, 'en', { ...GIVEN, ...changes }), 'en');
const ofCustomers = (key: string, changes = {}) => figures(changes).column('Customers', key);

describe('customers', () => {
  it('tells of each customer the orders, the usual interval and the silence up to “as of”', () => {
    expect(ofCustomers('orders')).toEqual([4, 4, 1, 3, 2, 1, 0]);
    expect(ofCustomers('first').slice(0, 2)).toEqual([serialOfIso('2025-12-31'), serialOfIso('2025-12-12')]);
    expect(ofCustomers('last').slice(0, 2)).toEqual([serialOfIso('2026-03-31'), serialOfIso('2026-01-30')]);
    // 30 three times; 20, 20, 9; 30 and 367; 30: the median of all, which New and Long gone take, is 30.
    expect(ofCustomers('usual')).toEqual([30, 20, 30, 198.5, 30, 30, null]);
    expect(ofCustomers('silent')).toEqual([10, 70, 5, 8, 181, 365, '']);
  });

  it('calls at risk who is silent for over twice the usual interval, and lost who is for over 180 days', () => {
    const standing = ['active', 'at risk', 'active', 'active', 'lost', 'lost', ''];
    expect(ofCustomers('status')).toEqual(standing);
    // 70 days are 3.5 intervals of 20.
    expect(ofCustomers('status', { factor: 3.5 })[1]).toBe('active');
    expect(ofCustomers('status', { factor: 3.49 })[1]).toBe('at risk');
    expect(ofCustomers('status', { lostAfter: 181 })[4]).toBe('at risk');
    expect(ofCustomers('status', { orders: [order('2026-04-01', 'New')] })).toEqual([
      '',
      '',
      'not known yet',
      '',
      '',
      '',
      '',
    ]);
  });

  it('tells new, returned and lost of the period from those of others', () => {
    expect(ofCustomers('event')).toEqual(['', '', 'new', 'returned', 'lost', '', '']);
    expect(ofCustomers('away')).toEqual(['', '', '', 367, '', '', '']);
    expect(ofCustomers('event', { start: '2026-04-06' }).slice(2, 5)).toEqual(['', '', 'lost']);
    expect(ofCustomers('event', { end: '2026-04-09' })[4]).toBe('');
    expect(ofCustomers('event', { lostAfter: 367 })[3]).toBe('');
  });

  it('adds up twelve months and those before, and compares them', () => {
    // From 11 April 2025 on; Long gone bought on the day before.
    expect(ofCustomers('sales')).toEqual([400, 1200, 50, 40, 1000, 0, '']);
    expect(ofCustomers('before')).toEqual([0, 0, 0, 200, 0, 900, '']);
    expect(ofCustomers('growth')).toEqual([null, null, null, -0.8, null, -1, null]);
  });

  it('classes customers as PARETO does', () => {
    expect(ofCustomers('class')).toEqual(['C', 'A', 'C', 'C', 'B', 'C', '']);
    const [, ...lines] = rowsOf(
      pareto.call([column('Steady', 'Silent', 'New', 'Back', 'Gone', 'Long gone'), column(400, 1200, 50, 40, 1000, 0)]),
    );
    expect(lines.map(line => [line[0], line[4]])).toEqual([
      ['Silent', 'A'],
      ['Gone', 'B'],
      ['Steady', 'C'],
      ['New', 'C'],
      ['Back', 'C'],
      ['Long gone', 'C'],
    ]);
  });

  it('gives customers of equal sales one class', () => {
    const alike = ['A', 'B', 'C', 'D'].map(customer => ({ customer }));
    const orders = [order('2026-04-01', 'A', 70), ...['B', 'C', 'D'].map(name => order('2026-04-01', name, 10))];
    expect(ofCustomers('class', { customers: alike, orders })).toEqual(['A', 'A', 'A', 'A']);
  });

  it('lists whom to call, and who is new, back, lost or not in the table', () => {
    const shown = figures({ orders: [...ORDERS, order('2026-04-01', 'Stranger', 80)] });
    expect(shown.column('Calls', 'callName')).toEqual(['Silent']);
    expect(shown.column('Calls', 'silent')[0]).toBe(70);
    expect(shown.column('Calls', 'class')[0]).toBe('A');
    const first = ['newName', 'returnedName', 'lostName', 'strangerName'].map(key => shown.column('Changes', key)[0]);
    expect(first).toEqual(['New', 'Back', 'Gone', 'Stranger']);
    expect(shown.above('Customers', 'check', 'orders')).toBe(1);
    expect(figures().above('Customers', 'check', 'orders')).toBe(0);
  });

  it('counts them in its key figures', () => {
    // Intervals of 30 (four times), 20, 20, 9, 367 and 30 days.
    expect(headlinesOf(specOf(customers, 'en', GIVEN), 'en')).toEqual([
      ...[6, 3, 1, 1200, 1, 1, 1, 2690],
      (2690 - 1100) / 1100,
      30,
    ]);
  });

  it('says which rows are no orders, and which customers stand there twice', () => {
    const listed = [...GIVEN.customers, { customer: 'new' }];
    const spec = specOf(customers, 'en', { ...GIVEN, customers: listed });
    const halves = [
      { customer: 'New', amount: 5 },
      { date: serialOfIso('2026-04-01'), amount: 5 },
    ];
    const tables = spec.tables.map(table =>
      table.key === 'Orders' ? { ...table, rows: [...table.rows, ...halves] } : table,
    );
    const odd = figuresOf({ ...spec, tables }, 'en');
    expect(odd.above('Orders', 'check', 'customer')).toBe('✗ without customer or date: 2');
    expect(odd.above('Customers', 'check', 'industry')).toBe('✗ rows alike: 2');
    expect(figures().above('Orders', 'check', 'customer')).toBe(0);
  });

  it('knows names that are written like criteria', () => {
    const names = ['<50 people', '*', '?', 'Plain'];
    const shown = (key: string) =>
      ofCustomers(key, {
        customers: names.map(customer => ({ customer })),
        orders: names.map((customer, index) => order('2026-04-01', customer, 10 * (index + 1))),
      });
    expect(shown('orders')).toEqual([1, 1, 1, 1]);
    expect(shown('sales')).toEqual([10, 20, 30, 40]);
    expect(shown('first')).toEqual(names.map(() => serialOfIso('2026-04-01')));
  });
});
