import { describe, it } from 'vitest';
import { roa } from '../../src/functions/roa.ts';
import { expectSame } from '../support/expectSame.ts';
import { itIsAShare } from '../support/itIsAShare.ts';

describe('ROA(net_income, assets)', () => {
  it('answers net income by assets', () => {
    expectSame(roa.call([120000, 1500000]), 0.08);
    expectSame(roa.call([-10, 400]), -0.025);
  });

  itIsAShare(roa, 'net_income', 'assets');

  it('keeps the sign of a negative net income', () => {
    expectSame(roa.call([-1, 8]), -0.125);
  });
});
