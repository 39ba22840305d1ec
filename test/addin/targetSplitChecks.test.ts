import { expect, it } from 'vitest';
import { HOSTS, insertTemplates } from '../support/allTemplates.ts';

it('the checks of a target split count the people whose region was deleted, and its share goes to the others', async () => {
  const played = await HOSTS.Excel?.();
  if (!played) throw new Error('There is no Excel.');
  await insertTemplates(played, ['target-split']);
  const { book } = played;
  const sheet = book.workbook.getSheetByName('Target split');
  if (!sheet) throw new Error('The sheet is missing.');
  const rows = () => sheet.getDataRange().getValues();
  const firstRegion = rows().findIndex(([first]) => first === 'East');
  const ofEast = rows().filter(([region]) => region === 'East').length - 1;
  expect(ofEast).toBe(2);
  sheet.deleteRows(firstRegion, 1);
  await book.calculated();
  const regions = rows().slice(firstRegion, firstRegion + 3);
  expect(regions.map(line => line[4])).toEqual([0, 0, 0]);
  expect(regions.reduce((sum, line) => sum + Number(line[3]), 0)).toBe(5000);
  const check = rows().filter(([first]) => first === 'Check');
  expect(check.map(line => line.filter(cell => typeof cell === 'number'))).toEqual([[0], [ofEast, 0, 0]]);
  book.dispose();
});
