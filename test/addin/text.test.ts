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
/** Texts that Excel takes for something else in some language or region. */
const TREACHEROUS_ELSEWHERE = [
  'WAHR',
  'falsch',
  'VRAI',
  'faux',
  'VERDADERO',
  'ИСТИНА',
  'Mai 5',
  'mai 2026',
  'März 3',
  'Mrz 3',
  'févr. 5',
  'août 2026',
  'Okt-5',
  'ene 5',
  'мая 5',
  'maaliskuu 5',
  'Friday 5 May',
  'CHF 5',
  'CHF5',
  'kr 12',
  'EUR 1.000',
  'Kč 5',
  'R 5',
  'R5',
  'R$ 5',
  'zł 3',
  '令和8年3月',
  '오전 9:00',
  'tháng 5',
];
const PLAIN = [
  'Mai',
  'May',
  'kr',
  'Anna Mai',
  'Region 5',
  'Team 12',
  'Person 1',
  'Wahrheit',
  'Anna',
  '王芳',
  'Product 1',
  'Target',
  'Éva',
  'Q1',
  'a=b',
  '',
];

describe('plainText()', () => {
  it.each(TREACHEROUS)('puts an apostrophe before %s, which Excel takes away again', text => {
    expect(plainText(text)).toBe(`'${text}`);
    expect(readTyped(plainText(text))).toMatchObject({ is: 'data', data: { v: text } });
  });

  it.each(TREACHEROUS_ELSEWHERE)('puts an apostrophe before %s, which some Excel would read', text => {
    expect(plainText(text)).toBe(`'${text}`);
    expect(readTyped(plainText(text))).toMatchObject({ is: 'data', data: { v: text } });
  });

  it.each(PLAIN)('leaves the word "%s" as it is', text => {
    expect(plainText(text)).toBe(text);
  });
});
