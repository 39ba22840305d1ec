import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HISTORY_COLUMNS } from '../../src/sheets/history.ts';
import { monthOps, monthSet } from '../support/monthCases.ts';
import { type OfficeInNode, officeInNode } from '../support/officeInNode.ts';

/** The history has three rows, of which the first is filled; the set appends four. */
describe('change() adds rows to a table in Excel', () => {
  let office: OfficeInNode;
  const history = () => {
    const sheet = office.book.workbook.getSheetByName('History sheet');
    if (!sheet) throw new Error('There is no history.');
    return sheet;
  };
  const width = HISTORY_COLUMNS.length;
  const actual = HISTORY_COLUMNS.indexOf('Actual');
  const range = async (name: string) => {
    const { names, context } = new Excel.RequestContext().workbook;
    const cells = names.getItem(name).getRange();
    cells.load('address,values');
    await context.sync();
    return cells;
  };
  const excel = async (write: (workbook: Excel.Workbook) => void) => {
    const { workbook } = new Excel.RequestContext();
    write(workbook);
    await workbook.context.sync();
  };
  /** As Excel stores them that does not keep the reference of a column. */
  const asAddresses = () =>
    excel(({ names }) => {
      for (const name of HISTORY_COLUMNS) names.getItem(`History_${name}`).formula = `=History[${name}]`;
    });

  beforeEach(async () => {
    office = await officeInNode({ functions: false });
    const ops = monthOps(true);
    const second = ops.findLastIndex(({ op }) => op === 'addSheet');
    await office.port.apply(ops.slice(0, second));
    await office.port.apply(ops.slice(second));
  });
  afterEach(() => office.book.dispose());

  it('names grow with the table, and whoever reads them reads the new rows', async () => {
    expect(await office.port.month.change({ is: 'apply', set: monthSet('a') })).toMatchObject({ conflicts: [] });
    expect((await range('History_Actual')).values).toEqual([[9], [0.25], [1.25], [2.25], [3.25]]);
  });

  it('names that are addresses stand for the whole column again', async () => {
    await asAddresses();
    await excel(({ names, worksheets }) => names.add('Own', worksheets.getItem('History sheet').getRange('A4:A6')));
    expect((await range('History_Actual')).values).toEqual([[9], [''], ['']]);
    expect(await office.port.month.change({ is: 'apply', set: monthSet('a') })).toMatchObject({ conflicts: [] });
    expect((await range('History_Actual')).values).toEqual([[9], [0.25], [1.25], [2.25], [3.25]]);
    expect((await range('History_Period')).values).toHaveLength(5);
    expect((await range('Own')).address).toBe("'History sheet'!A4:A6");
    expect(history().getSubTableInfos()?.[0]?.range.endRow).toBe(7);
  });

  it('rows that somebody has added below an address are not written over', async () => {
    await asAddresses();
    const own = ['', 'person', 'Dora', '', 7].concat(new Array(width - 5).fill(''), ['']);
    await excel(({ tables }) => tables.getItem('History').rows.add(undefined, [own]));
    expect(await office.port.month.change({ is: 'apply', set: monthSet('a') })).toMatchObject({ conflicts: [] });
    const people = (await range('History_UnitName')).values.flat();
    expect(people).toEqual(['Ann', '', '', 'Dora', '=1+1', 'Person 1', 'Person 2', 'Person 3']);
  });

  it('a column that is no table’s is not written beyond: it says so', async () => {
    await asAddresses();
    await excel(({ tables }) => tables.getItem('History').delete());
    const outcome = await office.port.month.change({ is: 'apply', set: monthSet('a') }).catch(error => error);
    expect(outcome).toMatchObject({ cells: 0 });
    expect(outcome.conflicts[0]).toMatchObject({ reason: { en: expect.stringContaining('no row can be added') } });
    expect(history().getRange(6, actual).getValue()).toBe(null);
  });

  it('new rows compute what the last one does, by their own cells; a formula among the figures stays alone', async () => {
    // Beside the figures a column that reads its own row by address, among them a formula of the user's.
    await excel(({ worksheets }) => {
      const sheet = worksheets.getItem('History sheet');
      sheet.getRangeByIndexes(3, width, 1, 1).formulas = [['=ROW()-ROW($A$3)']];
      sheet.getRangeByIndexes(3, actual, 3, 1).values = [[9], [8], [7]];
      sheet.getRangeByIndexes(5, actual, 1, 1).formulas = [['=3+4']];
    });
    expect(await office.port.month.change({ is: 'apply', set: monthSet('a') })).toMatchObject({ conflicts: [] });
    const formulas = Array.from({ length: 7 }, (_, row) =>
      history()
        .getRange(3 + row, width)
        .getFormula(),
    );
    expect(formulas).toEqual(new Array(7).fill('=ROW()-ROW($A$3)'));
    const figures = Array.from({ length: 7 }, (_, row) =>
      history()
        .getRange(3 + row, actual)
        .getFormula(),
    );
    expect(figures).toEqual(['', '', '=3+4', '', '', '', '']);
  });
});
