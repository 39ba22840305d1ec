import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type OfficeInNode, officeInNode } from '../../support/officeInNode.ts';

const ROWS = [
  ['Name', 'Actual', 'Twice'],
  ['Ann', 10, ''],
  ['Ben', 20, ''],
  ['Cy', 30, ''],
];

describe('tables of the played Excel', () => {
  let office: OfficeInNode;
  let context: Excel.RequestContext;
  let sheet: Excel.Worksheet;
  let count = 0;

  beforeAll(async () => {
    office = await officeInNode();
  });
  beforeEach(() => {
    context = new Excel.RequestContext();
    sheet = context.workbook.worksheets.add(`Page${++count}`);
    sheet.getRange('A3:C6').values = ROWS;
    sheet.tables.add(sheet.getRange('A3:C6'), true).name = `People${count}`;
  });
  afterAll(() => office.book.dispose());

  const read = async (
    address: string,
    what: 'formulas' | 'values' | 'valueTypes' | 'numberFormat',
  ): Promise<unknown[][]> => {
    const range = sheet.getRange(address);
    range.load(what);
    await context.sync();
    return range[what];
  };

  it('one value for all cells of a range: a formula moves as one that is filled down', async () => {
    const one = (value: string): string[][] => value as unknown as string[][];
    sheet.getRange('E4:F5').formulas = one('=$B4+B$4+$B$4+E1');
    sheet.getRange('G4:G5').formulas = one(`=SUM(People${count}[Actual])`);
    sheet.getRange('H4:H5').values = one('x');
    expect(await read('E4:H5', 'formulas')).toEqual([
      ['=$B4+B$4+$B$4+E1', '=$B4+C$4+$B$4+F1', `=SUM(People${count}[Actual])`, 'x'],
      ['=$B5+B$4+$B$4+E2', '=$B5+C$4+$B$4+F2', `=SUM(People${count}[Actual])`, 'x'],
    ]);
  });

  describe('rows that a user puts in or takes out', () => {
    const played = () => {
      const found = office.book.workbook.getSheetByName(`Page${count}`);
      if (!found) throw new Error('The sheet is missing.');
      return found;
    };

    it('a new row computes what the others do, and formulas read it, under the headings and whatever these say', async () => {
      sheet.getRange('B3').values = [['Actual (k)']];
      sheet.getRange('C4').formulas = [['=[@[Actual (k)]]*2']];
      sheet.getRange('E1').formulas = [[`=SUM(People${count}[Actual (k)])`]];
      context.workbook.names.addFormulaLocal(`Actual${count}`, `=People${count}[Actual (k)]`);
      await context.sync();
      played().insertRows(3, 1);
      const name = context.workbook.names.getItem(`Actual${count}`).getRange();
      name.load('address');
      sheet.getRange('A4:B4').values = [['Di', 5]];
      expect(await read('C4:C7', 'values')).toEqual([[10], [20], [40], [60]]);
      expect(await read('E1', 'values')).toEqual([[65]]);
      expect(name.address).toBe(`Page${count}!B4:B7`);
      expect(await read('C4', 'formulas')).toEqual([['=[@[Actual (k)]]*2']]);
    });

    it('sums read the place where their table is now, after rows above it and in it have gone', async () => {
      sheet.getRange('E1').formulas = [[`=SUM(People${count}[Actual])`]];
      expect(await read('E1', 'values')).toEqual([[60]]);
      played().deleteRows(1, 1);
      sheet.getRange('B3').values = [[11]];
      expect(await read('E1', 'values')).toEqual([[61]]);
      played().deleteRows(2, 1);
      sheet.getRange('B4').values = [[31]];
      expect(await read('E1', 'values')).toEqual([[51]]);
    });

    it('what is typed or pasted right below a table belongs to it, and what an add-in writes there does not', async () => {
      sheet.getRange('C4').formulas = [['=[@Actual]*2']];
      sheet.getRange('E1').formulas = [[`=SUM(People${count}[Actual])`]];
      await context.sync();
      played()
        .getRange('A7:B8')
        .setValues([
          ['Di', 5],
          ['Eve', 7],
        ]);
      await office.book.settled();
      expect(await read('C4:C9', 'values')).toEqual([[20], [40], [60], [10], [14], ['']]);
      expect(await read('E1', 'values')).toEqual([[72]]);
      sheet.getRange('A9:B9').values = [['Flo', 100]];
      expect(await read('E1', 'values')).toEqual([[72]]);
      expect(await read('C9', 'formulas')).toEqual([['']]);
    });

    it('rows that a table grows by look like its last one, and take what it took', async () => {
      sheet.getRange('B6').numberFormat = [['#,##0.0']];
      sheet.getRange('B4:B6').format.fill.color = '#FFEEDD';
      const rule = sheet.getRange('B4:B6').conditionalFormats.add('CellValue');
      rule.cellValue.format.fill.color = '#FF0000';
      rule.cellValue.rule = { formula1: '50', operator: 'GreaterThan' };
      sheet.getRange('B4:B6').dataValidation.rule = { decimal: { formula1: 0, operator: 'GreaterThan' } };
      await context.sync();
      played()
        .getRange('A7:B8')
        .setValues([
          ['Di', 5],
          ['Eve', 7],
        ]);
      await office.book.settled();
      expect(await read('B8', 'numberFormat')).toEqual([['#,##0.0']]);
      const grown = sheet.getRange('B8').format.fill.load('color');
      await context.sync();
      expect(grown.color).toBe('#FFEEDD');
      expect(
        played()
          .getConditionalFormattingRules()
          .map(({ ranges }) => ranges[0]?.endRow),
      ).toEqual([7]);
      expect(
        played()
          .getDataValidations()
          .map(({ rule: { ranges } }) => ranges[0]?.endRow),
      ).toEqual([7]);
    });

    it('a table does not grow over what stands below, beside a gap, or into the next table', async () => {
      const rows = () =>
        played()
          .getSubTableInfos()
          ?.map(({ range }) => range.endRow - range.startRow);
      sheet.getRange('C7').values = [['mine']];
      await context.sync();
      played().getRange('A7').setValue('Di');
      await office.book.settled();
      expect(rows()).toEqual([3]);
      played().getRange('A8').setValue('Eve');
      await office.book.settled();
      expect(rows()).toEqual([3]);
      played().getRange('A7:C8').clearContent();
      sheet.getRange('A8:B9').values = [
        ['Other', 'Table'],
        [1, 2],
      ];
      sheet.tables.add(sheet.getRange('A8:B9'), true).name = `Below${count}`;
      await context.sync();
      played().getRange('A7').setValue('Di');
      await office.book.settled();
      expect(rows()).toEqual([3, 1]);
    });

    it('a row with another formula in one cell leaves that column to the user', async () => {
      sheet.getRange('C4:C6').formulas = [['=[@Actual]'], ['=[@Actual]'], ['=[@Actual]']];
      await context.sync();
      played().getRange('C5').setFormula('=1');
      played().insertRows(4, 1);
      expect(await read('C5', 'formulas')).toEqual([['']]);
    });
  });

  describe('a column of formulas', () => {
    it('a formula in one cell fills the whole column', async () => {
      sheet.getRange('C5').formulas = [['=[@Actual]*2']];
      expect(await read('C4:C6', 'formulas')).toEqual([['=[@Actual]*2'], ['=[@Actual]*2'], ['=[@Actual]*2']]);
      expect(await read('C4:C6', 'values')).toEqual([[20], [40], [60]]);
    });

    it('of formulas that differ the last one stands in all cells', async () => {
      sheet.getRange('C4:C6').formulas = [['=1+1'], ['=2+2'], ['=3+3']];
      expect(await read('C4:C6', 'formulas')).toEqual([['=3+3'], ['=3+3'], ['=3+3']]);
      sheet.getRange('C4:C5').formulas = [['=4+4'], ['=5+5']];
      expect(await read('C4:C6', 'values')).toEqual([[10], [10], [10]]);
    });

    it('the formula moves with its row, as one that is filled down', async () => {
      sheet.getRange('C5').formulas = [['=B5+$B$4+ROW()-ROW($A$3)']];
      expect(await read('C4:C6', 'formulas')).toEqual([
        ['=B4+$B$4+ROW()-ROW($A$3)'],
        ['=B5+$B$4+ROW()-ROW($A$3)'],
        ['=B6+$B$4+ROW()-ROW($A$3)'],
      ]);
      expect(await read('C4:C6', 'values')).toEqual([[21], [32], [43]]);
    });

    it('cells with constants stay, blank ones are filled', async () => {
      sheet.getRange('C5').values = [[7]];
      sheet.getRange('C4').formulas = [['=[@Actual]+1']];
      expect(await read('C4:C6', 'formulas')).toEqual([['=[@Actual]+1'], [7], ['=[@Actual]+1']]);
    });

    it('an exception that is written last takes the column', async () => {
      sheet.getRange('C4:C6').formulas = [['=[@Actual]'], ['=[@Actual]'], ['=[@Actual]']];
      sheet.getRange('C4').formulas = [['=99']];
      expect(await read('C4:C6', 'values')).toEqual([[99], [99], [99]]);
    });

    it('nothing is filled by constants, beside the table, or in columns that were not written', async () => {
      sheet.getRange('C4').values = [[5]];
      sheet.getRange('E4').formulas = [['=1+1']];
      sheet.getRange('C2').formulas = [['=1+1']];
      expect(await read('A4:E6', 'formulas')).toEqual([
        ['Ann', 10, 5, '', '=1+1'],
        ['Ben', 20, '', '', ''],
        ['Cy', 30, '', '', ''],
      ]);
    });

    it('a row that is added computes what all others do, even where a blank is given', async () => {
      sheet.getRange('C4:C6').formulas = [['=[@Actual]*2'], ['=[@Actual]*2'], ['=[@Actual]*2']];
      context.workbook.tables.getItem(`People${count}`).rows.add(undefined, [['Di', 40, '']]);
      expect(await read('A7:C7', 'formulas')).toEqual([['Di', 40, '=[@Actual]*2']]);
    });
  });

  describe('a spill', () => {
    it('inside a table it is #SPILL!', async () => {
      sheet.getRange('C4').formulas = [['=B4:B5']];
      expect(await read('C4:C6', 'values')).toEqual([['#SPILL!'], ['#SPILL!'], ['#SPILL!']]);
      expect(await read('C4', 'valueTypes')).toEqual([['Error']]);
    });

    it('into a table it is #SPILL!, beside it it fills its cells', async () => {
      sheet.getRange('A1').formulas = [['=B4:B6']];
      sheet.getRange('E4').formulas = [['=B4:B6']];
      expect(await read('A1:A2', 'values')).toEqual([['#SPILL!'], ['']]);
      expect(await read('E4:E6', 'values')).toEqual([[10], [20], [30]]);
    });
  });

  describe('headings', () => {
    it('become texts that differ, when a table is made', async () => {
      sheet.getRange('F3:J4').formulas = [
        ['Sales', 'sales', '', 2026, '="Q"&(1+2)'],
        [1, 2, 3, 4, 5],
      ];
      sheet.tables.add(sheet.getRange('F3:J4'), true);
      expect(await read('F3:J3', 'formulas')).toEqual([['Sales', 'sales2', 'Column3', '2026', 'Q3']]);
      expect(await read('F3:J3', 'valueTypes')).toEqual([['String', 'String', 'String', 'String', 'String']]);
    });

    it('become texts that differ, when one is written, and formulas follow', async () => {
      sheet.getRange('C4').formulas = [['=[@Actual]*2']];
      sheet.getRange('B3').values = [['Name']];
      expect(await read('A3:C3', 'values')).toEqual([['Name', 'Name2', 'Twice']]);
      expect(await read('C4', 'formulas')).toEqual([['=[@[Name2]]*2']]);
      sheet.getRange('B3').values = [[2026]];
      expect(await read('B3', 'valueTypes')).toEqual([['String']]);
      sheet.getRange('B3').formulas = [['="Q"&4']];
      expect(await read('B3', 'formulas')).toEqual([['Q4']]);
    });
  });

  it('tables that overlap are refused', async () => {
    await context.sync();
    sheet.tables.add(sheet.getRange('C5:D8'), true);
    await expect(context.sync()).rejects.toMatchObject({ code: 'InvalidArgument' });
  });

  it('a table has its headings apart from its rows', async () => {
    const table = context.workbook.tables.getItem(`People${count}`);
    const [headings, body] = [table.getHeaderRowRange(), table.getDataBodyRange()];
    headings.load('values');
    body.load('address');
    await context.sync();
    expect([headings.values, body.address]).toEqual([[ROWS[0]], `Page${count}!A4:C6`]);
  });

  it('the tables of a range are found by it', async () => {
    const name = `People${count}`;
    const [inside, none] = [sheet.getRange('B5').getTables(false), sheet.getRange('B5').getTables(true)];
    inside.load('items/name');
    none.load('items/name');
    await context.sync();
    expect([inside.items.map(table => table.name), none.items]).toEqual([[name], []]);
  });

  it('the type of a formula that gives "" is String, that of a blank cell Empty', async () => {
    sheet.getRange('E4').formulas = [['=""']];
    expect(await read('E4:F4', 'valueTypes')).toEqual([['String', 'Empty']]);
  });

  it('the used range begins where cells are used, by contents or by formats, too', async () => {
    const filled = sheet.getUsedRangeOrNullObject(true);
    filled.load('address');
    await context.sync();
    expect(filled.address).toBe(`Page${count}!A3:C6`);
    sheet.getRange('E9').format.fill.color = '#FF0000';
    const [formatted, again] = [sheet.getUsedRangeOrNullObject(), sheet.getUsedRangeOrNullObject(true)];
    formatted.load('address');
    again.load('address');
    await context.sync();
    expect([formatted.address, again.address]).toEqual([`Page${count}!A3:E9`, `Page${count}!A3:C6`]);
  });
});
