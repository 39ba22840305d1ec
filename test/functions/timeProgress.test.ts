import { describe, expect, it } from 'vitest';
import { timeProgress } from '../../src/functions/timeProgress.ts';
import { column, rowsOf } from '../support/column.ts';
import { CHINA_2025, day } from '../support/days.ts';
import { expectError } from '../support/expectError.ts';
import { expectSame } from '../support/expectSame.ts';

const SEPTEMBER = [day('2025-09-01'), day('2025-09-14')] as const;

describe('TIME_PROGRESS(start, end, as_of, [calendar], [week])', () => {
  it('answers the share of the working days that has passed at the end of as_of', () => {
    expectSame(
      timeProgress.call([...SEPTEMBER, column(...['2025-09-01', '2025-09-05', '2025-09-07', '2025-09-12'].map(day))]),
      column(0.1, 0.5, 0.5, 1),
    );
  });

  it('is 0 before the period and 1 after it', () => {
    expect(timeProgress.call([...SEPTEMBER, day('2025-08-31')])).toBe(0);
    expect(timeProgress.call([...SEPTEMBER, day('2025-09-30')])).toBe(1);
  });

  it('counts by the calendar: October 2025 in China has 18 working days, two over on the 10th', () => {
    const october = [day('2025-10-01'), day('2025-10-31')] as const;
    expectSame(timeProgress.call([...october, day('2025-10-10'), CHINA_2025]), 2 / 18);
    expectSame(timeProgress.call([...october, day('2025-10-11'), CHINA_2025]), 3 / 18);
    expectSame(timeProgress.call([...october, day('2025-10-10'), null, 'all']), 10 / 31);
  });

  it('counts across the end of a year', () => {
    expectSame(timeProgress.call([day('2025-12-29'), day('2026-01-09'), day('2025-12-31')]), 0.3);
  });

  it('answers #DIV/0! for a period without a working day', () => {
    expectError(
      timeProgress.call([day('2025-09-06'), day('2025-09-07'), day('2025-09-06')]),
      '#DIV/0!',
      'no working day',
    );
  });

  it('asks for a date where there is none, and says when the end comes before the start', () => {
    expectError(timeProgress.call([...SEPTEMBER, null]), '#VALUE!', 'as_of', 'expected a date, the cell is blank');
    expectError(timeProgress.call([...SEPTEMBER]), '#VALUE!', 'as_of', 'missing');
    const rows = rowsOf(timeProgress.call([column(45901, 45915), 45914, 45905]));
    expectError(rows[1]?.[0], '#VALUE!', 'row 2', 'end (2025-09-14) is before start (2025-09-15)');
  });
});
