import { describe, it } from 'vitest';
import { qualifiedRate } from '../../src/functions/qualifiedRate.ts';
import { expectError } from '../support/expectError.ts';
import { expectSame } from '../support/expectSame.ts';
import { itIsAShare } from '../support/itIsAShare.ts';

describe('QUALIFIED_RATE(qualified, leads)', () => {
  it('answers qualified by leads', () => {
    expectSame(qualifiedRate.call([12, 48]), 0.25);
    expectSame(qualifiedRate.call([0, 48]), 0);
  });

  itIsAShare(qualifiedRate, 'qualified', 'leads');

  it('refuses a negative qualified', () => {
    expectError(qualifiedRate.call([-1, 10]), '#VALUE!', 'qualified', 'expected 0 or more, found -1');
  });
});
