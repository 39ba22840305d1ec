import { type Cell, readXlsx, type Sheet } from 'hucre';
import { describe, expect, it } from 'vitest';
import { exportWorkbook } from '../../export/workbook.ts';
import { sheetsFor } from '../../scripts/export.ts';
import { areaIn } from '../../src/grid/places.ts';
import { relative } from '../../src/grid/relative.ts';
import { gallery } from '../../src/templates/gallery.gen.ts';
import { TODAY } from '../support/planning.ts';

/** The formulas below the headings, column by column; undefined where a cell has none. */
function columnsOf({
  cells,
  tables = [],
}: Sheet): { readonly place: string; readonly formulas: (string | undefined)[] }[] {
  return tables.flatMap(({ name, range = '' }) => {
    const area = areaIn(range)?.area;
    if (!area) throw new Error(`the table ${name} has no range`);
    return Array.from({ length: area.columns }, (_, right) => {
      const column = area.column + right;
      const formulas = Array.from({ length: area.rows - 1 }, (__, down) => {
        const row = area.row + 1 + down;
        const { formula }: Partial<Cell> = cells?.get(`${row},${column}`) ?? {};
        return formula === undefined ? undefined : relative(`=${formula}`, row, column);
      });
      return { place: `${name}, column ${right + 1}`, formulas };
    });
  });
}

describe.each(gallery.map(template => [template.id, template] as const))(
  '%s as a file with our functions',
  (_, template) => {
    it.each(['en', 'zh'] as const)('in every column of a table there is one formula at most (%s)', async language => {
      const { file } = await exportWorkbook(sheetsFor(template, language, TODAY), language, 'addin');
      const { sheets } = await readXlsx(file);
      const columns = sheets.flatMap(columnsOf);
      for (const { place, formulas } of columns) expect(new Set(formulas).size, place).toBe(1);
      const computed = sheets.flatMap(({ cells }) => [...(cells?.values() ?? [])]).filter(({ formula }) => formula);
      expect(computed.length).toBeGreaterThan(0);
    });
  },
);
