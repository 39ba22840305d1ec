import { describe, expect, it } from 'vitest';
import { fromUniver, ownRow, toUniver } from '../../../workbench/excel/structured.ts';

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
    '=COUNT(S[Recommend us? (0–10)])',
    '=S[[#This Row],[Q1, net]]',
    '=T[[#This Row],[Gap (%)]]+T[[#This Row],[Actual]]',
    '=SUM(S[[a-b]:[c (d)]])',
    "=S[Item '#1 (x)]",
    '=SUM(T[[#Headers],[Region’s target]])',
  ])('%s, whose heading Univer would not read, under another name, and back', excel => {
    const univer = toUniver(excel, 'T');
    expect(univer).toMatch(/^[=+(),:]?[\p{L}\p{N}\s_#[\]=+(),:]*$/u);
    expect(fromUniver(univer)).toBe(excel);
  });

  it('refuses a row of no table, and brackets that stay open', () => {
    expect(() => toUniver('=[@Actual]', undefined)).toThrow(/invalid/);
    expect(() => toUniver('=T[Actual', 'T')).toThrow(/invalid/);
  });
});

describe('ownRow()', () => {
  it.each([
    '=[@Actual]/[@Target]',
    '=[@[Actual to date]]',
    '=Other[@Actual]+SUM(Other[Actual])',
    '=SUM(T[@[A]:[C]])',
    '="T[[#This Row],[Actual]]"&[@Name]',
    '=[@[Gap (%)]]',
    '=KPI.NPS(A1:A9)',
  ])('%s is written as it was, in another row', excel => {
    const again = ownRow(fromUniver(toUniver(excel, 'T')), 'T').replace(
      'Other[[#This Row],[Actual]]',
      'Other[@Actual]',
    );
    expect(again).toBe(excel);
  });
});
