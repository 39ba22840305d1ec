import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sparklineIn } from '../../../workbench/book/sparkline.ts';
import { servicesOf } from '../../../workbench/sheets/services.ts';
import { type Played, playSheets } from '../../support/sheets.ts';

/** https://support.google.com/docs/answer/3093289 */
describe('SPARKLINE() in the played Google Sheets', () => {
  let played: Played;
  beforeAll(async () => {
    played = await playSheets({ locale: 'de_DE' });
  });
  afterAll(() => played.book.dispose());

  it('draws a bar: a cell without a value, whose formula is given back as it was written', async () => {
    const { SpreadsheetApp } = servicesOf(played.host.state, {
      pages: {},
      onMenu: () => undefined,
      onSidebar: () => undefined,
    });
    const sheet = SpreadsheetApp.getActiveSpreadsheet().getSheets()[0];
    const formula = '=SPARKLINE(A1;{"charttype"\\"bar";"max"\\1,5;"color1"\\"#4F9E99"})';
    sheet?.getRange('A1:C1').setValues([[0.75, formula, '=SPARKLINE(A1;{"charttype"\\"pie"})']]);
    SpreadsheetApp.flush();
    await played.book.calculated();
    const cell = sheet?.getRange('B1');
    expect([cell?.getValue(), cell?.getFormulas()]).toEqual(['', [[formula]]]);
    const [first] = played.book.workbook.getSheets();
    expect(sparklineIn(first?.getSheet().getCellRaw(0, 1)?.v)).toEqual({
      figure: 0.75,
      longest: 1.5,
      color: '#4F9E99',
    });
    expect(first?.getSheet().getCell(0, 1)).toMatchObject({
      v: '',
      dataBar: { value: 50, startPoint: 0, color: '#4F9E99', isShowValue: false },
    });
    expect(sheet?.getRange('C1').getValue()).toBe('#N/A');
  });
});
