import { describe, expect, it } from 'vitest';
import { amountText, shareText } from '../../src/month/shownFigures.ts';
import { words as asked } from '../../src/panel/imports/questionWords.ts';
import { words } from '../../src/panel/views/month/words.ts';

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

describe('what is said about one row, and about several', () => {
  it('is a sentence', () => {
    expect(words.repeated(1, 'D5').en).toBe('1 row repeats a number that came before (D5); it is counted');
    expect(words.repeated(2, 'D5').en).toBe('2 rows repeat a number that came before (for one, D5); they are counted');
    expect(words.otherMonths(1).en).toContain('1 row has a date in another month than its month column');
    expect(words.closing(1, 1).en).toBe('1 row will be added to the history; 1 of them restates an older one.');
    expect(words.applied(1).en).toContain('1 cell was written.');
    expect(words.withoutKey(1).en).toBe('1 row names nothing to match by');
  });
});
