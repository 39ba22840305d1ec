import { describe, expect, it } from 'vitest';
import { rag } from '../../src/functions/rag.ts';
import { teamBonus } from '../../src/functions/teamBonus.ts';
import { column, rowsOf } from '../support/column.ts';
import { errorCell } from '../support/errorCell.ts';
import { expectError } from '../support/expectError.ts';
import { expectSame } from '../support/expectSame.ts';

describe('RAG(achievement, [amber_from], [green_above], [style], [count], [minimum_count])', () => {
  it('is red below 80 %, amber to 100 % inclusive, green above', () => {
    expectSame(rag.call([column(0.7999, 0.8, 0.94, 1, 1.0001)]), column('red', 'amber', 'amber', 'amber', 'green'));
  });

  it('gives the lights of the tracker: 105 % green, 75 % red, 110 % green', () => {
    expectSame(rag.call([column(1.05, 0.75, 1.1)]), column('green', 'red', 'green'));
  });

  it('writes the light as a word, a Chinese word, a symbol or a code', () => {
    const four = column(0.5, 0.9, 1.1, null);
    expectSame(rag.call([four, null, null, 'zh']), column('红', '黄', '绿', '无数据'));
    expectSame(rag.call([four, null, null, 'emoji']), column('🔴', '🟡', '🟢', '⚪'));
    expectSame(rag.call([four, null, null, '代码']), column(-1, 0, 1, null));
    expectSame(rag.call([four]), column('red', 'amber', 'green', 'no data'));
  });

  it('takes other limits, each row its own', () => {
    expect(rag.call([0.75, 0.7])).toBe('amber');
    expect(rag.call([0.96, 0.7, 0.95])).toBe('green');
    expectSame(rag.call([0.9, column(0.8, 0.95)]), column('amber', 'red'));
  });

  it('is "no data" for a blank, and where there are too few cases', () => {
    expect(rag.call([null])).toBe('no data');
    expect(rag.call([1.2, null, null, null, 4, 5])).toBe('no data');
    expect(rag.call([1.2, null, null, null, 5, 5])).toBe('green');
    expectSame(rag.call([1.2, null, null, null, column(9, null), 5]), column('green', 'no data'));
    expect(rag.call([1.2, null, null, null, undefined, 5])).toBe('green');
  });

  it('does not change its light for the noise of binary arithmetic', () => {
    // 0.1 + 0.7 is 0.7999999999999999, 1.1 − 0.1 is 1.0000000000000002 or so: 80 % and 100 % all the same.
    expect(rag.call([0.1 + 0.7])).toBe('amber');
    expect(rag.call([1 + 2 ** -52])).toBe('amber');
  });

  it('names what does not fit', () => {
    expectError(rag.call([0.9, 1, 0.8]), '#VALUE!', 'amber_from (1) is above green_above (0.8)');
    expectError(rag.call([]), '#VALUE!', 'achievement', 'missing');
    expectError(rag.call([0.9, 0.8, 1, 'colour']), '#VALUE!', 'style', '"colour"');
    const rows = rowsOf(rag.call([column(1, 'n.a.', errorCell('#DIV/0!'))]));
    expectError(rows[1]?.[0], '#VALUE!', 'achievement, row 2', '"n.a."');
    expectError(rows[2]?.[0], '#DIV/0!', 'achievement, row 3');
  });

  it('refuses what nobody achieves: 95 typed for 95 %', () => {
    expectError(rag.call([95]), '#VALUE!', '95 would be 9500%; 95% is written as 0.95 or 95%');
    expectError(rag.call([50]), '#VALUE!', 'achievement');
    expect(rag.call([95])).toMatchObject({
      message: { zh: expect.stringMatching(/^达成率（achievement）：95 相当于/) },
    });
    expect(teamBonus.call([95, 1.1, 500])).toMatchObject({
      message: { zh: expect.stringMatching(/^达成率（achievement）：95 相当于/) },
    });
    expect(rag.call([49.99])).toBe('green');
    expect(rag.call([-95])).toBe('red');
  });

  it('is green exactly on the border where it is told so', () => {
    const at = (...rest: (string | number | undefined)[]) =>
      rag.call([1, 0.8, 1, 'text', undefined, undefined, ...rest]);
    expect(at()).toBe('amber');
    expect(at('above')).toBe('amber');
    for (const word of ['from', '达到', '>=', '≥']) expect(at(word)).toBe('green');
    expect(rag.call([0.1 + 0.2, 0.2, 0.3, 'zh', undefined, undefined, 'from'])).toBe('绿');
    expectError(at('maybe'), '#VALUE!', '"above", "from"');
  });
});
