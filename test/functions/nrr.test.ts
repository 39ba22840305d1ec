import { describe, expect, it } from 'vitest';
import { nrr } from '../../src/functions/nrr.ts';
import { column, rowsOf } from '../support/column.ts';
import { expectError } from '../support/expectError.ts';
import { expectSame } from '../support/expectSame.ts';

describe('NRR(start, churned, contraction, expansion)', () => {
  it('answers what the customers of the start bring now', () => {
    expect(nrr.call([100000, 10000, 5000, 15000])).toBe(1);
    expect(nrr.call([20000, 2000, 1000, 1000])).toBe(0.9);
    expect(nrr.call([100, 0, 0, 25])).toBe(1.25);
  });

  it('leaves a row blank without a start; blanks beside it count as 0', () => {
    expectSame(nrr.call([column(null, 80), 10, null, 20]), column(null, 1.125));
  });

  it('answers #DIV/0! without a start and refuses more losses than revenue', () => {
    expectError(nrr.call([0, 0, 0, 5]), '#DIV/0!', 'start is 0');
    expectError(nrr.call([100, 80, 30, 500]), '#VALUE!', 'more than the 100 at the start');
  });

  it('names the argument and the row of what is no amount', () => {
    expectError(rowsOf(nrr.call([column(1, 2), 0, 0, column(0, 'x')]))[1]?.[0], '#VALUE!', 'expansion', 'row 2', '"x"');
    expectError(nrr.call([100, 0, 0]), '#VALUE!', 'expansion', 'missing');
    expectError(nrr.call([100, 0, 0, -1]), '#VALUE!', 'expansion', 'expected 0 or more, found -1');
  });
});
