import { describe, expect, it } from 'vitest';
import { achievement } from '../../src/functions/achievement.ts';
import { nps } from '../../src/functions/nps.ts';
import { type Dialect, excelDialect, sheetsDialect } from '../../src/plan/dialect.ts';
import {
  blankAsZero,
  builtin,
  column,
  columnNamed,
  columnOf,
  columns,
  type Expression,
  kpi,
  operator,
  parameter,
  value,
} from '../../src/plan/expression.ts';
import { f } from '../../src/plan/formulaText.ts';
import { headingsIn, listBelow, rowsBelow, withHeadings } from '../../src/plan/headings.ts';
import { layOut } from '../../src/plan/layout.ts';
import { formula, headedFormula } from '../../src/plan/print.ts';
import type { ColumnSpec, SheetSpec } from '../../src/plan/sheetSpec.ts';
import { NOTHING_TAKEN } from '../support/planning.ts';

const label = (en: string) => ({ en, zh: en });

const SPEC: SheetSpec = {
  template: 'test',
  name: label('Test'),
  prefix: 'Test',
  title: 'Test',
  subtitle: label(''),
  orientation: 'portrait',
  frozenColumns: 0,
  parameters: [
    { key: 'AsOf', label: label('As of'), format: 'date', value: 1 },
    { key: 'Cap', label: label('Cap'), format: 'money', value: null, optional: true },
  ],
  tables: [
    {
      key: 'Rows',
      spare: 0,
      above: [],
      rows: [{}, {}],
      columns: [
        { key: 'a', label: label('A mount'), format: 'money' },
        { key: 'b', label: label("It's [x] #1"), format: 'money' },
        { key: 'c', label: label('目标'), format: 'money' },
      ],
    },
  ],
};

function printed(expression: Expression, dialect = excelDialect, row: number | undefined = 0): string {
  const layout = layOut(SPEC, { language: 'en', dialect, taken: NOTHING_TAKEN });
  const [table] = layout.tables;
  if (!table) throw new Error('no table');
  return formula(expression, layout, dialect === excelDialect && row !== undefined ? { table, row } : { table });
}

/** A computed column in Google Sheets, with its heading. */
function headed(column: Pick<ColumnSpec, 'formula' | 'spills'>, ...headings: string[]): string {
  return headedIn(sheetsDialect, column, headings);
}

function headedIn(dialect: Dialect, column: Pick<ColumnSpec, 'formula' | 'spills'>, headings: string[]): string {
  const layout = layOut(SPEC, { language: 'en', dialect, taken: NOTHING_TAKEN });
  const [table] = layout.tables;
  if (!table) throw new Error('no table');
  return headedFormula({ key: 'x', label: label('X'), format: 'money', ...column }, table, headings, layout);
}

/** A formula outside a table, in Google Sheets. */
function inCell(expression: Expression): string {
  return formula(expression, layOut(SPEC, { language: 'en', dialect: sheetsDialect, taken: NOTHING_TAKEN }), {});
}

const call = kpi(achievement, { actual: column('a'), target: blankAsZero(column('c')) });

describe('columnNamed(name)', () => {
  const named = columnNamed('Other_Name');

  it('is its name in Excel, and where the name begins below the heading', () => {
    const below = layOut(SPEC, { language: 'en', dialect: sheetsDialect, taken: NOTHING_TAKEN, below: ['Other'] });
    for (const expression of [builtin('COUNTIF', named, value('?*')), builtin('INDEX', named, value(1))]) {
      expect(formula(expression, below, {})).toBe(printed(expression, excelDialect));
    }
    expect(formula(kpi(nps, { scores: named }), below, {})).toBe('=KPI_NPS(Other_Name)');
  });

  it('is what stands below its heading in Google Sheets', () => {
    const rows = 'ROW(Other_Name)>MIN(ROW(Other_Name))';
    expect(inCell(kpi(nps, { scores: named }))).toBe(`=KPI_NPS(FILTER(Other_Name,${rows}))`);
    expect(inCell(builtin('SUM', builtin('IF', operator(named, '=', value('')), value(1), named)))).toBe(
      `=ARRAYFORMULA(SUM(FILTER(IF(Other_Name="",1,Other_Name),${rows})))`,
    );
    expect(inCell(builtin('COUNTIF', named, value('?*')))).toBe(
      '=COUNTIF(Other_Name,"?*")-COUNTIF(INDEX(Other_Name,1),"?*")',
    );
    expect(inCell(builtin('COUNTIF', named, value('red')))).toBe('=COUNTIF(Other_Name,"red")');
    expect(inCell(builtin('SUM', named))).toBe('=SUM(Other_Name)-SUM(INDEX(Other_Name,1))');
    expect(inCell(builtin('INDEX', named, value(2)))).toBe('=INDEX(Other_Name,1+2)');
    expect(headed({ spills: { columns: 1, formula: builtin('IF', named, named, named) } }, 'X')).toBe(
      `=ARRAYFORMULA(VSTACK("X",FILTER(IF(Other_Name,Other_Name,Other_Name),${rows})))`,
    );
  });
});

describe('formula(expression, layout, position)', () => {
  it('writes structured references for Excel, with brackets and escapes where a heading needs them', () => {
    expect(printed(column('c'))).toBe('=[@目标]');
    expect(printed(column('a'))).toBe('=[@[A mount]]');
    expect(printed(column('b'))).toBe("=[@[It''s '[x'] '#1]]");
    expect(printed(columnOf('Rows', 'a'))).toBe('=Test[A mount]');
    expect(printed(columnOf('Rows', 'a', 'c'))).toBe('=Test[[A mount]:[目标]]');
    expect(printed(columns('a', 'c'))).toBe('=Test[@[A mount]:[目标]]');
  });

  it('hands blanks to Excel’s custom functions as texts', () => {
    expect(printed(call)).toBe('=KPI.ACHIEVEMENT(IF([@[A mount]]="","",[@[A mount]]),[@目标])');
    const capped = kpi(achievement, { actual: f`Cap`, target: f`AsOf` });
    expect(printed(capped)).toBe('=KPI.ACHIEVEMENT(IF(Test_Cap="","",Test_Cap),Test_AsOf)');
    expect(printed(kpi(nps, { scores: f`Rows[a:c]` }))).toBe(
      '=KPI.NPS(IF(Test[[A mount]:[目标]]="","",Test[[A mount]:[目标]]))',
    );
    expect(printed(f`[c]+[c]`)).toBe('=[@目标]+[@目标]');
  });

  it('does so in the branches of a condition that has not looked at them', () => {
    const kept = (actual: Expression) => printed(kpi(achievement, { actual, target: 1 }));
    expect(kept(f`IF([b]=0,"",[c])`)).toMatch(/=0,"",IF\(\[@目标\]="","",\[@目标\]\)\),1\)$/);
    expect(kept(f`IF([c]=0,"",[c])`)).toBe('=KPI.ACHIEVEMENT(IF([@目标]=0,"",[@目标]),1)');
    expect(kept(f`IF([c]<0,IF([a]=0,"",[c]),"")`)).not.toMatch(/目标\]=""/);
    expect(kept(f`IF(COUNTIF(Rows[c],0)>0,Rows[c],Rows[a])`)).toBe(
      '=KPI.ACHIEVEMENT(IF(COUNTIF(Test[目标],0)>0,Test[目标],IF(Test[A mount]="","",Test[A mount])),1)',
    );
    expect(kept(f`[c]*2`)).toBe('=KPI.ACHIEVEMENT([@目标]*2,1)');
  });

  it('begins ranges in Google Sheets at the heading, which calls of ours are not given', () => {
    const filtered = columnOf('Rows', 'a');
    expect(inCell(builtin('INDEX', filtered, value(1)))).toBe('=INDEX($A$7:$A$9,1+1)');
    expect(inCell(builtin('INDEX', filtered, builtin('MATCH', value(5), filtered, value(0))))).toBe(
      '=INDEX($A$7:$A$9,MATCH(5,$A$7:$A$9,0))',
    );
    expect(inCell(builtin('COUNTIF', filtered, value('<>')))).toBe('=COUNTIF($A$7:$A$9,"<>")-COUNTIF($A$7,"<>")');
  });

  it('wraps a cell’s own formula that filters a range, but no plain total', () => {
    const filtered = builtin('IF', operator(columnOf('Rows', 'a'), '>', value(0)), columnOf('Rows', 'c'), value(''));
    const total = builtin('SUM', columnOf('Rows', 'a'));
    expect(inCell(operator(total, '/', value(2)))).toBe('=(SUM($A$7:$A$9)-SUM($A$7))/2');
    expect(inCell(kpi(nps, { scores: filtered }))).toBe(
      '=ARRAYFORMULA(KPI_NPS(FILTER(IF($A$7:$A$9>0,$C$7:$C$9,""),ROW($A$7:$A$9)>ROW($A$7))))',
    );
    expect(inCell(kpi(nps, { scores: columnOf('Rows', 'a') }))).toBe(
      '=KPI_NPS(FILTER($A$7:$A$9,ROW($A$7:$A$9)>ROW($A$7)))',
    );
  });

  it('leaves out arguments in the middle and cuts them at the end', () => {
    const weighted = kpi(achievement, { actual: value(1), target: value(2), weight: value(0.5) });
    expect(printed(weighted)).toBe('=KPI.ACHIEVEMENT(1,2,,0.5)');
  });

  it('keeps the order of nested operators, and doubles quotes in texts', () => {
    const sum = operator(operator(value(1), '+', value(2)), '*', parameter('AsOf'));
    expect(printed(sum)).toBe('=(1+2)*Test_AsOf');
    expect(printed(builtin('IF', value(true), value('say "x"'), value(false)))).toBe('=IF(TRUE,"say ""x""",FALSE)');
  });
});

describe('headedFormula(column, table, headings, layout)', () => {
  const IN_HEADING = 'ROW(A$7:A$9)=ROW(A$7)';

  it('writes one call for the heading and all rows; the heading’s own row arrives as a blank', () => {
    expect(headed({ formula: call }, 'Achievement')).toBe(
      `=ARRAYFORMULA(IF(${IN_HEADING},"Achievement",KPI_ACHIEVEMENT(IF(${IN_HEADING},"",A$7:A$9),IF(${IN_HEADING},"",C$7:C$9))))`,
    );
    expect(headed({ formula: operator(column('a'), '-', column('c')) }, 'The "gap"')).toBe(
      `=ARRAYFORMULA(IF(${IN_HEADING},"The ""gap""",A$7:A$9-C$7:C$9))`,
    );
  });

  it('puts lists and tables below their headings; they are given the rows without the heading', () => {
    const spilled = kpi(nps, { scores: columnOf('Rows', 'a') });
    const rows = 'KPI_NPS(FILTER($A$7:$A$9,ROW($A$7:$A$9)>ROW($A$7)))';
    expect(headed({ spills: { columns: 1, formula: spilled } }, 'Score')).toBe(
      `=ARRAYFORMULA(VSTACK("Score",${rows}))`,
    );
    expect(headed({ spills: { columns: 2, formula: spilled } }, 'A', 'B')).toBe(
      `=ARRAYFORMULA(IFNA(VSTACK({"A","B"},${rows}),""))`,
    );
  });

  it('puts lists below their headings in Excel, too, by a function of ours', () => {
    const rows = 'KPI.NPS(IF(Test[A mount]="","",Test[A mount]))';
    const listed = (count: number, ...headings: string[]) =>
      headedIn(
        excelDialect,
        { spills: { columns: count, formula: kpi(nps, { scores: columnOf('Rows', 'a') }) } },
        headings,
      );
    const one = listed(1, 'The "score"');
    expect(one).toBe(`=KPI.WITH_HEADINGS("The ""score""",${rows})`);
    const two = listed(2, 'A', 'B');
    expect(two).toBe(`=KPI.WITH_HEADINGS({"A","B"},${rows})`);
    expect([headingsIn(one), headingsIn(two)]).toEqual([['The "score"'], ['A', 'B']]);
    expect(withHeadings(two, ['X', 'Y'])).toBe(`=KPI.WITH_HEADINGS({"X","Y"},${rows})`);
    expect(listBelow(two)).toEqual({ headings: ['A', 'B'], list: `=${rows}` });
    expect(listBelow(one)?.list).toBe(`=${rows}`);
  });

  it('headingsIn(formula), withHeadings(formula, texts), rowsBelow(formula) read it again, in both notations', () => {
    const one = headed({ formula: call }, 'A "b"');
    expect(headingsIn(one)).toEqual(['A "b"']);
    expect(headingsIn(withHeadings(one, ['达成率']))).toEqual(['达成率']);
    expect(rowsBelow(one)).toEqual({ heading: 'A "b"', rows: '=KPI_ACHIEVEMENT(A$7:A$9,C$7:C$9)' });
    const two = '=ARRAYFORMULA(IFNA(VSTACK({"A"\\"B"};KPI_NPS(A1:A2));""))';
    expect(headingsIn(two)).toEqual(['A', 'B']);
    expect(withHeadings(two, ['X', 'Y'])).toBe('=ARRAYFORMULA(IFNA(VSTACK({"X"\\"Y"};KPI_NPS(A1:A2));""))');
    expect([headingsIn('=ARRAYFORMULA(IF(A1:A2="","",1))'), rowsBelow(two), withHeadings('=A1', ['X'])]).toEqual([
      [],
      undefined,
      '=A1',
    ]);
  });
});
