import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Content } from '../../src/grid/grid.ts';
import { inverse, type Patch } from '../../src/grid/patch.ts';
import { type OfficeInNode, officeInNode } from '../support/officeInNode.ts';
import { fillIn, rolledOver } from '../support/rollCases.ts';

const DOUBLE = '=[@Actual]*2';
const cellData = (cell: string | number) => {
  if (typeof cell === 'number') return { v: cell };
  return cell === '' ? { v: null } : { f: cell };
};
const formula = (text: string): Content => ({ formula: text });

/** A table in A3:C6 whose third column may hold formulas; Excel writes the last one of a column into all its rows. */
describe('a column of a table that formulas are written into', () => {
  let office: OfficeInNode;
  let sheetId: string;
  beforeEach(async () => {
    office = await officeInNode({ functions: false });
    office.book.settled = () => Promise.resolve();
    const { workbook } = new Excel.RequestContext();
    const sheet = workbook.worksheets.getItem('Sheet1');
    sheet.getRange('A3:C6').values = [
      ['Name', 'Actual', 'Own'],
      ['Ann', 10, ''],
      ['Ben', 20, ''],
      ['Cy', 30, ''],
    ];
    sheet.tables.add(sheet.getRange('A3:C6'), true).name = 'People';
    sheet.load('id');
    await workbook.context.sync();
    sheetId = sheet.id;
  });
  afterEach(() => office.book.dispose());

  const page = () => {
    const sheet = office.book.workbook.getSheetBySheetId(sheetId);
    if (!sheet) throw new Error('The sheet is gone.');
    return sheet;
  };
  /** As the user has made it, with the filling of formulas switched off. */
  const typed = (...cells: readonly (string | number)[]) => {
    page()
      .getRange('C4:C6')
      .setValues(cells.map(cell => [cellData(cell)]));
  };
  const held = () =>
    Array.from({ length: 3 }, (_, row) => {
      const cell = page().getRange(3 + row, 2);
      return cell.getFormula() === ''
        ? cell.getValue()
        : office.host.context.asWritten(page(), 3 + row, 2, cell.getFormula());
    });
  const patch = (row: number, before: readonly Content[], after: readonly Content[]): Patch => ({
    sheetId,
    row,
    column: 2,
    before: before.map(content => [content]),
    after: after.map(content => [content]),
  });

  it('patch() writes a whole column, and takes it back', async () => {
    const all = [formula(DOUBLE), formula(DOUBLE), formula(DOUBLE)];
    const written = patch(3, [null, null, null], all);
    expect(await office.port.book.patch({ patches: [written], keep: '{}' })).toEqual([]);
    expect(held()).toEqual([DOUBLE, DOUBLE, DOUBLE]);
    expect(await office.port.book.patch({ patches: inverse([written]), keep: '{}' })).toEqual([]);
    expect(held()).toEqual([null, null, null]);
  });

  it('patch() leaves constants and blank cells as they are', async () => {
    typed('', 7, '');
    expect(await office.port.book.patch({ patches: [patch(3, [null], [formula(DOUBLE)])], keep: '{}' })).toEqual([]);
    expect(held()).toEqual([DOUBLE, 7, null]);
  });

  it('patch() blanks some cells of a column of formulas, and brings them back', async () => {
    typed('=B4*2', '=B5*2', '=B6*2');
    const written = patch(3, [formula('=B4*2'), formula('=B5*2')], [null, formula('=B5*2')]);
    expect(await office.port.book.patch({ patches: [written], keep: '{}' })).toEqual([]);
    expect(held()).toEqual([null, '=B5*2', '=B6*2']);
    expect(await office.port.book.patch({ patches: inverse([written]), keep: '{}' })).toEqual([]);
    expect(held()).toEqual(['=B4*2', '=B5*2', '=B6*2']);
  });

  it('patch() writes nothing where a formula of another row would be lost, and says where it is', async () => {
    typed('=B4*2', '=99', '=B6*2');
    const some = [patch(3, [formula('=B4*2')], [formula('=B4*3')]), patch(5, [formula('=B6*2')], [formula('=B6*3')])];
    await expect(office.port.book.patch({ patches: some, keep: '{}' })).rejects.toMatchObject({
      reason: 'mixed',
      code: 'C5',
    });
    expect(held()).toEqual(['=B4*2', '=99', '=B6*2']);
    expect(await office.port.book.kept()).toBeUndefined();
    // Values fill nothing.
    expect(await office.port.book.patch({ patches: [patch(3, [formula('=B4*2')], [1])], keep: '{}' })).toEqual([]);
    expect(held()).toEqual([1, '=99', '=B6*2']);
  });

  it('insertFormula() fills the blank cells of a column, as typing does, and never another formula', async () => {
    page().getRange('C5').activate();
    expect(await office.port.insertFormula(DOUBLE)).toBe('C5');
    expect(held()).toEqual([DOUBLE, DOUBLE, DOUBLE]);
    typed('=1+1', '', 7);
    await expect(office.port.insertFormula(DOUBLE)).rejects.toMatchObject({ reason: 'mixed', code: 'C4' });
    expect(held()).toEqual(['=1+1', null, 7]);
  });

  it('patch() writes beside a table and above it as ever', async () => {
    const beside = { ...patch(3, [null, null], [formula('=1+1'), formula('=2+2')]), column: 4 };
    expect(await office.port.book.patch({ patches: [beside], keep: '{}' })).toEqual([]);
    expect([page().getRange('E4').getFormula(), page().getRange('E5').getFormula()]).toEqual(['=1+1', '=2+2']);
  });

  describe('rolling over makes formulas read another month', () => {
    const board = async (...cells: readonly string[]) => {
      await fillIn(office.port);
      const { workbook } = new Excel.RequestContext();
      const sheet = workbook.worksheets.getItem('Board');
      sheet.getRange('A8:B11').values = [
        ['Of', 'Sum'],
        [1, ''],
        [2, ''],
        [3, ''],
      ];
      sheet.tables.add(sheet.getRange('A8:B11'), true).name = 'Sums';
      await workbook.context.sync();
      const own = office.book.workbook.getSheetByName('Board');
      own?.getRange('B9:B11').setValues(cells.map(cell => [cellData(cell)]));
      return () => Array.from({ length: 3 }, (_, row) => own?.getRange(8 + row, 1).getFormula());
    };
    const SUM = '=SUM(Tracker_Target)';

    it('change() repoints a column, and leaves its blank cells blank', async () => {
      const sums = await board(SUM, '', SUM);
      const { set, plans } = await rolledOver(office.port, 'roll');
      expect(await office.port.month.change({ is: 'apply', set, plans })).toMatchObject({ conflicts: [] });
      const to = sums()[0] ?? '';
      expect(to).toMatch(/^=SUM\(Tracker_?\w*_Target\)$/);
      expect([to === SUM, sums()]).toEqual([false, [to, '', to]]);
      expect(await office.port.month.change({ is: 'takeBack', plans })).toMatchObject({ conflicts: [] });
      expect(sums()).toEqual([SUM, '', SUM]);
    });

    it('change() refuses where a formula unlike the others would be lost', async () => {
      const sums = await board(SUM, '=1+2', SUM);
      const { set, plans } = await rolledOver(office.port, 'roll');
      const { conflicts } = await office.port.month.change({ is: 'apply', set, plans });
      expect(conflicts).toMatchObject([{ name: 'Board', reason: { en: expect.stringContaining('Board, B10:') } }]);
      expect(sums()).toEqual([SUM, '=1+2', SUM]);
    });
  });
});
