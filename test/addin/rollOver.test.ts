import { afterAll, describe, expect, it } from 'vitest';
import type { RequestBody } from '../../workbench/excel/protocol.ts';
import { type OfficeInNode, officeInNode } from '../support/officeInNode.ts';
import { rolledOver } from '../support/rollCases.ts';
import { rollOverContract } from '../support/rollContract.ts';

const [METHOD, SET_PROPERTY] = [3, 4];
const FAULT = { Code: 'GeneralException', Message: 'fault', HttpStatusCode: 500 };

describe('change() rolls over in Excel', () => {
  let office: OfficeInNode;
  afterAll(() => office.book.dispose());

  rollOverContract(async () => {
    office = await officeInNode({ functions: false });
    const { host, port, book } = office;
    // Nothing here is calculated, so that nothing has to be waited for.
    book.settled = () => Promise.resolve();
    const { protectedSheets } = host.context;
    const idOf = (sheet: string) => book.workbook.getSheetByName(sheet)?.getSheetId() ?? '';
    const isWriting = (body: RequestBody) => body.Actions.some(action => action.ActionType === SET_PROPERTY);
    return {
      port,
      book,
      cutOff: 4,
      protectedSheets: () =>
        [...protectedSheets].flatMap(id => book.workbook.getSheetBySheetId(id)?.getSheetName() ?? []),
      protect: sheet => protectedSheets.add(idOf(sheet)),
      free: sheet => protectedSheets.delete(idOf(sheet)),
      async failing(operation, run, forGood = false) {
        const process = host.process.bind(host);
        let failed = false;
        host.process = async body => {
          if (failed ? !forGood : !isWriting(body)) return process(body);
          const writes = body.Actions.flatMap((action, index) =>
            action.ActionType === METHOD || action.ActionType === SET_PROPERTY ? [index] : [],
          );
          // The last one: everything was done, but the answer is lost.
          const at = failed ? 0 : [...writes, body.Actions.length][operation];
          if (at === undefined) return process(body);
          failed = true;
          await process({ ...body, Actions: body.Actions.slice(0, at) });
          return { Results: [], Error: { ...FAULT, ActionIndex: at } };
        };
        await run();
        host.process = process;
        return failed;
      },
    };
  });

  it('change() rolls over in three round trips, and takes it back in four', async () => {
    const { host, port } = office;
    const { set, plans } = await rolledOver(port, 'counted');
    let syncs = host.syncs;
    expect(await port.month.change({ is: 'apply', set, plans })).toMatchObject({ conflicts: [] });
    expect(host.syncs - syncs).toBe(3);
    syncs = host.syncs;
    expect(await port.month.change({ is: 'takeBack', plans })).toMatchObject({ conflicts: [] });
    expect(host.syncs - syncs).toBe(4);
  });
});
