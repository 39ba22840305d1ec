import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { prorate } from '../../src/functions/prorate.ts';
import { serialOfIso } from '../../src/kernel/calendar.ts';
import { column } from '../support/column.ts';
import { expectError } from '../support/expectError.ts';
import { expectSame } from '../support/expectSame.ts';

const day = serialOfIso;
const QUARTER = [day('2026-01-01'), day('2026-03-31')] as const;

describe('PRORATE(amount, start, end, [from], [to], [calendar], [week])', () => {
  it('takes the working days that somebody was there', () => {
    expect(prorate.call([100000, ...QUARTER, day('2026-02-16'), null])).toBe(50000);
    expect(prorate.call([64000, ...QUARTER, undefined, day('2026-01-31')])).toBe(22000);
    expect(prorate.call([100000, ...QUARTER])).toBe(100000);
  });

  it('counts holidays and the days worked for them', () => {
    const calendar = [
      [day('2026-01-01'), '休'],
      [day('2026-01-04'), '班'],
    ];
    const week = [day('2026-01-01'), day('2026-01-07')] as const;
    // Friday, Sunday, Monday, Tuesday, Wednesday.
    expect(prorate.call([500, ...week, day('2026-01-04'), null, calendar])).toBe(400);
    expect(prorate.call([600, ...week, day('2026-01-03'), day('2026-01-05'), undefined, '单休'])).toBe(200);
  });

  it('is 0 where nobody was there, and the whole where somebody was there longer', () => {
    expect(prorate.call([1, ...QUARTER, day('2026-04-01')])).toBe(0);
    expect(prorate.call([1, ...QUARTER, undefined, day('2025-12-31')])).toBe(0);
    expect(prorate.call([7, ...QUARTER, day('2020-01-01'), day('2030-01-01')])).toBe(7);
    expect(prorate.call([1, ...QUARTER, day('2026-01-03'), day('2026-01-04')])).toBe(0);
  });

  it('works row by row, and keeps blanks blank', () => {
    const from = column(day('2026-02-16'), null, day('2026-02-16'));
    expectSame(prorate.call([column(100000, 80000, null), ...QUARTER, from]), column(50000, 80000, null));
  });

  it('adds up over the parts of a period', () => {
    const length = QUARTER[1] - QUARTER[0];
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e9 }), fc.integer({ min: 0, max: length - 1 }), (amount, days) => {
        const [first, rest] = [
          prorate.call([amount, ...QUARTER, undefined, QUARTER[0] + days]),
          prorate.call([amount, ...QUARTER, QUARTER[0] + days + 1]),
        ];
        expect(Number(first) + Number(rest)).toBeCloseTo(amount, 5);
      }),
      { seed: 3, numRuns: 200 },
    );
  });

  it('says what is wrong', () => {
    expectError(prorate.call([1, QUARTER[1], QUARTER[0]]), '#VALUE!', 'end', '2026-01-01');
    expectError(prorate.call([1, ...QUARTER, QUARTER[1], QUARTER[0]]), '#VALUE!', 'to (2026-01-01)', 'from');
    expectError(prorate.call([1, day('2026-01-03'), day('2026-01-04')]), '#DIV/0!', 'working day');
    expectError(prorate.call(['x', ...QUARTER]), '#VALUE!', 'amount');
    expectError(prorate.call([1, ...QUARTER, 'x']), '#VALUE!', 'from', 'date');
  });
});
