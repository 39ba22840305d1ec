import { readXlsx } from 'hucre';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CellError } from '../../../src/kernel/cell.ts';
import { excelDialect } from '../../../src/plan/dialect.ts';
import { gallery } from '../../../src/templates/gallery.gen.ts';
import { bookFile } from '../../../workbench/download/workbook.ts';
import { HOSTS, type Played } from '../../support/allTemplates.ts';
import { neededBy, opsOf, specOf } from '../../support/planning.ts';

describe.each(Object.entries(HOSTS))('bookFile() of a book that plays %s', (_, start) => {
  let played: Played;
  let file: Awaited<ReturnType<typeof readXlsx>>;
  const sheetOf = (name: string) => {
    const sheet = file.sheets.find(candidate => candidate.name === name);
    if (!sheet) throw new Error(`There is no sheet ${name}.`);
    return sheet;
  };
  const formulas = (name: string) => [...(sheetOf(name).cells?.values() ?? [])].flatMap(({ formula }) => formula ?? []);

  beforeAll(async () => {
    played = await start();
    const dashboard = gallery.find(({ id }) => id === 'leaderboard');
    if (!dashboard) throw new Error('no leaderboard');
    const tracker = gallery.find(({ id }) => id === 'tracker');
    if (!tracker) throw new Error('no tracker');
    for (const template of [tracker, dashboard]) {
      const spec = specOf(template, 'en');
      for (const sheet of [...neededBy(spec, 'en'), spec]) {
        await played.port.apply(opsOf(sheet, 'en', played.port.dialect, await played.port.inspect()));
      }
    }
    await played.book.calculated();
    file = await readXlsx(await bookFile(played.book, 'en'), { readStyles: true });
  });
  afterAll(() => played.book.dispose());

  it('carries every sheet in order, and every value as the book shows it', async () => {
    const grid = await played.port.book.read();
    const shown = grid.sheets.filter(({ marks }) => marks.template);
    expect(file.sheets.map(({ name }) => name)).toEqual(expect.arrayContaining(shown.map(({ sheet }) => sheet)));
    for (const { sheet, values } of shown) {
      for (const [row, line] of values.entries()) {
        for (const [column, value] of line.entries()) {
          const there = sheetOf(sheet).rows[row]?.[column] ?? null;
          const wanted = value instanceof CellError ? value.code : value;
          const actual = there instanceof Date ? there.getTime() / 86_400_000 + 25569 : there;
          expect([sheet, row, column, actual ?? '']).toEqual([sheet, row, column, wanted ?? '']);
        }
      }
    }
  });

  it('writes our functions as Excel stores them, arrays with the cells that they fill', () => {
    expect(formulas('Tracker').join()).toContain('_xldudf_KPI_ACHIEVEMENT(');
    expect(formulas('Tracker').join()).not.toMatch(/KPI\.|[^_]KPI_|ARRAYFORMULA/);
    const arrays = [...(sheetOf('Leaderboard').cells?.values() ?? [])].filter(
      ({ formulaType }) => formulaType === 'array',
    );
    expect(arrays.some(({ formulaRef }) => /^[A-Z]+\d+:[A-Z]+\d+$/.test(formulaRef ?? ''))).toBe(true);
  });

  it('carries names, notes, lights, panes, formats and widths', () => {
    const tracker = sheetOf('Tracker');
    expect((file.namedRanges ?? []).map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Tracker_AsOf', 'Tracker_AmberFrom']),
    );
    expect([...(tracker.cells?.values() ?? [])].filter(({ comment }) => comment).length).toBeGreaterThan(3);
    expect(tracker.conditionalRules?.length).toBeGreaterThan(2);
    expect(tracker.freezePane).toEqual({ rows: 8, columns: 3 });
    expect(tracker.cells?.get('8,5')?.style?.numFmt).toBe('0.0%_)');
    expect(tracker.cells?.get('8,3')?.style?.fill).toBeDefined();
    if (played.port.dialect === excelDialect) {
      expect(tracker.tables?.map(({ name }) => name)).toEqual(['Tracker']);
      expect(tracker.pageSetup?.orientation).toBe('landscape');
    }
  });
});
