import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OfficeInNode, officeInNode } from '../../support/officeInNode.ts';

/** https://learn.microsoft.com/javascript/api/excel/excel.databarconditionalformat */
describe('data bars in the played Excel', () => {
  let office: OfficeInNode;
  let sheet: Excel.Worksheet;
  beforeAll(async () => {
    office = await officeInNode({ functions: false });
    sheet = new Excel.RequestContext().workbook.worksheets.getActiveWorksheet();
  });
  afterAll(() => office.book.dispose());

  const rules = () => office.book.workbook.getActiveSheet().getConditionalFormattingRules();
  const codeOf = () =>
    sheet.context.sync().then(
      () => 'taken',
      (reason: unknown) => (reason instanceof OfficeExtension.Error ? reason.code : String(reason)),
    );

  it('a new one runs from the least to the greatest figure, fades out and leaves the figure in sight', async () => {
    const { dataBar } = sheet.getRange('A1:A3').conditionalFormats.add('DataBar');
    dataBar.load('showDataBarOnly,lowerBoundRule,upperBoundRule');
    dataBar.positiveFormat.load('gradientFill,fillColor');
    await sheet.context.sync();
    expect([dataBar.showDataBarOnly, dataBar.lowerBoundRule.type, dataBar.upperBoundRule.type]).toEqual([
      false,
      'Automatic',
      'Automatic',
    ]);
    expect(dataBar.positiveFormat.gradientFill).toBe(true);
    expect(rules().map(({ rule }) => rule.type)).toEqual(['dataBar']);
  });

  it('is drawn as it is set: bounds, colour, filled evenly, without its figure', async () => {
    sheet.getRange('A1:A3').conditionalFormats.clearAll();
    const { dataBar } = sheet.getRange('B1:B3').conditionalFormats.add('DataBar');
    dataBar.lowerBoundRule = { type: 'Number', formula: '0' };
    dataBar.upperBoundRule = { type: 'Number', formula: '1.5' };
    dataBar.positiveFormat.fillColor = '#4F9E99';
    dataBar.positiveFormat.gradientFill = false;
    dataBar.showDataBarOnly = true;
    expect(await codeOf()).toBe('taken');
    expect(rules().map(({ rule }) => rule)).toMatchObject([
      {
        isShowValue: false,
        config: {
          min: { type: 'num', value: 0 },
          max: { type: 'num', value: 1.5 },
          positiveColor: '#4F9E99',
          isGradient: false,
        },
      },
    ]);
  });

  it('a bound that is to be a number has to be one', async () => {
    const { dataBar } = sheet.getRange('C1').conditionalFormats.add('DataBar');
    dataBar.upperBoundRule = { type: 'Number', formula: '' };
    expect(await codeOf()).toBe('InvalidArgument');
  });
});
