import { describe, expect, it } from 'vitest';
import { salesVelocity } from '../../src/functions/salesVelocity.ts';
import { column, rowsOf } from '../support/column.ts';
import { expectError } from '../support/expectError.ts';
import { expectSame } from '../support/expectSame.ts';

describe('SALES_VELOCITY(opportunities, win_rate, average_deal, cycle_days)', () => {
  it('answers what the pipeline brings in a day', () => {
    expect(salesVelocity.call([40, 0.25, 30000, 60])).toBe(5000);
    expectSame(salesVelocity.call([50, 0.25, 50000, 45]), 13888.8888889);
  });

  it('leaves a row blank without opportunities', () => {
    expectSame(salesVelocity.call([column(40, null), 0.25, 30000, 60]), column(5000, null));
  });

  it('answers 0 where nothing is won', () => {
    expect(salesVelocity.call([40, 0, 30000, 60])).toBe(0);
  });

  it('answers #DIV/0! for a cycle of no days', () => {
    expectError(salesVelocity.call([40, 0.25, 30000, 0]), '#DIV/0!', 'cycle_days is 0');
  });

  it('names the argument and the row of what does not fit', () => {
    expectError(salesVelocity.call([40, 25, 30000, 60]), '#VALUE!', 'win_rate', 'from 0 to 1, found 25');
    const rows = rowsOf(salesVelocity.call([column(40, 'x'), 0.25, 30000, 60]));
    expectError(rows[1]?.[0], '#VALUE!', 'opportunities', 'row 2', '"x"');
    expectError(salesVelocity.call([40, 0.25, 30000, -1]), '#VALUE!', 'cycle_days', '0 or more');
  });
});
