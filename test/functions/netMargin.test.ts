import { describe, it } from 'vitest';
import { netMargin } from '../../src/functions/netMargin.ts';
import { expectSame } from '../support/expectSame.ts';
import { itIsAShare } from '../support/itIsAShare.ts';

describe('NET_MARGIN(net_profit, revenue)', () => {
  it('answers net profit by revenue', () => {
    expectSame(netMargin.call([120000, 800000]), 0.15);
    expectSame(netMargin.call([-50, 200]), -0.25);
  });

  itIsAShare(netMargin, 'net_profit', 'revenue');

  it('keeps the sign of a negative net profit', () => {
    expectSame(netMargin.call([-1, 8]), -0.125);
  });
});
