import { describe, expect, it } from 'vitest';
import { CellError, errorCodeIn, isBlankText, isBlankToken } from '../../src/kernel/cell.ts';
import { at, expected, invalid, place, shown } from '../../src/kernel/errors.ts';
import { heading, headings } from '../../src/kernel/headings.ts';
import { labelKey } from '../../src/kernel/label.ts';
import { ratio } from '../../src/kernel/ratio.ts';
import { Sum, sumOf } from '../../src/kernel/sum.ts';
import {
  addLanguage,
  fixedWords,
  LANGUAGES,
  type Language,
  languageOf,
  languages,
  otherLanguage,
  piecesOf,
  say,
} from '../../src/kernel/text.ts';

describe('errorCodeIn(text)', () => {
  it('knows an error as Google Sheets hands it over', () => {
    expect(errorCodeIn('#N/A')).toBe('#N/A');
    expect(errorCodeIn('#DIV/0! (divide by zero)')).toBe('#DIV/0!');
    expect(errorCodeIn('#1 in sales')).toBeUndefined();
    expect(errorCodeIn('#N/Ament')).toBeUndefined();
    expect(errorCodeIn('N/A')).toBeUndefined();
  });
});

describe('isBlankText(text) and isBlankToken(text)', () => {
  it('tell nothing from something', () => {
    expect(['', '  ', '\t'].every(isBlankText)).toBe(true);
    expect(['', 'NA', 'na', ' N/A ', '-', '–', '—', '无'].every(isBlankToken)).toBe(true);
    expect(['0', 'no', 'none', 'NAN', '--', '无效'].some(isBlankToken)).toBe(false);
  });
});

describe('labelKey(label)', () => {
  it('makes one of what people write in several ways', () => {
    expect(labelKey(' Ａnn   Lee ')).toBe(labelKey('ann lee'));
    expect(labelKey('王 伟')).not.toBe(labelKey('王伟'));
  });

  it('sees no characters that nobody sees', () => {
    expect(labelKey('A\u200Bnn\uFEFF  Lee\u00AD')).toBe('ann lee');
    expect(labelKey('\u202A王\u200D伟\u202C')).toBe('王伟');
  });
});

describe('at(error, place) and shown(cell)', () => {
  it('put the place in front, in both languages', () => {
    const error = at(
      invalid('wrong', '不对'),
      place.join(place.parameter('sales', { en: 'Sales', zh: '销售额' }), place.row(2)),
    );
    expect(error).toMatchObject({
      code: '#VALUE!',
      message: { en: 'sales, row 3: wrong', zh: '销售额（sales）第 3 行：不对' },
    });
  });

  it('show a cell as it is, shortened', () => {
    expect([null, 'x', 1.5, true, invalid('a', 'b')].map(shown)).toEqual(['""', '"x"', '1.5', 'true', '#VALUE!']);
    expect(shown('y'.repeat(31))).toBe(`"${'y'.repeat(30)}…"`);
  });
});

describe('expected', () => {
  it('says in both languages what is wrong with an argument', () => {
    const said = ({ message: { en, zh } }: CellError): string[] => [en, zh];
    expect(said(expected.single(2, 3))).toEqual([
      'expected a single cell, found a range of 2×3',
      '应为单个单元格，实为 2×3 的区域',
    ]);
    expect(said(expected.range())).toEqual(['the range is empty', '区域不能为空']);
    expect(said(expected.argument())).toEqual(['this argument is missing', '缺少此参数']);
    expect(said(expected.blankTarget())).toEqual([
      'target: the cell is blank, and the tiers are shares of a target',
      'target（目标）：单元格为空，而档位起点是目标的比例',
    ]);
    expect(said(expected.oneOf('x', ['"a"', '"b"']))).toEqual([
      'expected one of "a", "b", found "x"',
      '应为 "a"、"b" 之一，实为"x"',
    ]);
    expect(said(expected.header('a', 'b'))[1]).toBe('b 首格为标题，a 首格为数字：两个区域应同时含或不含标题');
    expect(said(expected.sameShape('a', '1×2', 'b', '2×1'))[1]).toBe('区域大小不一致：a 为 1×2，b 为 2×1');
    expect(said(expected.between(5, 1, 3))[1]).toBe('应在 1 与 3 之间，实为 5');
    expect(said(expected.between(0, 1, Number.MAX_VALUE))[1]).toBe('应不小于 1，实为 0');
    expect(said(expected.between(5, -Number.MAX_VALUE, 3))[1]).toBe('应不大于 3，实为 5');
    const reasons = ['x', true, null, 1 / 0].map(cell => expected.number(cell).message);
    expect(reasons.map(({ zh }) => /文本|逻辑值|空值|值/.exec(zh)?.[0])).toEqual(['文本', '逻辑值', '空值', '值']);
    expect(reasons.map(({ en }) => /the text|the logical value|a blank|the value/.exec(en)?.[0])).toEqual([
      'the text',
      'the logical value',
      'a blank',
      'the value',
    ]);
  });
});

describe('ratio(part, whole, wholeName)', () => {
  it('is #DIV/0! for a whole of 0 and says which', () => {
    expect(ratio(1, 4, 'whole')).toBe(0.25);
    const error = ratio(1, 0, 'target');
    expect(error).toBeInstanceOf(CellError);
    expect(error).toMatchObject({ code: '#DIV/0!', message: { en: 'target is 0', zh: 'target 为 0' } });
  });
});

describe('Sum and sumOf(values)', () => {
  it('loses no cent in a million additions', () => {
    const sum = new Sum();
    for (let index = 0; index < 1_000_000; index++) sum.add(0.01);
    expect(sum.value).toBe(10_000);
    expect(sumOf([1e15, 0.5, -1e15])).toBe(0.5);
    expect(sumOf([])).toBe(0);
  });
});

describe('heading(text, language) and headings(texts, language)', () => {
  it('write one language or both', () => {
    const name = { en: 'Name', zh: '姓名' };
    expect([heading(name, 'en'), heading(name, 'zh'), heading(name, 'both')]).toEqual(['Name', '姓名', 'Name 姓名']);
    expect(headings([name, name], 'zh')).toEqual(['姓名', '姓名']);
  });
});

describe('languageOf(tag)', () => {
  it('reads every Chinese tag as Chinese, every other as English', () => {
    expect(['zh-CN', 'zh_TW', 'ZH-Hans', 'zh'].map(languageOf)).toEqual(['zh', 'zh', 'zh', 'zh']);
    expect(['en-US', 'de', '', null, undefined].map(languageOf)).toEqual(['en', 'en', 'en', 'en', 'en']);
  });
});

describe('piecesOf(text, longest)', () => {
  it('cuts a text into pieces that make it up again', () => {
    expect(piecesOf('abcdefg', 3)).toEqual(['abc', 'def', 'g']);
    expect(piecesOf('abcdef', 3)).toEqual(['abc', 'def']);
    expect(piecesOf('ab', 3)).toEqual(['ab']);
    expect(piecesOf('', 3)).toEqual([]);
  });

  it('cuts at whole characters', () => {
    expect(piecesOf('ab😀cd', 3)).toEqual(['ab', '😀c', 'd']);
    expect(piecesOf('😀😀😀', 3)).toEqual(['😀', '😀', '😀']);
    expect(piecesOf('a😀b', 3)).toEqual(['a😀', 'b']);
  });
});

describe('addLanguage()', () => {
  it('finds its words by the English ones, stays English where it has none, and is offered after the others', () => {
    const french = 'fr' as Language;
    const words: Readonly<Record<string, string>> = { Target: 'Objectif' };
    addLanguage(french, { tag: 'fr', comma: ', ', space: ' ', colon: ' : ' }, english => words[english]);
    expect([say('Target', '目标'), say('Gap', '差额')].map(text => text[french])).toEqual(['Objectif', 'Gap']);
    expect(languages).toEqual(['en', 'zh', 'fr']);
    expect(LANGUAGES[french].colon).toBe(' : ');
    expect(['fr-CA', 'FR', 'de', 'zh-CN'].map(languageOf)).toEqual(['fr', 'fr', 'en', 'zh']);
    expect([otherLanguage('zh'), otherLanguage(french)]).toEqual(['fr', 'en']);
    expect(say('Target', '目标')).toEqual({ en: 'Target', zh: '目标', fr: 'Objectif' });
    expect(fixedWords('off', '休')).toEqual({ en: 'off', zh: '休', fr: 'off' });
  });
});
