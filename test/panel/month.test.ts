import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChangeSet } from '../../src/month/changeSet.ts';
import type { Request } from '../../src/month/placing.ts';
import type { MonthPart } from '../../src/panel/view.ts';
import { type PaneBrowser, type PaneOptions, startPane } from './browser.ts';
import type { Recorded } from './page.tsx';

let pane: PaneBrowser;
beforeAll(async () => {
  pane = await startPane();
});
afterAll(() => pane.close());

const CSV = [
  'Agent,Status,Amount,Close date',
  'Ann,Won,"1,055.50",2026-03-05',
  'BobKing,Won,20,2026-03-20',
  'Ann,Mystery,7,2026-03-06',
  'Ann,Won,abc,2026-03-07',
  'Zoe,Won,5,2026-03-07',
  'Ann,Won,999,2026-02-07',
].join('\n');

interface MonthOptions extends PaneOptions {
  readonly part?: MonthPart;
  /** What the test's workbook holds. */
  readonly state?: Partial<Recorded>;
}

async function withMonth(
  { part = 'bringIn', state = {}, ...options }: MonthOptions,
  run: (page: Page) => Promise<void>,
): Promise<void> {
  const page = await pane.open({ used: true, ...options });
  try {
    await page.evaluate(given => Object.assign((window as unknown as { recorded: Recorded }).recorded, given), state);
    await page.locator('#open-month').click();
    await page.locator(`[data-item=${part}]`).click();
    await run(page);
  } finally {
    await page.context().close();
  }
}

const changes = (page: Page) =>
  page.evaluate(() =>
    (window as unknown as { recorded: Recorded }).recorded.calls
      .filter(({ name }) => name === 'change')
      .map(({ detail }) => detail as Request),
  );
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const set: ChangeSet = { id: '2026-02', title: { en: 'February', zh: '二月' }, changes: [] };

describe('the month in the pane', () => {
  it('brings in a file: columns confirmed, stages and names asked, bad rows listed, nothing written before Apply', () =>
    withMonth({}, async page => {
      const file = { name: 'march.csv', mimeType: 'text/csv', buffer: Buffer.from(CSV) };
      await page.locator('#month-file').setInputFiles(file);
      expect(await page.locator('#month-column-amount').inputValue()).toBe('2');
      expect(await page.locator('#month-period').inputValue()).toBe('2026-03');
      await page.getByLabel(/What does the stage “Mystery” mean/).selectOption('lost');
      await button(page, 'Show what changes').click();
      await page.getByText('1 row cannot be used').waitFor();
      await page.getByText('“BobKing” (in 1 row): is it one of these?').waitFor();
      await button(page, 'Apply').click({ force: true });
      expect(await changes(page)).toEqual([]);
      await button(page, 'Bob King').click();
      await page.getByLabel('Go on without them').check();
      expect(await page.locator('.grid tbody tr').allInnerTexts()).toEqual([
        'Ann\t10\t1,055.5\t1,045.5\tred → green',
        'Bob King\t\t20\t20\tno data → red',
        '王芳 not in the file, stays\t30\t30\t\tred',
      ]);
      await page.getByText('In the file, without a row: Zoe').waitFor();
      await button(page, 'Apply').click();
      await page.getByText('3 cells were written.', { exact: false }).waitFor();
      const [request] = await changes(page);
      expect(request).toMatchObject({
        is: 'apply',
        set: {
          changes: [
            {
              name: 'Tracker_Actual',
              cells: [
                { row: 0, before: 10, after: 1055.5 },
                { row: 1, before: null, after: 20 },
              ],
            },
            { name: 'Tracker_AsOf', cells: [{ before: 46082, after: 46101 }] },
          ],
        },
      });
    }));

  it('takes back what was written before the pane was closed', () =>
    withMonth({ lang: 'zh-CN', state: { kept: { undo: set } } }, async page => {
      await button(page, '撤销上次写入').click();
      await page.getByText('工作簿已恢复原状。').waitFor();
      expect(await changes(page)).toEqual([{ is: 'takeBack' }]);
    }));

  it('offers both ways where writing was cut off, before anything else', () =>
    withMonth({ state: { kept: { open: set } } }, async page => {
      await button(page, 'Take it back').waitFor();
      expect(await page.locator('#month-file').count()).toBe(0);
      await button(page, 'Finish it').click();
      await page.getByText('3 cells were written.', { exact: false }).waitFor();
      expect(await changes(page)).toEqual([{ is: 'finish' }]);
    }));

  it('says in a sentence what cannot be read', () =>
    withMonth({}, async page => {
      const file = { name: 'nothing.csv', mimeType: 'text/csv', buffer: Buffer.from('') };
      await page.locator('#month-file').setInputFiles(file);
      await page.getByText('The file is empty.').waitFor();
    }));
});
