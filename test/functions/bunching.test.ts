import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bunching } from '../../src/functions/bunching.ts';
import { column } from '../support/column.ts';
import { csvRows } from '../support/csv.ts';
import { CHINA_2025, day } from '../support/days.ts';
import { expectError } from '../support/expectError.ts';
import { expectSame } from '../support/expectSame.ts';
import { sharedFolder, withoutShared } from '../support/shared.ts';

/** Friday the 31st ends it. */
const JANUARY = [day('2025-01-01'), day('2025-01-31')] as const;
/** Sunday the 31st ends it. */
const AUGUST = [day('2025-08-01'), day('2025-08-31')] as const;
const on = (...days: readonly string[]) => column(...days.map(day));

describe('BUNCHING(dates, amounts, start, end, [days], [calendar], [week])', () => {
  it('answers the share of the last three working days', () => {
    const dates = on('2025-01-07', '2025-01-28', '2025-01-29', '2025-01-31');
    expect(bunching.call([dates, column(50, 20, 10, 20), ...JANUARY])).toBe(0.3);
    expect(bunching.call([dates, column(50, 20, 10, 20), ...JANUARY, 4])).toBe(0.5);
    expect(bunching.call([dates, column(50, 20, 10, 20), ...JANUARY, 1])).toBe(0.2);
  });

  it('counts the weekend in between and after as part of the last days', () => {
    const dates = on('2025-08-26', '2025-08-27', '2025-08-30', '2025-08-31');
    expect(bunching.call([dates, column(40, 30, 20, 10), ...AUGUST])).toBe(0.6);
    expect(bunching.call([dates, column(40, 30, 20, 10), ...AUGUST, 3, null, '单休'])).toBe(0.3);
    expect(bunching.call([dates, column(40, 30, 20, 10), ...AUGUST, 2, null, 'all'])).toBe(0.3);
  });

  it('counts holidays and make-up days', () => {
    // Off from the 28th on, Sunday the 26th worked: the last three are the 24th, 26th and 27th.
    const dates = on('2025-01-23', '2025-01-24', '2025-01-25', '2025-01-30');
    expect(bunching.call([dates, column(40, 30, 20, 10), ...JANUARY, 3, CHINA_2025])).toBe(0.6);
    expect(bunching.call([dates, column(40, 30, 20, 10), ...JANUARY, 2, CHINA_2025])).toBe(0.1);
  });

  it('does not count what lies outside the period, whatever the time of day', () => {
    const dates = on('2024-12-31', '2025-01-02', '2025-02-01');
    expect(bunching.call([dates, column(900, 10, 900), ...JANUARY])).toBe(0);
    expect(bunching.call([column(JANUARY[1] + 0.99, JANUARY[0]), column(3, 1), ...JANUARY])).toBe(0.75);
    expect(bunching.call([column(JANUARY[1] + 1, JANUARY[0]), column(3, 1), ...JANUARY])).toBe(0);
  });

  it('skips blank amounts, reads headers, and sets refunds off', () => {
    const dates = column('Date', ...[2, 30, 31].map(n => JANUARY[0] + n - 1), null);
    expect(bunching.call([dates, column('Amount', 30, 20, null, null), ...JANUARY])).toBe(0.4);
    expect(bunching.call([dates, column('Amount', 30, 20, -10, null), ...JANUARY])).toBe(0.25);
  });

  it('is from 0 to 1, grows with the days, and does not depend on the order of the rows', () => {
    const deal = fc.record({
      on: fc.integer({ min: JANUARY[0], max: JANUARY[1] }),
      amount: fc.integer({ min: 1, max: 1e6 }),
    });
    fc.assert(
      fc.property(fc.array(deal, { minLength: 1, maxLength: 20 }), fc.integer({ min: 1, max: 22 }), (deals, days) => {
        const share = (list: typeof deals, last: number) =>
          Number(
            bunching.call([
              column(...list.map(({ on }) => on)),
              column(...list.map(({ amount }) => amount / 100)),
              ...JANUARY,
              last,
            ]),
          );
        const found = share(deals, days);
        expect(found >= 0 && found <= 1).toBe(true);
        expect(share(deals, days + 1)).toBeGreaterThanOrEqual(found);
        expect(share([...deals].reverse(), days)).toBe(found);
        expect(share(deals, 23)).toBe(1);
      }),
      { seed: 3 },
    );
  });

  it('answers #DIV/0! where the period’s amounts add up to 0, and refuses less', () => {
    expectError(bunching.call([on('2025-03-01'), column(5), ...JANUARY]), '#DIV/0!', 'add up to 0');
    expectError(bunching.call([on('2025-01-02', '2025-01-03'), column(0.3, -0.3), ...JANUARY]), '#DIV/0!');
    expectError(bunching.call([on('2025-01-02'), column(-5), ...JANUARY]), '#VALUE!', 'add up to -5');
  });

  it('refuses a period with fewer working days', () => {
    const week = [day('2025-01-25'), day('2025-01-28')] as const;
    expectError(bunching.call([on('2025-01-27'), column(5), ...week]), '#VALUE!', 'days (3)', 'start to end (2)');
    expect(bunching.call([on('2025-01-27', '2025-01-25'), column(5, 5), ...week, 2])).toBe(0.5);
  });

  it('names the argument and the row of what does not fit', () => {
    const [dates, amounts] = [on('2025-01-02', '2025-01-03'), column(1, 2)];
    expectError(bunching.call([column(45660, null), amounts, ...JANUARY]), '#VALUE!', 'dates: row 2', 'blank');
    expectError(bunching.call([column(45660, 'May'), amounts, ...JANUARY]), '#VALUE!', 'dates: row 2', '"May"');
    expectError(bunching.call([dates, column(1, 'x'), ...JANUARY]), '#VALUE!', 'amounts: row 2', '"x"');
    expectError(bunching.call([dates, amounts, JANUARY[1], JANUARY[0]]), '#VALUE!', 'is before start');
    expectError(bunching.call([dates, amounts, ...JANUARY, 0]), '#VALUE!', 'days', 'expected 1 or more');
    expectError(bunching.call([dates, amounts, ...JANUARY, 1.5]), '#VALUE!', 'days', 'whole number');
    expectError(bunching.call([dates, amounts, ...JANUARY, 3, [[1, '?']]]), '#VALUE!', 'calendar: row 1');
  });
});

describe.skipIf(sharedFolder === undefined)(`a hundred Chinese orders${withoutShared}`, () => {
  it('have the share of each month’s last three weekdays that plain loops find', () => {
    const orders = csvRows('data/cn_sales_small.csv').map(row => ({
      on: day(row.订单日期 ?? ''),
      amount: Number(row['收入(折后)']),
    }));
    const [dates, amounts] = [column(...orders.map(({ on }) => on)), column(...orders.map(({ amount }) => amount))];
    let months = 0;
    for (let month = 1; month <= 12; month++) {
      const [start, end] = [day(`2025-${month}-1`), day(`2025-${month + 1}-1`) - 1];
      const inside = orders.filter(({ on }) => on >= start && on <= end);
      if (inside.length === 0) continue;
      months++;
      let [from, left] = [end + 1, 3];
      while (left > 0) if (--from % 7 >= 2) left--;
      const sum = (list: typeof orders) => list.reduce((total, { amount }) => total + amount, 0);
      expectSame(bunching.call([dates, amounts, start, end]), sum(inside.filter(({ on }) => on >= from)) / sum(inside));
    }
    expect(months).toBeGreaterThan(1);
  });
});
