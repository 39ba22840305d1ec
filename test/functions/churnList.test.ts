import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { churnList } from '../../src/functions/churnList.ts';
import { column } from '../support/column.ts';
import { errorCell } from '../support/errorCell.ts';
import { expectError } from '../support/expectError.ts';
import { expectSame } from '../support/expectSame.ts';

describe('CHURN_LIST(customers_before, customers_after)', () => {
  it('answers the share of the first list that is not in the second', () => {
    expect(churnList.call([column('A', 'B', 'C', 'D'), column('A', 'C', 'D', 'E')])).toBe(0.25);
    expect(churnList.call([column('A', 'B'), column('C')])).toBe(1);
  });

  it('counts a customer once, however often and however it is written', () => {
    expect(churnList.call([column('A', 'A', 'B'), column('b')])).toBe(0.5);
    expect(churnList.call([column('Ａcme  Ltd', 'B'), column(' ACME ltd')])).toBe(0.5);
    expect(churnList.call([column(1001, 1002), column('1001')])).toBe(0.5);
  });

  it('reads blanks and their tokens as nobody', () => {
    expect(churnList.call([column('A', null, '', 'N/A', '无', 'B'), column('A', null)])).toBe(0.5);
    expect(churnList.call([column('A'), column(null)])).toBe(1);
  });

  it('takes lists of different lengths, lying or standing', () => {
    expectSame(churnList.call([[['A', 'B', 'C']], column('A')]), 2 / 3);
  });

  it('adds up to 1 with the share that stayed, in any order of the rows', () => {
    const names = fc.array(fc.constantFrom('Ann', 'Ben', 'Cai', 'Dan', 'Eve', '王伟'), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(names, names, (before, after) => {
        const lost = churnList.call([column(...before), column(...after)]);
        const stayed = new Set(before.filter(name => after.includes(name))).size / new Set(before).size;
        expect(Number(lost) + stayed).toBeCloseTo(1, 12);
        expect(churnList.call([column(...[...before].reverse()), column(...[...after].sort())])).toBe(lost);
      }),
      { seed: 2025, numRuns: 500 },
    );
  });

  it('answers #N/A where the first list names nobody', () => {
    expectError(churnList.call([column(null, ''), column('A')]), '#N/A', 'customers_before names nobody');
  });

  it('names the list and the row of an error cell', () => {
    expectError(churnList.call([column('A'), column('A', errorCell('#REF!'))]), '#REF!', 'customers_after', 'row 2');
    expectError(churnList.call([column('A')]), '#VALUE!', 'customers_after', 'missing');
  });
});
