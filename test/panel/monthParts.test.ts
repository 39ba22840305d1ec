import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NO_MONTH_MEMORY, readMonthMemory, writtenMonth } from '../../src/panel/monthMemory.ts';
import type { MonthPart } from '../../src/panel/view.ts';
import type { Op } from '../../src/plan/op.ts';
import type { NamedColumn } from '../../src/port/monthPort.ts';
import { HISTORY_COLUMNS } from '../../src/sheets/history.ts';
import { type PaneBrowser, type PaneOptions, startPane } from './browser.ts';
import type { Recorded } from './page.tsx';

let pane: PaneBrowser;
beforeAll(async () => {
  pane = await startPane();
});
afterAll(() => pane.close());

const column = (...cells: NamedColumn['cells']): NamedColumn => ({ cells, formulas: cells.map(() => false) });
const sheet = (template: string, prefix: string) => ({ sheetId: prefix, sheet: prefix, template, prefix, marks: {} });

/** February is closed; there is a plan of two tiers, and three contracts, one without a payment. */
const COLUMNS: Recorded['columns'] = {
  ...Object.fromEntries(
    HISTORY_COLUMNS.map((name, place) => [
      `History_${name}`,
      column([46054, 'person', 'Ann', 'Sales', 100, 80, 'file', 46082, 'closed'][place] ?? null),
    ]),
  ),
  Incentive_TierFrom: column(0, 0.3),
  Incentive_TierRate: column(0.1, 0.2),
  Incentive_TierBonus: column(null, 5),
  Incentive_Mode: column('whole'),
  Incentive_Cap: column(null),
  Collection_Contract: column('C-1', 'C-2', 'C-9', null),
  Collection_Customer: column('Acme', 'Beta', 'Gamma', null),
  Collection_Amount: column(1000, 500, 90, null),
  Collection_Paid: column(250, 500, null, null),
  Collection_Due: column(46050, 46050, 46150, null),
};
const WORKBOOK: Recorded['workbook'] = {
  sheets: ['Tracker'],
  names: ['Tracker_Start', 'Tracker_End', 'Tracker_AsOf'],
  tables: [],
  ours: [
    sheet('tracker', 'Tracker'),
    sheet('history', 'History'),
    sheet('incentive', 'Incentive'),
    sheet('collection', 'Collection'),
  ],
};

interface PartOptions extends PaneOptions {
  readonly state?: Partial<Recorded>;
}

async function withPart(part: MonthPart, options: PartOptions, run: (page: Page) => Promise<void>): Promise<void> {
  const { state, ...rest } = options;
  const page = await pane.open({ used: true, now: '2026-03-20T10:00:00', ...rest });
  try {
    await page.evaluate(given => Object.assign((window as unknown as { recorded: Recorded }).recorded, given), {
      workbook: WORKBOOK,
      columns: COLUMNS,
      ...state,
    });
    await page.getByRole('button', { name: /Read the workbook again|重新读取工作簿/ }).click();
    await page.locator('#open-month').click();
    await page.locator(`[data-item=${part}]`).click();
    await run(page);
  } finally {
    await page.context().close();
  }
}

const recorded = <Detail>(page: Page, name: string) =>
  page.evaluate(
    sought =>
      (window as unknown as { recorded: Recorded }).recorded.calls
        .filter(call => call.name === sought)
        .map(({ detail }) => detail),
    name,
  ) as Promise<Detail[]>;
const written = async (page: Page): Promise<unknown[]> => {
  const [ops = []] = await recorded<readonly Op[]>(page, 'apply');
  return ops.flatMap(op => (op.op === 'values' ? op.values.flat() : []));
};
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

describe('the report of the month', () => {
  it('shows what stands out, who leads and what is paid, and how it was worked out', () =>
    withPart('report', {}, async page => {
      await page.locator('.steps').first().waitFor();
      expect(await page.locator('#report-month option').allInnerTexts()).toEqual(['March 2026', 'February 2026']);
      await page.getByRole('heading', { name: 'Overdue payments (1)' }).waitFor();
      expect((await page.locator('.pairs li').allInnerTexts()).map(text => text.replace(/\n/g, ' '))).toEqual([
        'Ann 10% (-90)',
        '王芳 30% (-70)',
        'Acme 750',
        'Bob King',
        '1. 王芳 30 (75%)',
        '2. Ann 10 (25%)',
      ]);
      const statements = page.locator('.steps summary');
      expect((await statements.allInnerTexts()).map(text => text.replace(/\n/g, ' '))).toEqual([
        'Ann 1',
        'Bob King –',
        '王芳 11',
      ]);
      await statements.nth(2).click();
      expect(await page.locator('.steps .grid tr').last().innerText()).toContain('11');
    }));

  it.each([
    ['en-US', 'Bonus', 'Total'],
    ['zh-CN', '奖金', '合计'],
  ] as const)('shows amounts and rates of the steps as people read them (%s)', (lang, bonus, total) =>
    withPart(
      'report',
      {
        lang,
        state: {
          columns: {
            ...COLUMNS,
            Tracker_Target: column(800_000, null, null),
            Tracker_Actual: column(860_000.5, null, null),
            Incentive_TierFrom: column(0.8, 1),
            Incentive_TierRate: column(0.015, 0.02),
            Incentive_TierBonus: column(null, 1000),
          },
        },
      },
      async page => {
        await page.locator('.steps summary').first().click();
        const rows = page.locator('.steps').first().locator('.grid tr');
        await rows.first().waitFor();
        expect((await rows.allInnerTexts()).slice(1).map(row => row.split('\t'))).toEqual([
          ['1', '640,000', '800,000', '0', '1.5%', '0'],
          ['2', '800,000', '', '860,000.5', '2%', '17,200.01'],
          [bonus, '', '', '', '', '1,000'],
          [total, '', '', '', '', '18,200.01'],
        ]);
      },
    ),
  );

  it('gives the text in either language, and copies it', () =>
    withPart('report', { permissions: ['clipboard-read', 'clipboard-write'] }, async page => {
      const text = page.locator('.summary-text');
      await text.waitFor();
      expect(await text.inputValue()).toMatch(/^Sales summary, March 2026, as of 2026-03-01/);
      expect(await text.inputValue()).toContain('Total 40 of 300, 13.3%; gap -260.');
      await page.locator('#summary-language').selectOption('zh');
      expect(await text.inputValue()).toMatch(/^2026年3月销售简报/);
      await button(page, 'Copy').click();
      await page.getByText('Copied.', { exact: true }).first().waitFor();
    }));

  it('inserts the report, and the review with an action for each exception', () =>
    withPart('report', { lang: 'zh-CN' }, async page => {
      await page.locator('#report-insert').click();
      await page.locator('.notice.done').waitFor();
      const cells = await written(page);
      for (const cell of ['2026年3月月报', '未达标（红灯）', 'Acme', '王芳', 11]) expect(cells).toContain(cell);
      await page.locator('.notice.done .square').click();
      await page.locator('#report-review').click();
      await page.locator('.notice.done').waitFor();
      const [, review = []] = await recorded<readonly Op[]>(page, 'apply');
      expect(review.flatMap(op => (op.op === 'values' ? op.values.flat() : []))).toContain('未达标（红灯）: Ann -90');
    }));

  it('reports a closed month by its own plan', () => {
    const plan = { cap: null, amberFrom: 0.5, greenAbove: 0.7 };
    const plans = [{ ...plan, from: '2026-02', tiers: [[0.5, 0.5, 0]], mode: 'whole' as const }];
    const monthMemory = writtenMonth({ ...NO_MONTH_MEMORY, plans });
    return withPart('report', { state: { monthMemory } }, async page => {
      await page.locator('#report-month').selectOption('2026-02');
      await page.getByText('No exceptions.').waitFor({ state: 'detached' });
      expect((await page.locator('.steps summary').allInnerTexts()).map(text => text.replace(/\n/g, ' '))).toEqual([
        'Ann 40',
      ]);
    });
  });
});

describe('reconciling', () => {
  const CRM =
    'Contract no\tCustomer\tStatus\tAmount\tCollected\nC-1\tAcme\tWon\t1000\t300\nC-2\tBeta\tWon\t500\t500\nC-3\tGamma\tLost\t9\t9';

  it('lists what is missing on either side and what differs, with the effect of the counting rule', () =>
    withPart('reconcile', {}, async page => {
      await page.locator('#crm-paste').fill(CRM);
      await page.locator('#crm-paste + button').click();
      await page.locator('#receipts-collection').click();
      await page.getByText('amounts differ · expected 300, received 250').waitFor();
      const facts = (await page.locator('.facts dd').allInnerTexts()).slice(0, 8);
      expect(facts).toEqual(['0', '0', '1', '1', '800', '750', '-50', '-1,000']);
      await page.getByLabel(/Minimum collected for a contract/).fill('20');
      await page.locator('.facts dd').nth(7).filter({ hasText: /^0$/ }).waitFor();
      await page.getByLabel(/Minimum collected for a contract/).fill('200');
      await page.getByText('Type a share from 0 to 100.').waitFor();
      await page.getByLabel(/Minimum collected for a contract/).fill('30');
      await page.getByLabel('Match by').selectOption('customer');
      await page.locator('.inset strong').filter({ hasText: 'Acme' }).waitFor();
      await page.locator('#reconcile-insert').click();
      await page.locator('.notice.done').waitFor();
      expect(await written(page)).toContain('Acme');
    }));

  it('says where two lists have nothing to be matched by', () =>
    withPart('reconcile', {}, async page => {
      await page.locator('#crm-paste').fill(CRM);
      await page.locator('#crm-paste + button').click();
      await page.locator('#receipts-paste').fill('Day\tReceipt amount\n2026-03-01\t5\n2026-03-02\t6');
      await page.locator('#receipts-paste + button').click();
      await page.getByText('The two lists have neither contract numbers nor customers').waitFor();
    }));
});

describe('the calendar of duties', () => {
  it('counts working days by the week and the calendar of the tracker', () => {
    const columns = {
      ...COLUMNS,
      Tracker_Week: column('周一至周六'),
      Tracker_CalendarDay: column(46112, 46113, 46118),
      Tracker_CalendarKind: column('off', '休', '班'),
    };
    return withPart('cadence', { state: { columns } }, async page => {
      // 1 April (46113) is off; the third working day, Saturdays worked, is the 4th.
      const duty = page.locator('.duties li').filter({ hasText: 'Publish the incentives' }).last();
      await duty
        .filter({ hasText: '2026-04-06' })
        .or(duty.filter({ hasText: '2026-04-04' }))
        .waitFor();
    });
  });

  it('says at home what is due and what was missed, and ticks it', () =>
    withPart('cadence', { state: { monthMemory: writtenMonth({ ...NO_MONTH_MEMORY, since: 46082 }) } }, async page => {
      await page.getByRole('heading', { name: 'Overdue (4)' }).waitFor();
      await page.getByRole('navigation').getByRole('button').first().click();
      await page.getByRole('heading', { name: 'Due (4 overdue)' }).waitFor();
      const first = page.locator('.duties li').first();
      expect((await first.innerText()).replace(/\n+/g, ' ')).toContain('Weekly review');
      await first.getByRole('button').press('Enter');
      await page.getByRole('heading', { name: 'Due (3 overdue)' }).waitFor();
      const [kept] = (await recorded<string>(page, 'monthRemember')).slice(-1);
      // Every week that was missed.
      expect(readMonthMemory(kept).done).toEqual([
        { id: 'weekReview', start: 46076 },
        { id: 'weekReview', start: 46083 },
        { id: 'weekReview', start: 46090 },
      ]);
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('duties');
    }));

  it('has nothing missed from before the first template was inserted', () => {
    const remembered = JSON.stringify({ introduced: true, since: '2026-03-20', forms: [] });
    return withPart('cadence', { remembered }, async page => {
      await page.getByRole('heading', { name: 'Due next' }).waitFor();
      expect(await page.getByRole('heading', { name: /Missed/ }).count()).toBe(0);
    });
  });

  it('changes the table by keyboard, and takes a tick back', () =>
    withPart('cadence', { lang: 'zh-CN' }, async page => {
      await page.locator('.tasks summary').nth(3).press('Enter');
      await page.locator('#monthReview-day').selectOption('8');
      await page.getByText('每月 · 期后第 8 天').waitFor();
      await page.locator('#monthReview-every').selectOption('week');
      await page.getByText('每周 · 当周周一').waitFor();
      await page.locator('#monthReview-name').fill('客户回访');
      await page.locator('#monthReview-name').press('Tab');
      await page.locator('.duties strong').filter({ hasText: '客户回访' }).first().waitFor();
      await page.locator('.duties button').last().click();
      await page.getByText('最近完成').click();
      await page.getByRole('button', { name: /^取消完成/ }).click();
      await page.getByText('最近完成').waitFor({ state: 'detached' });
      await page.getByRole('button', { name: '恢复默认' }).click();
      await page.getByText('每月 · 期后第 5 天').waitFor();
      const [kept] = (await recorded<string>(page, 'monthRemember')).slice(-1);
      expect(readMonthMemory(kept)).toMatchObject({ done: [], cadence: NO_MONTH_MEMORY.cadence });
    }));
});
