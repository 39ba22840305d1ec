import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commission } from '../../src/functions/commission.ts';
import { commissionExplain } from '../../src/functions/commissionExplain.ts';
import { decimal } from '../../src/kernel/decimal.ts';
import { column, rowsOf } from '../support/column.ts';
import { expectError } from '../support/expectError.ts';
import { expectSame } from '../support/expectSame.ts';
import { asTable, plans } from '../support/plans.ts';

const PLAN = [
  [0.8, 0.015, 0],
  [1, 0.02, 1000],
  [1.2, 0.03, 3000],
];

describe('COMMISSION_EXPLAIN(sales, target, tiers, [mode], [cap], [floor], [prior_sales], [decimals], [language])', () => {
  it('shows a row a tier, the bonus and the total', () => {
    expectSame(commissionExplain.call([960000, 800000, PLAN, 'marginal', null, null, null, null, 'en']), [
      ['Tier', 'From', 'To', 'Sales in it', 'Rate', 'Pay'],
      [1, 640000, 800000, 160000, 0.015, 2400],
      [2, 800000, 960000, 160000, 0.02, 3200],
      [3, 960000, null, 0, 0.03, 0],
      ['Bonus', null, null, null, null, 3000],
      ['Total', null, null, null, null, 8600],
    ]);
  });

  it('shows what was paid before, and cap or floor where they act', () => {
    const rows = rowsOf(commissionExplain.call([960000, 800000, PLAN, 'whole', 20000, 0, 700000, 2, 'zh']));
    expect(rows.slice(-3).map(([name, , , , , pay]) => [name, pay])).toEqual([
      ['前期已计', -10500],
      ['封顶', -22300],
      ['合计', 20000],
    ]);
    const lifted = rowsOf(commissionExplain.call([100, 800000, PLAN, 'whole', null, 500, null, null, 'en']));
    expect(lifted.slice(-2).map(([name, , , , , pay]) => [name, pay])).toEqual([
      ['Floor', 500],
      ['Total', 500],
    ]);
  });

  it('shows the rounding, so that the lines add up', () => {
    const rows = rowsOf(commissionExplain.call([0.285, undefined, [[0, 1]], 'whole', null, null, null, 2, 'en']));
    expect(rows.slice(1).map(([name, , , , , pay]) => [name, pay])).toEqual([
      [1, 0.285],
      ['Rounding', 0.005],
      ['Total', 0.29],
    ]);
  });

  it('ends in COMMISSION to the cent, and its lines add up to it, for random plans', () => {
    const money = fc.integer({ min: 0, max: 30_000_000 }).map(cents => cents / 100);
    const limit = fc.option(fc.integer({ min: 0, max: 20_000 }), { nil: undefined });
    const modes = fc.constantFrom('whole', 'marginal');
    const plan = plans({ rising: false, bonuses: true });
    fc.assert(
      fc.property(plan, money, money, limit, limit, modes, (random, sales, prior, cap, floor, mode) => {
        fc.pre(cap === undefined || floor === undefined || cap >= floor);
        const args = [sales, undefined, asTable(random), mode, cap, floor, prior];
        const lines = rowsOf(commissionExplain.call(args)).slice(1);
        const total = Number(lines[lines.length - 1]?.[5]);
        expect(total).toBe(commission.call(args));
        const sum = lines.slice(0, -1).reduce((all, line) => all.plus(decimal(Number(line[5]))), decimal(0));
        expect(Number(sum)).toBe(total);
      }),
      { seed: 2025, numRuns: 1000 },
    );
  });

  it('leaves blank what is not filled in, as COMMISSION does', () => {
    expect(commissionExplain.call([null, 800000, PLAN, 'whole', null, 500])).toBeNull();
  });

  it('heads its columns in both languages unless it is told one', () => {
    const [heading] = rowsOf(commissionExplain.call([1, 1, PLAN]));
    expect(heading).toEqual(['Tier 档位', 'From 起', 'To 止', 'Sales in it 档内销售额', 'Rate 比例', 'Pay 提成']);
  });

  it('explains one payout at a time, and names what does not fit', () => {
    expectError(
      commissionExplain.call([column(1, 2), 1, PLAN]),
      '#VALUE!',
      'sales',
      'a single cell, found a range of 2×1',
    );
    expectError(commissionExplain.call([1, 1, [[0.8, 20]]]), '#VALUE!', 'tiers: row 1', 'rate 20 is above 1');
    expectError(commissionExplain.call([1, 0, PLAN]), '#DIV/0!', 'target is 0');
  });
});
