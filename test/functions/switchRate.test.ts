import { describe, it } from 'vitest';
import { switchRate } from '../../src/functions/switchRate.ts';
import { expectError } from '../support/expectError.ts';
import { expectSame } from '../support/expectSame.ts';
import { itIsAShare } from '../support/itIsAShare.ts';

describe('SWITCH_RATE(won_from_competitors, competitor_customers)', () => {
  it('answers won from competitors by competitor customers', () => {
    expectSame(switchRate.call([9, 60]), 0.15);
    expectSame(switchRate.call([0, 60]), 0);
  });

  itIsAShare(switchRate, 'won_from_competitors', 'competitor_customers');

  it('refuses a negative won from competitors', () => {
    expectError(switchRate.call([-1, 10]), '#VALUE!', 'won_from_competitors', 'expected 0 or more, found -1');
  });
});
