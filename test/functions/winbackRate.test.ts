import { describe, it } from 'vitest';
import { winbackRate } from '../../src/functions/winbackRate.ts';
import { expectError } from '../support/expectError.ts';
import { expectSame } from '../support/expectSame.ts';
import { itIsAShare } from '../support/itIsAShare.ts';

describe('WINBACK_RATE(won_back, lost)', () => {
  it('answers won back by lost', () => {
    expectSame(winbackRate.call([6, 48]), 0.125);
    expectSame(winbackRate.call([10, 10]), 1);
  });

  itIsAShare(winbackRate, 'won_back', 'lost');

  it('refuses a negative won back', () => {
    expectError(winbackRate.call([-1, 10]), '#VALUE!', 'won_back', 'expected 0 or more, found -1');
  });
});
