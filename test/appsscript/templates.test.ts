import { afterEach, describe, expect, it } from 'vitest';
import type { Answer } from '../../appsscript/server/answer.ts';
import { CellError } from '../../src/kernel/cell.ts';
import type { Language } from '../../src/kernel/text.ts';
import { sheetsDialect } from '../../src/plan/dialect.ts';
import { layOut } from '../../src/plan/layout.ts';
import type { Receipt } from '../../src/plan/op.ts';
import { gallery } from '../../src/templates/gallery.gen.ts';
import { figuresOf, NOTHING_TAKEN, neededBy, opsOf, people, specOf } from '../support/planning.ts';
import { type Played, playSheets } from '../support/sheets.ts';

const REGIONS: Record<Language, readonly string[]> = { en: ['East', 'North'], zh: ['华东', '华北'] };
/** Rules are put together before anything is sent; all other calls concern the spreadsheet. */
const isBuilder = (call: string): boolean => /Builder\.|\.newDataValidation$|\.newConditionalFormatRule$/.test(call);

describe.each(gallery.map(template => [template.id, template] as const))('%s in Google Sheets', (_id, template) => {
  let played: Played | undefined;
  afterEach(() => played?.book.dispose());

  const insert = async (language: Language, count?: number, calculate = true) => {
    played = await playSheets({ accountLocale: language });
    const changes = count === undefined ? {} : { people: people(count, REGIONS[language]) };
    const spec = specOf(template, language, changes);
    for (const needed of neededBy(spec, language)) {
      played.host.realm.call('applyOps', [opsOf(needed, language, sheetsDialect)]);
    }
    const before = played.host.desk.ledger.calls.length;
    const answer = played.host.realm.call('applyOps', [opsOf(spec, language, sheetsDialect)]) as Answer<Receipt>;
    if (!answer.ok) throw new Error(answer.code);
    if (calculate) await played.book.calculated();
    const sheet = played.book.workbook.getSheetByName(answer.value.sheet);
    if (!sheet) throw new Error('the sheet is missing');
    return { spec, sheet, calls: played.host.desk.ledger.calls.slice(before) };
  };

  it.each(['en', 'zh'] as const)(
    'shows the figures that the engine computes without a spreadsheet (%s)',
    async language => {
      const { spec, sheet } = await insert(language);
      const figures = figuresOf(spec, language);
      const layout = layOut(spec, { language, dialect: sheetsDialect, taken: NOTHING_TAKEN });
      let compared = 0;
      for (const table of layout.tables) {
        for (const [index, column] of table.spec.columns.entries()) {
          const area = { startRow: table.firstRow, endRow: table.firstRow + table.spec.rows.length - 1 };
          const shown = sheet.getRange({ ...area, startColumn: index, endColumn: index }).getValues();
          for (const [row, figure] of figures.column(table.spec.key, column.key).slice(0, shown.length).entries()) {
            const cell = shown[row]?.[0] ?? '';
            if (figure instanceof CellError) expect(cell).toBe('#ERROR!');
            else if (typeof figure === 'number') expect(cell).toBeCloseTo(figure, 9);
            else expect([row, column.key, cell]).toEqual([row, column.key, figure ?? '']);
            compared++;
          }
        }
      }
      expect(compared).toBeGreaterThan(0);
    },
  );

  it('calls the server as often for 2,000 people as for 10, and seldom', async () => {
    const few = await insert('en', 10, false);
    played?.book.dispose();
    const many = await insert('en', 2000, false);
    const settled = (calls: readonly string[]): readonly string[] =>
      // Longer names make wider columns.
      calls.filter(call => !call.startsWith('Sheet.insert') && call !== 'Sheet.setColumnWidths');
    expect(settled(many.calls)).toEqual(settled(few.calls));
    // Names are set one by one: there is no call for several.
    const counted = many.calls.filter(call => !isBuilder(call) && !call.endsWith('.setNamedRange'));
    expect(counted.length).toBeLessThanOrEqual(60);
  });

  it('calls one custom function a column, however many people there are', async () => {
    const count = async (rows: number): Promise<number> => {
      const { sheet } = await insert('en', rows, false);
      const formulas = sheet.getDataRange().getFormulas().flat();
      played?.book.dispose();
      return formulas.join().match(/KPI_/g)?.length ?? 0;
    };
    expect(await count(200)).toBe(await count(10));
  });
});
