import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commission } from '../../src/functions/commission.ts';
import { commissionNext } from '../../src/functions/commissionNext.ts';
import { rowsOf } from '../support/column.ts';
import { expectError } from '../support/expectError.ts';
import { expectSame } from '../support/expectSame.ts';

const plan = [
  ['from', 'rate', 'bonus', 'label'],
  [0.8, 0.015, 0, 'Bronze'],
  [1, 0.02, 1000, 'Silver'],
  [1.2, 0.03, 3000, 'Gold'],
];
const nextOf = (...args: Parameters<typeof commissionNext.call>) => rowsOf(commissionNext.call(...args))[1] ?? [];

describe('COMMISSION_NEXT(sales, target, tiers, [mode], [step], [language])', () => {
  it('answers the next tier, what is missing, the pay now and there', () => {
    expectSame(commissionNext.call([700000, 800000, plan, 'whole', 100000, 'en']), [
      ['Next tier', 'Still to sell', 'Commission now', 'Commission at tier', 'Commission on next sale'],
      ['Silver', 100000, 10500, 17000, 6500],
    ]);
    expectSame([nextOf([450000, 800000, plan])], [['Bronze', 190000, 0, 9600, null]]);
  });

  it('is in the upper tier on an edge', () => {
    expectSame([nextOf([800000, 800000, plan])], [['Gold', 160000, 17000, 31800, null]]);
  });

  it('goes slice by slice, on amounts where there is no target', () => {
    const tiers = [
      [0, 0.04],
      [150000, 0.06],
    ];
    expectSame([nextOf([145000, undefined, tiers, 'marginal', 20000])], [[2, 5000, 5800, 6000, 1100]]);
  });

  it('says so on the highest tier', () => {
    expectSame([nextOf([2e6, 800000, plan, 'whole', 100, 'en'])], [['top tier reached', null, 63000, null, 3]]);
  });

  it('reaches the tier with exactly what is missing', () => {
    const tiers = fc.uniqueArray(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(
        tiers,
        fc.integer({ min: 0, max: 3e6 }),
        fc.constantFrom('whole', 'marginal'),
        (edges, cents, mode) => {
          const table = edges.map((edge, index) => [edge / 100, 0.01 + index / 100]);
          const sales = cents / 100;
          const [, missing, now, there] = nextOf([sales, 4321.09, table, mode]);
          expect(now).toBe(commission.call([sales, 4321.09, table, mode]));
          if (missing === null) return;
          expect(there).toBe(
            commission.call([Number((sales + Number(missing)).toPrecision(15)), 4321.09, table, mode]),
          );
        },
      ),
      { seed: 3 },
    );
  });

  it('answers a blank for blank sales', () => {
    expect(commissionNext.call([null, 800000, plan])).toBeNull();
  });

  it('names the argument of what does not fit', () => {
    expectError(commissionNext.call([1, 0, plan]), '#DIV/0!', 'target is 0');
    expectError(commissionNext.call([1, 800000, [[0.8, 20]]]), '#VALUE!', 'tiers: row 1', 'rate 20 is above 1');
    expectError(commissionNext.call([1, 800000, plan, 'whole', -5]), '#VALUE!', 'step', 'found -5');
    expectError(commissionNext.call(['x', 800000, plan]), '#VALUE!', 'sales', '"x"');
  });
});
