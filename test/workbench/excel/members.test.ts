import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type OfficeInNode, officeInNode } from '../../support/officeInNode.ts';

describe('members that samples ask for', () => {
  let office: OfficeInNode;
  let context: Excel.RequestContext;
  let sheet: Excel.Worksheet;
  beforeAll(async () => {
    office = await officeInNode({ functions: false });
  });
  beforeEach(() => {
    context = new Excel.RequestContext();
    sheet = context.workbook.worksheets.add();
  });
  afterAll(() => office.book.dispose());

  const address = async (range: Excel.Range): Promise<string> => {
    range.load('address');
    await context.sync();
    return range.address.replace(/^.*!/, '');
  };

  it('getUsedRange() of a blank sheet is its first cell', async () => {
    expect(await address(sheet.getUsedRange())).toBe('A1');
    sheet.getRange('B2:C3').values = [
      [1, ''],
      ['', 2],
    ];
    expect(await address(sheet.getUsedRange())).toBe('B2:C3');
  });

  it('ranges beside, larger and inside', async () => {
    const range = (): Excel.Range => sheet.getRange('B2:C3');
    expect(await address(range().getOffsetRange(1, -1))).toBe('A3:B4');
    expect(await address(range().getResizedRange(2, -1))).toBe('B2:B5');
    expect(await address(range().getColumn(1))).toBe('C2:C3');
    expect(await address(range().getLastColumn())).toBe('C2:C3');
    expect(await address(range().getLastCell())).toBe('C3');
    expect(await address(sheet.getCell(1, 4))).toBe('E2');
    await expect(address(range().getOffsetRange(0, -2))).rejects.toMatchObject({ code: 'InvalidArgument' });
    await expect(address(range().getResizedRange(0, -2))).rejects.toMatchObject({ code: 'InvalidArgument' });
  });

  it('format.autofitColumns() is wider for longer texts, and leaves blank columns', async () => {
    sheet.getRange('A1:B1').values = [['ab', 'a rather long heading for a column']];
    const loaded = (): Excel.RangeFormat[] =>
      ['A1', 'B1', 'C1'].map(cell => sheet.getRange(cell).format.load('columnWidth'));
    const before = loaded();
    sheet.getUsedRange().format.autofitColumns();
    sheet.getUsedRange().format.autofitRows();
    const after = loaded();
    await context.sync();
    const [short = 0, long = 0, blank] = after.map(format => format.columnWidth);
    expect(long).toBeGreaterThan(short * 5);
    expect(blank).toBe(before[2]?.columnWidth);
  });

  it('numberFormat of one in an array is for all cells', async () => {
    const range = sheet.getRange('A1:B1');
    range.numberFormat = [['0.00']];
    range.load('numberFormat');
    await context.sync();
    expect(range.numberFormat).toEqual([['0.00', '0.00']]);
  });

  it('format.font.name is the font of the cells', async () => {
    const { font } = sheet.getRange('A1:B2').format;
    font.name = 'Arial';
    font.load('name');
    await context.sync();
    expect(font.name).toBe('Arial');
  });

  it('table.columns are found by heading, id and place', async () => {
    sheet.getRange('A1:B3').values = [
      ['Name', 'Actual'],
      ['Ann', 10],
      ['Ben', 20],
    ];
    const { columns } = sheet.tables.add(sheet.getRange('A1:B3'), true);
    expect(await address(columns.getItem('actual').getDataBodyRange())).toBe('B2:B3');
    expect(await address(columns.getItem(1).getRange())).toBe('A1:A3');
    expect(await address(columns.getItemAt(1).getHeaderRowRange())).toBe('B1');
    columns.load('items/name');
    await context.sync();
    expect(columns.items.map(({ name }) => name)).toEqual(['Name', 'Actual']);
    columns.getItem('Target').load('name');
    await expect(context.sync()).rejects.toMatchObject({ code: 'ItemNotFound' });
  });

  it('charts are found by name and place, and go when they are deleted', async () => {
    sheet.getRange('A1:A2').values = [[1], [2]];
    sheet.charts.add('Line', sheet.getRange('A1:A2')).name = 'Sales';
    const chart = sheet.charts.getItemAt(0);
    chart.load('name');
    chart.legend.position = 'Bottom';
    chart.legend.format.fill.setSolidColor('white');
    chart.legend.load('position');
    await context.sync();
    expect([chart.name, chart.legend.position]).toEqual(['Sales', 'Bottom']);
    sheet.charts.getItem('sales').delete();
    sheet.charts.load('items/name');
    await context.sync();
    expect(sheet.charts.items).toEqual([]);
  });

  it('dataValidation.rule compares with a number, or by a formula', async () => {
    const { dataValidation } = sheet.getRange('A1:A2');
    for (const operator of ['GreaterThan', 'LessThan'] as const)
      dataValidation.rule = { wholeNumber: { formula1: 0, operator } };
    dataValidation.rule = { custom: { formula: '=A1<>B1' } };
    dataValidation.load('rule, type');
    await context.sync();
    expect(dataValidation.rule).toEqual({ custom: { formula: '=A1<>B1' } });
    expect(dataValidation.type).toBe('Custom');
  });

  it('what is not played says so', async () => {
    sheet.charts.add('Pie', sheet.getRange('A1:A2'));
    await expect(context.sync()).rejects.toMatchObject({ code: 'NotImplemented' });
    sheet.getRange('A1').dataValidation.rule = { textLength: { formula1: 5, operator: 'LessThan' } };
    await expect(context.sync()).rejects.toMatchObject({ code: 'NotImplemented' });
    sheet.getRange().format.fill.color = '#FF0000';
    await expect(context.sync()).rejects.toMatchObject({ code: 'NotImplemented' });
  });
});
