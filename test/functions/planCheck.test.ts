import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commission } from '../../src/functions/commission.ts';
import { planCheck } from '../../src/functions/planCheck.ts';
import { type Cell, CellError } from '../../src/kernel/cell.ts';
import { rowsOf } from '../support/column.ts';
import { errorCell } from '../support/errorCell.ts';
import { expectError } from '../support/expectError.ts';

type Tiers = readonly (readonly Cell[])[];
const findings = (tiers: Tiers, mode = 'marginal') => rowsOf(planCheck.call([tiers, mode, 'en'])).slice(1);
const only = (tiers: Tiers, mode?: string) => {
  const rows = findings(tiers, mode);
  expect(rows).toHaveLength(1);
  return rows[0] ?? [];
};

describe('PLAN_CHECK(tiers, [mode], [language])', () => {
  it('finds nothing in a plain marginal plan', () => {
    const fine = [
      [0, 0.04],
      [150000, 0.06],
      [250000, 0.08],
    ];
    expect(only(fine)).toEqual([null, 'ok', 'nothing doubtful was found']);
    expect(rowsOf(planCheck.call([fine, '累进', 'zh']))).toEqual([
      ['行', '程度', '发现'],
      [null, 'ok', '未发现疑点'],
    ]);
  });

  it('tells the size of each retroactive cliff, in money or in shares of the target', () => {
    const amounts = [
      [0, 0.02],
      [100000, 0.03, 500],
    ];
    expect(
      only(
        amounts.map(([from = 0, rate = 0, bonus = 0]) => [from, rate, bonus]),
        'whole',
      ),
    ).toEqual([2, 'note', 'retroactive cliff: at 100000 pay jumps by 1500']);
    const shares = [
      ['from', 'rate', 'bonus'],
      [0.8, 0.015, 0],
      [1, 0.02, 1000],
    ];
    expect(findings(shares, 'whole')).toEqual([
      [2, 'note', 'nothing is paid below 80%'],
      [2, 'note', 'retroactive cliff: at 80% pay jumps by 1.2% of the target'],
      [3, 'note', 'retroactive cliff: at 100% pay jumps by 0.5% of the target + 1000'],
    ]);
    expect(rowsOf(planCheck.call([shares, 'whole', 'zh']))[2]?.[2]).toContain('1.2% 的目标额');
  });

  it('finds 20 for 20 %, which COMMISSION refuses', () => {
    const tiers = [
      [0, 2],
      [1, 20],
    ];
    expect(findings(tiers)).toEqual([
      [1, 'error', 'rate 2 is above 1: 2% is written as 0.02 or 2%'],
      [2, 'error', 'rate 20 is above 1: 20% is written as 0.2 or 20%'],
    ]);
    expectError(commission.call([1, 1, tiers]), '#VALUE!', 'above 1');
  });

  it('finds overlaps, of starts and of ends', () => {
    expect(
      only([
        [0, 0.02],
        [1000, 0.03],
        [1000, 0.04],
      ]),
    ).toEqual([3, 'error', 'overlap: from 1000 is also in row 2']);
    const ends = [
      ['from', 'to', 'rate'],
      [0, 1100, 0.02],
      [1000, 2000, 0.03],
    ];
    expect(only(ends)).toEqual([
      3,
      'warning',
      'overlap: the tier before ends at 1100, this one starts at 1000; from there this one is paid',
    ]);
  });

  it('finds gaps', () => {
    expect(
      only([
        [100000, 0.02],
        [200000, 0.03],
      ]),
    ).toEqual([1, 'note', 'nothing is paid below 100000']);
    const ends = [
      ['from', 'to', 'rate'],
      [0, 900, 0.02],
      [1000, 2000, 0.03],
    ];
    expect(only(ends)[2]).toContain('gap: the tier before ends at 900, this one starts at 1000');
  });

  it('finds falling rates and bonuses, and where selling more pays less', () => {
    const tiers = [
      [0, 0.05, 900],
      [1000, 0.03, 100],
    ];
    expect(findings(tiers, 'whole').filter(([row]) => row === 2)).toEqual([
      [2, 'warning', 'the rate falls from 5% to 3%'],
      [2, 'warning', 'the bonus falls from 900 to 100: only the reached tier’s is paid'],
      [2, 'warning', 'selling more pays less: at 1000 pay changes by -820'],
    ]);
    expect(findings(tiers)).toHaveLength(3);
  });

  it('finds a bonus that is paid without sales, and what it does to payments by the year to date', () => {
    const tiers = [
      [0, 0.02, 500],
      [1000, 0.03, 900],
    ];
    expect(only(tiers)).toEqual([
      1,
      'warning',
      'the bonus 500 begins at 0: it is paid without sales too, and with prior_sales once more in the first month that has any',
    ]);
    expect(commission.call([0, undefined, tiers])).toBe(500);
    expect(commission.call([100, undefined, tiers, undefined, undefined, undefined, 0])).toBe(502);
    expect(commission.call([100, undefined, tiers, undefined, undefined, undefined, 100])).toBe(2);
  });

  it('finds percent points and mixed units among the starts', () => {
    expect(
      findings([
        [80, 0.02],
        [100, 0.03],
        [120, 0.04],
      ])[0],
    ).toEqual([null, 'warning', 'from 80 to 120 looks like percentages: write 80% for 80 %']);
    expect(
      findings([
        [0, 0.02],
        [0.8, 0.03],
        [100000, 0.04],
      ])[0]?.[2],
    ).toBe('from mixes shares and amounts: 0.8 and 100000');
  });

  it('finds what is no amount, and a rate above half of the sales', () => {
    expect(
      findings([
        [0, null],
        ['many', 0.02],
        [5, -0.1],
        [7, 0.02, 'x'],
        [9, errorCell('#REF!'), 0],
      ]),
    ).toEqual([
      [1, 'error', 'rate is blank'],
      [2, 'error', 'from is "many", not a number'],
      [3, 'error', 'rate -0.1 is negative'],
      [4, 'error', 'bonus is "x", not a number'],
      [5, 'error', 'rate holds #REF!'],
    ]);
    expect(only([[0, 0.75]])).toEqual([1, 'warning', 'the rate 75% is more than half of the sales']);
  });

  it('reads a first row of figures typed as text as a tier, not as headings', () => {
    expect(
      findings([
        ['0%', '2%'],
        [1, 0.03],
      ]),
    ).toEqual([
      [1, 'error', 'from is "0%", not a number'],
      [1, 'error', 'rate is "2%", not a number'],
      [2, 'note', 'nothing is paid below 100%'],
    ]);
  });

  it('finds headings that are not known, and no tier under headings that are', () => {
    expect(
      findings([
        ['start of it', 'what is paid'],
        [0, 0.02],
      ]),
    ).toEqual([[1, 'note', 'the headings are not known: the columns are taken as from, rate, bonus, label']]);
    expect(
      only([
        ['from', 'rate'],
        [null, null],
      ]),
    ).toEqual([null, 'error', 'there is no tier']);
    expect(only([[0.8], [1]])).toEqual([null, 'error', 'the columns from and rate are needed at least']);
  });

  it('finds an error in every plan that COMMISSION refuses, and in no other', () => {
    const cell = fc.constantFrom<Cell>(0, 0.02, 0.03, 0.5, 1, 2, 20, 80, 100, null, 'x', -1);
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 5 }), tiers => {
        const paid = commission.call([50, undefined, tiers]);
        const errors = findings(tiers).filter(([, severity]) => severity === 'error');
        expect(errors.length > 0).toBe(paid instanceof CellError);
      }),
      { seed: 3, numRuns: 1000 },
    );
  });

  it('lists as many findings as there is room for, errors first, and counts the others', () => {
    const plan = [
      [0, 0.02],
      [1000, 0.03],
      [2000, 0.04],
      [3000, 20],
    ];
    const shown = (n: number) => rowsOf(planCheck.call([plan, 'whole', 'en', n])).slice(1);
    expect(shown(4).map(([row, severity]) => [row, severity])).toEqual([
      [2, 'note'],
      [3, 'note'],
      [4, 'error'],
      [4, 'note'],
    ]);
    expect(shown(2)).toEqual([
      [4, 'error', 'rate 20 is above 1: 20% is written as 0.2 or 20%'],
      [null, '…', '3 more findings'],
    ]);
    expect(shown(1)).toEqual([[null, '…', '4 more findings']]);
    expect(shown(3).at(-1)).toEqual([null, '…', '2 more findings']);
    expect(rowsOf(planCheck.call([plan, 'whole', 'zh', 3])).at(-1)).toEqual([null, '…', '另有 2 条']);
    expectError(planCheck.call([plan, 'whole', 'en', 0]), '#VALUE!', 'n', '1');
  });

  it('is headed and worded in both languages unless one is asked for', () => {
    const [header, row] = rowsOf(
      planCheck.call([
        [
          [0, 0.02],
          [5, 0.01],
        ],
        'marginal',
      ]),
    );
    expect(header).toEqual(['Row 行', 'Severity 程度', 'Finding 发现']);
    expect(row).toEqual([2, 'warning 疑点', 'the rate falls from 2% to 1% 比例由 2% 降为 1%']);
  });

  it('names the argument of what does not fit', () => {
    expectError(planCheck.call([]), '#VALUE!', 'tiers', 'missing');
    expectError(planCheck.call([[[0, 0.02]], 'both ways']), '#VALUE!', 'mode', '"whole", "marginal"');
  });
});
