import { describe, expect, it } from 'vitest';
import { literal } from '../../appsscript/ops/literal.ts';
import { localFormula, standardFormula } from '../../src/plan/localFormula.ts';

describe('localFormula', () => {
  const formula = `=IF(A1="a,b;1.5",ROUND('My, sheet 1.5'!B2*0.25,2),{1,2.5;.5,4}&KPI_RAG(C1,0.8))`;

  it('localFormula() leaves a formula alone where the decimal sign is a point', () => {
    for (const locale of ['en_US', 'zh_CN', 'en_GB', 'ja_JP', 'not a locale']) {
      expect(localFormula(formula, locale)).toBe(formula);
    }
  });

  it('localFormula() separates by semicolons where it is a comma, and spares texts and names', () => {
    for (const locale of ['de_DE', 'fr_FR', 'pt_BR', 'ru_RU']) {
      expect(localFormula(formula, locale)).toBe(
        `=IF(A1="a,b;1.5";ROUND('My, sheet 1.5'!B2*0,25;2);{1\\2,5;,5\\4}&KPI_RAG(C1;0,8))`,
      );
    }
  });

  it('localFormula() parts arguments inside of an array by semicolons, and its cells by backslashes', () => {
    const stacked = '={"Pace","Light";ARRAYFORMULA(IF(A2:A9="",{1,2},ROUND(A2:A9*0.5,1))),B2:B9}';
    const local = '={"Pace"\\"Light";ARRAYFORMULA(IF(A2:A9="";{1\\2};ROUND(A2:A9*0,5;1)))\\B2:B9}';
    expect(localFormula(stacked, 'de_DE')).toBe(local);
    expect(standardFormula(local, 'de_DE')).toBe(stacked);
  });

  it('standardFormula() takes it back', () => {
    for (const locale of ['en_US', 'de_DE', 'fr_FR']) {
      expect(standardFormula(localFormula(formula, locale), locale)).toBe(formula);
    }
  });
});

describe('literal', () => {
  it.each([
    ...['=1', '+1', '-1', '@x', "'x", ' =1', '#N/A', '＝1', '＋x', '－x', '＠x', ' ＝A'],
    ...['007', '3-4', '2026-01', '50%', 'Jan 2026', 'Mai 5', 'CHF 5', 'kr 12', '１２', '5月3日'],
    ...['TRUE', ' false ', 'WAHR', 'Falsch', 'VRAI', 'faux', 'ИСТИНА', 'PRAWDA'],
  ])('literal(%j) is kept from being read as something else', text => {
    expect(literal(text)).toBe(`'${text}`);
  });

  it.each(['Person', '姓名', '', 'a = b', 'a＝b', 'true north', 'Wahrheit', 'CHF', 'Mai', 12, true])(
    'literal(%j) stays as it is',
    value => {
      expect(literal(value)).toBe(value);
    },
  );
});
