import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HISTORY_COLUMNS } from '../../src/sheets/history.ts';
import type { RequestBody } from '../../workbench/excel/protocol.ts';
import { addedSet, BEFORE, monthOps, monthSet, trimmed } from '../support/monthCases.ts';
import { NamedBook } from '../support/namedBook.ts';
import { type OfficeInNode, officeInNode } from '../support/officeInNode.ts';

describe('monthPort() in Excel', () => {
  let office: OfficeInNode;
  const names = Object.keys(BEFORE);
  const held = async () => {
    const columns = await office.port.month.columns(names);
    return trimmed(Object.fromEntries(Object.entries(columns).map(([name, { cells }]) => [name, cells])));
  };
  const expected = (book: NamedBook) => trimmed(Object.fromEntries(book.columns));
  const sheet = (name: string) => {
    const found = office.book.workbook.getSheetByName(name);
    if (!found) throw new Error(`There is no sheet ${name}.`);
    return found;
  };
  const before = trimmed(BEFORE);
  const after = (() => {
    const book = new NamedBook(BEFORE);
    book.apply(monthSet('a'));
    return expected(book);
  })();

  beforeAll(async () => {
    office = await officeInNode({ functions: false });
    const ops = monthOps(true);
    const second = ops.findLastIndex(({ op }) => op === 'addSheet');
    await office.port.apply(ops.slice(0, second));
    await office.port.apply(ops.slice(second));
  });
  afterAll(() => office.book.dispose());

  it('columns() answers cells and formulas in one round trip', async () => {
    const syncs = office.host.syncs;
    const columns = await office.port.month.columns([...names, 'Nowhere']);
    expect(office.host.syncs - syncs).toBe(1);
    expect(trimmed(Object.fromEntries(Object.entries(columns).map(([name, { cells }]) => [name, cells])))).toEqual(
      before,
    );
  });

  it('change() leaves the workbook as before when it fails at any single action', async () => {
    const { host, book } = office;
    const process = host.process.bind(host);
    const settled = book.settled.bind(book);
    // Only figures are looked at, so that formulas need not be waited for.
    book.settled = () => Promise.resolve();
    let actions = 0;
    // The batch that writes the setting is the one of a change.
    const isWriting = (body: RequestBody) => body.Actions.some(action => action.ActionType === 4);
    for (let failing = 0; failing === 0 || failing < actions; failing++) {
      let armed = true;
      host.process = async body => {
        if (!armed || !isWriting(body)) return process(body);
        armed = false;
        actions = body.Actions.length;
        await process({ ...body, Actions: body.Actions.slice(0, failing) });
        return {
          Results: [],
          Error: { Code: 'GeneralException', Message: 'fault', HttpStatusCode: 500, ActionIndex: failing },
        };
      };
      await expect(office.port.month.change({ is: 'apply', set: monthSet('a') })).rejects.toMatchObject({
        reason: 'failed',
      });
      host.process = process;
      expect([failing, await held(), await office.port.month.kept()]).toEqual([failing, before, {}]);
    }
    book.settled = settled;
    expect(actions).toBeGreaterThan(15);
  });

  it('change() that can neither be finished nor taken back is offered both ways', async () => {
    const { host } = office;
    const process = host.process.bind(host);
    for (const [way, wanted] of [
      ['restore', before],
      ['finish', after],
    ] as const) {
      let broken = false;
      host.process = async body => {
        const writes = body.Actions.some(action => action.ActionType === 4);
        if (writes && !broken) await process({ ...body, Actions: body.Actions.slice(0, body.Actions.length >> 1) });
        broken ||= writes;
        if (!broken) return process(body);
        return { Results: [], Error: { Code: 'GeneralException', Message: '', HttpStatusCode: 500, ActionIndex: 0 } };
      };
      await expect(office.port.month.change({ is: 'apply', set: monthSet('a') })).rejects.toBeTruthy();
      host.process = process;
      expect((await office.port.month.kept()).open).toBeDefined();
      await expect(office.port.month.change({ is: 'apply', set: monthSet('b') })).rejects.toMatchObject({
        reason: 'failed',
      });
      expect(await office.port.month.change({ is: way })).toMatchObject({ conflicts: [] });
      expect([way, await held()]).toEqual([way, wanted]);
      expect((await office.port.month.kept()).open).toBeUndefined();
    }
    await office.port.month.change({ is: 'takeBack' });
    expect(await held()).toEqual(before);
  });

  it('change() writes what the named book writes, in few round trips; twice changes nothing', async () => {
    const syncs = office.host.syncs;
    const outcome = await office.port.month.change({ is: 'apply', set: monthSet('a') });
    expect(office.host.syncs - syncs).toBeLessThanOrEqual(3);
    expect(outcome).toEqual({ conflicts: [], cells: 2 + 4 * 9 });
    expect(await held()).toEqual(after);
    expect(sheet('History sheet').getRange('C5').getValue()).toBe('=1+1');
    expect(sheet('History sheet').getRange('C5').getFormula()).toBe('');
    expect(sheet('History sheet').getRange('G5').getValue()).toBe('007');
    await office.book.calculated();
    expect(sheet('History sheet').getRange(7, HISTORY_COLUMNS.length).getValue()).toBe(6.5);
  });

  it('takes back what was written, with the sheets renamed, rows sorted and own cells filled, and once only', async () => {
    sheet('History sheet').setName('Archive 台账');
    sheet('Tracker sheet')
      .getRange('A4:D7')
      .setValues([
        ['王芳', 'B', 'S', 40],
        ['-Cy', 'A', 'S', 33],
        ['Ann', 'A', 'N', 10],
        ['Bob', 'A', 'N', 22.5],
      ]);
    sheet('Tracker sheet').getRange('H20').setValue('mine');
    expect(await office.port.month.change({ is: 'takeBack' })).toMatchObject({ conflicts: [] });
    const now = await held();
    expect(now.Tracker_Person).toEqual(['王芳', '-Cy', 'Ann', 'Bob']);
    expect(now.Tracker_Actual).toEqual([40, 30, 10]);
    expect(now.History_UnitName).toEqual(['Ann']);
    expect(sheet('Tracker sheet').getRange('H20').getValue()).toBe('mine');
    expect(await office.port.month.change({ is: 'takeBack' })).toEqual({ conflicts: [], cells: 0 });
  });

  it('change() writes nothing where a cell is no longer what was shown', async () => {
    const start = await held();
    sheet('Tracker sheet').getRange('D5').setValue(31);
    const outcome = await office.port.month.change({ is: 'apply', set: monthSet('c') });
    expect(outcome.conflicts.map(({ name, row }) => [name, row])).toEqual([['Tracker_Actual', 1]]);
    sheet('Tracker sheet').getRange('D5').setValue(30);
    expect(await held()).toEqual(start);
  });

  it('change() says that a sheet is protected, and leaves everything', async () => {
    const start = await held();
    office.host.context.protectedSheets.add(sheet('Archive 台账').getSheetId());
    await expect(office.port.month.change({ is: 'apply', set: monthSet('d') })).rejects.toMatchObject({
      reason: 'protected',
    });
    office.host.context.protectedSheets.clear();
    expect(await held()).toEqual(start);
  });

  it('change() takes 2,000 rows of history for 500 people in the same few round trips', async () => {
    const syncs = office.host.syncs;
    expect(await office.port.month.change({ is: 'apply', set: monthSet('e', 2000) })).toMatchObject({ conflicts: [] });
    expect(office.host.syncs - syncs).toBeLessThanOrEqual(3);
    expect((await held()).History_Actual).toHaveLength(2001);
    await office.port.month.change({ is: 'takeBack' });
    expect((await held()).History_Actual).toHaveLength(1);
  });

  it('change() adds a row for somebody who has none, and takes it out again', async () => {
    const start = await held();
    await office.port.month.change({ is: 'apply', set: addedSet('b') });
    const then = await held();
    expect(then).toMatchObject({
      Tracker_Person: ['王芳', '-Cy', 'Ann', 'Bob', 'Zoe'],
      Tracker_Actual: [40, 30, 70, null, 5],
    });
    await office.port.month.change({ is: 'takeBack' });
    expect(await held()).toEqual(start);
  });
});
