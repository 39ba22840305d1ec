import { describe, expect, it } from 'vitest';
import { commission } from '../../src/functions/commission.ts';
import { commissionByDeal } from '../../src/functions/commissionByDeal.ts';
import { credit } from '../../src/functions/credit.ts';
import { draw } from '../../src/functions/draw.ts';
import { payoutCurve } from '../../src/functions/payoutCurve.ts';
import { prorate } from '../../src/functions/prorate.ts';
import { serialOfIso } from '../../src/kernel/calendar.ts';
import { column, rowsOf } from '../support/column.ts';
import { expectSame } from '../support/expectSame.ts';

/** The kinds of plan that the field pays by, each with a year or a quarter reckoned by hand. */
describe('example plans', () => {
  // Earnest: tiers as multipliers of a base rate on quarterly attainment. https://sandbox.earnestcomp.com/help
  it('a quarter with accelerators: 10% to the quota of 250,000, 15% to 125%, 20% above', () => {
    const accelerators = [
      ['from', 'rate'],
      [0, 0.1],
      [1, 0.15],
      [1.25, 0.2],
    ];
    const quarter = (sales: number) => commission.call([sales, 250000, accelerators, 'marginal']);
    expect([200000, 250000, 300000, 350000].map(quarter)).toEqual([
      20000, 25000, 32500,
      // 25,000 + 62,500 × 15% + 37,500 × 20%.
      41875,
    ]);
  });

  // SimplyComp: "Apply Highest Rate", the catch-up is paid with the deal that reaches the tier (help article 24325209007639).
  it('a year that pays the highest rate reached on all sales, month by month', () => {
    const highest = [
      [0, 0.04],
      [1, 0.06],
    ];
    const months = [30000, 40000, 20000, 30000];
    const paid = months.map((sales, index) => {
      const before = months.slice(0, index).reduce((sum, month) => sum + month, 0);
      return commission.call([sales, 100000, highest, 'whole', undefined, undefined, before]);
    });
    // In April 120,000 are reached: 7,200 in all, of which 3,600 are paid already.
    expect(paid).toEqual([1200, 1600, 800, 3600]);
  });

  // Long-term and bonus plans: attainment → payout by breakpoints, nothing below the threshold (SEC exhibits; SCP-014).
  it('a bonus by objectives: 40% by sales along a curve, 60% by a project in steps, for half a quarter', () => {
    const curve = [
      [0.8, 0],
      [0.9, 0.5],
      [1, 1],
      [1.1, 2],
    ];
    const bonus = prorate.call([
      12000,
      serialOfIso('2026-01-01'),
      serialOfIso('2026-03-31'),
      serialOfIso('2026-02-16'),
    ]);
    expect(bonus).toBe(6000);
    const [sales, project] = [payoutCurve.call([1.04, curve]), payoutCurve.call([0.97, curve, 'step'])];
    expect([sales, project]).toEqual([1.4, 0.5]);
    expect(Number(bonus) * (0.4 * Number(sales) + 0.6 * Number(project))).toBeCloseTo(5160, 9);
  });

  // Oracle Fusion ICM: rates by a measure other than revenue. https://docs.oracle.com (facmi)
  it('pays for margin: 8% of what is left after cost, 12% from 50,000 on, and a loss is taken back', () => {
    const [revenue, cost] = [
      [90000, 40000, 10000],
      [60000, 15000, 16000],
    ];
    const margins = revenue.map((amount, index) => amount - (cost[index] ?? 0));
    const tiers = [
      [0, 0.08],
      [50000, 0.12],
    ];
    // 30,000, then 25,000 of which 5,000 are above, then a loss of 6,000 of which 5,000 come off the higher slice.
    expectSame(
      commissionByDeal.call([column(...margins), tiers, undefined, undefined, 'marginal']),
      column(2400, 2200, -680),
    );
  });

  // QuotaPath: one plan with a rate for each kind of revenue. https://help.quotapath.com
  it('pays new business and renewals by plans of their own in one table', () => {
    const plans = [
      ['plan', 'from', 'rate'],
      ['New', 0, 0.1],
      ['New', 1, 0.14],
      ['Renewal', 0, 0.02],
    ];
    const pay = (sales: number, target: number, plan: string) =>
      commission.call([sales, target, plans, 'marginal', undefined, undefined, undefined, undefined, plan]);
    expect([pay(120000, 100000, 'New'), pay(80000, 100000, 'renewal')]).toEqual([12800, 1600]);
  });

  // Optymyze: splits capped at 100% or over-allocated (double credit). https://optymyze.com
  it('a team’s pool of 2%: shared by contribution to the cent, presales on top', () => {
    const pool = commission.call([333333.33, undefined, [[0, 0.02]]]);
    expect(pool).toBe(6666.67);
    const contributions = [200000, 100000, 33333.33].map(sales => sales / 333333.33);
    const shares = rowsOf(credit.call([pool, column(...contributions)])).flat();
    expect(shares).toEqual([4000, 2000, 666.67]);
    expectSame(credit.call([pool, column(0.5, 0.5, 0.1)]), column(3333.34, 3333.34, 666.67));
  });

  // Xactly Incent: recoverable guarantee. https://helpcenter.xactlycorp.com
  it('a draw against commission over a year with refunds: what is drawn comes back, and no month is paid twice', () => {
    const sales = [10000, 0, 60000, 80000, -30000, 20000, 90000, 0, 40000, 50000, 10000, 60000];
    const tiers = [[0, 0.05]];
    const earned = sales.map((month, index) => {
      const before = sales.slice(0, index).reduce((sum, each) => sum + each, 0);
      return commission.call([month, undefined, tiers, 'marginal', undefined, undefined, before]);
    });
    expect(earned).toEqual([500, 0, 3000, 4000, -1500, 1000, 4500, 0, 2000, 2500, 500, 3000]);
    const rows = rowsOf(draw.call([column(...earned.map(Number)), 2000, 'recoverable-guarantee'])).slice(1);
    const [paid, owed] = [rows.map(row => Number(row[2])), rows.map(row => Number(row[3]))];
    expect(paid.every(amount => amount >= 2000)).toBe(true);
    const all = (list: readonly number[]): number => list.reduce((sum, amount) => sum + amount, 0);
    expect(all(paid)).toBe(all(earned.map(Number)) + (owed.at(-1) ?? 0));
  });
});
