import { describe, expect, it } from 'vitest';
import { requiredRate } from '../../src/functions/requiredRate.ts';
import { column, rowsOf } from '../support/column.ts';
import { CHINA_2025, day } from '../support/days.ts';
import { expectError } from '../support/expectError.ts';
import { expectSame } from '../support/expectSame.ts';

const HALF = [day('2025-09-01'), day('2025-09-14'), day('2025-09-05')] as const;

describe('REQUIRED_RATE(actual, target, start, end, as_of, [calendar], [week])', () => {
  it('answers what each working day left must bring', () => {
    expect(requiredRate.call([60000, 100000, ...HALF])).toBe(8000);
    expect(requiredRate.call([0, 100, HALF[0], HALF[1], HALF[0] - 10])).toBe(10);
  });

  it('is 0 once the target is met, even on the last day', () => {
    expectSame(requiredRate.call([column(100, 120), 100, ...HALF]), column(0, 0));
    expect(requiredRate.call([100, 100, HALF[0], HALF[1], HALF[1]])).toBe(0);
  });

  it('counts by the calendar: 15 working days are left after 11 October 2025 in China', () => {
    const october = [day('2025-10-01'), day('2025-10-31'), day('2025-10-11')] as const;
    expect(requiredRate.call([0, 150, ...october, CHINA_2025])).toBe(10);
  });

  it('leaves blank what is not filled in', () => {
    expectSame(requiredRate.call([column(null, 50), 100, ...HALF]), column(null, 10));
  });

  it('answers #DIV/0! when no day is left and the target is not met', () => {
    expectError(
      requiredRate.call([99, 100, HALF[0], HALF[1], HALF[1]]),
      '#DIV/0!',
      'no working day is left after as_of',
    );
    const rows = rowsOf(requiredRate.call([column(100, 99), 100, HALF[0], HALF[1], HALF[1] - 2]));
    expect(rows[0]?.[0]).toBe(0);
    expectError(rows[1]?.[0], '#DIV/0!', 'row 2');
  });

  it('names the argument and the row of what does not fit', () => {
    expectError(rowsOf(requiredRate.call([1, column(1, 'x'), ...HALF]))[1]?.[0], '#VALUE!', 'target, row 2', '"x"');
    expectError(requiredRate.call([1, 2, HALF[1], HALF[0], HALF[2]]), '#VALUE!', 'is before start');
  });
});
