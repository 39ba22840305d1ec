import { describe, it } from 'vitest';
import { marketShare } from '../../src/functions/marketShare.ts';
import { expectError } from '../support/expectError.ts';
import { expectSame } from '../support/expectSame.ts';
import { itIsAShare } from '../support/itIsAShare.ts';

describe('MARKET_SHARE(own_sales, industry_sales)', () => {
  it('answers own sales by industry sales', () => {
    expectSame(marketShare.call([200000, 1000000]), 0.2);
    expectSame(marketShare.call([0, 600]), 0);
  });

  itIsAShare(marketShare, 'own_sales', 'industry_sales');

  it('refuses a negative own sales', () => {
    expectError(marketShare.call([-1, 10]), '#VALUE!', 'own_sales', 'expected 0 or more, found -1');
  });
});
