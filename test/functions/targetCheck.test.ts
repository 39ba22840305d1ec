import { describe, expect, it } from 'vitest';
import { targetCheck } from '../../src/functions/targetCheck.ts';
import { column, rowsOf } from '../support/column.ts';
import { errorCell } from '../support/errorCell.ts';
import { expectError } from '../support/expectError.ts';
import { expectSame } from '../support/expectSame.ts';

/** The trend is flat at 100; the next figure's deviation is √(400 ÷ 2 × (1 + 1 ÷ 4 + 2.5² ÷ 5)) = √500 = 22.36. */
const FLAT = column(110, 90, 90, 110);
const DEVIATION = Math.sqrt(500);

describe('TARGET_CHECK(target, history, [period], [style])', () => {
  it('cuts at −0.5, 0.5 and 1.5 standard deviations of the forecast’s error', () => {
    const verdictAt = (deviations: number) => targetCheck.call([100 + deviations * DEVIATION, FLAT]);
    expect([-0.51, -0.49, 0, 0.49, 0.51, 1.49, 1.51].map(verdictAt)).toEqual([
      'too low',
      'realistic',
      'realistic',
      'realistic',
      'stretch',
      'stretch',
      'unrealistic',
    ]);
  });

  it('says it in Chinese or in numbers', () => {
    expect([60, 100, 120, 200].map(target => targetCheck.call([target, FLAT, null, 'zh']))).toEqual([
      '偏低',
      '合理',
      '有挑战',
      '不现实',
    ]);
    expectSame(targetCheck.call([130, FLAT, null, 'number']), 30 / DEVIATION);
  });

  it('follows the trend of the history', () => {
    expect(targetCheck.call([130, column(100, 110, 120)])).toBe('realistic');
    expect(targetCheck.call([129, column(100, 110, 120)])).toBe('too low');
    expect(targetCheck.call([131, column(100, 110, 120)])).toBe('unrealistic');
  });

  it('follows the season where a period is given', () => {
    const seasonal = column(50, 150, 52, 149, 49, 151);
    expect(targetCheck.call([50, seasonal, 2])).toBe('realistic');
    expect(targetCheck.call([100, seasonal, 2])).toBe('unrealistic');
    expect(targetCheck.call([100, seasonal])).toBe('realistic');
  });

  it('judges a column of targets, each by its own row of the history', () => {
    const history = [
      [null, 100, 110, 120],
      [100, null, 120, 130],
      [1, 2, null, null],
      [null, null, null, null],
      [100, 110, 120, null],
    ];
    const result = rowsOf(targetCheck.call([column(130, 140, 3, null, 130), history])).map(([cell]) => cell ?? null);
    expect(result[0]).toBe('realistic');
    expectError(result[1] ?? null, '#VALUE!', 'row 2', 'history', 'a period in between is blank');
    expect(result[1]).toMatchObject({ message: { zh: expect.stringContaining('中间有一期为空') } });
    expectError(result[2] ?? null, '#N/A', 'row 3', 'found 2');
    expect(result[3]).toBeNull();
    // The last period is not there yet.
    expect(result[4]).toBe('realistic');
    expectError(targetCheck.call([[[1, 2]], [[1, 2]]]), '#VALUE!', 'target is 1×2, history is 1×2');
    expectError(targetCheck.call([column(1, 2), column(1, 2, 3)]), '#VALUE!', 'target is 2×1, history is 3×1');
  });

  it('is blank for a blank target', () => {
    expect(targetCheck.call([null, FLAT])).toBeNull();
  });

  it('takes losses, but not with a season', () => {
    expect(targetCheck.call([-90, column(-120, -110, -100)])).toBe('realistic');
    expectError(targetCheck.call([1, column(1, 1, -1, 1), 2]), '#VALUE!', 'history: row 3', 'found -1');
  });

  it('answers #N/A with too short a history, #DIV/0! for a number where there is no deviation', () => {
    expectError(targetCheck.call([1, column(1, 2)]), '#N/A', 'history', 'three values are needed at least, found 2');
    expectError(targetCheck.call([1, column(1, 2, 3), 2]), '#N/A', 'history', 'two full periods are needed');
    expectError(targetCheck.call([9, column(1, 2, 3), null, 'number']), '#DIV/0!', 'history', 'without any deviation');
    expect(targetCheck.call([4, column(1, 2, 3), null, 'number'])).toBe(0);
  });

  it('names the argument and the place of what does not fit', () => {
    expectError(targetCheck.call([1, column(1, null, 3, 4)]), '#VALUE!', 'history: row 2', 'the cell is blank');
    expectError(targetCheck.call([1, column(1, errorCell('#N/A'), 3)]), '#N/A', 'history: row 2');
    expectError(targetCheck.call(['x', FLAT]), '#VALUE!', 'target', '"x"');
    expectError(targetCheck.call([1, FLAT, 1]), '#VALUE!', 'period', 'found 1');
  });

  it('puts a target that stands exactly on a cut into the class below it', () => {
    // Flat at 100 with residuals 2, −6, 6, −2: √(80 ÷ 2 × 2.5) is 10 exactly.
    const tens = column(102, 94, 106, 98);
    const verdicts = (...targets: number[]) => targets.map(target => targetCheck.call([target, tens]));
    expect(verdicts(94.99, 95, 95.01)).toEqual(['too low', 'realistic', 'realistic']);
    expect(verdicts(104.99, 105, 105.01)).toEqual(['realistic', 'realistic', 'stretch']);
    expect(verdicts(114.99, 115, 115.01)).toEqual(['stretch', 'stretch', 'unrealistic']);
  });
});
