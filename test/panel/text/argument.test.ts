import { describe, expect, it } from 'vitest';
import { choice, choiceOr, date, number, text } from '../../../src/kernel/parameters.ts';
import { numbers } from '../../../src/kernel/ranges.ts';
import { readArgument } from '../../../src/panel/text/argument.ts';

const both = (word: string) => ({ en: word, zh: word });
const words = { label: { en: 'Score', zh: '得分' }, about: { en: '', zh: '' } };
const figure = number({ ...words, minimum: 0, maximum: 10 });

describe('readArgument(typed, parameter)', () => {
  it.each([
    ['d5:d24', 'D5:D24', { rows: 20, columns: 1 }],
    ['$B$2', '$B$2', { rows: 1, columns: 1 }],
    ['Ｄ５：Ｅ６', 'D5:E6', { rows: 2, columns: 2 }],
    ["'North region'!A1:B2", "'North region'!A1:B2", { rows: 2, columns: 2 }],
    ['目标!C5', '目标!C5', { rows: 1, columns: 1 }],
    ['D:D', 'D:D', undefined],
    ['D5:D', 'D5:D', undefined],
    ['Tracker[Actual]', 'Tracker[Actual]', undefined],
    ['Target_2026', 'Target_2026', undefined],
    ['本月目标', '本月目标', undefined],
    ['D5*2', 'D5*2', undefined],
    ['=SUM(A1:A3)', 'SUM(A1:A3)', undefined],
  ])('takes %s as a reference', (typed, formula, size) => {
    expect(readArgument(typed, figure)).toEqual({ is: 'reference', formula, size });
  });

  it('takes numbers, within the parameter’s bounds', () => {
    expect(readArgument('80%', figure)).toEqual({ is: 'literal', formula: '0.8', value: 0.8 });
    expect(readArgument('11', figure)).toEqual({
      is: 'problem',
      problem: { en: 'Expected a number from 0 to 10, found 11.', zh: '应在 0 与 10 之间，实为 11。' },
    });
  });

  it('quotes texts, and doubles the quotation marks in them', () => {
    const word = text(words);
    expect(readArgument('North region', word)).toMatchObject({ is: 'literal', formula: '"North region"' });
    expect(readArgument('5" disk', word)).toMatchObject({ is: 'literal', formula: '"5"" disk"' });
    expect(readArgument('"A1"', word)).toMatchObject({ is: 'literal', formula: '"A1"' });
    expect(readArgument('A1', word)).toMatchObject({ is: 'reference', formula: 'A1' });
    expect(readArgument('"open', word)).toMatchObject({ is: 'problem' });
  });

  it('takes the word of a choice as such, though a cell may be called so', () => {
    const statistic = choiceOr('mean', [choice('mean', both('Mean')), choice('p90', both('p90'))], words);
    expect(readArgument('p90', statistic)).toEqual({ is: 'literal', formula: '"p90"', value: 'p90' });
    expect(readArgument('Q90', statistic)).toMatchObject({ is: 'reference', formula: 'Q90' });
  });

  it('takes days of the calendar only', () => {
    const day = date(words);
    expect(readArgument('2026-01-31', day)).toMatchObject({ is: 'literal', formula: 'DATE(2026,1,31)', value: 46053 });
    expect(readArgument('2026年1月31日', day)).toMatchObject({ is: 'literal', value: 46053 });
    expect(readArgument('2026-02-30', day)).toMatchObject({ is: 'problem' });
  });

  it('takes values in a row for a list', () => {
    const list = numbers(words);
    expect(readArgument('9, 10, 8', list)).toMatchObject({ formula: '{9,10,8}', value: [[9, 10, 8]] });
    expect(readArgument('9，10、8', list)).toMatchObject({ formula: '{9,10,8}' });
    expect(readArgument('{9;10}', list)).toMatchObject({ formula: '{9;10}', value: [[9], [10]] });
    expect(readArgument('9, good', list)).toMatchObject({ is: 'problem' });
  });

  it('says what to give instead of what makes no sense', () => {
    expect(readArgument('ten points', figure)).toEqual({
      is: 'problem',
      problem: { en: 'Give a number, or a cell such as D5.', zh: '请填写数字，或单元格（如 D5）。' },
    });
    expect(readArgument('(D5', figure)).toMatchObject({ is: 'problem' });
    expect(readArgument('=SUM(D5', figure)).toMatchObject({ is: 'problem' });
  });
});
