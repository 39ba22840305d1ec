import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SentColumns } from '../../appsscript/month/columns.ts';
import type { Answer } from '../../appsscript/server/answer.ts';
import type { Outcome } from '../../src/month/change/changeWorkbook.ts';
import type { Kept } from '../../src/month/change/locate.ts';
import { addedSet, BEFORE, monthOps, monthSet, trimmed } from '../support/monthCases.ts';
import { NamedBook } from '../support/namedBook.ts';
import { type Played, playSheets } from '../support/sheets.ts';

describe('monthChange() in Google Sheets', () => {
  let played: Played;
  const names = Object.keys(BEFORE);
  const server = <Value>(name: string, ...args: unknown[]): Value => {
    // What google.script.run carries is plain data.
    const answer = played.host.realm.call(name, JSON.parse(JSON.stringify(args))) as Answer<Value>;
    if (!answer.ok) throw new Error(`${answer.reason}: ${answer.code}`);
    return JSON.parse(JSON.stringify(answer.value)) as Value;
  };
  const held = () => {
    const { columns } = server<SentColumns>('monthColumns', names);
    return trimmed(Object.fromEntries(Object.entries(columns).map(([name, { cells }]) => [name, cells])));
  };
  const sheet = (name: string) => {
    const found = played.book.workbook.getSheetByName(name);
    if (!found) throw new Error(`There is no sheet ${name}.`);
    return found;
  };
  const before = trimmed(BEFORE);
  const after = (() => {
    const book = new NamedBook(BEFORE);
    book.apply(monthSet('a'));
    return trimmed(Object.fromEntries(book.columns));
  })();

  beforeAll(async () => {
    played = await playSheets({ locale: 'de_DE' });
    const ops = monthOps(false);
    const second = ops.findLastIndex(({ op }) => op === 'addSheet');
    server('applyOps', ops.slice(0, second));
    server('applyOps', ops.slice(second));
  });
  afterAll(() => played.book.dispose());

  it('monthColumns() answers with the names that there are', () => {
    expect(held()).toEqual(before);
    expect(server('monthColumns', ['Nowhere'])).toEqual({ columns: {}, left: [] });
  });

  it('monthChange() leaves the workbook as before or as after, whichever call fails', () => {
    const { ledger } = played.host.state;
    let calls: string[] = [];
    // The first round makes room and the hidden sheet on its way, so that it has more calls than the second.
    for (const round of [1, 2]) {
      for (let failing = 0, done = false; !done; failing++) {
        ledger.calls.length = 0;
        ledger.before = (call, index) => {
          if (index === failing) throw new Error(`Service error: ${call}`);
        };
        const answer = played.host.realm.call('monthChange', [{ is: 'apply', set: monthSet('a') }]) as Answer<Outcome>;
        ledger.before = undefined;
        calls = [...ledger.calls];
        done = failing >= calls.length;
        // The lock is given back after the last write.
        const written = done || calls[failing] === 'Lock.releaseLock';
        const at = [round, failing, calls[failing]];
        expect([...at, answer.ok, server<Kept>('monthKept').open]).toEqual([...at, written, undefined]);
        expect([...at, held()]).toEqual([...at, written ? after : before]);
        // A lock that was not given back ends with the script that held it.
        played.host.state.lock.held = false;
        if (written) server('monthChange', { is: 'takeBack' });
      }
    }
    expect(calls.length).toBeGreaterThan(30);
  });

  it('monthChange() that is cut off for good is offered both ways', () => {
    const { ledger } = played.host.state;
    for (const [way, wanted] of [
      ['restore', before],
      ['finish', after],
    ] as const) {
      ledger.calls.length = 0;
      let writes = 0;
      ledger.before = call => {
        if (call === 'Range.setValues' && ++writes > 3) throw new Error('Exceeded maximum execution time');
        if (writes > 3 && call === 'Spreadsheet.getRangeByName') throw new Error('Exceeded maximum execution time');
      };
      played.host.realm.call('monthChange', [{ is: 'apply', set: monthSet('a') }]);
      ledger.before = undefined;
      expect(server<Kept>('monthKept').open).toBeDefined();
      expect(() => server('monthChange', { is: 'apply', set: monthSet('b') })).toThrow('failed');
      expect(server('monthChange', { is: way })).toMatchObject({ conflicts: [] });
      expect([way, held()]).toEqual([way, wanted]);
    }
    server('monthChange', { is: 'takeBack' });
    expect(held()).toEqual(before);
  });

  it('monthChange() tells the second of two users to wait', () => {
    const lock = played.host.state.lock;
    lock.held = true;
    expect(() => server('monthChange', { is: 'apply', set: monthSet('a') })).toThrow('still running');
    lock.held = false;
    expect(held()).toEqual(before);
  });

  it('monthChange() writes texts as texts and makes room within the named range', () => {
    server('monthChange', { is: 'apply', set: monthSet('a') });
    expect(held()).toEqual(after);
    expect(sheet('History sheet').getRange('C5').getValue()).toBe('=1+1');
    expect(sheet('History sheet').getRange('C5').getFormula()).toBe('');
    expect(sheet('History sheet').getRange('G5').getValue()).toBe('007');
    expect(played.book.workbook.getSheets().map(each => [each.getSheetName(), each.isSheetHidden()])).toContainEqual([
      'Sales KPI undo',
      true,
    ]);
  });

  it('takes back what was written, with sheets renamed, rows sorted and own cells filled', () => {
    sheet('History sheet').setName('台账');
    sheet('Tracker sheet')
      .getRange('A4:D7')
      .setValues([
        ['王芳', 'B', 'S', 40],
        ['-Cy', 'A', 'S', 33],
        ['Ann', 'A', 'N', 10],
        ['Bob', 'A', 'N', 22.5],
      ]);
    sheet('Tracker sheet').getRange('E8').setValue('mine');
    expect(server('monthChange', { is: 'takeBack' })).toMatchObject({ conflicts: [] });
    expect(held()).toMatchObject({ Tracker_Actual: [40, 30, 10], History_UnitName: ['Ann'] });
    expect(sheet('Tracker sheet').getRange('E8').getValue()).toBe('mine');
    expect(server('monthChange', { is: 'takeBack' })).toEqual({ conflicts: [], cells: 0 });
  });

  it('monthChange() writes nothing where a cell is no longer what was shown', () => {
    const start = held();
    sheet('Tracker sheet').getRange('D5').setValue(31);
    const { conflicts } = server<Outcome>('monthChange', { is: 'apply', set: monthSet('c') });
    expect(conflicts.map(({ name, row }) => [name, row])).toEqual([['Tracker_Actual', 1]]);
    sheet('Tracker sheet').getRange('D5').setValue(30);
    expect(held()).toEqual(start);
  });

  it('monthChange() costs the same calls for 2,000 rows as for 100', () => {
    const { ledger } = played.host.state;
    const cost = (rows: number): number => {
      ledger.calls.length = 0;
      server('monthChange', { is: 'apply', set: monthSet(String(rows), rows) });
      const calls = ledger.calls.length;
      server('monthChange', { is: 'takeBack' });
      return calls;
    };
    const few = cost(100);
    expect(cost(2000)).toBeLessThanOrEqual(few);
    // At a second a call, which is slow, this is half of the six minutes that a script may run.
    expect(few).toBeLessThan(180);
  });

  it('monthChange() adds a row for somebody who has none, and takes it out again', () => {
    const full = held();
    // Bob has no figure, but his row is none to spare.
    expect(() => server('monthChange', { is: 'apply', set: addedSet('b') })).toThrow('no spare row');
    expect(held()).toEqual(full);
    sheet('Tracker sheet').getRange('A7:D7').clearContent();
    const start = held();
    expect(start.Tracker_Person).toEqual(['王芳', '-Cy', 'Ann']);
    server('monthChange', { is: 'apply', set: addedSet('b') });
    expect(held()).toMatchObject({
      Tracker_Person: ['王芳', '-Cy', 'Ann', 'Zoe'],
      Tracker_Actual: [40, 30, 70, 5],
    });
    server('monthChange', { is: 'takeBack' });
    expect(held()).toEqual(start);
  });
});
