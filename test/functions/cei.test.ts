import { describe, expect, it } from 'vitest';
import { cei } from '../../src/functions/cei.ts';
import { column, rowsOf } from '../support/column.ts';
import { expectError } from '../support/expectError.ts';
import { expectSame } from '../support/expectSame.ts';

describe('CEI(beginning, sales, ending_total, ending_current)', () => {
  it('answers the share that was collected of what could be', () => {
    expectSame(cei.call([6200, 3630, 6340, 3590]), 0.559294872);
    expect(cei.call([100, 60, 60, 60])).toBe(1);
  });

  it('leaves a row blank whose end is not known yet', () => {
    expectSame(cei.call([column(100, 100), 60, column(60, null), 60]), column(1, null));
  });

  it('answers #DIV/0! where nothing could be collected', () => {
    expectError(cei.call([100, 60, 160, 160]), '#DIV/0!', 'beginning + sales − ending_current is 0');
  });

  it('names the argument and the row of what is no amount', () => {
    const rows = rowsOf(cei.call([column(100, 'x'), 60, column(60, 60), 60]));
    expect(rows[0]?.[0]).toBe(1);
    expectError(rows[1]?.[0], '#VALUE!', 'beginning', 'row 2', '"x"');
    expectError(cei.call([100, 60, 60]), '#VALUE!', 'ending_current', 'missing');
  });
});
