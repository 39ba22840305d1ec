import { afterEach, describe, expect, it } from 'vitest';
import { CellError } from '../../src/kernel/cell.ts';
import type { Language } from '../../src/kernel/text.ts';
import { excelDialect } from '../../src/plan/dialect.ts';
import { layOut } from '../../src/plan/layout.ts';
import { gallery } from '../../src/templates/gallery.gen.ts';
import { type OfficeInNode, officeInNode } from '../support/officeInNode.ts';
import { figuresOf, NOTHING_TAKEN, neededBy, opsOf, people, specOf } from '../support/planning.ts';

const REGIONS: Record<Language, readonly string[]> = { en: ['East', 'North'], zh: ['华东', '华北'] };
const TAGS: Record<Language, string> = { en: 'en-US', zh: 'zh-CN' };

describe.each(gallery.map(template => [template.id, template] as const))('%s in Excel', (_id, template) => {
  let office: OfficeInNode | undefined;
  afterEach(() => office?.book.dispose());

  const insert = async (language: Language, functions: boolean, count?: number) => {
    office = await officeInNode({ language: TAGS[language], platform: 'desktop', functions });
    const { port, host, book } = office;
    const spec = specOf(template, language, count === undefined ? {} : { people: people(count, REGIONS[language]) });
    for (const needed of neededBy(spec, language)) await port.apply(opsOf(needed, language, port.dialect));
    await book.calculated();
    const before = host.syncs;
    await port.inspect();
    const receipt = await port.apply(opsOf(spec, language, port.dialect));
    const syncs = host.syncs - before;
    const sheet = book.workbook.getSheetBySheetId(receipt.sheetId);
    if (!sheet) throw new Error('the sheet is missing');
    return { spec, sheet, syncs, office };
  };

  it.each(['en', 'zh'] as const)(
    'shows the figures that the engine computes without a spreadsheet (%s)',
    async language => {
      // On the desktop blank cells come as 0: the harder of the two.
      const { spec, sheet, office } = await insert(language, true);
      await office.book.calculated();
      const figures = figuresOf(spec, language);
      const layout = layOut(spec, { language, dialect: excelDialect, taken: NOTHING_TAKEN });
      let compared = 0;
      for (const table of layout.tables) {
        for (const [index, column] of table.spec.columns.entries()) {
          const area = { startRow: table.firstRow, endRow: table.firstRow + table.spec.rows.length - 1 };
          const shown = sheet.getRange({ ...area, startColumn: index, endColumn: index }).getValues();
          for (const [row, figure] of figures.column(table.spec.key, column.key).slice(0, shown.length).entries()) {
            const cell = shown[row]?.[0] ?? '';
            if (figure instanceof CellError) expect(cell).toBe(figure.code);
            else if (typeof figure === 'number') expect(cell).toBeCloseTo(figure, 9);
            else expect([row, column.key, cell]).toEqual([row, column.key, figure ?? '']);
            compared++;
          }
        }
      }
      expect(compared).toBeGreaterThan(0);
    },
  );

  it('takes two round trips, for 10 people as for 2,000', async () => {
    expect((await insert('en', false, 10)).syncs).toBe(2);
    office?.book.dispose();
    expect((await insert('en', false, 2000)).syncs).toBe(2);
  });
});
