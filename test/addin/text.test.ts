import { describe, expect, it } from 'vitest';
import { plainText } from '../../addin/ops/text.ts';
import { readTyped } from '../../workbench/excel/typed.ts';

/** Texts that Excel would take for something else if they were typed. */
const TREACHEROUS = [
  '=1+1',
  '+44 20',
  '-',
  '-5 %',
  '@name',
  "'quoted",
  '007',
  '1/2',
  '3-4',
  '1E5',
  'Jan 5',
  'march 2026',
  'TRUE',
  'false',
  '12:30',
  '2026年3月',
  '50%',
  '(5)',
  '$5',
  '￥5',
  '上午9时',
  '#N/A',
];
const PLAIN = ['Anna', '王芳', 'Product 1', 'Target', 'Éva', 'Q1', 'a=b', ''];

describe('plainText()', () => {
  it.each(TREACHEROUS)('puts an apostrophe before %s, which Excel takes away again', text => {
    expect(plainText(text)).toBe(`'${text}`);
    expect(readTyped(plainText(text))).toMatchObject({ is: 'data', data: { v: text } });
  });

  it.each(PLAIN)('leaves the word "%s" as it is', text => {
    expect(plainText(text)).toBe(text);
  });
});
