import { expect, it } from 'vitest';
import { HOSTS, insertTemplates } from '../support/allTemplates.ts';

it('the checks of a target split fail in Excel where a level lost its figures with its first row', async () => {
  const played = await HOSTS.Excel?.();
  if (!played) throw new Error('There is no Excel.');
  await insertTemplates(played, ['target-split']);
  const { book } = played;
  const sheet = book.workbook.getSheetByName('Target split');
  if (!sheet) throw new Error('The sheet is missing.');
  const rows = () => sheet.getDataRange().getValues();
  const rowOf = (name: string) => rows().findIndex(([first]) => first === name);
  const firstRegion = rowOf('East');
  expect(rows()[firstRegion]?.[4]).toBe(0);
  sheet.deleteRows(firstRegion, 1);
  await book.calculated();
  const marks = rows()
    .slice(firstRegion, firstRegion + 3)
    .map(line => line[4]);
  expect(marks).toEqual(['✗', '✗', '✗']);
  const check = rows().filter(([first]) => first === 'Check');
  expect(check.map(line => line.filter(cell => typeof cell === 'number'))).toEqual([[-5000], [8, -5000, 0]]);
  book.dispose();
});
