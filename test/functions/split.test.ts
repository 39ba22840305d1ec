import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { split } from '../../src/functions/split.ts';
import type { Cell, Matrix } from '../../src/kernel/cell.ts';
import { column, rowsOf } from '../support/column.ts';
import { errorCell } from '../support/errorCell.ts';
import { expectError } from '../support/expectError.ts';
import { expectSame } from '../support/expectSame.ts';

const cents = (cell: Cell | undefined): number => Math.round(Number(cell) * 100);
const inCents = (result: Cell | Matrix): number => rowsOf(result).reduce((sum, [cell]) => sum + cents(cell), 0);

describe('SPLIT(total, weights, [unit], [minimum], [locked], [groups])', () => {
  it('shares out a total by weights', () => {
    expectSame(split.call([5000, column(1500, 1300, 1200, 1000)]), column(1500, 1300, 1200, 1000));
    expectSame(split.call([500, [[0.4, 0.3, 0.3]]]), [[200, 150, 150]]);
  });

  it('gives 1,000 over twelve equal months as four 84s and then eight 83s', () => {
    expectSame(split.call([1000, [new Array<number>(12).fill(1)]]), [[84, 84, 84, 84, 83, 83, 83, 83, 83, 83, 83, 83]]);
  });

  it('keeps the shape of the weights', () => {
    expectSame(
      split.call([
        10,
        [
          [1, 2],
          [3, 4],
        ],
      ]),
      [
        [1, 2],
        [3, 4],
      ],
    );
  });

  it('gives a tie to the earlier cell', () => {
    expectSame(split.call([100, column(1, 1, 1)]), column(34, 33, 33));
    expectSame(split.call([2, column(2, 1, 1, 2, 2)]), column(1, 0, 0, 1, 0));
  });

  it('shares in units, and gives what is no multiple of the unit to the largest share', () => {
    expectSame(split.call([1, column(4, 7, 8), 0.0001]), column(0.2105, 0.3684, 0.4211));
    expectSame(split.call([1000, column(1, 1, 1), 100]), column(400, 300, 300));
    expectSame(split.call([1050.5, column(1, 2), 100]), column(300, 750.5));
    expectSame(split.call([0.3, column(1, 1, 1), 0.1]), column(0.1, 0.1, 0.1));
  });

  it('keeps locked cells and shares the rest: a re-plan in mid-year', () => {
    expectSame(split.call([1200, [[1, 1, 1, 1]], 1, 0, [[250, 310, null, null]]]), [[250, 310, 320, 320]]);
    expectSame(split.call([100, column(1, 1), 1, 0, column(100, null)]), column(100, 0));
    expectSame(split.call([100, column(1, 1), 1, 0, column(40, 60)]), column(40, 60));
  });

  it('lifts small shares to the minimum at the cost of the others', () => {
    expectSame(split.call([100, column(1, 9, 90), 1, 5]), column(5, 9, 86));
    expectSame(split.call([100, column(0, 1), 10, 5]), column(10, 90));
  });

  it('shares out a loss as it would the gain', () => {
    expectSame(split.call([-100, column(1, 1, 1)]), column(-34, -33, -33));
    expectSame(split.call([-100, column(1, 1), 1, 0, column(-70, null)]), column(-70, -30));
  });

  it('gives a blank weight nothing and leaves it blank; a weight of 0 gets 0', () => {
    expectSame(split.call([10, column(1, null, 0, 1)]), column(5, null, 0, 5));
  });

  it('splits one total a row, and one a group', () => {
    expectSame(split.call([column(10, null, 100), [[1, 1, 1]]]), [
      [4, 3, 3],
      [null, null, null],
      [33, 34, 33],
    ]);
    expectSame(
      split.call([column(10, 7, 10), column(1, 1, 2), 1, 0, undefined, column('North', 'South', 'north ')]),
      column(3, 7, 7),
    );
  });

  it('goes on with equal shares from row to row, so that columns come out even, too, and rows add up', () => {
    expectSame(split.call([column(10, 10, 10, 10), [[1, 0, 1, 1]]]), [
      [4, 0, 3, 3],
      [3, 0, 4, 3],
      [3, 0, 3, 4],
      [4, 0, 3, 3],
    ]);
    // Each row with its weights; unequal ones have no turns.
    expectSame(
      split.call([
        column(7, 7),
        rowsOf([
          [2, 1, 1],
          [1, 1, 2],
        ]),
      ]),
      [
        [3, 2, 2],
        [2, 2, 3],
      ],
    );
    const totals = fc.array(fc.integer({ min: -5000, max: 500_000 }), { minLength: 2, maxLength: 40 });
    fc.assert(
      fc.property(totals, fc.integer({ min: 1, max: 13 }), fc.constantFrom(1, 0.01, 10), (list, months, unit) => {
        const amounts = list.map(cents => (cents * unit * 100) / 100);
        const shares = rowsOf(split.call([amounts.map(amount => [amount]), [new Array<number>(months).fill(1)], unit]));
        const units = shares.map(line => line.map(cell => Math.round(Number(cell) / unit)));
        expect(units.map(line => line.reduce((a, b) => a + b, 0))).toEqual(list.map(amount => amount));
        // Losses are shared out as gains are, each kind in its turns.
        if (list.some(amount => amount < 0)) return;
        const sums = Array.from({ length: months }, (_, month) =>
          units.reduce((sum, line) => sum + (line[month] ?? 0), 0),
        );
        expect(Math.max(...sums) - Math.min(...sums)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('shares every total by its own row of weights, around its own locks', () => {
    const weights = [
      [1, 1],
      [3, 1],
    ];
    expectSame(split.call([column(10, 20), weights]), [
      [5, 5],
      [15, 5],
    ]);
    const locks = [
      [null, null],
      [12, null],
    ];
    expectSame(split.call([column(10, 20), weights, 1, 0, locks]), [
      [5, 5],
      [12, 8],
    ]);
    expectSame(
      split.call([
        column(10, null, 20),
        [[1, 3]],
        1,
        0,
        [
          [null, 4],
          [1, 1],
          [null, null],
        ],
      ]),
      [
        [6, 4],
        [null, null],
        [5, 15],
      ],
    );
  });

  it('says in the cells of its row why a total cannot be shared, and shares the others', () => {
    const locks = [
      [null, null],
      [25, null],
    ];
    const [first, second] = rowsOf(split.call([column(10, 20), [[1, 1]], 1, 0, locks]));
    expect(first).toEqual([5, 5]);
    expect(second).toHaveLength(2);
    for (const cell of second ?? []) expectError(cell, '#VALUE!', 'row 2', 'the locked cells add up to 25');
  });

  it('says in the cells of a group why it cannot be shared, and shares the others', () => {
    const groups = column('North', 'South', 'north');
    const result = rowsOf(split.call([column(10, 7, 10), column(0, 1, 0), 1, 0, undefined, groups])).map(
      ([cell]) => cell,
    );
    expectError(result[0] ?? null, '#DIV/0!', 'row 1', 'the weights add up to 0');
    expect(result[1]).toBe(7);
    expectError(result[2] ?? null, '#DIV/0!', 'row 3', 'the weights add up to 0');
  });

  it('keeps locks in a group, and leaves a group without a total and a cell without one blank', () => {
    const groups = column('A', 'B', 'A', null);
    expectSame(split.call([column(10, null, 10, 3), column(1, 1, 1, 1), 1, 0, column(4, null, null, null), groups]), [
      [4],
      [null],
      [6],
      [null],
    ]);
  });

  it('asks for ranges that fit', () => {
    const pair = column(1, 1);
    expectError(split.call([[[10, 20]], [[1, 1]]]), '#VALUE!', 'total is 1×2, weights is 1×2');
    expectError(split.call([column(10, 20), [[1, 1]], 1, 0, [[null, 4]]]), '#VALUE!', 'locked is 1×2, weights is 2×2');
    expectError(split.call([column(10, 20), [[1, 1]], 1, 0, column(1, 2)]), '#VALUE!', 'locked is 2×1, weights is 2×2');
    expectError(split.call([10, pair, 1, 0, undefined, pair]), '#VALUE!', 'weights is 2×1, total is 1×1');
    expectError(split.call([pair, pair, 1, 0, undefined, column('a')]), '#VALUE!', 'weights is 2×1, groups is 1×1');
    expectError(
      split.call([pair, pair, 1, 0, column(1), column('a', 'a')]),
      '#VALUE!',
      'weights is 2×1, locked is 1×1',
    );
  });

  it('loses nothing of a total of any size', () => {
    expectSame(split.call([0.1 + 0.2, column(1, 2), 0.1]), column(0.1, 0.2));
    expectSame(split.call([999999999999.99, column(1, 1), 0.01]), column(500000000000, 499999999999.99));
  });

  it('adds up to the total exactly, and stays within one unit of the quota', () => {
    const weights = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 24 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000 }), weights, (total, list) => {
        const sum = list.reduce((a, b) => a + b, 0);
        fc.pre(sum > 0);
        const result = split.call([total / 100, column(...list), 0.01]);
        expect(inCents(result)).toBe(total);
        for (const [index, [share]] of rowsOf(result).entries()) {
          const quota = (total * (list[index] ?? 0)) / sum;
          expect(Math.abs(cents(share) - quota)).toBeLessThan(1 + 1e-6);
        }
      }),
      { seed: 2025, numRuns: 500 },
    );
  });

  it('honours every lock and the minimum, and still adds up', () => {
    const cells = fc.array(fc.tuple(fc.integer({ min: 1, max: 50 }), fc.option(fc.integer({ min: 0, max: 300 }))), {
      minLength: 2,
      maxLength: 12,
    });
    fc.assert(
      fc.property(cells, fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 5000 }), (list, minimum, extra) => {
        const free = list.filter(([, lock]) => lock === null).length;
        fc.pre(free > 0);
        const total = list.reduce((sum, [, lock]) => sum + (lock ?? minimum), extra);
        const locks = list.map(([, lock]) => lock);
        const result = split.call([total, column(...list.map(([weight]) => weight)), 1, minimum, column(...locks)]);
        const shares = rowsOf(result).map(([share]) => Number(share));
        expect(shares.reduce((sum, share) => sum + share, 0)).toBe(total);
        for (const [index, lock] of locks.entries()) {
          if (lock === null) expect(shares[index]).toBeGreaterThanOrEqual(minimum);
          else expect(shares[index]).toBe(lock);
        }
      }),
      { seed: 2025, numRuns: 500 },
    );
  });

  it('answers #DIV/0! where the weights add up to 0', () => {
    expectError(split.call([10, column(0, 0)]), '#DIV/0!', 'the weights add up to 0');
  });

  it('says why a split cannot be done', () => {
    expectError(
      split.call([100, column(1, 1), 1, 0, column(120, null)]),
      '#VALUE!',
      'the locked cells add up to 120, more than the total 100',
    );
    expectError(split.call([100, column(1, 1), 1, 0, column(40, 50)]), '#VALUE!', 'no cell is left', '90', '100');
    expectError(split.call([100, column(1, 1), 1, 60]), '#VALUE!', 'a minimum of 60 for each of 2 cells', '100');
    expectError(split.call([-100, column(1, 1), 1, 10]), '#VALUE!', 'a minimum does not go with a negative total');
    const apart = rowsOf(split.call([column(5, 6, 4), column(1, 1, 1), 1, 0, undefined, column('a', 'a', 'b')]));
    for (const [cell] of apart.slice(0, 2)) expectError(cell, '#VALUE!', 'total: row 2', 'one total, the first is 5');
    expect(apart[2]).toEqual([4]);
  });

  it('names the argument and the place of what does not fit', () => {
    expectError(split.call([10, column(1, -1)]), '#VALUE!', 'weights: row 2', 'expected 0 or more, found -1');
    expectError(split.call([10, [[1, 'x']]]), '#VALUE!', 'weights: row 1, column 2', '"x"');
    expectError(split.call([10, column(1, errorCell('#N/A'))]), '#N/A', 'weights: row 2');
    expectError(split.call([null, column(1)]), '#VALUE!', 'total: the cell is blank');
    expectError(split.call([10, column(1, 1), 0]), '#VALUE!', 'unit');
    expectError(split.call([10, column(1, 1), 1, -1]), '#VALUE!', 'minimum', 'expected 0 or more, found -1');
    expectError(split.call([10, column(1, 1), 1, 0, column(1)]), '#VALUE!', 'weights is 2×1, locked is 1×1');
    expectError(split.call([column(1, 2), column(1, 1, 1)]), '#VALUE!', 'total is 2×1, weights is 3×1');
  });

  it('takes a text among the figures for the error of its group, and of no other one', () => {
    const groups = column('North', 'South', 'North', 'South');
    const totals = column(10, 8, 10, 8);
    const rows = (...args: Parameters<typeof split.call>[0]) => rowsOf(split.call(args)).map(([cell]) => cell);
    const weights = rows(totals, column(1, 1, '12万', 3), 1, 0, undefined, groups);
    expect([weights[1], weights[3]]).toEqual([2, 6]);
    expectError(weights[2], '#VALUE!', 'weights', 'row 3', '"12万"');
    expectError(weights[0], '#VALUE!', 'row 3', '同组第 3 行');
    const locked = rows(totals, column(1, 1, 1, 3), 1, 0, column(null, null, null, 'x'), groups);
    expect([locked[0], locked[2]]).toEqual([5, 5]);
    expectError(locked[3], '#VALUE!', 'locked', 'row 4');
    expectError(
      rows(column('x', 8, 10, 8), column(1, 1, 1, 3), 1, 0, undefined, groups)[0],
      '#VALUE!',
      'total',
      'row 1',
    );
  });

  it('takes a weight below 0 and an error cell for the error of their group, and of no other one', () => {
    const groups = column('North', 'South', 'North', 'South');
    const totals = column(10, 8, 10, 8);
    const rows = (...args: Parameters<typeof split.call>[0]) => rowsOf(split.call(args)).map(([cell]) => cell);
    const negative = rows(totals, column(1, 1, -1, 3), 1, 0, undefined, groups);
    expect([negative[1], negative[3]]).toEqual([2, 6]);
    expectError(negative[2], '#VALUE!', 'weights', 'row 3', 'expected 0 or more, found -1');
    expectError(negative[0], '#VALUE!', 'row 3', '同组第 3 行');
    const missing = rows(totals, column(1, errorCell('#N/A'), 4, 3), 1, 0, undefined, groups);
    expect([missing[0], missing[2]]).toEqual([2, 8]);
    expectError(missing[1], '#N/A', 'weights', 'row 2', '#N/A');
    expectError(missing[3], '#VALUE!', 'row 2');
    const locked = rows(totals, column(1, 1, 1, 3), 1, 0, column(errorCell('#DIV/0!'), null, null, 5), groups);
    expect([locked[1], locked[3]]).toEqual([3, 5]);
    expectError(locked[0], '#DIV/0!', 'locked', 'row 1');
    const total = rows(column(10, 8, errorCell('#N/A'), 8), column(1, 1, 1, 3), 1, 0, undefined, groups);
    expect([total[1], total[3]]).toEqual([2, 6]);
    expectError(total[2], '#N/A', 'total', 'row 3');
    // Nobody knows whose share it is.
    const group = rows(
      column(10, 8, 10, 8),
      column(1, 1, 1, 3),
      1,
      0,
      undefined,
      column('North', 'South', errorCell('#REF!'), 'South'),
    );
    expect([group[0], group[1], group[3]]).toEqual([10, 2, 6]);
    expectError(group[2], '#REF!', 'groups', 'row 3');
  });

  it('takes a total that cannot be read for the error of its row, and of no other one', () => {
    const weights = [[1, 1, 1]];
    const shares = rowsOf(split.call([column(10, errorCell('#N/A'), 'x', 11), weights]));
    expect([shares[0], shares[3]]).toEqual([
      [4, 3, 3],
      [3, 4, 4],
    ]);
    for (const cell of shares[1] ?? []) expectError(cell, '#N/A', 'total', 'row 2');
    for (const cell of shares[2] ?? []) expectError(cell, '#VALUE!', 'total', 'row 3', '"x"');
    const own = rowsOf(
      split.call([
        column(10, 8),
        [
          [1, 1],
          [3, -1],
        ],
      ]),
    );
    expect(own[0]).toEqual([5, 5]);
    for (const cell of own[1] ?? []) expectError(cell, '#VALUE!', 'weights', 'row 2, column 2', 'found -1');
    const locked = rowsOf(
      split.call([
        column(10, 8),
        weights,
        1,
        0,
        [
          [null, null, 2],
          [null, 'x', null],
        ],
      ]),
    );
    expect(locked[0]).toEqual([4, 4, 2]);
    for (const cell of locked[1] ?? []) expectError(cell, '#VALUE!', 'locked', 'row 2, column 2', '"x"');
    // Weights of all rows are the error of all.
    expectError(split.call([column(10, 8), [[1, -1, 1]]]), '#VALUE!', 'weights: row 1, column 2');
  });

  it('splits over a block in reading order, and names a cell of its second row', () => {
    expectSame(
      split.call([
        100,
        [
          [1, 1],
          [1, 2],
        ],
      ]),
      [
        [20, 20],
        [20, 40],
      ],
    );
    const wrong = [
      [1, 1],
      [1, -2],
    ];
    expectError(split.call([100, wrong]), '#VALUE!', 'weights: row 2, column 2', 'found -2');
  });
});
