import { describe, expect, it } from 'vitest';
import { retention } from '../../src/functions/retention.ts';
import { column, rowsOf } from '../support/column.ts';
import { expectError } from '../support/expectError.ts';
import { expectSame } from '../support/expectSame.ts';

describe('RETENTION(at_start, at_end, [new])', () => {
  it('answers those who stayed by those at the start', () => {
    expect(retention.call([200, 180, 30])).toBe(0.75);
    expect(retention.call([100, 90])).toBe(0.9);
  });

  it('goes down the rows, with a blank new as 0, and leaves blank what is not filled in', () => {
    expectSame(
      retention.call([column(100, 100, 100), column(90, 95, null), column(null, 5, 5)]),
      column(0.9, 0.9, null),
    );
    expect(retention.call(['x', null])).toBeNull();
  });

  it('answers #DIV/0! without customers at the start', () => {
    expectError(retention.call([0, 5]), '#DIV/0!', 'at_start is 0');
  });

  it('names the argument and the row of what does not fit', () => {
    expectError(rowsOf(retention.call([column(1, -1), 1]))[1]?.[0], '#VALUE!', 'at_start, row 2', 'found -1');
    expectError(retention.call([100, 'many']), '#VALUE!', 'at_end', '"many"');
    expectError(retention.call([100, 90, -5]), '#VALUE!', 'new', 'expected 0 or more, found -5');
  });
});
