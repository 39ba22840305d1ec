import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commission } from '../../src/functions/commission.ts';
import { commissionByDeal } from '../../src/functions/commissionByDeal.ts';
import { type Argument, type Cell, CellError } from '../../src/kernel/cell.ts';
import { column, rowsOf } from '../support/column.ts';
import { expectError } from '../support/expectError.ts';
import { expectSame } from '../support/expectSame.ts';

const PLAN = [
  [0, 0.05],
  [0.5, 0.08],
  [1, 0.12],
];
const SALES = column(30000, 20000, 40000, 50000, 90000, -20000);
const PEOPLE = column('Ann', 'Ben', 'Ann', 'Ann', 'Ben', 'Ann');
const TARGETS = column(100000, 80000, 100000, 100000, 80000, 100000);
const cell = (result: ReturnType<typeof commissionByDeal.call>, row: number): Cell | undefined =>
  rowsOf(result)[row]?.[0];

describe('COMMISSION_BY_DEAL(sales, tiers, [groups], [target], [mode], [prior_sales], [cap], [floor], [decimals], [plan])', () => {
  it('tells what each deal adds, slice by slice and at the rate of the tier reached', () => {
    const by = (mode: string) => commissionByDeal.call([SALES, PLAN, PEOPLE, TARGETS, mode]);
    expectSame(by('marginal'), column(1500, 1000, 2600, 4800, 7800, -2400));
    expectSame(by('whole'), column(1500, 1000, 4100, 8800, 12200, -2400));
    expect(commission.call([100000, 100000, PLAN, 'marginal'])).toBe(6500);
    expect(commission.call([110000, 80000, PLAN, 'whole'])).toBe(13200);
  });

  it('takes all deals for one group where none is given, and groups by all columns', () => {
    expectSame(
      commissionByDeal.call([column(100, null, 100), [[0, 0.1]], undefined, undefined, undefined, undefined, 15]),
      column(10, null, 5),
    );
    const months = [
      ['Ann', 45292],
      ['ann ', 45292],
      ['Ann', 45323],
    ];
    const tiers = [
      [0, 0.1],
      [150, 0.2],
    ];
    expectSame(commissionByDeal.call([column(100, 100, 100), tiers, months]), column(10, 30, 10));
  });

  it('goes on from what was sold before, and pays the floor with the first deal', () => {
    const tiers = [
      [0, 0.04],
      [150000, 0.06],
    ];
    expectSame(
      commissionByDeal.call([column(10000, 10000), tiers, undefined, undefined, 'marginal', 145000]),
      column(500, 600),
    );
    expectSame(
      commissionByDeal.call([
        column(10, 10, 2000),
        [[0, 0.1]],
        undefined,
        undefined,
        undefined,
        undefined,
        undefined,
        50,
      ]),
      column(50, 0, 152),
    );
  });

  it('reads the plan of a row where the table holds several', () => {
    const tiers = [
      ['plan', 'from', 'rate'],
      ['Device', 0, 0.04],
      ['Service', 0, 0.1],
      ['Device', 100, 0.05],
    ];
    const groups = [
      ['Ann', 'Device'],
      ['Ann', 'Service'],
      ['Ann', 'Device'],
    ];
    const plans = column('Device', 'service', ' Device');
    const none = [undefined, undefined, undefined, undefined, undefined, undefined];
    expectSame(commissionByDeal.call([column(60, 60, 60), tiers, groups, ...none, plans]), column(2.4, 6, 3.6));
    expectError(cell(commissionByDeal.call([column(60), tiers]), 0), '#VALUE!', 'plan', '"Device", "Service"');
    expectError(cell(commissionByDeal.call([column(60), tiers, undefined, ...none, 'Gold']), 0), '#VALUE!', 'Gold');
    expectError(cell(commissionByDeal.call([column(60), PLAN, undefined, ...none, 'Gold']), 0), '#VALUE!', 'no column');
  });

  it('adds up to COMMISSION of the total, a group and to the cent, whatever the plan and the order', () => {
    const amount = fc.integer({ min: -3e6, max: 9e6 }).map(cents => cents / 100);
    const deals = fc.array(fc.record({ amount, who: fc.constantFrom('A', 'B', 'C') }), { minLength: 1, maxLength: 12 });
    const tier = fc.record({
      from: fc.integer({ min: 0, max: 150 }),
      rate: fc.integer({ min: 0, max: 999 }),
      bonus: fc.integer({ min: 0, max: 50 }),
    });
    const tiers = fc.uniqueArray(tier, { minLength: 1, maxLength: 5, selector: ({ from }) => from });
    const limit = fc.option(fc.integer({ min: -500, max: 4000 }), { nil: undefined });
    const plan = fc.record({
      tiers,
      mode: fc.constantFrom('whole', 'marginal'),
      prior: fc.integer({ min: 0, max: 5e4 }),
      cap: limit,
      floor: limit,
      decimals: fc.constantFrom(0, 2, 3),
      isAimed: fc.boolean(),
    });
    fc.assert(
      fc.property(deals, plan, (rows, { mode, prior, cap, floor, decimals, isAimed, ...said }) => {
        fc.pre(cap === undefined || floor === undefined || cap >= floor);
        const table = said.tiers.map(({ from, rate, bonus }) => [
          isAimed ? from / 100 : from * 200,
          rate / 10000,
          bonus,
        ]);
        const target = isAimed ? 30000 : undefined;
        const rest: Argument[] = [mode, prior, cap, floor, decimals];
        const paid = rowsOf(
          commissionByDeal.call([
            column(...rows.map(deal => deal.amount)),
            table,
            column(...rows.map(({ who }) => who)),
            target,
            ...rest,
          ]),
        );
        for (const who of ['A', 'B', 'C']) {
          const own = rows.flatMap((deal, index) => (deal.who === who ? [index] : []));
          if (own.length === 0) continue;
          const total = own.reduce((sum, index) => sum + Math.round((rows[index]?.amount ?? 0) * 100), 0) / 100;
          const pay = own.reduce((sum, index) => sum + Math.round(Number(paid[index]?.[0]) * 1000), 0) / 1000;
          expect(pay).toBe(commission.call([total, target, table, mode, cap, floor, prior, decimals]));
        }
      }),
      { seed: 150, numRuns: 2000 },
    );
  });

  it('takes a bad sale for the error of its row, and of those of its group that come after it', () => {
    const result = commissionByDeal.call([column(1, '12万', 3, 4), [[0, 0.1]], column('A', 'A', 'A', 'B')]);
    expect([0, 3].map(row => cell(result, row))).toEqual([0.1, 0.4]);
    expectError(cell(result, 1), '#VALUE!', 'sales', 'row 2', '12万');
    expectError(cell(result, 2), '#VALUE!', 'row 2', '同组第 2 行');
  });

  it('pays nothing to a group of which two rows say something else, and names both', () => {
    const result = commissionByDeal.call([column(1, 2, 3), PLAN, column('A', 'A', 'B'), column(10, 20, 5)]);
    for (const row of [0, 1]) expectError(cell(result, row), '#VALUE!', 'target', 'row 2', 'row 1');
    expect(cell(result, 2)).toBe(0.24);
    const caps = commissionByDeal.call([
      column(1, 2),
      [[0, 0.1]],
      column('A', 'A'),
      undefined,
      undefined,
      undefined,
      column(1, null),
    ]);
    expectError(cell(caps, 1), '#VALUE!', 'cap');
  });

  it('names whose deal it is not', () => {
    const result = commissionByDeal.call([column(1, 2, null), [[0, 0.1]], column('A', null, null)]);
    expect([0, 2].map(row => cell(result, row))).toEqual([0.1, null]);
    expectError(cell(result, 1), '#VALUE!', 'groups', 'row 2', 'blank');
    const broken = commissionByDeal.call([column(1), [[0, 0.1]], column(new CellError('#REF!', { en: '', zh: '' }))]);
    expectError(cell(broken, 0), '#REF!', 'groups');
  });

  it('says what is wrong with the whole', () => {
    expectError(commissionByDeal.call([[[1, 2]], PLAN]), '#VALUE!', 'sales', 'one column', '1×2');
    expectError(commissionByDeal.call([column(1, 2), PLAN, column('A')]), '#VALUE!', 'groups');
    expectError(commissionByDeal.call([column(1, 2, 3), PLAN, undefined, column(1, 2)]), '#VALUE!', 'target');
    expectError(commissionByDeal.call([column(1), [[0, 2]]]), '#VALUE!', 'tiers', 'rate');
    expectError(cell(commissionByDeal.call([column(1), PLAN, undefined, column(0)]), 0), '#DIV/0!', 'target is 0');
    expectError(
      cell(commissionByDeal.call([column(1), [[0, 0.1]], undefined, undefined, undefined, undefined, 1, 2]), 0),
      '#VALUE!',
      'below floor',
    );
  });
});
