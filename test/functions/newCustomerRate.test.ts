import { describe, it } from 'vitest';
import { newCustomerRate } from '../../src/functions/newCustomerRate.ts';
import { expectError } from '../support/expectError.ts';
import { expectSame } from '../support/expectSame.ts';
import { itIsAShare } from '../support/itIsAShare.ts';

describe('NEW_CUSTOMER_RATE(new, total)', () => {
  it('answers new by total', () => {
    expectSame(newCustomerRate.call([24, 120]), 0.2);
    expectSame(newCustomerRate.call([0, 8]), 0);
  });

  itIsAShare(newCustomerRate, 'new', 'total');

  it('refuses a negative new', () => {
    expectError(newCustomerRate.call([-1, 10]), '#VALUE!', 'new', 'expected 0 or more, found -1');
  });
});
