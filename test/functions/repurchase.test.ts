import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { repurchase } from '../../src/functions/repurchase.ts';
import { column } from '../support/column.ts';
import { errorCell } from '../support/errorCell.ts';
import { expectError } from '../support/expectError.ts';

describe('REPURCHASE(customers, [min_orders])', () => {
  it('answers the share of the customers who ordered again', () => {
    expect(repurchase.call([column('A', 'B', 'A', 'C', 'D')])).toBe(0.25);
    expect(repurchase.call([column('A', 'B')])).toBe(0);
    expect(repurchase.call([column('A', 'A', 'A', 'B', 'B'), 3])).toBe(0.5);
    expect(repurchase.call([column('A', 'B'), 1])).toBe(1);
  });

  it('takes spellings of one name and numbers as names', () => {
    expect(repurchase.call([column('Acme', ' ACME ', 'Ａｃｍｅ', 'Bell')])).toBe(0.5);
    expect(repurchase.call([column(1001, 1002, '1001')])).toBe(0.5);
  });

  it('skips blanks and their tokens', () => {
    expect(repurchase.call([column('A', null, 'A', '', '无', 'N/A', 'B')])).toBe(0.5);
  });

  it('does not depend on the order of the rows', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('A', 'b', 'B', 'C', 'd'), { minLength: 1, maxLength: 20 }), list => {
        expect(repurchase.call([column(...[...list].sort())])).toBe(repurchase.call([column(...list)]));
      }),
      { seed: 3 },
    );
  });

  it('answers #N/A without a customer', () => {
    expectError(repurchase.call([column(null, '-')]), '#N/A', 'customers names nobody');
  });

  it('names the argument and the row of what does not fit', () => {
    expectError(repurchase.call([column('A', errorCell('#N/A'))]), '#N/A', 'customers: row 2');
    expectError(repurchase.call([column('A'), 0]), '#VALUE!', 'min_orders', 'expected 1 or more, found 0');
    expectError(repurchase.call([column('A'), 1.5]), '#VALUE!', 'min_orders', 'whole number');
  });
});
