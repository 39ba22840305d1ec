import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cohort } from '../../src/functions/cohort.ts';
import { serialOf } from '../../src/kernel/calendar.ts';
import { column, rowsOf } from '../support/column.ts';
import { expectError } from '../support/expectError.ts';
import { expectSame } from '../support/expectSame.ts';

const [jan, feb, apr] = [serialOf(2024, 1, 31), serialOf(2024, 2, 29), serialOf(2024, 4, 1)];

describe('COHORT(customers, dates, [unit], [language])', () => {
  it('answers the share of each month’s new customers who buy in the months after', () => {
    const customers = column('A', 'B', 'A', 'C', 'A', 'C');
    expectSame(cohort.call([customers, column(jan, jan, feb, feb, apr, apr), 'month', 'en']), [
      ['Cohort', 'Customers', 0, 1, 2, 3],
      ['2024-01', 2, 1, 0.5, 0, 0.5],
      ['2024-02', 1, 1, 0, 1, null],
    ]);
  });

  it('counts a customer once a period, in any spelling', () => {
    const rows = rowsOf(cohort.call([column('a', 'A ', 'Ａ', 'b'), column(jan, jan, feb, jan)]));
    expectSame(rows.slice(1), [['2024-01', 2, 1, 0.5]]);
  });

  it('goes by quarters and by years, across the end of a year', () => {
    const [customers, days] = [column('A', 'A', 'B'), column(serialOf(2023, 12, 31), serialOf(2024, 1, 1), apr)];
    expectSame(rowsOf(cohort.call([customers, days, 'quarter', 'zh'])), [
      ['首购期', '客户数', 0, 1, 2],
      ['2023-Q4', 1, 1, 1, 0],
      ['2024-Q2', 1, 1, null, null],
    ]);
    expectSame(rowsOf(cohort.call([customers, days, '年'])).slice(1), [
      ['2023', 1, 1, 1],
      ['2024', 1, 1, null],
    ]);
  });

  it('skips rows with a blank, and reads a header over both columns', () => {
    const rows = rowsOf(cohort.call([column('Who', 'A', null, 'B'), column('When', jan, jan, null)]));
    expectSame(rows.slice(1), [['2024-01', 1, 1]]);
  });

  it('starts every cohort at 1, keeps every share in 0 to 1, in any order of the rows', () => {
    const order = fc.record({
      who: fc.constantFrom('A', 'B', 'C', 'D', 'E'),
      day: fc.integer({ min: jan, max: jan + 700 }),
    });
    fc.assert(
      fc.property(
        fc.array(order, { minLength: 1, maxLength: 40 }),
        fc.constantFrom('month', 'quarter', 'year'),
        (list, unit) => {
          const table = (orders: typeof list) =>
            cohort.call([column(...orders.map(({ who }) => who)), column(...orders.map(({ day }) => day)), unit]);
          const rows = rowsOf(table(list)).slice(1);
          expect(rows.reduce((sum, row) => sum + Number(row[1]), 0)).toBe(new Set(list.map(({ who }) => who)).size);
          for (const [, , first, ...later] of rows) {
            expect(first).toBe(1);
            for (const share of later) expect(share === null || (Number(share) >= 0 && Number(share) <= 1)).toBe(true);
          }
          expectSame(table([...list].reverse()), table(list));
        },
      ),
      { seed: 3 },
    );
  });

  it('answers #N/A without an order', () => {
    expectError(cohort.call([column('A', null), column(null, jan)]), '#N/A', 'nothing to show');
  });

  it('names the argument and the row of what does not fit', () => {
    expectError(cohort.call([column('A', 'B'), column(jan, '2024.1')]), '#VALUE!', 'dates: row 2', '"2024.1"');
    expectError(cohort.call([column('A', 'B'), column(1, jan)]), '#VALUE!', 'from 1900-01 to 2024-01', '600 periods');
    expectError(cohort.call([column('A'), column(jan), 'week']), '#VALUE!', 'unit', '"month", "quarter", "year"');
    expectError(cohort.call([column('A', 'B'), column(jan)]), '#VALUE!', 'customers is 2×1, dates is 1×1');
  });
});
