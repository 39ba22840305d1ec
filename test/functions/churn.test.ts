import { describe, expect, it } from 'vitest';
import { churn } from '../../src/functions/churn.ts';
import { expectError } from '../support/expectError.ts';
import { expectSame } from '../support/expectSame.ts';
import { itIsAShare } from '../support/itIsAShare.ts';

describe('CHURN(lost, at_start)', () => {
  it('answers lost by at_start', () => {
    expect(churn.call([20, 400])).toBe(0.05);
    expectSame(churn.call([1655, 3875]), 1655 / 3875);
    expect(churn.call([0, 10])).toBe(0);
  });

  itIsAShare(churn, 'lost', 'at_start');

  it('takes no negative counts', () => {
    expectError(churn.call([-1, 10]), '#VALUE!', 'lost', 'expected 0 or more, found -1');
    expectError(churn.call([1, -10]), '#VALUE!', 'at_start', 'expected 0 or more, found -10');
  });
});
