import { describe, it } from 'vitest';
import { costRatio } from '../../src/functions/costRatio.ts';
import { expectError } from '../support/expectError.ts';
import { expectSame } from '../support/expectSame.ts';
import { itIsAShare } from '../support/itIsAShare.ts';

describe('COST_RATIO(selling_cost, sales)', () => {
  it('answers selling cost by sales', () => {
    expectSame(costRatio.call([90000, 1000000]), 0.09);
    expectSame(costRatio.call([0, 60]), 0);
  });

  itIsAShare(costRatio, 'selling_cost', 'sales');

  it('refuses a negative selling cost', () => {
    expectError(costRatio.call([-1, 10]), '#VALUE!', 'selling_cost', 'expected 0 or more, found -1');
  });
});
