import { describe, expect, it } from 'vitest';
import { grossMargin } from '../../src/functions/grossMargin.ts';
import { column, rowsOf } from '../support/column.ts';
import { errorCell } from '../support/errorCell.ts';
import { expectError } from '../support/expectError.ts';
import { expectSame } from '../support/expectSame.ts';

describe('GROSS_MARGIN(revenue, cost)', () => {
  it('answers what is left of the revenue', () => {
    expect(grossMargin.call([800000, 600000])).toBe(0.25);
    expect(grossMargin.call([200, 250])).toBe(-0.25);
    expect(grossMargin.call([0.3, 0.1])).toBe(0.2 / 0.3);
  });

  it('leaves a row blank without revenue or without cost', () => {
    expectSame(grossMargin.call([column(100, null, 100), column(null, 50, 40)]), column(null, null, 0.6));
  });

  it('answers #DIV/0! without revenue', () => {
    expectError(grossMargin.call([0, 10]), '#DIV/0!', 'revenue is 0');
  });

  it('names the argument and the row of what is no amount', () => {
    expectError(grossMargin.call([100, -1]), '#VALUE!', 'cost', 'expected 0 or more, found -1');
    const rows = rowsOf(grossMargin.call([column(100, errorCell('#REF!')), column(1, 2)]));
    expectError(rows[1]?.[0], '#REF!', 'revenue', 'row 2', '#REF!');
  });
});
