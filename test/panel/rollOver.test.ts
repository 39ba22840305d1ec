import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Change, ChangeSet } from '../../src/month/change/changeSet.ts';
import type { Request } from '../../src/month/change/locate.ts';
import type { NamedColumn } from '../../src/port/monthPort.ts';
import { type PaneBrowser, type PaneOptions, startPane } from './browser.ts';
import type { Recorded } from './page.tsx';

let pane: PaneBrowser;
beforeAll(async () => {
  pane = await startPane();
});
afterAll(() => pane.close());

const column = (...cells: (string | number | null)[]): NamedColumn => ({ cells, formulas: cells.map(() => false) });
const JANUARY = 46023;
const MARCH = 46082;
const months = (name: string, cells: (month: number) => readonly (string | number | null)[]) =>
  Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`S_${name}${index + 1}`, column(...cells(index))]));
const history = (period: number, type: string, unit: string, actual: number) =>
  [period, type, unit, 'Sales', null, actual, 'crm.csv', 46100, 'closed'] as const;
const ROWS = [
  history(MARCH, 'company', 'Company', 40),
  history(MARCH, 'person', 'Ann', 10),
  history(MARCH - 28, 'company', 'Company', 150),
  history(JANUARY, 'company', 'Company', 200),
  // April of the year before.
  history(45748, 'person', 'Ann', 77),
];
const HISTORY = ['Period', 'UnitType', 'UnitName', 'Metric', 'Target', 'Actual', 'Source', 'ClosedAt', 'Status'];

/** March, closed; a split of the year; a history; three sheets that read the tracker. */
const STATE: Partial<Recorded> = {
  workbook: {
    sheets: ['March', 'Plan 2026', 'Ledger', 'Board', 'Interviews', 'Pay'],
    names: ['Tracker_Start', 'Tracker_End', 'Tracker_AsOf', 'Tracker_Light'],
    tables: ['Tracker'],
    ours: [
      {
        sheetId: '1',
        sheet: 'March',
        template: 'tracker',
        prefix: 'Tracker',
        marks: { form: '{"language":"zh","title":"Ours","money":"wan"}' },
      },
      {
        sheetId: '2',
        sheet: 'Plan 2026',
        template: 'target-split',
        prefix: 'S',
        marks: { form: '{"language":"en","start":"2026-01-01","periods":"months"}' },
      },
      { sheetId: '3', sheet: 'Ledger', template: 'history', prefix: 'History', marks: {} },
      { sheetId: '4', sheet: 'Board', template: 'dashboard', prefix: 'Dashboard', marks: {} },
      { sheetId: '5', sheet: 'Interviews', template: 'interview', prefix: 'Interview', marks: {} },
      { sheetId: '6', sheet: 'Pay', template: 'incentive', prefix: 'Incentive', marks: {} },
    ],
  },
  columns: {
    Tracker_Person: column('Ann', 'Bob King', '王芳'),
    Tracker_Product: column(null, null, null),
    Tracker_Region: column('East', 'East', 'West'),
    Tracker_Target: column(100, 100, 100),
    Tracker_Actual: column(10, null, 30),
    Tracker_Start: column(MARCH),
    Tracker_AsOf: column(MARCH + 30),
    Tracker_AmberFrom: column(0.7),
    Tracker_GreenAbove: column(1),
    Tracker_Unit: column('万元'),
    Tracker_Week: column('周一至周六'),
    Tracker_CalendarDay: column(MARCH + 34, null),
    Tracker_CalendarKind: column('休', null),
    S_Total: column(2400),
    S_Unit: column(1),
    S_Currency: column('万 元'),
    S_Person: column('Ann', '王芳', 'Zoe'),
    S_Region: column('East', 'West', 'West'),
    ...months('Period', () => [100, 60, 40]),
    ...months('Weight', () => [1]),
    ...Object.fromEntries(HISTORY.map((name, at) => [`History_${name}`, column(...ROWS.map(row => row[at] ?? null))])),
  },
};

async function withClosing(options: PaneOptions, state: Partial<Recorded>, run: (page: Page) => Promise<void>) {
  const page = await pane.open({ used: true, ...options });
  try {
    await page.evaluate(given => Object.assign((window as unknown as { recorded: Recorded }).recorded, given), {
      ...STATE,
      ...state,
    });
    await page.locator('#open-month').click();
    await page.locator('[data-item=close]').click();
    await run(page);
  } finally {
    await page.context().close();
  }
}

const requests = (page: Page) =>
  page.evaluate(() =>
    (window as unknown as { recorded: Recorded }).recorded.calls
      .filter(({ name }) => name === 'change')
      .map(({ detail }) => detail as Request),
  );
const inSight = (element: Element) => {
  const { top, bottom } = element.getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight;
};
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const rows = async (page: Page, caption: string) => {
  const table = page.getByRole('region', { name: caption });
  await table.waitFor();
  return table.locator('tbody tr').allInnerTexts();
};

describe('rolling over in the pane', () => {
  it('shows next month by the split, asks who stays and what follows, and makes the sheet as the last one was', () =>
    withClosing({}, { outcome: { conflicts: [], cells: 0, sheets: 4 } }, async page => {
      expect(await rows(page, 'The new tracker, April 2026')).toEqual([
        'Ann · East\t100\t10\t77',
        '王芳 · West\t60\t30\t–',
        'Zoe · West new\t40\t–\t–',
      ]);
      await page.getByText('The split is in “万 元”, the tracker in “万元”', { exact: false }).waitFor();
      await page.getByLabel('Bob King').check();
      expect(await rows(page, 'The new tracker, April 2026')).toHaveLength(4);
      await page.getByLabel('Interviews').uncheck();
      // What people are paid by stays with its month.
      expect(await page.getByLabel('Pay').isChecked()).toBe(false);
      await page.getByText('stays with its month unless you tick it', { exact: false }).waitFor();
      await button(page, 'Roll over to April 2026').click();
      await page.getByText('Done: Roll over to April 2026.', { exact: false }).waitFor();
      const [request] = await requests(page);
      if (request?.is !== 'apply') throw new Error('nothing was applied');
      const { changes, id } = request.set;
      expect(changes).toMatchObject([
        {
          kind: 'sheet',
          template: 'tracker',
          language: 'zh',
          prefix: 'Tracker2',
          values: {
            title: 'Ours',
            money: 'wan',
            start: '2026-04-01',
            calendar: [{ day: '2026-04-04', kind: '休' }],
            people: [
              { person: 'Ann', target: 100, lastMonth: 10, lastYear: 77 },
              { person: 'Bob King' },
              { person: '王芳' },
              { person: 'Zoe', target: 40 },
            ],
          },
          strip: { Unit: '万元', Week: '周一至周六', AmberFrom: 0.7, GreenAbove: 1 },
        },
        { kind: 'repoint', from: 'Tracker', to: 'Tracker2', leave: ['Incentive', 'Interview'] },
        { kind: 'mark', key: 'closed', after: '2026-03' },
        { kind: 'protect', prefix: 'Tracker' },
      ]);
      expect(request.plans?.[id]?.[0]).toMatchObject({ op: 'addSheet' });
    }));

  it('brings a split in another unit into that of the tracker, and says so', () =>
    withClosing(
      { lang: 'zh-CN' },
      { columns: { ...STATE.columns, S_Currency: column('元'), S_Unit: column(10) } },
      async page => {
        await page.getByText('目标值将除以 10,000 后带入', { exact: false }).waitFor();
        expect(await rows(page, '新目标跟踪表，2026年4月')).toEqual([
          'Ann · East\t0.01\t10\t77',
          '王芳 · West\t0.01\t30\t–',
          'Zoe · West 新增\t0\t–\t–',
        ]);
        await button(page, '结转至2026年4月').click();
        await expect.poll(async () => (await requests(page)).length).toBe(1);
        const [request] = await requests(page);
        expect(request).toMatchObject({
          set: {
            changes: [{ values: { people: [{ target: 0.01 }, { target: 0.006 }, { target: 0.004 }] } }, {}, {}, {}],
          },
        });
      },
    ));

  it.each([
    ['元', ''],
    ['', '万元'],
    ['万元', 'USD'],
  ])('takes a split in “%s” as it is into a tracker in “%s”, and says so', (split, tracker) =>
    withClosing(
      { lang: 'zh-CN' },
      { columns: { ...STATE.columns, S_Currency: column(split || null), Tracker_Unit: column(tracker || null) } },
      async page => {
        const [first] = await rows(page, '新目标跟踪表，2026年4月');
        expect(first).toBe('Ann · East\t100\t10\t77');
        const said = page.getByText('数值将原样带入', { exact: false });
        if (split === '元') expect(await said.count()).toBe(0);
        else await said.waitFor();
      },
    ),
  );

  it('takes last month’s targets with a change in percent, and wants a number', () =>
    withClosing({ lang: 'zh-CN' }, {}, async page => {
      await page.getByLabel('目标来源').selectOption('last');
      await page.getByLabel('增减（%）').fill('ten');
      await page.getByText('请输入 −100 到 1000 之间的数。').waitFor();
      await button(page, '结转至2026年4月').click({ force: true });
      expect(await requests(page)).toEqual([]);
      await page.getByLabel('增减（%）').fill('5');
      expect(await rows(page, '新目标跟踪表，2026年4月')).toEqual([
        'Ann · East\t105\t10\t77',
        'Bob King · East\t105\t–\t–',
        '王芳 · West\t105\t30\t–',
      ]);
    }));

  it('asks before it takes out a sheet in which something was typed', () => {
    const reason = { en: 'April was filled in since (E9): that would be lost', zh: '…' };
    const sheet = { template: 'tracker', language: 'en', prefix: 'Tracker', suffix: '2026-04', strip: {} } as const;
    const values = { people: [], samples: false };
    const changes: readonly Change[] = [{ kind: 'removeSheet', mark: 'roll', ...sheet, values }];
    const undo: ChangeSet = { id: 'roll', title: { en: 'Roll over to April 2026', zh: '…' }, changes };
    const conflicts = [{ name: 'April', row: -1, canGoOn: true, reason }];
    return withClosing({}, { kept: { undo }, outcome: { conflicts, cells: 0 } }, async page => {
      await page.getByText('Last change: Roll over to April 2026').waitFor();
      await button(page, 'Undo the last change').click();
      await page.getByText(reason.en).waitFor();
      await expect.poll(() => page.getByText(reason.en).evaluate(inSight)).toBe(true);
      await button(page, 'Undo anyway').click();
      await expect.poll(() => requests(page)).toHaveLength(2);
      // The host compares the sheet with what it was made of.
      const plans = { roll: [{ op: 'addSheet', sheet: 'Tracker 2026-04' }, { op: 'values' }] };
      expect(await requests(page)).toMatchObject([
        { is: 'takeBack', plans: { roll: expect.arrayContaining(plans.roll.map(op => expect.objectContaining(op))) } },
        { is: 'takeBack', anyway: true },
      ]);
    });
  });

  it('re-plans the open months by what the closed ones missed, and writes it as the split’s weights', () =>
    withClosing({}, {}, async page => {
      await page.getByText('Shortfall of 210: added to the open months.').waitFor();
      const table = await rows(page, 'The target split, month by month');
      expect(table.slice(0, 4)).toEqual([
        'January 2026\t200\t200\t200',
        'February 2026\t200\t150\t150',
        'March 2026\t200\t40\t40',
        'April 2026\t200\t224\t–',
      ]);
      await button(page, 'Write into the target split').click();
      await page.getByText('3 cells were written.', { exact: false }).waitFor();
      const [request] = await requests(page);
      if (request?.is !== 'apply') throw new Error('nothing was applied');
      expect(request.set.changes).toHaveLength(12);
      expect(request.set.changes[2]).toMatchObject({ name: 'S_Weight3', cells: [{ before: 1, after: 40 }] });
      await page.getByLabel('Closed months count with').selectOption('target');
      await page.getByText('The closed months are exactly on plan.').waitFor();
    }));
});
