import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { onTimeRate } from '../../src/functions/onTimeRate.ts';
import { column } from '../support/column.ts';
import { errorCell } from '../support/errorCell.ts';
import { expectError } from '../support/expectError.ts';
import { expectSame } from '../support/expectSame.ts';

const due = column(100, 110, 120);
const amounts = column(100, 200, 100);

describe('ON_TIME_RATE(due_dates, amounts, paid_dates, paid, [as_of])', () => {
  it('answers the share of the amount due that came in time', () => {
    expect(onTimeRate.call([due, amounts, column(95, 111, null), column(100, 200, null)])).toBe(0.25);
    expect(onTimeRate.call([due, amounts, column(100, 110, 120), column(100, 200, 100)])).toBe(1);
    expect(onTimeRate.call([due, amounts, column(null, null, null), column(null, 0, null)])).toBe(0);
  });

  it('takes the due date itself for in time, whatever the time of day', () => {
    expect(onTimeRate.call([column(100.2), column(50), column(100.9), column(50)])).toBe(1);
    expect(onTimeRate.call([column(100.9), column(50), column(101.1), column(50)])).toBe(0);
  });

  it('counts part payments, a row each, and no more than the amount', () => {
    expect(onTimeRate.call([column(100, 100), column(60, 40), column(98, 105), column(60, 40)])).toBe(0.6);
    expect(onTimeRate.call([column(100, 100), column(60, 40), column(98, 99), column(30, 400)])).toBe(0.7);
  });

  it('leaves out what is not due yet at as_of, though it is paid', () => {
    const paid = [column(95, null, 96), column(80, null, 100)];
    expect(onTimeRate.call([due, amounts, ...paid, 100])).toBe(0.8);
    expect(onTimeRate.call([due, amounts, ...paid, 109.9])).toBe(0.8);
    expectSame(onTimeRate.call([due, amounts, ...paid, 110]), 80 / 300);
    expect(onTimeRate.call([due, amounts, ...paid, null])).toBe(0.45);
  });

  it('skips rows without an amount, and reads headers', () => {
    const rows = [column('Due', 100, null, 120), column('Amount', 30, null, 10)];
    expect(onTimeRate.call([...rows, column('Paid on', 99, null, null), column('Paid', 30, null, null)])).toBe(0.75);
    expect(onTimeRate.call([...rows, column('Paid on', null, null, null), column('Paid', null, null, null)])).toBe(0);
  });

  it('is from 0 to 1, in any order of the rows, and never less with a later as_of of the due dates', () => {
    const instalment = fc.record({
      last: fc.integer({ min: 100, max: 130 }),
      amount: fc.integer({ min: 1, max: 1000 }),
      on: fc.integer({ min: 90, max: 140 }),
      paid: fc.integer({ min: 0, max: 1500 }),
    });
    fc.assert(
      fc.property(fc.array(instalment, { minLength: 1, maxLength: 15 }), list => {
        const rate = (rows: typeof list, days = 0) =>
          Number(
            onTimeRate.call([
              column(...rows.map(({ last }) => last + days)),
              column(...rows.map(({ amount }) => amount)),
              column(...rows.map(({ on }) => on)),
              column(...rows.map(({ paid }) => paid)),
            ]),
          );
        const found = rate(list);
        expect(found >= 0 && found <= 1).toBe(true);
        expect(rate([...list].reverse())).toBe(found);
        expect(rate(list, 5)).toBeGreaterThanOrEqual(found);
      }),
      { seed: 3 },
    );
  });

  it('answers #DIV/0! where nothing is due', () => {
    expectError(onTimeRate.call([due, column(0, 0, 0), due, amounts]), '#DIV/0!', 'nothing is due');
    expectError(onTimeRate.call([due, amounts, due, amounts, 99]), '#DIV/0!', 'nothing is due');
  });

  it('asks for the day of a payment, its sum, and what was due', () => {
    const none = column(null, null, null);
    expectError(onTimeRate.call([due, amounts, none, column(0, 5, 0)]), '#VALUE!', 'paid_dates: row 2', 'blank');
    expectError(
      onTimeRate.call([due, amounts, column(null, 9, null), none]),
      '#VALUE!',
      'paid: row 2',
      'beside the date',
    );
    expectError(onTimeRate.call([due, column(9, null, 9), due, amounts]), '#VALUE!', 'amounts: row 2', 'what was paid');
    expectError(
      onTimeRate.call([column(100, null, 120), amounts, due, amounts]),
      '#VALUE!',
      'due_dates: row 2',
      'blank',
    );
  });

  it('names the argument and the row of what does not fit', () => {
    expectError(onTimeRate.call([due, amounts, due, column(5, -1, 5)]), '#VALUE!', 'paid: row 2', 'found -1');
    expectError(onTimeRate.call([due, column(5, -1, 5), due, amounts]), '#VALUE!', 'amounts: row 2', 'found -1');
    expectError(onTimeRate.call([due, amounts, column(1, 'May', 3), amounts]), '#VALUE!', 'paid_dates: row 2', '"May"');
    expectError(onTimeRate.call([due, amounts, column(1, errorCell('#N/A'), 3), amounts]), '#N/A', 'paid_dates: row 2');
    expectError(onTimeRate.call([due, amounts, due, amounts, 'x']), '#VALUE!', 'as_of', '"x"');
    expectError(onTimeRate.call([due, amounts, due, column(1)]), '#VALUE!', 'due_dates is 3×1, paid is 1×1');
  });
});
