import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applySet } from '../../src/month/close/changeSets.ts';
import { trackerFigures } from '../../src/month/figures/trackerFigures.ts';
import { NO_MONTH_MEMORY } from '../../src/panel/monthMemory.ts';
import { placeIn } from '../../src/panel/views/month/monthSheets.ts';
import { closingOf, historyOf } from '../../src/panel/views/month/planning.ts';
import { reportable, reportOf } from '../../src/panel/views/month/report/reporting.ts';
import { excelDialect } from '../../src/plan/dialect.ts';
import { HISTORY_COLUMNS } from '../../src/sheets/history.ts';
import { history } from '../../src/templates/history.ts';
import { tracker } from '../../src/templates/tracker.ts';
import { type OfficeInNode, officeInNode } from '../support/officeInNode.ts';
import { opsOf, rowsOf, specOf } from '../support/planning.ts';

/** What Excel on the web takes and gives. */
const MOST = 5 * 1024 * 1024;
/** What the product lets a request and a reply have. */
const BUDGET = 4_000_000;
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

  const looked = (added: ReturnType<typeof closingOf>) => {
    const { append = [], supersede, unchanged } = added?.closing ?? {};
    return { appended: append.length, supersede, unchanged };
  };

  it(`500 people are closed into a history of ${ROWS} rows, and reported`, { timeout: 400_000 }, async () => {
    const { host, port } = office;
    const most = { request: 0, reply: 0 };
    const process = host.process.bind(host);
    host.process = async body => {
      const reply = await process(body);
      // What came: the first try of a reading may be refused for its length.
      most.request = Math.max(most.request, JSON.stringify(body).length);
      most.reply = Math.max(most.reply, JSON.stringify(reply).length);
      return reply;
    };
    const people = Array.from({ length: 500 }, (_, index) => ({
      region: index % 2 === 0 ? 'North' : 'South',
      person: `Person ${index + 1}`,
      target: 1_000,
    }));
    const month = { start: '2026-03-01', end: '2026-03-31', asOf: '2026-03-31' };
    const spec = specOf(tracker, 'en', { people, samples: false, ...month });
    await port.apply(opsOf(spec, 'en', excelDialect, await port.inspect()));
    // 100 people sell 700, 100 sell 900 and 300 sell 1,100.
    const sold = (row: number) => (row < 100 ? 700 : row < 200 ? 900 : 1_100);
    const cells = people.map((_, row) => ({ row, key: [], before: null, after: sold(row) }));
    const filled = applySet('filled', 'import', '2026-03', [
      { kind: 'cells', name: 'Tracker_Actual', keys: [], cells },
    ]);
    expect(await port.month.change({ is: 'apply', set: filled })).toEqual({ conflicts: [], cells: 500 });

    const place = await placeIn(port, await port.inspect());
    const figures = trackerFigures(place.tracker?.rows ?? [], '2026-03');
    const added = closingOf(place, figures, { source: 'Tracker', today: '2026-04-01', language: 'en' });
    // Everybody, two regions and the company, whose figure that was added by hand is restated.
    expect(looked(added)).toEqual({ appended: 503, supersede: [ROWS], unchanged: 0 });
    const set = applySet('close', 'close', '2026-03', added?.changes ?? []);
    expect(await port.month.change({ is: 'apply', set })).toEqual({ conflicts: [], cells: 503 * 9 + 1 });

    const now = await placeIn(port, await port.inspect());
    expect(historyOf(now).rows).toHaveLength(ROWS + 1 + 503);
    expect(reportable(now)[0]).toBe('2026-03');
    // From the tracker, and from the history alone, as when the tracker is gone.
    for (const from of [now, { ...now, tracker: undefined }]) {
      const { report } = reportOf(from, NO_MONTH_MEMORY, '2026-03', []);
      expect(report.total).toMatchObject({ target: 500_000, actual: 490_000, gap: -10_000 });
      expect(report.lights).toEqual({ red: 100, amber: 100, green: 300, none: 0 });
      expect(report.people[499]).toMatchObject({ person: 'Person 500', target: 1_000, actual: 1_100 });
    }
    const again = closingOf(now, figures, { source: 'Tracker', today: '2026-04-01', language: 'en' });
    expect(looked(again)).toEqual({ appended: 0, supersede: [], unchanged: 503 });
    host.process = process;
    expect(most.request).toBeLessThan(BUDGET);
    expect(most.reply).toBeLessThan(BUDGET);
  });

  it('memories together have 2 MB, in bytes', async () => {
    const { port } = office;
    await port.month.remember('中'.repeat(500_000));
    await expect(port.remember('中'.repeat(200_000))).rejects.toMatchObject({ reason: 'memoryFull' });
    await port.remember('中'.repeat(10_000));
    expect((await port.recall())?.length).toBe(10_000);
  });
});
