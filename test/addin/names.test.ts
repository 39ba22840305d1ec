import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { excelDialect } from '../../src/plan/dialect.ts';
import type { Op } from '../../src/plan/op.ts';
import { activity } from '../../src/templates/activity.ts';
import { tracker } from '../../src/templates/tracker.ts';
import { type OfficeInNode, officeInNode } from '../support/officeInNode.ts';
import { opsOf, specOf } from '../support/planning.ts';

describe('names of an inserted sheet in Excel', () => {
  let office: OfficeInNode;
  beforeAll(async () => {
    office = await officeInNode({ functions: false });
    office.book.settled = () => Promise.resolve();
  });
  afterAll(() => office.book.dispose());

  const planned = async (): Promise<Op[]> =>
    opsOf(specOf(tracker, 'en'), 'en', excelDialect, await office.port.inspect());
  /** Every name that the workbook has, also those that point nowhere. */
  const names = async (): Promise<Record<string, string>> => {
    const { names: items, context } = new Excel.RequestContext().workbook;
    items.load('items/name,items/formula');
    await context.sync();
    return Object.fromEntries(items.items.map(({ name, formula }) => [name, String(formula)]));
  };

  it('apply() keeps the reference of a table’s columns, so that names grow with it', async () => {
    const receipt = await office.port.apply(await planned());
    expect(await names()).toMatchObject({
      Tracker_Person: '=Tracker[Salesperson]',
      Tracker_Actual: '=Tracker[Actual to date]',
      Tracker_AmberFrom: expect.stringMatching(/^=Tracker!\$[A-Z]\$5$/),
    });
    await office.port.undo(receipt);
  });

  it('undo() leaves no name behind, and the next sheet has the same names', async () => {
    expect(await names()).toEqual({});
    const receipt = await office.port.apply(await planned());
    expect(receipt.names).toContain('Tracker_Actual');
    await office.port.undo(receipt);
    expect(await names()).toEqual({});
  });

  it('undo() leaves names that the user has given to other cells', async () => {
    const receipt = await office.port.apply(await planned());
    const { workbook } = new Excel.RequestContext();
    workbook.names.getItem('Tracker_Actual').formula = '=Sheet1!$A$1';
    await workbook.context.sync();
    await office.port.undo(receipt);
    expect(await names()).toEqual({ Tracker_Actual: '=Sheet1!$A$1' });
    workbook.names.getItem('Tracker_Actual').delete();
    await workbook.context.sync();
  });

  it('a failed apply() leaves no name behind', async () => {
    const ops = await planned();
    const last = { op: 'name', name: 'Tracker_AmberFrom', area: { row: 0, column: 0, rows: 1, columns: 1 } } as const;
    await expect(office.port.apply([...ops, last])).rejects.toMatchObject({ code: 'ItemAlreadyExists' });
    expect(await names()).toEqual({});
    expect(office.book.workbook.getSheets().map(sheet => sheet.getSheetName())).toEqual(['Sheet1']);
  });

  it('apply() takes up the names of a sheet that was deleted by hand', async () => {
    await office.port.apply(await planned());
    const { workbook } = new Excel.RequestContext();
    workbook.worksheets.getItem('Tracker').delete();
    await workbook.context.sync();
    expect(await names()).toMatchObject({ Tracker_Actual: '=#REF!', Tracker_AmberFrom: '=#REF!' });
    expect((await office.port.inspect()).names).toEqual([]);
    const receipt = await office.port.apply(await planned());
    expect(receipt.sheet).toBe('Tracker');
    expect(await names()).toMatchObject({ Tracker_Actual: '=Tracker[Actual to date]' });
    expect(Object.values(await names()).filter(formula => formula.includes('#REF!'))).toEqual([]);
    await office.port.undo(receipt);
  });

  it('the first series of a chart is drawn from its first row on, whatever that holds', async () => {
    const spec = specOf(activity, 'en', { samples: false });
    await office.port.apply(opsOf(spec, 'en', excelDialect, await office.port.inspect()));
    const [chart] = office.book.charts;
    expect(chart?.series.map(({ name, area: { rows } }) => [name, rows])).toEqual([
      ['Calls', 13],
      ['E-mails', 13],
      ['Visits', 13],
      ['Follow-ups', 13],
      ['Demos', 13],
    ]);
  });
});
