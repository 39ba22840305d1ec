import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pareto } from '../../src/functions/pareto.ts';
import { column, rowsOf } from '../support/column.ts';
import { expectError } from '../support/expectError.ts';
import { expectSame } from '../support/expectSame.ts';

const names = column('Ann', 'Ben', 'Cai', 'Dan');

describe('PARETO(names, values, [a], [b], [language])', () => {
  it('answers shares from the largest down, and their classes', () => {
    expectSame(pareto.call([names, column(15, 50, 5, 30), 0.8, 0.95, 'en']), [
      ['Name', 'Value', 'Share', 'Cumulative share', 'Class'],
      ['Ben', 50, 0.5, 0.5, 'A'],
      ['Dan', 30, 0.3, 0.8, 'A'],
      ['Ann', 15, 0.15, 0.95, 'B'],
      ['Cai', 5, 0.05, 1, 'C'],
    ]);
  });

  it('calls the largest A even where it is above the cut alone', () => {
    const rows = rowsOf(pareto.call([names, column(90, 6, 3, 1)]));
    expect(rows.slice(1).map(row => row[4])).toEqual(['A', 'C', 'C', 'C']);
  });

  it('takes other cuts', () => {
    const rows = rowsOf(pareto.call([names, column(40, 30, 20, 10), 0.4, 0.7]));
    expect(rows.slice(1).map(row => row[4])).toEqual(['A', 'B', 'C', 'C']);
  });

  it('adds up rows of one name, keeps returns, skips blanks', () => {
    const rows = rowsOf(pareto.call([column('Ann', 'Ben', 'ann', 'Cai', null), column(60, 30, 30, -20, null)]));
    expectSame(rows.slice(1), [
      ['Ann', 90, 0.9, 0.9, 'A'],
      ['Ben', 30, 0.3, 1.2, 'C'],
      ['Cai', -20, -0.2, 1, 'C'],
    ]);
  });

  it('has shares that add up to 1, the last cumulative one exactly, in any order of the rows', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 1e6 }), { minLength: 1, maxLength: 20 }), list => {
        const table = (order: readonly number[]) =>
          rowsOf(pareto.call([column(...order.map(value => `N${value}`)), column(...order)])).slice(1);
        const rows = table(list);
        expect(rows.reduce((sum, row) => sum + Number(row[2]), 0)).toBeCloseTo(1, 12);
        expect(rows[rows.length - 1]?.[3]).toBe(1);
        expectSame(table([...list].reverse()), rows);
      }),
      { seed: 3 },
    );
  });

  it('answers #DIV/0! for a total of 0 and refuses a negative one', () => {
    expectError(pareto.call([column('A', 'B'), column(5, -5)]), '#DIV/0!', 'add up to 0');
    expectError(pareto.call([column('A'), column(-5)]), '#VALUE!', 'the values add up to -5, less than 0');
    expectError(pareto.call([column('A'), column(null)]), '#N/A', 'nothing to show');
  });

  it('names the argument and the row of what does not fit', () => {
    expectError(pareto.call([column('A', 'B'), column(1, 'x')]), '#VALUE!', 'values: row 2', '"x"');
    expectError(pareto.call([column('A', null), column(1, 2)]), '#VALUE!', 'names: row 2', 'expected a name');
    expectError(pareto.call([names, column(1, 2, 3, 4), 0.9, 0.8]), '#VALUE!', 'a (0.9) is above b (0.8)');
    expectError(pareto.call([names, column(1, 2, 3, 4), 80]), '#VALUE!', 'a', 'from 0 to 1, found 80');
  });
});
