import { describe, expect, it } from 'vitest';
import { runRate } from '../../src/functions/runRate.ts';
import { column, rowsOf } from '../support/column.ts';
import { day } from '../support/days.ts';
import { expectError } from '../support/expectError.ts';
import { expectSame } from '../support/expectSame.ts';

const HALF = [day('2025-09-01'), day('2025-09-14'), day('2025-09-05')] as const;

describe('RUN_RATE(actual, start, end, as_of, [calendar], [week])', () => {
  it('answers what the period will bring at this rate', () => {
    expectSame(runRate.call([column(60000, 0, -10), ...HALF]), column(120000, 0, -20));
  });

  it('quadruples one of four equal parts', () => {
    expect(runRate.call([250000, day('2025-09-01'), day('2025-09-04'), day('2025-09-01'), null, 'all'])).toBe(1000000);
  });

  it('is what was reached once the period is over', () => {
    expect(runRate.call([60000, HALF[0], HALF[1], HALF[1]])).toBe(60000);
    expect(runRate.call([60000, HALF[0], HALF[1], HALF[1] + 40])).toBe(60000);
  });

  it('leaves blank what is not filled in', () => {
    expectSame(runRate.call([column(null, 1), ...HALF]), column(null, 2));
  });

  it('answers #DIV/0! before the first working day is over', () => {
    expectError(runRate.call([10, HALF[0], HALF[1], HALF[0] - 1]), '#DIV/0!', 'no working day has passed at as_of');
  });

  it('names the argument and the row of what does not fit', () => {
    expectError(rowsOf(runRate.call([column(1, true), ...HALF]))[1]?.[0], '#VALUE!', 'actual, row 2', 'true');
    expectError(runRate.call([1, 'May', HALF[1], HALF[2]]), '#VALUE!', 'start', 'found the text "May"');
  });
});
