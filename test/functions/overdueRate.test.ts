import { describe, expect, it } from 'vitest';
import { overdueRate } from '../../src/functions/overdueRate.ts';
import { column } from '../support/column.ts';
import { expectError } from '../support/expectError.ts';

const due = column(100, 110, 120);

describe('OVERDUE_RATE(due_dates, amounts, paid, as_of)', () => {
  it('answers the share of what is owed that is past its date', () => {
    expect(overdueRate.call([due, column(100, 200, 300), column(40, 200, 120), 115])).toBe(0.25);
    expect(overdueRate.call([due, column(100, 200, 100), column(null, null, null), 115])).toBe(0.75);
  });

  it('does not call overdue what is due on the day', () => {
    expect(overdueRate.call([due, column(1, 1, 2), column(0, 0, 0), 110])).toBe(0.25);
    expect(overdueRate.call([due, column(1, 1, 2), column(0, 0, 0), 111])).toBe(0.5);
    expect(overdueRate.call([due, column(1, 1, 2), column(0, 0, 0), 100.5])).toBe(0);
  });

  it('does not set off what one customer paid too much against another', () => {
    expect(overdueRate.call([due, column(100, 100, 100), column(500, 0, 0), 115])).toBe(0.5);
  });

  it('skips blank amounts, and reads headers', () => {
    const rows = [column('Due', 100, null, 120), column('Amount', 30, null, 10), column('Paid', null, null, null)];
    expect(overdueRate.call([...rows, 115])).toBe(0.75);
  });

  it('answers #DIV/0! where nothing is owed', () => {
    expectError(overdueRate.call([column(100), column(50), column(50), 115]), '#DIV/0!', 'nothing is owed');
  });

  it('names the argument and the row of what does not fit', () => {
    expectError(
      overdueRate.call([column(1, null), column(5, 5), column(0, 0), 9]),
      '#VALUE!',
      'due_dates: row 2',
      'blank',
    );
    expectError(overdueRate.call([due, column(5, 'x', 5), column(0, 0, 0), 9]), '#VALUE!', 'amounts: row 2', '"x"');
    expectError(overdueRate.call([due, column(5, 5, 5), column(0, -1, 0), 9]), '#VALUE!', 'paid: row 2', 'found -1');
    expectError(overdueRate.call([due, column(5, 5, 5), column(0, 0, 0), null]), '#VALUE!', 'as_of', 'expected a date');
  });
});
