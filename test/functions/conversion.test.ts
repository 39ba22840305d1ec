import { describe, it } from 'vitest';
import { conversion } from '../../src/functions/conversion.ts';
import { expectError } from '../support/expectError.ts';
import { expectSame } from '../support/expectSame.ts';
import { itIsAShare } from '../support/itIsAShare.ts';

describe('CONVERSION(converted, total)', () => {
  it('answers converted by total', () => {
    expectSame(conversion.call([25, 200]), 0.125);
    expectSame(conversion.call([12, 12]), 1);
  });

  itIsAShare(conversion, 'converted', 'total');

  it('refuses a negative converted', () => {
    expectError(conversion.call([-1, 10]), '#VALUE!', 'converted', 'expected 0 or more, found -1');
  });
});
