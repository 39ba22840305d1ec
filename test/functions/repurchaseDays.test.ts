import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { repurchaseDays } from '../../src/functions/repurchaseDays.ts';
import { column } from '../support/column.ts';
import { expectError } from '../support/expectError.ts';
import { expectSame } from '../support/expectSame.ts';

const customers = column('Ann', 'Ben', 'Ann', 'Ann', 'Ben', 'Cai');
const dates = column(100, 100, 110, 150, 120, 130);

describe('REPURCHASE_DAYS(customers, dates, [statistic])', () => {
  it('answers the median of the days from one purchase to the next', () => {
    expect(repurchaseDays.call([customers, dates])).toBe(20);
    expect(repurchaseDays.call([customers, column(100, 100, 110, 150, 118, 130), '中位数'])).toBe(18);
    expect(repurchaseDays.call([column('A', 'A', 'A'), column(100, 110, 150)])).toBe(25);
  });

  it('answers the mean over all intervals, not over the customers', () => {
    expectSame(repurchaseDays.call([customers, dates, 'mean']), 70 / 3);
    expectSame(repurchaseDays.call([customers, dates, '平均']), 70 / 3);
  });

  it('takes the orders of one day for one purchase, whatever the time', () => {
    expect(repurchaseDays.call([column('A', 'A', 'A'), column(100.2, 100.9, 130.1), 'mean'])).toBe(30);
    expectError(repurchaseDays.call([column('A', 'A'), column(100.2, 100.9)]), '#N/A', 'on two days');
  });

  it('takes spellings of one name for one customer', () => {
    expect(repurchaseDays.call([column('ann', 'ANN ', 'Ａｎｎ'), column(100, 110, 120)])).toBe(10);
  });

  it('skips rows with a blank, and reads a header over both columns', () => {
    const rows = [column('Who', 'A', null, 'A', 'A'), column('When', 100, 105, null, 112)];
    expect(repurchaseDays.call(rows)).toBe(12);
  });

  it('does not depend on the order of the rows, and is what plain loops give', () => {
    const order = fc.record({ who: fc.constantFrom('A', 'B', 'C'), on: fc.integer({ min: 100, max: 160 }) });
    fc.assert(
      fc.property(fc.array(order, { minLength: 1, maxLength: 25 }), orders => {
        const gaps: number[] = [];
        for (const who of ['A', 'B', 'C']) {
          let last = 0;
          for (let on = 100; on <= 160; on++) {
            if (!orders.some(order => order.who === who && order.on === on)) continue;
            if (last > 0) gaps.push(on - last);
            last = on;
          }
        }
        const answer = (list: typeof orders) =>
          repurchaseDays.call([column(...list.map(({ who }) => who)), column(...list.map(({ on }) => on)), 'mean']);
        if (gaps.length === 0) expectError(answer(orders), '#N/A');
        else expectSame(answer(orders), gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length);
        expectSame(answer([...orders].reverse()), answer(orders));
      }),
      { seed: 3 },
    );
  });

  it('answers #N/A where nobody came back', () => {
    expectError(repurchaseDays.call([column('A', 'B'), column(100, 110)]), '#N/A', 'nobody has bought on two days');
    expectError(repurchaseDays.call([column(null), column(100)]), '#N/A', 'nobody');
  });

  it('names the argument and the row of what does not fit', () => {
    expectError(repurchaseDays.call([column('A', 'A'), column(1, '2.1')]), '#VALUE!', 'dates: row 2', '"2.1"');
    expectError(repurchaseDays.call([customers, dates, 'p90']), '#VALUE!', 'statistic', '"median", "mean"');
    expectError(repurchaseDays.call([customers, column(1)]), '#VALUE!', 'customers is 6×1, dates is 1×1');
  });
});
