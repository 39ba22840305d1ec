import { describe, expect, it } from 'vitest';
import type { Content, SheetGrid } from '../../src/grid/grid.ts';
import type { HealthFinding } from '../../src/health/check.ts';
import { checkUp, repairsOf } from '../../src/health/checkUp.ts';
import { excelDialect, sheetsDialect } from '../../src/plan/dialect.ts';
import { gridOf, sheetGrid, shown } from '../support/grids.ts';

const VERSIONS = new Map([['tracker', 2]]);
const inExcel = (...sheets: readonly SheetGrid[]) => checkUp(gridOf(...sheets), excelDialect, VERSIONS);
const inSheets = (...sheets: readonly SheetGrid[]) => checkUp(gridOf(...sheets), sheetsDialect, VERSIONS);
const whats = (findings: readonly HealthFinding[]) => findings.map(({ what }) => what.en);
/** What repairing writes, as "A1: content". */
const written = (findings: readonly HealthFinding[]) =>
  repairsOf(findings).flatMap(({ row, column, after }) =>
    after.flatMap((line, down) => line.map((content, right) => [row + down, column + right, text(content)] as const)),
  );
const text = (content: Content | undefined) =>
  typeof content === 'object' && content !== null && 'formula' in content ? content.formula : (content ?? null);

describe('checkUp', () => {
  it('checkUp() finds nothing where nothing is wrong', () => {
    const sheet = sheetGrid(
      [
        [1, 2, '=KPI.GROWTH(A1,B1)', { formula: '=KPI.NPS(IF(A1:A3="","",A1:A3))', shows: 40 }],
        [null, 'KPI_GROWTH(1,2)', '="KPI_GROWTH(1,2)"', { formula: '=SUM(KPI_2026!A1)', shows: shown('#NAME?') }],
        [0, '=A1', '=B2'],
      ],
      { marks: { template: 'tracker', prefix: 'Tracker', version: '2' } },
    );
    expect(inExcel(sheet)).toEqual([]);
  });

  it('checkUp() counts the errors that our figures show, once nothing else explains them', () => {
    const marks = { template: 'tracker', prefix: 'Tracker', version: '2' };
    const cells = [
      ['12万', 5, shown('#VALUE!')],
      [1, { formula: '=KPI_GROWTH(A2,0)', shows: shown('#DIV/0!') }, 'fine'],
    ];
    const sheet = sheetGrid(cells, { marks });
    expect(inSheets(sheet).map(({ what, spots }) => [what.en, spots.length])).toEqual([['2 cells show an error', 2]]);
    expect(inSheets(sheet)[0]?.advice.en).toContain('your own sums pass over it');
    expect(
      inExcel(sheetGrid([[shown('#VALUE!'), { formula: '=KPI.GROWTH(1,0)', shows: shown('#DIV/0!') }]])),
    ).toMatchObject([{ what: { en: '1 cell shows an error' }, spots: [{ row: 0, column: 1 }] }]);
    const foreign = sheetGrid([[shown('#VALUE!'), { formula: '=KPI.GROWTH(1,2)', shows: 1 }]], { marks });
    expect(whats(inSheets(foreign))).not.toContain('1 cell shows an error');
  });

  it('checkUp() finds formulas at #NAME? and enters them again', () => {
    const findings = inExcel(sheetGrid([[1, 2, { formula: '=KPI.GROWTH(A1,B1)', shows: shown('#NAME?') }]]));
    expect(whats(findings)).toEqual(['1 formula: #NAME?, the function was not known']);
    expect(written(findings)).toEqual([[0, 2, '=KPI.GROWTH(A1,B1)']]);
  });

  it('checkUp() explains a function that this version does not have', () => {
    const findings = inExcel(sheetGrid([[{ formula: '=KPI.UNHEARD(1)', shows: shown('#NAME?') }]]));
    expect(findings[0]?.repairs).toEqual([]);
    expect(findings[0]?.advice.zh).toContain('KPI.UNHEARD');
  });

  it('checkUp() finds what a stored file calls _xldudf_, in both hosts', () => {
    const sheet = sheetGrid([[1, 2, { formula: '=1+_xldudf_KPI_GROWTH(A1,B1)', shows: shown('#NAME?') }]]);
    expect(written(inExcel(sheet))).toEqual([[0, 2, '=1+KPI.GROWTH(A1,B1)']]);
    expect(written(inSheets(sheet))).toEqual([[0, 2, '=1+KPI_GROWTH(A1,B1)']]);
  });

  it('checkUp() finds formulas of the other host, and what they are wrapped in there', () => {
    const fromSheets = sheetGrid([[1, 2, '=ARRAYFORMULA(IF(A1:A9="","",KPI_GROWTH(A1:A9,B1:B9)))', '="KPI_GROWTH("']]);
    expect(written(inExcel(fromSheets))).toEqual([[0, 2, '=IF(A1:A9="","",KPI.GROWTH(A1:A9,B1:B9))']]);
    const fromExcel = sheetGrid([[1, '=KPI.NPS(IF(A1:A9="","",A1:A9))', "=kpi.nps('My data'!A1:A9)"]]);
    expect(written(inSheets(fromExcel))).toEqual([
      [0, 1, '=KPI_NPS(A1:A9)'],
      [0, 2, "=KPI_NPS('My data'!A1:A9)"],
    ]);
  });

  it('checkUp() takes out the wrapping that Google Sheets saves, with the values below', () => {
    const value = (row: number) => ({
      formula: `=IFERROR(__xludf.DUMMYFUNCTION("""COMPUTED_VALUE"""),${row})`,
      shows: row,
    });
    const anchor = { formula: '=IFERROR(__xludf.DUMMYFUNCTION("KPI_RAG(A1:A3,""x"")"),1)', shows: 1 };
    const findings = inExcel(
      sheetGrid([
        [1, anchor],
        [2, value(2)],
        [3, value(3)],
        [4, 9],
      ]),
    );
    expect(written(findings)).toEqual([
      [0, 1, '=KPI.RAG(A1:A3,"x")'],
      [1, 1, null],
      [2, 1, null],
    ]);
  });

  it('checkUp() explains references to tables in Google Sheets', () => {
    const findings = inSheets(sheetGrid([['=KPI.RATE(Tracker[Actual],1)']]));
    expect(written(findings)).toEqual([]);
    expect(findings[0]?.advice.en).toContain('Table references');
  });

  it('checkUp() finds formulas that wait for ever', () => {
    const findings = inExcel(sheetGrid([[{ formula: '=KPI.GROWTH(A2,B2)', shows: shown('#BUSY!') }]]));
    expect(whats(findings)).toEqual(['1 formula: #BUSY!, still waiting for a result']);
    expect(written(findings)).toEqual([[0, 0, '=KPI.GROWTH(A2,B2)']]);
  });

  it('checkUp() tells lost references from results without room', () => {
    const findings = inExcel(
      sheetGrid([
        [{ formula: '=KPI.GROWTH(#REF!,B2)', shows: shown('#REF!') }],
        [{ formula: '=KPI.MIX(A1:A9)', shows: shown('#SPILL!') }],
      ]),
    );
    expect(whats(findings)).toEqual([
      '1 formula: #REF!, cells that they read have been deleted',
      '1 formula: no room for the result to spill, or another add-in has a function of the same name',
    ]);
    expect(written(findings)).toEqual([]);
  });

  it('checkUp() finds blanks that Excel hands over as 0: links to blank cells, and arithmetic over them', () => {
    const sheet = sheetGrid([
      [9, '=D1', '=KPI.NPS(B1:B2)', null],
      [null, '=D2', '=KPI.NPS(A1:A2*1)', 7],
    ]);
    const findings = inExcel(sheet);
    expect(whats(findings)).toEqual([
      '1 cell refers to a blank cell, which KPI functions read as 0',
      '1 formula calculates with blank cells, which KPI functions read as 0',
    ]);
    expect(written(findings)).toEqual([
      [0, 1, '=IF(D1="","",D1)'],
      [1, 2, '=KPI.NPS(IF(A1:A2="","",A1:A2*1))'],
    ]);
    expect(inSheets(sheetGrid([[9, '=D1', '=KPI_NPS(B1:B2)', null]]))).toEqual([]);
  });

  it('checkUp() finds protected sheets, and repairs the others', () => {
    const broken = { formula: '=KPI.GROWTH(1,2)', shows: shown('#NAME?') };
    const findings = inExcel(
      sheetGrid([[broken]], { locked: true }),
      sheetGrid([[broken]], { sheetId: 's2', sheet: 'Other' }),
      sheetGrid([[1]], { sheetId: 's3', sheet: 'Not ours', locked: true }),
    );
    expect(findings.map(({ what, sheet }) => [sheet.sheet, what.en])).toEqual([
      ['Sheet1', '1 formula: #NAME?, the function was not known'],
      ['Other', '1 formula: #NAME?, the function was not known'],
      ['Sheet1', 'the sheet is protected and holds 1 KPI formula'],
    ]);
    expect(repairsOf(findings).map(({ sheetId }) => sheetId)).toEqual(['s2']);
  });

  it('checkUp() finds sheets of earlier versions of a template', () => {
    const marked = (version: Record<string, string>) =>
      sheetGrid([[1]], { marks: { template: 'tracker', prefix: 'Tracker', ...version } });
    expect(whats(inExcel(marked({ version: '1' })))).toEqual(['the sheet was inserted by an earlier version']);
    expect(whats(inExcel(marked({})))).toHaveLength(1);
    expect(inExcel(marked({ version: '2' }))).toEqual([]);
  });

  it('checkUp() asks about typed achievements above 1,000 %, not about computed ones', () => {
    const typed = sheetGrid([
      [12, 0.9, '=KPI.RAG(A1)'],
      [{ formula: '=24/2', shows: 12 }, 95, '=KPI.RAG(A2)'],
      [1, 1, '=KPI.SCORE(IF(B1:B2="","",B1:B2),C9:C10)'],
    ]);
    const [finding, ...others] = inExcel(typed);
    expect(finding?.what.en).toBe('2 formulas: typed achievements above 1,000%; is 95 meant as 95%?');
    expect(finding?.spots.map(({ row }) => row)).toEqual([0, 2]);
    expect(others).toEqual([]);
  });
});
