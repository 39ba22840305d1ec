import { describe, expect, it } from 'vitest';
import { toUniver } from '../../../workbench/excel/structured.ts';

describe('toUniver()', () => {
  it.each([
    ['=[@Actual]/[@Target]', '=T[[#This Row],[Actual]]/T[[#This Row],[Target]]'],
    ['=[@[Actual to date]]', '=T[[#This Row],[Actual to date]]'],
    ['=SUM(Other[Actual])', '=SUM(Other[Actual])'],
    ['=Other[@Actual]', '=Other[[#This Row],[Actual]]'],
    ['=SUM([Actual])', '=SUM(T[Actual])'],
    ['=SUM(T[@[A]:[C]])', '=SUM(T[[#This Row],[A]:[C]])'],
    ['="[@Actual]"&[@Name]', '="[@Actual]"&T[[#This Row],[Name]]'],
    ["='a [b]'!A1+[@X]", "='a [b]'!A1+T[[#This Row],[X]]"],
    ['=KPI.NPS(A1:A9)', '=KPI.NPS(A1:A9)'],
  ])('%s', (excel, univer) => {
    expect(toUniver(excel, 'T')).toBe(univer);
  });

  it.each([
    ['=COUNT(S[Recommend us? (0–10)])', '=COUNT(S|Recommend us? (0–10)|Recommend us? (0–10)|all)'],
    ['=[@[Q1, net]]', '=T|Q1, net|Q1, net|row'],
    ['=[@[Gap (%)]]+[@Actual]', '=T|Gap (%)|Gap (%)|row+T[[#This Row],[Actual]]'],
    ['=SUM(S[[a-b]:[c (d)]])', '=SUM(S|a-b|c (d)|all)'],
    ["=S[Item '#1 (x)]", '=S|Item #1 (x)|Item #1 (x)|all'],
  ])('%s, whose heading Univer would not read, by its place', (excel, univer) => {
    const locate = (table: string, from: string, to: string, thisRow: boolean) =>
      [table, from, to, thisRow ? 'row' : 'all'].join('|');
    expect(toUniver(excel, 'T', locate)).toBe(univer);
  });

  it('refuses a row of no table, and brackets that stay open', () => {
    expect(() => toUniver('=[@Actual]', undefined)).toThrow(/invalid/);
    expect(() => toUniver('=T[Actual', 'T')).toThrow(/invalid/);
  });
});
