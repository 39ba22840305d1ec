import { describe, expect, it } from 'vitest';
import { fullPriceShare } from '../../src/functions/fullPriceShare.ts';
import { column } from '../support/column.ts';
import { expectError } from '../support/expectError.ts';

describe('FULL_PRICE_SHARE(list, net)', () => {
  it('answers the share of the value sold at list price or above', () => {
    expect(fullPriceShare.call([column(100, 100, 50), column(100, 75, 25)])).toBe(0.5);
    expect(fullPriceShare.call([column(100, 100), column(110, 90)])).toBe(0.55);
    expect(fullPriceShare.call([column(0.3), column(0.1 + 0.2)])).toBe(1);
  });

  it('skips sales that are not filled in, and reads headers', () => {
    expect(fullPriceShare.call([column('List', 10, 10, null), column('Net', 10, null, null)])).toBe(1);
  });

  it('answers #N/A without a sale and #DIV/0! where all was given away', () => {
    expectError(fullPriceShare.call([column(10), column(null)]), '#N/A', 'no sale');
    expectError(fullPriceShare.call([column(10), column(0)]), '#DIV/0!', 'net adds up to 0');
  });

  it('names the argument and the row of what does not fit', () => {
    expectError(fullPriceShare.call([column(10, null), column(9, 9)]), '#VALUE!', 'list: row 2', 'blank');
    expectError(fullPriceShare.call([column(10, 10), column(9, 'x')]), '#VALUE!', 'net: row 2', '"x"');
    expectError(fullPriceShare.call([column(10, 10), column(9, -9)]), '#VALUE!', 'net: row 2', '0 or more, found -9');
  });
});
