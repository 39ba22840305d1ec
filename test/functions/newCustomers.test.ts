import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newCustomers } from '../../src/functions/newCustomers.ts';
import { column } from '../support/column.ts';
import { csvRows } from '../support/csv.ts';
import { day } from '../support/days.ts';
import { errorCell } from '../support/errorCell.ts';
import { expectError } from '../support/expectError.ts';
import { sharedFolder, withoutShared } from '../support/shared.ts';

const customers = column('Ann', 'Ben', 'Ann', 'Cai');
const dates = column(100, 110, 120, 130);

describe('NEW_CUSTOMERS(customers, dates, start, end)', () => {
  it('counts whose first order lies in the period', () => {
    expect(newCustomers.call([customers, dates, 105, 130])).toBe(2);
    expect(newCustomers.call([customers, dates, 115, 125])).toBe(0);
    expect(newCustomers.call([customers, dates, 1, 999])).toBe(3);
  });

  it('counts the first and the last day, whatever the time of day', () => {
    expect(newCustomers.call([customers, dates, 110, 110])).toBe(1);
    expect(newCustomers.call([column('Ann'), column(110.9), 110, 110])).toBe(1);
    expect(newCustomers.call([column('Ann'), column(110.9), 110.95, 120])).toBe(1);
    expect(newCustomers.call([column('Ann'), column(110.9), 111, 120])).toBe(0);
  });

  it('takes spellings of one name for one customer, and the first of any order of rows', () => {
    expect(newCustomers.call([column('Ann', ' ANN ', 'Ａｎｎ'), column(120, 130, 100), 110, 140])).toBe(0);
    expect(newCustomers.call([column(1001, '1001'), column(100, 120), 90, 130])).toBe(1);
  });

  it('skips rows with a blank, and reads a header over both columns', () => {
    const rows = [column('Customer', 'Ann', null, 'Ben'), column('Date', 100, 100, null)];
    expect(newCustomers.call([...rows, 90, 110])).toBe(1);
  });

  it('over periods side by side adds up to the number of different customers', () => {
    const order = fc.record({ who: fc.constantFrom('A', 'a', 'B', 'C', 'D '), on: fc.integer({ min: 100, max: 199 }) });
    fc.assert(
      fc.property(
        fc.array(order, { minLength: 1, maxLength: 30 }),
        fc.integer({ min: 100, max: 198 }),
        fc.integer({ min: 100, max: 198 }),
        (orders, one, other) => {
          const [first, second] = [Math.min(one, other), Math.max(one, other)];
          const counted = (list: typeof orders, start: number, end: number) =>
            Number(
              newCustomers.call([
                column(...list.map(({ who }) => who)),
                column(...list.map(({ on }) => on)),
                start,
                end,
              ]),
            );
          const periods = [[100, first] as const, [first + 1, second] as const, [second + 1, 199] as const];
          const found = periods.filter(([start, end]) => start <= end).map(period => counted(orders, ...period));
          const different = new Set(orders.map(({ who }) => who.trim().toLowerCase())).size;
          expect(found.reduce((sum, count) => sum + count, 0)).toBe(different);
          expect(counted([...orders].reverse(), first, second)).toBe(counted(orders, first, second));
        },
      ),
      { seed: 3 },
    );
  });

  it('answers #N/A without an order', () => {
    expectError(newCustomers.call([column(null, 'Ann'), column(100, null), 90, 110]), '#N/A', 'no order');
  });

  it('names the argument and the row of what does not fit', () => {
    expectError(newCustomers.call([customers, column(1, 2, 'May', 4), 1, 9]), '#VALUE!', 'dates: row 3', '"May"');
    expectError(newCustomers.call([column('A', errorCell('#N/A')), column(1, 2), 1, 9]), '#N/A', 'customers: row 2');
    expectError(newCustomers.call([customers, dates, 120, 110]), '#VALUE!', 'is before start');
    expectError(newCustomers.call([customers, dates, null, 110]), '#VALUE!', 'start', 'expected a date');
    expectError(newCustomers.call([customers, column(1, 2), 1, 9]), '#VALUE!', 'customers is 4×1, dates is 2×1');
  });
});

describe.skipIf(sharedFolder === undefined)(`a CRM’s won deals${withoutShared}`, () => {
  it('have their new accounts by month, which add up to all of them', () => {
    const won = csvRows('data/maven_crm_sales_pipeline.csv').filter(row => row.deal_stage === 'Won');
    const [accounts, closed] = [won.map(row => row.account ?? ''), won.map(row => day(row.close_date ?? ''))];
    const months = ['03', '04', '05', '06', '07', '08', '09', '10', '11', '12'].map(month =>
      Number(
        newCustomers.call([
          column(...accounts),
          column(...closed),
          day(`2017-${month}-01`),
          day(`2017-${Number(month) + 1}-01`) - 1,
        ]),
      ),
    );
    const first = new Map<string, number>();
    for (const [index, account] of accounts.entries()) {
      first.set(account, Math.min(first.get(account) ?? Number.POSITIVE_INFINITY, closed[index] ?? 0));
    }
    expect(months[0]).toBe([...first.values()].filter(on => on < day('2017-04-01')).length);
    expect(months.reduce((sum, count) => sum + count, 0)).toBe(first.size);
    expect(first.size).toBeGreaterThan(80);
  });
});
