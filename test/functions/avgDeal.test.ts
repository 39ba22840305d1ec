import { describe, it } from 'vitest';
import { avgDeal } from '../../src/functions/avgDeal.ts';
import { expectSame } from '../support/expectSame.ts';
import { itIsAShare } from '../support/itIsAShare.ts';

describe('AVG_DEAL(amount, deals)', () => {
  it('answers amount by deals', () => {
    expectSame(avgDeal.call([1040000, 20]), 52000);
    expectSame(avgDeal.call([-300, 3]), -100);
  });

  itIsAShare(avgDeal, 'amount', 'deals');

  it('keeps the sign of a negative amount', () => {
    expectSame(avgDeal.call([-1, 8]), -0.125);
  });
});
