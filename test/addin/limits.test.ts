import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HISTORY_COLUMNS } from '../../src/month/historyTable.ts';
import { excelDialect } from '../../src/plan/dialect.ts';
import { history } from '../../src/templates/history.ts';
import { type OfficeInNode, officeInNode } from '../support/officeInNode.ts';
import { opsOf, rowsOf, specOf } from '../support/planning.ts';

/** What Excel on the web takes and gives. */
const MOST = 5 * 1024 * 1024;
const ROWS = 30_000;

describe('the limits of Excel on the web', () => {
  let office: OfficeInNode;
  const codeOf = (reason: unknown) => (reason instanceof OfficeExtension.Error ? reason.code : String(reason));
  beforeAll(async () => {
    office = await officeInNode({ functions: false });
    // Nothing is calculated here, and waiting for it takes longer than everything else.
    office.book.settled = () => Promise.resolve();
  });
  afterAll(() => office.book.dispose());

  it('a request of 5 MB is refused, and changes nothing', async () => {
    const { workbook } = new Excel.RequestContext();
    const range = workbook.worksheets.getActiveWorksheet().getRange('A1:A200');
    range.values = Array.from({ length: 200 }, () => ['x'.repeat(30_000)]);
    expect(await workbook.context.sync().catch(codeOf)).toBe('RequestPayloadSizeLimitExceeded');
    expect(office.book.workbook.getActiveSheet().getRange('A1').getValue()).toBeNull();
  });

  it('more than 8,192 characters of addresses are refused', async () => {
    const { workbook } = new Excel.RequestContext();
    workbook.worksheets.getActiveWorksheet().getRanges(new Array(3_000).fill('A1').join()).format.font.bold = true;
    expect(await workbook.context.sync().catch(codeOf)).toBe('InvalidArgument');
  });

  it(`a history of ${ROWS} rows is inserted, read, and a row is added to it`, { timeout: 400_000 }, async () => {
    const { host, port } = office;
    host.largest.request = host.largest.reply = 0;
    const spec = specOf(history, 'en', rowsOf(history, ROWS, 'en'));
    await port.apply(opsOf(spec, 'en', excelDialect, await port.inspect()));
    const names = HISTORY_COLUMNS.map(column => `History_${column}`);
    const read = await port.month.columns(names);
    expect(names.map(name => read[name]?.cells.filter(cell => cell !== null).length)).toEqual(
      HISTORY_COLUMNS.map(column => (column === 'ClosedAt' || column === 'Source' ? expect.any(Number) : ROWS)),
    );
    expect(read.History_Actual?.cells.at(ROWS - 1)).toBe(900 + ROWS - 1);
    const row = [46_082, 'company', 'Added', 'Sales', 1, 2, 'test', 46_082, 'closed'];
    const set = {
      id: 'one',
      title: { en: 'One', zh: '一' },
      changes: [{ kind: 'append' as const, columns: names, rows: [row] }],
    };
    expect(await port.month.change({ is: 'apply', set })).toMatchObject({ conflicts: [] });
    const { History_UnitName } = await port.month.columns(names);
    expect(History_UnitName?.cells.filter(cell => cell === 'Added')).toHaveLength(1);
    // The first try of a reading may be refused for its reply, which the host has made all the same.
    expect(host.largest.request).toBeLessThan(MOST);
  });

  it('memories together have 2 MB, in bytes', async () => {
    const { port } = office;
    await port.month.remember('中'.repeat(500_000));
    await expect(port.remember('中'.repeat(200_000))).rejects.toMatchObject({ reason: 'memoryFull' });
    await port.remember('中'.repeat(10_000));
    expect((await port.recall())?.length).toBe(10_000);
  });
});
