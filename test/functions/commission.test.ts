import Big from 'big.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commission } from '../../src/functions/commission.ts';
import type { Argument } from '../../src/kernel/cell.ts';
import { column, rowsOf } from '../support/column.ts';
import { errorCell } from '../support/errorCell.ts';
import { expectError } from '../support/expectError.ts';
import { expectSame } from '../support/expectSame.ts';
import { asTable, payInCents, plans } from '../support/plans.ts';
import { Random } from '../support/random.ts';

/** From 80 % 1.5 %; from 100 % 2 % + 1,000; from 120 % 3 % + 3,000. */
const PLAN = [
  [0.8, 0.015, 0],
  [1, 0.02, 1000],
  [1.2, 0.03, 3000],
];
/** 4 % to 150,000, 6 % to 250,000, 8 % above. */
const BY_AMOUNT = [
  [0, 0.04],
  [150000, 0.06],
  [250000, 0.08],
];
const NO_TARGET = undefined;
const salesInCents = fc.integer({ min: 0, max: 40_000_000 });
const modes = fc.constantFrom('whole' as const, 'marginal' as const);
const paid = (...args: Argument[]): number => Math.round(Number(commission.call(args)) * 100);

describe('COMMISSION(sales, target, tiers, [mode], [cap], [floor], [prior_sales], [decimals])', () => {
  it('pays the reached tier’s rate on all sales, and its bonus', () => {
    expect(commission.call([960000, 800000, PLAN])).toBe(31800);
    expect(commission.call([450000, 600000, PLAN])).toBe(0);
    expect(commission.call([840000, 800000, PLAN])).toBe(17800);
  });

  it('puts a value exactly on a tier’s edge into the upper tier', () => {
    expectSame(
      commission.call([column(639999.99, 640000, 799999.99, 800000, 959999.99, 960000), 800000, PLAN]),
      column(0, 9600, 12000, 17000, 20200, 31800),
    );
  });

  it('pays each slice at its own rate where it is marginal', () => {
    expect(
      commission.call([
        180000,
        NO_TARGET,
        [
          [0, 0.05],
          [100000, 0.07],
          [250000, 0.09],
        ],
        'marginal',
      ]),
    ).toBe(10600);
    expect(
      commission.call([
        600000,
        NO_TARGET,
        [
          [0, 0.03],
          [300000, 0.05],
          [500000, 0.07],
        ],
        'marginal',
      ]),
    ).toBe(26000);
    // Falling rates: 100,000 at 4.5 %, 25,000 at 2 %.
    expect(
      commission.call([
        125000,
        NO_TARGET,
        [
          [0, 0.045],
          [100000, 0.02],
        ],
        'marginal',
      ]),
    ).toBe(5000);
    // By achievement: nothing under 640,000, 160,000 at 1.5 %, 160,000 at 2 %, nothing above yet, and 3,000.
    expect(commission.call([960000, 800000, PLAN, 'marginal'])).toBe(2400 + 3200 + 3000);
  });

  it('takes off what the year to date was paid: 145,000 sold before, 20,000 now', () => {
    expect(commission.call([20000, NO_TARGET, BY_AMOUNT, 'marginal', null, null, 145000])).toBe(1100);
  });

  it('catches up by itself where the plan is retroactive', () => {
    // 140,000 at 4 % was paid; with 20,000 more all 160,000 earn 6 %: 9,600 − 5,600.
    expect(commission.call([20000, NO_TARGET, BY_AMOUNT, 'whole', null, null, 140000])).toBe(4000);
  });

  it('knows both ways by the names of the field, in either language', () => {
    const plan = [
      [0, 0.1],
      [100, 0.2],
    ];
    for (const mode of ['whole', 'Retroactive', 'slab', '全额', null]) {
      expect(commission.call([200, NO_TARGET, plan, mode])).toBe(40);
    }
    for (const mode of ['marginal', 'progressive', 'BAND', ' 超额累进 ']) {
      expect(commission.call([200, NO_TARGET, plan, mode])).toBe(30);
    }
  });

  it('rounds half away from zero from exact decimals', () => {
    expect(commission.call([0.285, NO_TARGET, [[0, 1]]])).toBe(0.29);
    expect(commission.call([1.005, NO_TARGET, [[0, 1]]])).toBe(1.01);
    expect(commission.call([600.425, NO_TARGET, [[0, 1]]])).toBe(600.43);
    expect(commission.call([100.33, NO_TARGET, [[0, 0.055]]])).toBe(5.52);
    expect(commission.call([123456.78, NO_TARGET, [[0, 0.035]]])).toBe(4320.99);
    expect(commission.call([573.99, NO_TARGET, [[0, 0.025]], 'whole', null, null, null, 5])).toBe(14.34975);
    expect(commission.call([1049, NO_TARGET, [[0, 0.01]], 'whole', null, null, null, 0])).toBe(10);
    expect(commission.call([1050, NO_TARGET, [[0, 0.01]], 'whole', null, null, null, 0])).toBe(11);
  });

  it('finds the tier to the cent for any target: on the edge the upper one, a cent below it the lower one', () => {
    const random = new Random('edges');
    for (let index = 0; index < 2000; index++) {
      const share = random.whole(1, 200) / 100;
      const target = random.whole(1, 1_000_000_000);
      const edge = Number(new Big(share).times(target));
      const below = Number(new Big(edge).minus('0.01'));
      const plan = [
        [0, 0],
        [share, 0, 1],
      ];
      expect(commission.call([[[edge], [below]], target, plan])).toEqual([[1], [0]]);
    }
  });

  it('does not miss an edge by the noise of binary arithmetic', () => {
    // 0.7 × 30.1 is 21.069999999999997 in binary.
    expect(commission.call([21.07, 30.1, [[0.7, 0.1]]])).toBe(2.11);
    // 1.1 × 100 is 110.00000000000001.
    expect(commission.call([110, 100, [[1.1, 0.1]]])).toBe(11);
    expect(commission.call([0.1 + 0.2, 0.3, [[1, 1]]])).toBe(0.3);
  });

  it('cuts to the cap, lifts to the floor, after the year to date', () => {
    expect(commission.call([960000, 800000, PLAN, 'whole', 20000])).toBe(20000);
    expect(commission.call([450000, 600000, PLAN, 'whole', null, 2000])).toBe(2000);
    expect(commission.call([20000, NO_TARGET, BY_AMOUNT, 'marginal', 1000, 500, 145000])).toBe(1000);
    expect(commission.call([100, NO_TARGET, BY_AMOUNT, 'marginal', 1000, 500, 145000])).toBe(500);
  });

  it('takes back what was paid on a refund, so that it is not paid twice; a floor is kept where one is given', () => {
    // 4 % to 150,000, 6 % above: 6,600 for 160,000. A refund of 20,000 takes 1,000 of it back, selling it again pays it.
    expect(commission.call([160000, NO_TARGET, BY_AMOUNT, 'marginal'])).toBe(6600);
    expect(commission.call([-20000, NO_TARGET, BY_AMOUNT, 'marginal', null, null, 160000])).toBe(-1000);
    expect(commission.call([20000, NO_TARGET, BY_AMOUNT, 'marginal', null, null, 140000])).toBe(1000);
    expect(commission.call([-5000, NO_TARGET, BY_AMOUNT, 'marginal', null, null, 145000])).toBe(-200);
    expect(commission.call([-5000, NO_TARGET, BY_AMOUNT, 'marginal', null, -1000, 145000])).toBe(-200);
    expect(commission.call([-50000, NO_TARGET, BY_AMOUNT, 'marginal', null, -1000, 145000])).toBe(-1000);
    expect(commission.call([-5000, NO_TARGET, BY_AMOUNT, 'marginal', null, 0, 145000])).toBe(0);
  });

  it('goes down the rows: sales, targets and prior sales', () => {
    expectSame(
      commission.call([column(960000, 450000, null, 840000), column(800000, 600000, 100, 800000), PLAN]),
      column(31800, 0, null, 17800),
    );
    expectSame(
      commission.call([column(20000, 20000), NO_TARGET, BY_AMOUNT, 'marginal', null, null, column(145000, null)]),
      column(1100, 800),
    );
  });

  it('leaves a row blank that is not filled in, whatever the floor', () => {
    expect(commission.call([null, 800000, PLAN, 'whole', null, 2000])).toBeNull();
  });

  it('reads a plan with headings in either language, in any order, with a column for the end of a tier', () => {
    const english = [
      ['Level', 'From', 'To', 'Rate (%)', 'Bonus'],
      ['A', 0.8, 1, 0.015, null],
      ['C', 1.2, null, 0.03, 3000],
      ['B', 1, 1.2, 0.02, 1000],
    ];
    const chinese = [
      ['奖金', '提成比例', '起点'],
      [0, 0.015, 0.8],
      [1000, 0.02, 1],
      [3000, 0.03, 1.2],
    ];
    for (const plan of [english, chinese]) expect(commission.call([960000, 800000, plan])).toBe(31800);
  });

  it('reads over empty rows and takes a third column of texts for labels', () => {
    expect(
      commission.call([
        100,
        NO_TARGET,
        [
          [0, 0.1, 'Junior'],
          [null, null, null],
          [50, 0.2, 'Senior'],
        ],
      ]),
    ).toBe(20);
  });

  it('equals what whole numbers give, for random plans', () => {
    fc.assert(
      fc.property(plans({ rising: false, bonuses: true }), salesInCents, modes, (plan, sales, mode) => {
        expect(paid(sales / 100, NO_TARGET, asTable(plan), mode)).toBe(payInCents(plan, sales, mode));
      }),
      { seed: 2025, numRuns: 2000 },
    );
  });

  it('never falls with more sales where the rates rise', () => {
    const rising = plans({ rising: true, bonuses: false });
    fc.assert(
      fc.property(rising, salesInCents, salesInCents, modes, (plan, a, b, mode) => {
        const [less, more] = [Math.min(a, b) / 100, Math.max(a, b) / 100];
        expect(paid(less, NO_TARGET, asTable(plan), mode)).toBeLessThanOrEqual(
          paid(more, NO_TARGET, asTable(plan), mode),
        );
      }),
      { seed: 2025, numRuns: 500 },
    );
  });

  it('pays marginally no more than wholly where the rates rise', () => {
    fc.assert(
      fc.property(plans({ rising: true, bonuses: false }), salesInCents, (plan, sales) => {
        expect(paid(sales / 100, NO_TARGET, asTable(plan), 'marginal')).toBeLessThanOrEqual(
          paid(sales / 100, NO_TARGET, asTable(plan), 'whole'),
        );
      }),
      { seed: 2025, numRuns: 500 },
    );
  });

  it('pays month by month what it pays for the year, months of refunds among them', () => {
    const months = fc.array(fc.integer({ min: -20_000_000, max: 20_000_000 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(plans({ rising: false, bonuses: false }), months, modes, (plan, sold, mode) => {
        const table = asTable(plan);
        let [prior, pay] = [0, 0];
        for (const month of sold) {
          pay += Math.round(100 * paid(month / 100, NO_TARGET, table, mode, null, null, prior / 100));
          prior += month;
        }
        expect(pay).toBe(Math.round(100 * paid(prior / 100, NO_TARGET, table, mode)));
      }),
      { seed: 2025, numRuns: 500 },
    );
  });

  it('gives the same for the tiers in any order', () => {
    fc.assert(
      fc.property(plans({ rising: false, bonuses: true }), salesInCents, modes, (plan, sales, mode) => {
        expect(paid(sales / 100, NO_TARGET, [...asTable(plan)].reverse(), mode)).toBe(
          paid(sales / 100, NO_TARGET, asTable(plan), mode),
        );
      }),
      { seed: 2025, numRuns: 200 },
    );
  });

  it('answers #DIV/0! for a target of 0, and asks for one where the tiers are shares of it', () => {
    expectError(commission.call([100, 0, PLAN]), '#DIV/0!', 'target is 0');
    const rows = rowsOf(commission.call([column(960000, 100), column(800000, null), PLAN]));
    expect(rows[0]?.[0]).toBe(31800);
    expectError(rows[1]?.[0], '#VALUE!', 'row 2', 'target: the cell is blank');
  });

  it('refuses a plan that would pay wrongly, and says where', () => {
    expectError(commission.call([1, 1, [[0.8, 20]]]), '#VALUE!', 'tiers: row 1', 'rate 20 is above 1', '0.2 or 20%');
    expectError(commission.call([1, 1, [[80, 0.2]]]), '#VALUE!', 'tiers: from 80 is 8000% of the target', '0.8 or 80%');
    expectError(
      commission.call([
        1,
        1,
        [
          [1, 0.1],
          [1, 0.2],
        ],
      ]),
      '#VALUE!',
      'tiers: row 2',
      'is also in row 1',
    );
    expectError(
      commission.call([
        1,
        1,
        [
          [0.3, 0.1],
          [0.1 + 0.2, 0.2],
        ],
      ]),
      '#VALUE!',
      'tiers: row 2',
      'also in row 1',
    );
    expectError(
      commission.call([1, 1, [[1, -0.1]]]),
      '#VALUE!',
      'tiers: row 1: rate',
      'expected 0 or more, found -0.1',
    );
    expectError(
      commission.call([
        1,
        1,
        [
          ['from', 'rate'],
          [1, '5%'],
        ],
      ]),
      '#VALUE!',
      'tiers: row 2: rate',
      '"5%"',
    );
    expectError(
      commission.call([
        1,
        1,
        [
          [1, 0.1],
          [2, null],
        ],
      ]),
      '#VALUE!',
      'tiers: row 2: rate',
      'found a blank',
    );
    expectError(commission.call([1, 1, [[1, 0.1, errorCell('#N/A')]]]), '#N/A', 'tiers: row 1: bonus');
    expectError(commission.call([1, 1, [['from', 'rate']]]), '#VALUE!', 'tiers', 'at least one tier');
  });

  it('does not read over a column of amounts whose heading it does not know', () => {
    const plan = [
      ['from', 'rate', 'Prize money'],
      [0.8, 0.015, 500],
    ];
    expectError(commission.call([960000, 800000, plan]), '#VALUE!', 'tiers: column 3 "Prize money"', 'call it bonus');
  });

  it('does not take the end of a tier for its rate', () => {
    const plan = [
      [0.5, 0.8, 0.01],
      [0.8, 1, 0.02],
    ];
    expectError(
      commission.call([100, 100, plan]),
      '#VALUE!',
      'tiers: the second column looks like the end of each tier',
    );
  });

  it('names the argument and the row of what does not fit', () => {
    expectError(rowsOf(commission.call([column(1, 'x'), 1, PLAN]))[1]?.[0], '#VALUE!', 'sales, row 2', '"x"');
    expectError(rowsOf(commission.call([column(1, 2), column(1, -1), PLAN]))[1]?.[0], '#VALUE!', 'target, row 2');
    expectError(commission.call([1, 1, PLAN, 'half']), '#VALUE!', 'mode', '"whole", "marginal"', '"half"');
    expectError(commission.call([1, 1, PLAN, 'whole', 5, 10]), '#VALUE!', 'cap (5) is below floor (10)');
    expectError(
      commission.call([1, 1, PLAN, 'whole', 5, 1, 0, 2.5]),
      '#VALUE!',
      'decimals',
      'a whole number, found 2.5',
    );
    expectError(commission.call([1, 1]), '#VALUE!', 'tiers', 'missing');
    expectError(commission.call([column(1, 2), column(1, 2, 3), PLAN]), '#VALUE!', 'sales is 2×1, target is 3×1');
  });

  it('asks for a target beside a plan of shares that begins at 0; a flat rate needs none', () => {
    const shares = [
      [0, 0.1],
      [1, 0.2],
    ];
    expectError(commission.call([100, null, shares]), '#VALUE!', 'the cell is blank');
    expect(commission.call([100, null, [[0, 0.1]]])).toBe(10);
    expect(commission.call([100, 100, shares])).toBe(20);
  });

  it.each(['rate', 'Commission rate', 'Commission', '比例', '提成比例', '提成率', '费率'])(
    'knows the column of the rates by %s, wherever it stands',
    heading => {
      expect(
        commission.call([
          1000,
          NO_TARGET,
          [
            ['bonus', heading, 'from'],
            [50, 0.02, 100],
          ],
        ]),
      ).toBe(70);
    },
  );

  it('takes 10 for a share of the target, and what is above it for an amount', () => {
    const from = (edge: number) => [
      [0, 0.1],
      [edge, 0.2],
    ];
    expect(commission.call([1000, 100, from(10)])).toBe(200);
    expect(commission.call([999.99, 100, from(10)])).toBe(100);
    expectError(commission.call([1000, 100, from(10.01)]), '#VALUE!', 'from 10.01 is 1001%');
    // Nobody misses a target beside amounts.
    expectError(commission.call([1000, null, from(10)]), '#VALUE!', 'the cell is blank');
    expect(commission.call([1000, null, from(11)])).toBe(200);
  });
});
