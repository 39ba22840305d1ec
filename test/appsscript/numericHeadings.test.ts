import { expect, it } from 'vitest';
import { sheetsDialect } from '../../src/plan/dialect.ts';
import { dashboard } from '../../src/templates/dashboard.ts';
import { history } from '../../src/templates/history.ts';
import { tracker } from '../../src/templates/tracker.ts';
import { HOSTS } from '../support/allTemplates.ts';
import { opsOf, specOf } from '../support/planning.ts';

it('headings that are a year, a date or nothing count among no figures, on the sheet and on those that read it', async () => {
  const played = await HOSTS['Google Sheets']?.();
  if (!played) throw new Error('There is no Google Sheets.');
  const { port, book } = played;
  const names: string[] = [];
  for (const spec of [specOf(tracker, 'en'), specOf(history, 'en'), specOf(dashboard, 'en', { funnel: false })]) {
    names.push((await port.apply(opsOf(spec, 'en', sheetsDialect, await port.inspect()))).sheet);
  }
  const sheet = book.workbook.getSheetByName(names[0] ?? '');
  if (!sheet) throw new Error('The sheet is missing.');
  const shown = async () => {
    await book.calculated();
    return names.map(name => book.workbook.getSheetByName(name)?.getDataRange().getValues() ?? []);
  };
  const before = await shown();
  const row = before[0]?.findIndex(line => line.includes('Salesperson')) ?? -1;
  for (const heading of ['Actual to date', 'Target']) {
    const column = before[0]?.[row]?.indexOf(heading) ?? -1;
    for (const other of [2026, 46082, '']) {
      sheet.getRange(row, column).setValue(other);
      const now = await shown();
      const [own = []] = now;
      own[row] = (own[row] ?? []).with(column, heading);
      expect(now, `${heading}: ${other}`).toEqual(before);
    }
    sheet.getRange(row, column).setValue(heading);
  }
  book.dispose();
});
