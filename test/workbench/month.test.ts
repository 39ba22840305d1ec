import type { Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Book } from '../../workbench/book/book.ts';
import { type OpenPage, paneOf, startWorkbench, type WorkbenchBrowser } from '../support/browser.ts';
import { sharedFolder, withoutShared } from '../support/shared.ts';

interface Reachable {
  readonly workbench: {
    readonly book: Book;
    readonly sheets?: { run(name: string): unknown };
  };
}

/** The tracker is of the month in which the test runs. */
const MONTH = ((now: Date) => `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}`)(new Date());
const [YEAR, NUMBER] = MONTH.split('-').map(Number);

/** A person of the sample tracker with another figure, one more who has no row; both languages' files. */
const HOSTS = [
  {
    host: 'excel',
    lang: 'en',
    by: 'keyboard',
    csv: `Salesperson,Product,Region,Amount,Close date
Anna Bell,Devices,East,"900,000",${MONTH}-05
BenCarter,Services,East,1.5,${MONTH}-06
Zed,Services,East,7,${MONTH}-07`,
    tracker: ['Tracker', 'Salesperson', 'Actual to date'],
    history: ['Monthly history', 'Unit', 'Actual'],
    near: 'Ben Carter',
    rows: ['Anna Bell', 'Ben Carter'],
    figures: [900_000, 1.5],
  },
  {
    host: 'sheets',
    lang: 'zh-CN',
    by: 'mouse',
    csv: `销售员,产品线,区域,成交金额,成交日期
王芳,设备,华东,90万,${YEAR}年${NUMBER}月5日
李 强,服务,华东,"1,500.25",${YEAR}/${NUMBER}/6
赵六,服务,华东,7,${MONTH}-07`,
    tracker: ['目标跟踪', '销售员', '累计实际'],
    history: ['历史台账', '单位', '实际'],
    near: '李强',
    rows: ['王芳', '李强'],
    figures: [900_000, 1500.25],
  },
] as const;
type Case = (typeof HOSTS)[number];

let workbench: WorkbenchBrowser;
beforeAll(async () => {
  workbench = await startWorkbench();
});
afterAll(() => workbench.close());

/** Does what a button does, by the keyboard or by the mouse. */
const pusher =
  (pane: Frame, by: Case['by']) =>
  async (selector: string): Promise<void> => {
    const target = pane.locator(selector).last();
    if (by === 'mouse') return target.click();
    await target.focus();
    await target.press('Enter');
  };

/** The columns under these headings of a sheet, as far as they are filled. */
const under = (page: Page, [sheetName, ...headings]: readonly string[]) =>
  page.evaluate(
    async ([name = '', sought]) => {
      const { book } = (globalThis as unknown as Reachable).workbench;
      await book.calculated();
      const values = book.workbook.getSheetByName(name)?.getDataRange().getRawValues() ?? [];
      const row = values.findIndex(line => sought.every(heading => line.includes(heading)));
      const columns = sought.map(heading => values[row]?.indexOf(heading) ?? -1);
      return columns.map(column => values.slice(row + 1).map((line): unknown => line[column] ?? null));
    },
    [sheetName, headings] as const,
  );

describe.each(HOSTS)('the month in the workbench as $host, by $by', given => {
  const { host, lang, by, csv, near, rows, figures, tracker, history } = given;
  let opened: OpenPage;
  let pane: Frame;
  let push: (selector: string) => Promise<void>;
  const file = { name: 'march.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) };

  const section = async (part?: string) => {
    await push('nav button >> nth=0');
    await push('#open-month');
    if (part) await push(`[data-item=${part}]`);
  };
  const insert = async (template: string) => {
    await push('nav button >> nth=1');
    await push(`[data-item=${template}]`);
    await push('.bar button.primary');
    await pane.locator('.bar .notice.done').waitFor();
    await push('.bar .notice.done .square');
  };
  const bringIn = async () => {
    await pane.locator('#month-file').setInputFiles(file);
    await pane.locator('#month-column-amount').waitFor();
    await push('form button.primary');
    await pane.locator('.grid').waitFor();
  };
  const reopen = async () => {
    await opened.page.evaluate(() => {
      const { sheets } = (globalThis as unknown as Reachable).workbench;
      const frame = document.querySelector<HTMLIFrameElement>('aside iframe');
      if (sheets) sheets.run('showSidebar');
      else if (frame) frame.src = `${frame.src}`;
    });
    await opened.page.waitForTimeout(300);
    pane = await paneOf(opened.page);
    push = pusher(pane, by);
    await pane.locator('#open-month').waitFor();
  };
  const actuals = async () => {
    const [people = [], values = []] = await under(opened.page, tracker);
    return rows.map(name => values[people.indexOf(name)]);
  };
  const closed = async () => {
    const [units = [], values = []] = await under(opened.page, history);
    return values.flatMap((value, row) => (value === null || value === '' ? [] : [[units[row], value]]));
  };

  beforeAll(async () => {
    opened = await workbench.open(`?host=${host}&lang=${lang}`);
    pane = await paneOf(opened.page);
    push = pusher(pane, by);
    await insert('tracker');
    await insert('history');
  });
  afterAll(() => opened.page.close());

  it('brings in a file: names that nearly match are asked about, the rows show what changes, Apply writes it', async () => {
    const before = await actuals();
    await section('bringIn');
    await bringIn();
    const focused = () => pane.evaluate(() => document.activeElement?.tagName);
    if (by === 'keyboard') expect(await focused()).toBe('H2');
    // What is asked is not left below the long form that led to it.
    const asked = pane.locator('.notice.warning button').first();
    const seen = () => asked.evaluate(button => [button.getBoundingClientRect().bottom, innerHeight]);
    await expect.poll(async () => (await seen())[0]).toBeLessThan((await seen())[1] ?? 0);
    await push(`.notice.warning button:text-is("${near}")`);
    await pane.locator('.notice.warning button').first().waitFor({ state: 'detached' });
    if (by === 'keyboard') expect(await focused()).toBe('H2');
    await pane.locator('.grid tbody tr').filter({ hasText: near }).filter({ hasNotText: 'unchanged' }).waitFor();
    expect(await actuals()).toEqual(before);
    await push('main .bar button.primary');
    await pane.locator('main .notice.done').waitFor();
    expect(await actuals()).toEqual(figures);
    await push('.apart button');
    await pane.locator('main .notice.done').waitFor();
    await opened.page.waitForTimeout(200);
    expect(await actuals()).toEqual(before);
  });

  it('asks no more for the same headings, closes the month, and takes both back after the pane was opened anew', async () => {
    const before = [await actuals(), await closed()];
    await bringIn();
    expect(await pane.locator('.notice.warning button').count()).toBe(0);
    await pane.locator('fieldset input[type=checkbox]').first().check();
    await push('main .bar button.primary');
    await pane.locator('main .notice.done').waitFor();
    expect(await actuals()).toEqual(figures);
    expect(await closed()).toContainEqual([rows[0], 900_000]);
    await reopen();
    await section('bringIn');
    await push('.apart button');
    await pane.locator('main .notice.done').waitFor();
    await opened.page.waitForTimeout(200);
    expect([await actuals(), await closed()]).toEqual(before);
  });

  it('inserts the report as a sheet', async () => {
    await section('report');
    await push('#report-insert');
    await pane.locator('.bar .notice.done').waitFor();
    expect(opened.complaints).toEqual([]);
  });
});

describe.skipIf(!sharedFolder)(`a CRM export in the workbench${withoutShared}`, () => {
  it('becomes ten closed months of history in one go, through a worker', async () => {
    const opened = await workbench.open('?host=excel&lang=en');
    const pane = await paneOf(opened.page);
    const data = (name: string) => `${sharedFolder}/data/maven_crm_${name}.csv`;
    await pane.locator('nav button').nth(1).click();
    await pane.locator('[data-item=history]').click();
    await pane.getByLabel(/sample/i).uncheck();
    await pane.locator('.bar button.primary').click();
    await pane.locator('.bar .notice.done').waitFor();
    await pane.locator('nav button').first().click();
    await pane.locator('#open-month').click();
    await pane.locator('[data-item=bringIn]').click();
    const started = opened.page.waitForEvent('worker');
    await pane.locator('#month-file').setInputFiles(data('sales_pipeline'));
    expect((await started).url()).toMatch(/readWorker-\w+\.js$/);
    await pane.locator('.lists summary').click();
    await pane.locator('#month-list-file').setInputFiles(data('sales_teams'));
    await pane.getByText(/35 people/).waitFor();
    await pane.locator('#month-list-file').setInputFiles(data('products'));
    await pane.getByText(/35 people, 7 products/).waitFor();
    await pane.locator('form button.primary').click();
    await pane.getByText(/“GTXPro” \(in 1480 rows\)/).waitFor();
    await pane.getByRole('button', { name: 'GTX Pro', exact: true }).click();
    await pane.getByText('without a deal in the file (5)').waitFor();
    await pane.locator('main .bar button.primary').click();
    await pane.getByText(/cells were written/).waitFor();
    const headings = ['Monthly history', 'Unit type', 'Metric', 'Actual'];
    const [types = [], metrics = [], sums = []] = await under(opened.page, headings);
    const company = sums.filter((_, row) => types[row] === 'company' && metrics[row] === 'Sales').map(Number);
    expect(company).toHaveLength(10);
    expect(company.reduce((sum, value) => sum + value, 0)).toBe(10_005_534);
    expect(opened.complaints).toEqual([]);
    await opened.page.close();
  });
});
