import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { grr } from '../../src/functions/grr.ts';
import { column, rowsOf } from '../support/column.ts';
import { expectError } from '../support/expectError.ts';
import { expectSame } from '../support/expectSame.ts';

describe('GRR(start, churned, contraction)', () => {
  it('answers the share of the revenue that is kept', () => {
    expect(grr.call([10000, 1000, 500])).toBe(0.85);
    expect(grr.call([100000, 5000, 0])).toBe(0.95);
    expect(grr.call([100, 100, 0])).toBe(0);
  });

  it('leaves a row blank without a start; no loss counts as 0', () => {
    expectSame(grr.call([column(null, 80), 10, null]), column(null, 0.875));
  });

  it('is never above 1 nor below 0, whatever is lost', () => {
    const amount = fc.double({ min: 0, max: 1e9, noNaN: true });
    fc.assert(
      fc.property(amount, amount, amount, (start, churned, contraction) => {
        const kept = grr.call([start, churned, contraction]);
        if (typeof kept !== 'number') return churned + contraction > start || start === 0;
        return kept >= 0 && kept <= 1;
      }),
      { seed: 3 },
    );
  });

  it('refuses more losses than there was revenue', () => {
    expectError(grr.call([100, 80, 30]), '#VALUE!', 'churned and contraction add up to 110, more than the 100');
  });

  it('answers #DIV/0! without a start, and names the argument of a negative loss', () => {
    expectError(grr.call([0, 0, 0]), '#DIV/0!', 'start is 0');
    expectError(grr.call([100, -1, 0]), '#VALUE!', 'churned', 'expected 0 or more, found -1');
    expectError(rowsOf(grr.call([column(1, 2), 0, column(0, 'x')]))[1]?.[0], '#VALUE!', 'contraction', 'row 2', '"x"');
  });
});
