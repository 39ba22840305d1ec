import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { payoutCurve } from '../../src/functions/payoutCurve.ts';
import { column } from '../support/column.ts';
import { expectError } from '../support/expectError.ts';
import { expectSame } from '../support/expectSame.ts';

const CURVE = [
  [1, 1],
  [0.8, 0.5],
  [1.2, 2],
];
const at = (achievement: number, ...rest: readonly (string | number | null)[]) =>
  payoutCurve.call([achievement, CURVE, ...rest]);

describe('PAYOUT_CURVE(achievement, curve, [between], [cap])', () => {
  it('goes along the line between points, in whatever order they stand', () => {
    expect([0.79, 0.8, 0.9, 1, 1.1, 1.2, 1.5].map(share => at(share))).toEqual([0, 0.5, 0.75, 1, 1.5, 2, 2]);
  });

  it('takes the lower point’s payout in steps', () => {
    expect([0.79, 0.9, 1, 1.1, 1.2].map(share => at(share, 'step'))).toEqual([0, 0.5, 1, 1, 2]);
    expect(at(0.9, '阶梯')).toBe(0.5);
  });

  it('is on a point where only the binary number is not', () => {
    expect(at(0.1 + 0.7)).toBe(0.5);
    expect(at(3 * 0.4, 'step')).toBe(2);
  });

  it('pays the cap at most', () => {
    expect([0.9, 1.5].map(share => at(share, null, 1.8))).toEqual([0.75, 1.8]);
  });

  it('takes headings, blank rows and a column of achievements', () => {
    const curve = [
      ['达成率', '兑现系数'],
      [0.8, 0.5],
      [null, null],
      [1, 1],
    ];
    expectSame(payoutCurve.call([column(0.9, null, 2), curve]), column(0.75, null, 1));
  });

  it('is monotone where its points are, and continuous along the line', () => {
    const points = fc.uniqueArray(fc.integer({ min: 0, max: 300 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(points, fc.integer({ min: 1, max: 50 }), fc.integer({ min: 0, max: 350 }), (places, rise, place) => {
        const sorted = places.toSorted((a, b) => a - b);
        const curve = sorted.map((share, index) => [share / 100, (index * rise) / 10]);
        const pay = (share: number, between: string): number => Number(payoutCurve.call([share, curve, between]));
        for (const between of ['linear', 'step'])
          expect(pay(place / 100, between)).toBeLessThanOrEqual(pay((place + 1) / 100, between));
        const start = (sorted[0] ?? 0) / 100;
        if (place / 100 > start)
          expect(Math.abs(pay(place / 100, 'linear') - pay(place / 100 - 1e-9, 'linear'))).toBeLessThan(1e-6);
      }),
      { seed: 8, numRuns: 500 },
    );
  });

  it('says what is wrong with the curve, by its row', () => {
    expectError(
      payoutCurve.call([
        1,
        [
          [1, 1],
          [1, 2],
        ],
      ]),
      '#VALUE!',
      'curve',
      'row 2',
      'also in row 1',
    );
    expectError(payoutCurve.call([1, [[1, -1]]]), '#VALUE!', 'curve', 'row 1', '-1');
    expectError(payoutCurve.call([1, [[80, 1]]]), '#VALUE!', 'achievement', '80');
    expectError(payoutCurve.call([1, [[1, 'x']]]), '#VALUE!', 'payout', '"x"');
    expectError(
      payoutCurve.call([
        1,
        [
          ['a', 'b'],
          [1, 1],
          ['x', 2],
        ],
      ]),
      '#VALUE!',
      '第 3 行',
    );
    expectError(payoutCurve.call([1, [['a', 'b']]]), '#VALUE!', 'at least one point');
    expectError(payoutCurve.call([1, [[1], [2]]]), '#VALUE!', 'columns');
  });

  it('says what is wrong with the rest', () => {
    expectError(at(95), '#VALUE!', '0.95');
    expectError(at(1, 'around'), '#VALUE!', 'between');
    expectError(payoutCurve.call(['x', CURVE]), '#VALUE!', 'achievement');
  });
});
