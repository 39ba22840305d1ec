import { describe, expect, it } from 'vitest';
import { pace } from '../../src/functions/pace.ts';
import { column, rowsOf } from '../support/column.ts';
import { CHINA_2025, day } from '../support/days.ts';
import { expectError } from '../support/expectError.ts';
import { expectSame } from '../support/expectSame.ts';

/** Ten working days, five of them over on the 5th. */
const HALF = [day('2025-09-01'), day('2025-09-14'), day('2025-09-05')] as const;

describe('PACE(actual, target, start, end, as_of, [calendar], [week])', () => {
  it('answers achievement by time progress: 1 is on pace', () => {
    expectSame(pace.call([column(50, 60, 40), 100, ...HALF]), column(1, 1.2, 0.8));
  });

  it('is the achievement once the period is over', () => {
    expect(pace.call([80, 100, HALF[0], HALF[1], day('2025-12-31')])).toBe(0.8);
  });

  it('counts by the calendar: one sixth of October 2025 is over on the 11th in China', () => {
    expectSame(pace.call([20, 90, day('2025-10-01'), day('2025-10-31'), day('2025-10-11'), CHINA_2025]), 4 / 3);
  });

  it('stays right for a loss that is to be kept small: half the loss in half the time is on pace', () => {
    expect(pace.call([-50, -100, ...HALF])).toBe(1);
    expect(pace.call([-25, -100, ...HALF])).toBe(1.5);
  });

  it('leaves blank what is not filled in', () => {
    expectSame(pace.call([column(50, null), column(100, null), ...HALF]), column(1, null));
  });

  it('answers #DIV/0! before the first working day is over, and for a target of 0', () => {
    expectError(pace.call([0, 100, HALF[0], HALF[1], day('2025-08-29')]), '#DIV/0!', 'no working day has passed');
    expectError(rowsOf(pace.call([column(1, 1), column(1, 0), ...HALF]))[1]?.[0], '#DIV/0!', 'row 2', 'target is 0');
  });

  it('names the argument and the row of what does not fit', () => {
    expectError(rowsOf(pace.call([column(1, 'x'), 1, ...HALF]))[1]?.[0], '#VALUE!', 'actual, row 2', '"x"');
    expectError(pace.call([1, 1, HALF[0], HALF[1], null]), '#VALUE!', 'as_of', 'expected a date');
  });
});
