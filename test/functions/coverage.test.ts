import { describe, expect, it } from 'vitest';
import { coverage } from '../../src/functions/coverage.ts';
import { column, rowsOf } from '../support/column.ts';
import { expectError } from '../support/expectError.ts';
import { expectSame } from '../support/expectSame.ts';

describe('COVERAGE(pipeline, target, [achieved])', () => {
  it('answers how many times the pipeline covers what is left', () => {
    expect(coverage.call([900000, 600000])).toBe(1.5);
    expect(coverage.call([900000, 500000, 200000])).toBe(3);
  });

  it('leaves a row blank without a pipeline; a blank achieved is nothing', () => {
    expectSame(coverage.call([column(null, 90), 30, column(1, null)]), column(null, 3));
  });

  it('answers #DIV/0! once nothing is left to achieve', () => {
    expectError(coverage.call([100, 50, 50]), '#DIV/0!', 'nothing is left to achieve: target is 50, achieved 50');
    expectError(coverage.call([100, 0.3, 0.1 + 0.2]), '#DIV/0!', 'nothing is left');
    expectError(coverage.call([100, 50, 60]), '#DIV/0!', 'achieved 60');
  });

  it('names the argument and the row of what is no amount', () => {
    const rows = rowsOf(coverage.call([column(1, 2), column(3, 'goal')]));
    expectError(rows[1]?.[0], '#VALUE!', 'target', 'row 2', '"goal"');
    expectError(coverage.call([-5, 3]), '#VALUE!', 'pipeline', 'expected 0 or more, found -5');
  });
});
