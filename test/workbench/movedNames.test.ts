import { describe, expect, it } from 'vitest';
import { excelDialect, sheetsDialect } from '../../src/plan/dialect.ts';
import { tracker } from '../../src/templates/tracker.ts';
import { HOSTS } from '../support/allTemplates.ts';
import { opsOf, specOf } from '../support/planning.ts';

describe('what reads a name reads its cells, wherever they are', () => {
  it.each([
    ['Excel', excelDialect],
    ['Google Sheets', sheetsDialect],
  ] as const)(
    'after rows and columns were put in above and through the strip, and the sheet renamed (%s)',
    async (host, dialect) => {
      const played = await HOSTS[host]?.();
      if (!played) throw new Error(`There is no ${host}.`);
      const { port, book } = played;
      const { sheet: name } = await port.apply(opsOf(specOf(tracker, 'en'), 'en', dialect, await port.inspect()));
      const sheet = book.workbook.getSheetByName(name);
      if (!sheet) throw new Error('The sheet is missing.');
      const texts = (): string[] =>
        sheet
          .getDataRange()
          .getValues()
          .flat()
          .map(cell => String(cell ?? ''));
      const errors = (): string[] => texts().filter(text => text.startsWith('#'));
      const lights = (): number => texts().filter(text => text === 'green').length;
      await book.calculated();
      const before = lights();
      expect([errors(), before > 0]).toEqual([[], true]);
      for (const edit of [
        () => void sheet.insertRows(0, 2),
        () => void sheet.insertColumns(3, 1),
        () => void sheet.setName('Mine'),
        () => void sheet.deleteRows(0, 1),
      ]) {
        edit();
        await book.calculated();
        book.recalculate();
        await book.calculated();
        expect([errors(), lights()], String(edit)).toEqual([[], before]);
      }
      book.dispose();
    },
  );
});
