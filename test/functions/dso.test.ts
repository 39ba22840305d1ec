import { describe, expect, it } from 'vitest';
import { dso } from '../../src/functions/dso.ts';
import { column, rowsOf } from '../support/column.ts';
import { expectError } from '../support/expectError.ts';
import { expectSame } from '../support/expectSame.ts';

describe('DSO(receivables, sales, days)', () => {
  it('answers how many days of sales are unpaid', () => {
    expect(dso.call([50000, 200000, 365])).toBe(91.25);
    expect(dso.call([850000, 10000000, 365])).toBe(31.025);
    expect(dso.call([100000, 1000000, 365])).toBe(36.5);
  });

  it('leaves a row blank without receivables', () => {
    expectSame(dso.call([column(300, null), 900, 90]), column(30, null));
  });

  it('answers 0 where nothing is owed and #DIV/0! where nothing was sold', () => {
    expect(dso.call([0, 900, 90])).toBe(0);
    expectError(dso.call([300, 0, 90]), '#DIV/0!', 'sales is 0');
  });

  it('names the argument and the row of what does not fit', () => {
    expectError(dso.call([300, 900, -90]), '#VALUE!', 'days', 'expected 0 or more, found -90');
    const rows = rowsOf(dso.call([column(300, 'open'), 900, 90]));
    expectError(rows[1]?.[0], '#VALUE!', 'receivables', 'row 2', '"open"');
  });
});
