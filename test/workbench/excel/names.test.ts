import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OfficeInNode, officeInNode } from '../../support/officeInNode.ts';

describe('names of the played Excel', () => {
  let office: OfficeInNode;
  beforeAll(async () => {
    office = await officeInNode();
    const { workbook } = new Excel.RequestContext();
    const sheet = workbook.worksheets.add('Page');
    sheet.getRange('A3:B5').values = [
      ['Name', 'Actual'],
      ['Ann', 10],
      ['Ben', 20],
    ];
    sheet.tables.add(sheet.getRange('A3:B5'), true).name = 'People';
    await workbook.context.sync();
  });
  afterAll(() => office.book.dispose());

  const formulaOf = async (name: string): Promise<string> => {
    const { workbook } = new Excel.RequestContext();
    const item = workbook.names.getItem(name);
    item.load('formula');
    await workbook.context.sync();
    return item.formula;
  };
  const rowsOf = async (name: string): Promise<number> => {
    const { workbook } = new Excel.RequestContext();
    const range = workbook.names.getItem(name).getRange();
    range.load('rowCount');
    await workbook.context.sync();
    return range.rowCount;
  };

  it('add() with a column of a table stores the address that it has now, addFormulaLocal() keeps the column', async () => {
    const { workbook } = new Excel.RequestContext();
    workbook.names.add('Standing', '=People[Actual]');
    workbook.names.addFormulaLocal('Growing', '=People[Actual]');
    await workbook.context.sync();
    expect([await formulaOf('Standing'), await formulaOf('Growing')]).toEqual(['=Page!$B$4:$B$5', '=People[Actual]']);
    workbook.tables.getItem('People').rows.add(undefined, [['Cy', 30]]);
    await workbook.context.sync();
    expect([await rowsOf('Standing'), await rowsOf('Growing')]).toEqual([2, 3]);
  });

  it('addFormulaLocal() keeps a column whose heading has signs in it, and formulas read all of its rows', async () => {
    const { workbook } = new Excel.RequestContext();
    const sheet = workbook.worksheets.add('Signs');
    sheet.getRange('A1:A3').values = [['Amount (net)'], [1], [2]];
    sheet.tables.add(sheet.getRange('A1:A3'), true).name = 'Amounts';
    workbook.names.addFormulaLocal('Net', '=Amounts[Amount (net)]');
    sheet.getRange('C1').formulas = [['=SUM(Net)']];
    await workbook.context.sync();
    workbook.tables.getItem('Amounts').rows.add(undefined, [[4]]);
    const total = sheet.getRange('C1');
    total.load('values');
    await workbook.context.sync();
    expect([await formulaOf('Net'), await rowsOf('Net'), total.values]).toEqual(['=Amounts[Amount (net)]', 3, [[7]]]);
    workbook.names.getItem('Net').delete();
    await workbook.context.sync();
  });

  it('a formula that is set to a column of a table stores its address, too', async () => {
    const { workbook } = new Excel.RequestContext();
    workbook.names.getItem('Standing').formula = '=People[Actual]';
    await workbook.context.sync();
    expect([await formulaOf('Standing'), await rowsOf('Standing')]).toEqual(['=Page!$B$4:$B$6', 3]);
  });

  it('copy() gives the new sheet names of its own, which its formulas read', async () => {
    const { workbook } = new Excel.RequestContext();
    const sheet = workbook.worksheets.getItem('Page');
    sheet.getRange('D1').formulas = [['=SUM(Standing)']];
    const copy = sheet.copy('End');
    const [own, all] = [copy.names, workbook.names];
    copy.load('name');
    own.load('items/name,items/formula,items/scope');
    all.load('items/name,items/scope');
    await workbook.context.sync();
    expect(own.items.map(({ name, formula, scope }) => [name, formula, scope]).sort()).toEqual([
      ['Growing', "='Page (2)'!$B$4:$B$6", 'Worksheet'],
      ['Standing', "='Page (2)'!$B$4:$B$6", 'Worksheet'],
    ]);
    expect(all.items.map(({ name, scope }) => [name, scope]).sort()).toEqual([
      ['Growing', 'Workbook'],
      ['Standing', 'Workbook'],
    ]);
    copy.getRange('B4').values = [[1000]];
    const [sum, before] = [copy.getRange('D1'), workbook.worksheets.getItem('Page').getRange('D1')];
    sum.load('values,formulas');
    before.load('values');
    await workbook.context.sync();
    expect([sum.values, sum.formulas, before.values]).toEqual([[[1050]], [['=SUM(Standing)']], [[60]]]);
  });

  it('names whose sheet is deleted stay, and point nowhere', async () => {
    const { workbook } = new Excel.RequestContext();
    workbook.worksheets.getItem('Page').delete();
    await workbook.context.sync();
    expect([await formulaOf('Standing'), await formulaOf('Growing')]).toEqual(['=#REF!', '=#REF!']);
  });
});
