import { afterAll, describe, expect, it } from 'vitest';
import type { PanelPort } from '../../src/port/port.ts';
import { rolledOver, seen } from '../support/rollCases.ts';
import { rollOverContract } from '../support/rollContract.ts';
import type { Played } from '../support/sheets.ts';
import { sheetsInNode } from '../support/sheetsPort.ts';

describe('monthChange() rolls over in Google Sheets', () => {
  let played: Played;
  let port: PanelPort;
  afterAll(() => played.book.dispose());

  rollOverContract(async () => {
    const started = await sheetsInNode({ locale: 'de_DE' });
    ({ played, port } = started);
    const { host, book } = played;
    const { ledger, protections, lock } = host.state;
    const idOf = (sheet: string) => book.workbook.getSheetByName(sheet)?.getSheetId() ?? '';
    return {
      port,
      book,
      cutOff: 3,
      protectedSheets: () =>
        [...protections.keys()].flatMap(id => book.workbook.getSheetBySheetId(id)?.getSheetName() ?? []),
      protect: sheet => protections.set(idOf(sheet), { description: 'mine', warningOnly: false }),
      free: sheet => protections.delete(idOf(sheet)),
      async failing(operation, run, forGood = false) {
        let writes = 0;
        let failed = false;
        ledger.before = call => {
          const isWrite = /\.(set|add|insert|delete|remove|protect|hide|flush|activate|release)/.test(call);
          if (failed ? !forGood : !isWrite || writes++ !== operation) return;
          failed = true;
          throw new Error(`Service error: ${call}`);
        };
        await run();
        ledger.before = undefined;
        // A lock that was not given back ends with the script that held it.
        lock.held = false;
        return failed;
      },
    };
  });

  it('tells the second of two users to wait, and writes nothing', async () => {
    const { set, plans } = await rolledOver(port, 'second');
    const { lock } = played.host.state;
    const before = await seen(port, played.book);
    lock.held = true;
    await expect(port.month.change({ is: 'apply', set, plans })).rejects.toMatchObject({
      reason: 'busy',
      code: 'another insertion is still running',
    });
    lock.held = false;
    expect(await seen(port, played.book)).toEqual(before);
  });

  it('needs few calls, and as many for 500 people as for two', async () => {
    const { ledger } = played.host.state;
    const cost = async (people: number): Promise<number> => {
      const { set, plans } = await rolledOver(port, `for ${people}`, people);
      ledger.calls.length = 0;
      expect(await port.month.change({ is: 'apply', set, plans })).toMatchObject({ conflicts: [] });
      const calls = ledger.calls.length;
      await port.month.change({ is: 'takeBack', plans });
      return calls;
    };
    const few = await cost(2);
    expect(await cost(500)).toBeLessThanOrEqual(few + 2);
    // At a second a call, which is slow, this is within the six minutes that a script may run; most of these calls
    // only ask for the name or the mark of what was fetched already.
    expect(few).toBeLessThan(330);
  });
});
