import { expect, it } from 'vitest';
import { monthOps, monthSet } from '../support/monthCases.ts';
import { sheetsInNode } from '../support/sheetsPort.ts';

it('change() says in Google Sheets which named cells are gone, and writes nothing', async () => {
  const { port, played } = await sheetsInNode();
  const ops = monthOps(false);
  const second = ops.findLastIndex(({ op }) => op === 'addSheet');
  await port.apply(ops.slice(0, second));
  await port.apply(ops.slice(second));
  const { workbook } = played.book;
  const history = workbook.getSheetByName('History sheet');
  if (!history) throw new Error('There is no history.');
  workbook.deleteSheet(history);
  const { conflicts } = await port.month.change({ is: 'apply', set: monthSet('a') });
  expect(conflicts[0]?.reason).toEqual({
    en: 'the named cells History_Period are gone',
    zh: '命名区域 History_Period 已不存在',
  });
  expect(workbook.getSheetByName('Tracker sheet')?.getRange('D5').getValue() ?? null).toBeNull();
  played.book.dispose();
});
