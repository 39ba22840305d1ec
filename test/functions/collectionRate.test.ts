import { describe, it } from 'vitest';
import { collectionRate } from '../../src/functions/collectionRate.ts';
import { expectSame } from '../support/expectSame.ts';
import { itIsAShare } from '../support/itIsAShare.ts';

describe('COLLECTION_RATE(collected, due)', () => {
  it('answers collected by due', () => {
    expectSame(collectionRate.call([450000, 500000]), 0.9);
    expectSame(collectionRate.call([130, 120]), 130 / 120);
  });

  itIsAShare(collectionRate, 'collected', 'due');

  it('keeps the sign of a negative collected', () => {
    expectSame(collectionRate.call([-1, 8]), -0.125);
  });
});
