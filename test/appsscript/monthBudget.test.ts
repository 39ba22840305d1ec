import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { planSheet } from '../../src/month/change/sheetPlan.ts';
import type { PanelPort } from '../../src/port/port.ts';
import { HISTORY_COLUMNS } from '../../src/sheets/history.ts';
import { deal, JANUARY } from '../support/deals.ts';
import { refreshSet } from '../support/monthRefresh.ts';
import { planningOf } from '../support/rollCases.ts';
import type { Played } from '../support/sheets.ts';
import { sheetsInNode } from '../support/sheetsPort.ts';

const PEOPLE = 500;
const ROWS = 10_000;

/** Slow, but seen: seconds a call of a service takes, and a cell that is written. */
const SECONDS = { call: 0.5, cell: 0.001 };
/** A script may run six minutes; half a minute is kept back. */
const ALLOWED = 330;
/** Google documents no limit of what a sidebar's call carries; this is what we allow ourselves. */
const PAYLOAD = 500_000;
const LONGEST_CELL = 50_000;

const name = (index: number): string => `Person ${index % PEOPLE}`;
const DEALS = Array.from({ length: ROWS }, (_, index) =>
  deal({
    person: name(index),
    region: `Region ${index % 8}`,
    product: `Product ${index % 12}`,
    manager: `Manager ${index % 50}`,
    month: JANUARY,
    amount: (index % 977) + 0.25,
  }),
);

describe('closing a month of 500 people and 10,000 rows in Google Sheets', () => {
  let port: PanelPort;
  let played: Played;

  beforeAll(async () => {
    ({ port, played } = await sheetsInNode());
    const people = Array.from({ length: PEOPLE }, (_, index) => ({ person: name(index), target: 100 }));
    for (const [template, values] of [
      ['tracker', { people, samples: false, start: '2025-01-01', end: '2025-01-31', asOf: '2025-01-01' }],
      ['history', { samples: false }],
    ] as const) {
      const sheet = { template, values, language: 'en', suffix: '', strip: {} } as const;
      const ops = planSheet(sheet, planningOf(port, await port.inspect()));
      if ('en' in ops) throw new Error(ops.en);
      await port.apply(ops);
    }
  });
  afterAll(() => played.book.dispose());

  const closing = (id: string) => refreshSet(port, { id, deals: DEALS, month: JANUARY });

  it('takes one call from the sidebar, of a legal size, well within the six minutes; so does taking it back', async () => {
    const { ledger } = played.host.state;
    const set = await closing('2025-01');
    const payload = JSON.stringify({ is: 'apply', set }).length;
    ledger.calls.length = 0;
    const { conflicts, cells } = await port.month.change({ is: 'apply', set });
    const calls = ledger.calls.length;
    expect(conflicts).toEqual([]);
    // 500 actuals; sales and number of deals of 500 people, 50 managers, 8 regions, 12 products and the company.
    expect(cells).toBe(PEOPLE + 2 * (PEOPLE + 50 + 8 + 12 + 1) * HISTORY_COLUMNS.length);
    expect(calls * SECONDS.call + cells * SECONDS.cell).toBeLessThan(ALLOWED / 2);
    expect(payload).toBeLessThan(PAYLOAD);
    const kept = played.book.workbook.getSheets().find(sheet => sheet.isSheetHidden());
    const pieces = kept?.getDataRange().getValues().flat() ?? [];
    expect(Math.max(...pieces.map(piece => String(piece ?? '').length))).toBeLessThan(LONGEST_CELL);
    ledger.calls.length = 0;
    expect(await port.month.change({ is: 'takeBack' })).toMatchObject({ conflicts: [], cells });
    expect(ledger.calls.length * SECONDS.call + cells * SECONDS.cell).toBeLessThan(ALLOWED / 2);
  });

  it('leaves time to take everything back when it fails at the very end', async () => {
    const { ledger } = played.host.state;
    const set = await closing('again');
    ledger.calls.length = 0;
    let flushes = 0;
    ledger.before = call => {
      if (call === 'SpreadsheetApp.flush' && ++flushes === 2) throw new Error('Service Spreadsheets failed');
    };
    await expect(port.month.change({ is: 'apply', set })).rejects.toMatchObject({ reason: 'failed' });
    ledger.before = undefined;
    // Everything is written twice: forth and back.
    const cells =
      2 * set.changes.reduce((sum, change) => sum + ('rows' in change ? change.rows.length * 9 : PEOPLE), 0);
    expect(ledger.calls.length * SECONDS.call + cells * SECONDS.cell).toBeLessThan(ALLOWED);
    expect((await port.month.kept()).open).toBeUndefined();
  });
});
