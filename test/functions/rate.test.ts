import { describe, it } from 'vitest';
import { rate } from '../../src/functions/rate.ts';
import { expectSame } from '../support/expectSame.ts';
import { itIsAShare } from '../support/itIsAShare.ts';

describe('RATE(part, whole)', () => {
  it('answers part by whole', () => {
    expectSame(rate.call([27, 30]), 0.9);
    expectSame(rate.call([0, 400]), 0);
  });

  itIsAShare(rate, 'part', 'whole');

  it('keeps the sign of a negative part', () => {
    expectSame(rate.call([-1, 8]), -0.125);
  });
});
