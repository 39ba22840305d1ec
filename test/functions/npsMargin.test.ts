import { describe, expect, it } from 'vitest';
import { npsMargin } from '../../src/functions/npsMargin.ts';
import { column } from '../support/column.ts';
import { expectError } from '../support/expectError.ts';
import { expectSame } from '../support/expectSame.ts';

describe('NPS_MARGIN(scores, [confidence])', () => {
  it('answers the half-width of the interval in points', () => {
    // p = 1/2, d = 1/4: 1.959963985 × 100 × √((0.75 − 0.0625) ÷ 4)
    expectSame(npsMargin.call([column(10, 10, 7, 0)]), 195.9963984540054 * Math.sqrt(0.171875));
  });

  it('is smaller the more people answer, and wider the surer it has to be', () => {
    const few = npsMargin.call([column(10, 7, 0, 9)]);
    const many = npsMargin.call([column(...Array.from({ length: 25 }, () => [10, 7, 0, 9]).flat())]);
    expectSame(many, Number(few) / 5);
    expectSame(npsMargin.call([column(10, 10, 7, 0), 0.99]), 257.58293035489 * Math.sqrt(0.171875));
  });

  it('knows the normal distribution', () => {
    const known = [
      [0.5, 0.6744897501960817],
      [0.8, 1.2815515655446008],
      [0.85, 1.439531470938456],
      [0.9, 1.6448536269514722],
      [0.95, 1.959963984540054],
      [0.99, 2.5758293035489004],
      [0.999, 3.2905267314919255],
    ];
    for (const [confidence = 0, z = 0] of known) {
      expect(npsMargin.call([column(10, 10, 7, 0), confidence])).toBeCloseTo(z * 100 * Math.sqrt(0.171875), 9);
    }
  });

  it('answers 0 where all are of one mind, and skips blanks', () => {
    expect(npsMargin.call([column(10, 9, 10)])).toBe(0);
    expect(npsMargin.call([column('Score', 7, 8, null, 'N/A')])).toBe(0);
  });

  it('answers #N/A without a score', () => {
    expectError(npsMargin.call([column(null)]), '#N/A', 'no score is filled in');
  });

  it('names the argument and the row of what does not fit', () => {
    expectError(npsMargin.call([column(10, 11)]), '#VALUE!', 'scores: row 2', 'from 0 to 10, found 11');
    expectError(npsMargin.call([column(10, 9.5)]), '#VALUE!', 'scores: row 2', 'whole number, found 9.5');
    expectError(npsMargin.call([column(10), 95]), '#VALUE!', 'confidence', 'found 95');
    expectError(npsMargin.call([column(10), 1]), '#VALUE!', 'confidence', 'found 1');
  });
});
