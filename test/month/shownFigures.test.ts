import { describe, expect, it } from 'vitest';
import { amountText, shareText } from '../../src/month/figures/shownFigures.ts';
import { words as asked } from '../../src/tables/questionWords.ts';

describe('amounts and shares as people read them', () => {
  it.each([
    [252750, '252,750'],
    [860000.5, '860,000.5'],
    [-1234567.891, '-1,234,567.891'],
    [999, '999'],
    [0.12345, '0.12345'],
    [0.1 + 0.2, '0.3'],
    [1e21, '1e+21'],
  ])('%d is %s', (amount, text) => {
    expect(amountText(amount)).toBe(text);
  });

  it.each([
    [0.015, '1.5%'],
    [0.07, '7%'],
    [12.5, '1,250%'],
  ])('%d is %s', (share, text) => {
    expect(shareText(share)).toBe(text);
  });

  it('stand in what is asked about a file', () => {
    const { en, zh } = asked.twice.number(1, 252750, 'D5');
    expect(en).toBe('1 row, 252,750 in sum, repeats the number of a deal that came before: D5');
    expect(zh).toBe('1 行（合计 252,750）与前面的编号重复：D5');
    expect(asked.totalDiffers(5, 'Total', 252750, 1000.5).zh).toBe(
      '第 5 行合计（Total）为 252,750，而各行相加为 1,000.5。',
    );
  });
});
