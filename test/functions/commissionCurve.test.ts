import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commission } from '../../src/functions/commission.ts';
import { commissionCurve } from '../../src/functions/commissionCurve.ts';
import { rowsOf } from '../support/column.ts';
import { expectError } from '../support/expectError.ts';
import { expectSame } from '../support/expectSame.ts';

const TIERS = [
  [0, 0.05],
  [0.5, 0.08],
  [1, 0.12],
];
const rows = (...args: Parameters<typeof commissionCurve.call>[0]) => rowsOf(commissionCurve.call(args)).slice(1);

describe('COMMISSION_CURVE(target, tiers, [mode], [from], [to], [step], [language])', () => {
  it('pays along the way, with the rate on all sales and on the next step', () => {
    expectSame(rows(100000, TIERS, 'marginal', 0.4, 1, 0.3), [
      [0.4, 40000, 2000, 0.05, 2100 / 30000],
      [0.7, 70000, 4100, 4100 / 70000, 2400 / 30000],
      [1, 100000, 6500, 0.065, 0.12],
    ]);
  });

  it('shows that a whole tier jumps at its edge', () => {
    expectSame(rows(1000, TIERS, 'whole', 0.4, 0.5, 0.1), [
      [0.4, 400, 20, 0.05, 0.2],
      [0.5, 500, 40, 0.08, 0.08],
    ]);
  });

  it('has eleven rows from 50% to 150% by itself, and no rate where nothing is sold', () => {
    expect(rows(1000, TIERS).map(([share]) => share)).toEqual([0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.1, 1.2, 1.3, 1.4, 1.5]);
    expectSame(rows(1000, TIERS, 'whole', 0, 0), [[0, 0, 0, null, 0.05]]);
  });

  it('takes tiers that begin at amounts', () => {
    expectSame(rows(1000, [[500, 0.1]], 'whole', 0.4, 0.5, 0.1), [
      [0.4, 400, 0, 0, 0.5],
      [0.5, 500, 50, 0.1, 0.1],
    ]);
  });

  it('pays what COMMISSION pays, at every point', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), fc.constantFrom('whole', 'marginal'), (target, mode) => {
        for (const [, sales, pay] of rows(target, TIERS, mode))
          expect(pay).toBe(commission.call([sales, target, TIERS, mode]));
      }),
      { seed: 2, numRuns: 100 },
    );
  });

  it('is blank without a target, and says what is wrong', () => {
    expect(commissionCurve.call([null, TIERS])).toBeNull();
    expectError(commissionCurve.call([0, TIERS]), '#VALUE!', 'target');
    expectError(commissionCurve.call([1, TIERS, 'whole', 1, 0.5]), '#VALUE!', 'below from');
    expectError(commissionCurve.call([1, TIERS, 'whole', 0, 1, 0.0001]), '#VALUE!', '1000 rows');
    expectError(commissionCurve.call([1, TIERS, 'whole', 50]), '#VALUE!', 'from');
    expectError(commissionCurve.call([1, [[0, 2]]]), '#VALUE!', 'tiers', 'rate');
  });
});
