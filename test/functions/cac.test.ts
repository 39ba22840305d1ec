import { describe, it } from 'vitest';
import { cac } from '../../src/functions/cac.ts';
import { expectError } from '../support/expectError.ts';
import { expectSame } from '../support/expectSame.ts';
import { itIsAShare } from '../support/itIsAShare.ts';

describe('CAC(spend, new_customers)', () => {
  it('answers spend by new customers', () => {
    expectSame(cac.call([60000, 24]), 2500);
    expectSame(cac.call([0, 8]), 0);
  });

  itIsAShare(cac, 'spend', 'new_customers');

  it('refuses a negative spend', () => {
    expectError(cac.call([-1, 10]), '#VALUE!', 'spend', 'expected 0 or more, found -1');
  });
});
