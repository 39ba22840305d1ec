import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { salesCycle } from '../../src/functions/salesCycle.ts';
import { serialOf } from '../../src/kernel/calendar.ts';
import { column } from '../support/column.ts';
import { expectError } from '../support/expectError.ts';
import { expectSame } from '../support/expectSame.ts';

const day = 45292;

describe('SALES_CYCLE(opened, closed, [statistic])', () => {
  it('answers the mean of the days', () => {
    expect(salesCycle.call([column(day, day, day), column(day + 10, day + 20, day + 60)])).toBe(30);
    expect(salesCycle.call([column(day), column(day)])).toBe(0);
  });

  it('answers the median, and what nine in ten stay under', () => {
    const opened = column(day, day, day, day);
    const closed = column(day + 70, day + 10, day + 30, day + 20);
    expect(salesCycle.call([opened, closed, 'median'])).toBe(25);
    expect(salesCycle.call([opened, closed, '中位数'])).toBe(25);
    expectSame(salesCycle.call([opened, closed, 'p90']), 58);
  });

  it('leaves out open deals, and reads headers', () => {
    expect(salesCycle.call([column('Opened', day, day), column('Closed', day + 8, null)])).toBe(8);
    expect(salesCycle.call([column(day, null), column(day + 8, null)])).toBe(8);
  });

  it('counts days, not hours', () => {
    expect(salesCycle.call([column(day + 0.9), column(day + 1.1)])).toBe(1);
    expect(salesCycle.call([column(day + 0.9), column(day + 0.1)])).toBe(0);
  });

  it('counts across a leap day', () => {
    expect(salesCycle.call([column(serialOf(2024, 2, 28)), column(serialOf(2024, 3, 1))])).toBe(2);
    expect(salesCycle.call([column(serialOf(2025, 2, 28)), column(serialOf(2025, 3, 1))])).toBe(1);
  });

  it('does not depend on the order of the rows', () => {
    const days = fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(days, fc.constantFrom('mean', 'median', 'p90'), (list, statistic) => {
        const answer = (order: readonly number[]) =>
          salesCycle.call([column(...order.map(() => day)), column(...order.map(length => day + length)), statistic]);
        expectSame(answer([...list].reverse()), answer(list));
      }),
      { seed: 3 },
    );
  });

  it('answers #N/A while nothing is closed', () => {
    expectError(salesCycle.call([column(day, day), column(null, null)]), '#N/A', 'no deal is closed');
  });

  it('names the argument and the row of what does not fit', () => {
    expectError(
      salesCycle.call([column(1, day), column(2, day - 1)]),
      '#VALUE!',
      'closed: row 2',
      'before it is opened',
    );
    expectError(salesCycle.call([column(1, null), column(2, day)]), '#VALUE!', 'opened: row 2', 'the cell is blank');
    expectError(salesCycle.call([column(1, 'May'), column(2, day)]), '#VALUE!', 'opened: row 2', '"May"');
    expectError(salesCycle.call([column(day), column(day), 'mode']), '#VALUE!', 'statistic', '"mean", "median", "p90"');
  });
});
