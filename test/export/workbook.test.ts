import { readXlsx } from 'hucre';
import { describe, expect, it } from 'vitest';
import { storedFormula } from '../../export/stored.ts';
import { exportWorkbook } from '../../export/workbook.ts';
import { linesOf, sheetsFor } from '../../scripts/export.ts';
import { gallery } from '../../src/templates/gallery.gen.ts';
import { tracker } from '../../src/templates/tracker.ts';
import { TODAY } from '../support/planning.ts';

const exported = async (language: 'en' | 'zh', formulas: 'native' | 'addin', changes = {}) => {
  const { file, frozen } = await exportWorkbook(sheetsFor(tracker, language, TODAY, changes), language, formulas);
  const { sheets, namedRanges } = await readXlsx(file, { readStyles: true });
  const [sheet] = sheets;
  if (!sheet) throw new Error('no sheet');
  const formulaOf = (key: string): string | undefined => sheet.cells?.get(key)?.formula;
  return { sheet, frozen, formulaOf, names: (namedRanges ?? []).map(({ name }) => name) };
};

describe('exportWorkbook', () => {
  it('exportWorkbook() writes our functions as Excel stores them, with their figures', async () => {
    const { sheet, formulaOf, frozen } = await exported('en', 'addin');
    expect(frozen).toEqual([]);
    expect(formulaOf('8,5')).toContain('_xldudf_KPI_ACHIEVEMENT(');
    expect(formulaOf('8,5')).toContain('Tracker[[#This Row],[Target]]');
    expect(sheet.rows[8]?.[5]).toBe(1.05);
    expect(sheet.tables?.map(({ name }) => name)).toEqual(['Tracker']);
  });

  it('exportWorkbook() writes twins with plain references, with the same figures', async () => {
    const [native, addin] = [await exported('zh', 'native'), await exported('zh', 'addin')];
    const formulas = [...(native.sheet.cells?.values() ?? [])].flatMap(({ formula }) => formula ?? []);
    expect(formulas.length).toBeGreaterThan(100);
    expect(formulas.filter(formula => /KPI[._]|\[/.test(formula))).toEqual([]);
    for (let row = 8; row < 16; row++) expect(native.sheet.rows[row]).toEqual(addin.sheet.rows[row]);
  });

  it('exportWorkbook() carries names, validations, lights, panes, notes, widths and the page', async () => {
    const { sheet, names } = await exported('en', 'native');
    expect(names).toEqual(expect.arrayContaining(['Tracker_AsOf', 'Tracker_AmberFrom']));
    expect(sheet.dataValidations?.length).toBeGreaterThan(3);
    expect(sheet.conditionalRules?.length).toBeGreaterThan(2);
    expect(sheet.freezePane).toEqual({ rows: 8, columns: 3 });
    expect(sheet.pageSetup).toMatchObject({ orientation: 'landscape', printTitlesRow: '$8:$8' });
    expect([...(sheet.cells?.values() ?? [])].filter(({ comment }) => comment).length).toBeGreaterThan(3);
    expect(sheet.cells?.get('8,5')?.style?.numFmt).toBe('0.0%_)');
  });

  it('exportWorkbook() puts the sheets that a template reads before it', async () => {
    const dashboard = gallery.find(({ id }) => id === 'dashboard');
    if (!dashboard) throw new Error('no dashboard');
    const { file } = await exportWorkbook(sheetsFor(dashboard, 'en', TODAY), 'en', 'native');
    const { sheets } = await readXlsx(file);
    expect(sheets.map(({ name }) => name)).toEqual(['Tracker', 'Monthly history', 'Funnel', 'Dashboard']);
    expect(sheets.at(-1)?.charts?.length).toBeGreaterThan(0);
  });

  it('linesOf() reads data under headings in either language', () => {
    const lines = linesOf(tracker, '区域,Salesperson,Target\nNorth,Ann,"1,200"\nSouth,Ben,\n');
    expect(lines).toEqual({
      people: [
        { region: 'North', product: undefined, person: 'Ann', target: 1200 },
        { region: 'South', product: undefined, person: 'Ben', target: undefined },
      ],
    });
  });
});

describe('storedFormula', () => {
  it('storedFormula() writes functions and rows of a table in their long form', () => {
    expect(storedFormula('=KPI.RATE([@A],Plan[@[B c]])+SUM(Plan[A])&"KPI.X("', 'Plan')).toBe(
      '_xldudf_KPI_RATE(Plan[[#This Row],[A]],Plan[[#This Row],[B c]])+SUM(Plan[A])&"KPI.X("',
    );
    expect(storedFormula('=SUM(Plan[@[A]:[C]])', 'Plan')).toBe('SUM(Plan[[#This Row],[A]:[C]])');
  });
});
