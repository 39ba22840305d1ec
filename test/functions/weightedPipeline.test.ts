import { describe, expect, it } from 'vitest';
import { weightedPipeline } from '../../src/functions/weightedPipeline.ts';
import { column } from '../support/column.ts';
import { expectError } from '../support/expectError.ts';

describe('WEIGHTED_PIPELINE(amounts, probabilities)', () => {
  it('answers the amounts by their probabilities', () => {
    expect(weightedPipeline.call([column(100000, 20000), column(0.8, 0.3)])).toBe(86000);
    expect(weightedPipeline.call([20000, 0.3])).toBe(6000);
    expect(weightedPipeline.call([column(0.1, 0.2), column(1, 1)])).toBe(0.3);
  });

  it('skips a row with a blank in it, and headers', () => {
    expect(weightedPipeline.call([column('Amount', 500, null, 300), column('Chance', 0.5, 0.9, null)])).toBe(250);
  });

  it('answers #N/A without a deal', () => {
    expectError(weightedPipeline.call([column(null, 5), column(0.5, null)]), '#N/A', 'no deal');
  });

  it('names the argument and the row of what does not fit', () => {
    expectError(
      weightedPipeline.call([column(1, 2), column(0.5, 50)]),
      '#VALUE!',
      'probabilities: row 2',
      'from 0 to 1',
    );
    expectError(weightedPipeline.call([column(1, 'x'), column(1, 1)]), '#VALUE!', 'amounts: row 2', '"x"');
    expectError(weightedPipeline.call([column(1, 2), column(1)]), '#VALUE!', 'amounts is 2×1, probabilities is 1×1');
    expectError(weightedPipeline.call([column('Amount', 2), column(0.5, 1)]), '#VALUE!', 'starts with a header');
  });
});
