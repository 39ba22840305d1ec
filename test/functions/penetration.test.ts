import { describe, it } from 'vitest';
import { penetration } from '../../src/functions/penetration.ts';
import { expectError } from '../support/expectError.ts';
import { expectSame } from '../support/expectSame.ts';
import { itIsAShare } from '../support/itIsAShare.ts';

describe('PENETRATION(covered, targeted)', () => {
  it('answers covered by targeted', () => {
    expectSame(penetration.call([180, 600]), 0.3);
    expectSame(penetration.call([8, 8]), 1);
  });

  itIsAShare(penetration, 'covered', 'targeted');

  it('refuses a negative covered', () => {
    expectError(penetration.call([-1, 10]), '#VALUE!', 'covered', 'expected 0 or more, found -1');
  });
});
