import { describe, expect, it } from 'vitest';
import { repairsOf } from '../../src/health/checkUp.ts';
import { incentive } from '../../src/templates/incentive.ts';
import { tracker } from '../../src/templates/tracker.ts';
import { type CareHost, careContract, findingsIn, insertedSheet } from '../support/careContract.ts';
import { sheetsInNode } from '../support/sheetsPort.ts';

const HOST: CareHost = {
  name: 'Google Sheets',
  language: 'zh',
  async start() {
    const { port, played } = await sheetsInNode({ accountLocale: 'zh', locale: 'de_DE' });
    return { port, book: played.book };
  },
};

careContract(HOST);

describe('figures that a table in Google Sheets does not keep apart, or does not see', () => {
  const opened = async (template: typeof tracker | typeof incentive, word: string) => {
    const { port, book, receipt } = await insertedSheet(HOST, template);
    const sheet = book.workbook.getSheetByName(receipt.sheet);
    if (!sheet) throw new Error('the sheet is missing');
    const values = () => sheet.getDataRange().getValues();
    const row = values().findIndex(line => line.includes(word));
    return { port, book, sheet, values, row, column: values()[row]?.indexOf(word) ?? 0 };
  };

  it.each([2026, '', true])('a heading that is %j is told, and put back', async heading => {
    const { port, book, sheet, values, row, column } = await opened(tracker, '累计实际');
    sheet.getRange(row, column).setValue(heading);
    await book.calculated();
    const findings = await findingsIn(port);
    expect(findings.map(({ what }) => what.en)).toEqual([expect.stringContaining('heading: 累计实际.')]);
    expect(await port.book.patch({ patches: repairsOf(findings), keep: '' })).toEqual([]);
    expect(values()[row]?.[column]).toBe('累计实际');
    expect(await findingsIn(port)).toEqual([]);
    book.dispose();
  });

  it('a heading of one’s own is left alone', async () => {
    const { port, book, sheet, row, column } = await opened(tracker, '累计实际');
    sheet.getRange(row, column).setValue('Umsatz 2026');
    await book.calculated();
    expect(await findingsIn(port)).toEqual([]);
    book.dispose();
  });

  it('people below the end of the statement are told', async () => {
    const { port, book, sheet, row } = await opened(incentive, '姓名');
    const people = (count: number) => Array.from({ length: count }, (_, index) => [`P${index}`, 'N', 100, 90]);
    sheet.getRange(row + 1, 0, 58, 4).setValues(people(58));
    await book.calculated();
    expect(await findingsIn(port)).toEqual([]);
    sheet.getRange(row + 1, 0, 59, 4).setValues(people(59));
    await book.calculated();
    const findings = await findingsIn(port);
    expect(findings.map(({ what }) => what.en)).toEqual([
      `rows from ${row + 60} on stand below the end of the table: they are neither computed nor counted`,
    ]);
    book.dispose();
  });
});
