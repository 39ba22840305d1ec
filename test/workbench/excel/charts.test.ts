import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OfficeInNode, officeInNode } from '../../support/officeInNode.ts';

describe('charts of the played Excel', () => {
  let office: OfficeInNode;
  beforeAll(async () => {
    office = await officeInNode();
  });
  afterAll(() => office.book.dispose());

  const drawn = async (make: (sheet: Excel.Worksheet) => void) => {
    const { workbook } = new Excel.RequestContext();
    const sheet = workbook.worksheets.add();
    sheet.getRange('A1:B5').values = [
      ['Month', 'Sales'],
      ['Jan', ''],
      ['Feb', 20],
      ['Mar', 30],
      ['Apr', 40],
    ];
    make(sheet);
    await workbook.context.sync();
    await office.book.calculated();
    return office.book.charts.at(-1);
  };

  it('a new chart takes the texts that its first series begins with as the name of the series', async () => {
    const chart = await drawn(sheet => {
      sheet.getRange('B2').formulas = [['=""']];
      sheet.charts.add('Line', sheet.getRange('B2:B5'), 'Columns').setPosition('D2', 'H9');
    });
    expect(chart?.series).toEqual([{ name: '', area: { row: 2, column: 1, rows: 3, columns: 1 }, color: undefined }]);
  });

  it('values that are set by themselves are all drawn', async () => {
    const chart = await drawn(sheet => {
      const made = sheet.charts.add('Line', sheet.getRange('B1:B5'), 'Columns');
      made.series.getItemAt(0).setValues(sheet.getRange('B1:B5'));
      made.setPosition('D2');
    });
    expect(chart?.series[0]?.area).toEqual({ row: 0, column: 1, rows: 5, columns: 1 });
  });

  it('setPosition() takes addresses as texts', async () => {
    const chart = await drawn(sheet => {
      sheet.charts.add('Line', sheet.getRange('B1:B5'), 'Columns').setPosition('D2', 'H9');
    });
    expect([chart?.corner, chart?.size]).toEqual([
      { row: 1, column: 3, rows: 1, columns: 1 },
      { row: 8, column: 7 },
    ]);
    expect(chart?.series[0]?.name).toBe('Sales');
  });
});
