import { describe, it } from 'vitest';
import { winRate } from '../../src/functions/winRate.ts';
import { expectError } from '../support/expectError.ts';
import { expectSame } from '../support/expectSame.ts';
import { itIsAShare } from '../support/itIsAShare.ts';

describe('WIN_RATE(won, opportunities)', () => {
  it('answers won by opportunities', () => {
    expectSame(winRate.call([33, 150]), 0.22);
    expectSame(winRate.call([1438, 2249]), 1438 / 2249);
  });

  itIsAShare(winRate, 'won', 'opportunities');

  it('refuses a negative won', () => {
    expectError(winRate.call([-1, 10]), '#VALUE!', 'won', 'expected 0 or more, found -1');
  });
});
