import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Value } from '../../src/kernel/json.ts';
import type { ChangeSet } from '../../src/month/change/changeSet.ts';
import type { Request } from '../../src/month/change/locate.ts';
import { readMonthMemory } from '../../src/panel/monthMemory.ts';
import type { MonthPart } from '../../src/panel/view.ts';
import type { Inventory } from '../../src/port/port.ts';
import { HISTORY_COLUMNS } from '../../src/sheets/history.ts';
import { workbook } from '../support/zip.ts';
import { type PaneBrowser, type PaneOptions, startPane } from './browser.ts';
import type { Recorded } from './page.tsx';

let pane: PaneBrowser;
let folder: string;
beforeAll(async () => {
  pane = await startPane();
  folder = await mkdtemp(join(tmpdir(), 'month-'));
});
afterAll(async () => {
  await pane.close();
  await rm(folder, { recursive: true, force: true });
});

const HISTORY_SHEET = { sheetId: 'id-8', sheet: 'History', template: 'history', prefix: 'History', marks: {} };
const USED_SHEETS = [{ sheetId: 'id-7', sheet: 'March', template: 'tracker', prefix: 'Tracker', marks: {} }];
const WITH_HISTORY: Inventory = { sheets: ['History'], names: [], tables: [], ours: [HISTORY_SHEET] };
const BLANK_HISTORY: Recorded['columns'] = Object.fromEntries(
  HISTORY_COLUMNS.map(name => [`History_${name}`, { cells: [null, null], formulas: [false, false] }]),
);

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

const calls = (page: Page, wanted: string) =>
  page.evaluate(
    sought =>
      (window as unknown as { recorded: Recorded }).recorded.calls
        .filter(({ name }) => name === sought)
        .map(({ detail }) => detail),
    wanted,
  );
const changes = async (page: Page) => (await calls(page, 'change')) as Request[];
/** The rows that the first change adds. */
async function appended(page: Page): Promise<readonly (readonly Value[])[]> {
  const [request] = await changes(page);
  return request?.is === 'apply' ? request.set.changes.flatMap(change => ('rows' in change ? change.rows : [])) : [];
}
/** The rows of the preview, cell by cell. */
const rowTexts = (page: Page) =>
  page
    .locator('.changes tbody tr')
    .evaluateAll(rows =>
      rows.map(row => [...row.querySelectorAll('td')].map(cell => cell.innerText.replace(/\s+/g, ' ')).join(' | ')),
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
      await page.getByLabel(/What does stage “Mystery” mean/).selectOption('lost');
      await button(page, 'Preview changes').click();
      await page.getByText('1 row cannot be used').waitFor();
      await page.getByText('“BobKing” (in 1 row): is it one of these?').waitFor();
      await button(page, 'Apply').click({ force: true });
      expect(await changes(page)).toEqual([]);
      await button(page, 'Bob King').click();
      await page.getByLabel('Skip them and continue').check();
      expect(await rowTexts(page)).toEqual([
        'Ann | 1,055.5 10 +1,045.5 | red → green 10% → 1,055.5%',
        'Bob King | 20 – +20 | no data → red – → 20%',
        '王芳 not in the file, unchanged | 30 | red 30%',
      ]);
      await page.getByText('In the file but not in the tracker: Zoe').waitFor();
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
      await button(page, 'Undo it').waitFor();
      expect(await page.locator('#month-file').count()).toBe(0);
      await button(page, 'Finish it').click();
      await page.getByText('3 cells were written.', { exact: false }).waitFor();
      expect(await changes(page)).toEqual([{ is: 'finish' }]);
    }));

  it('says in one sentence what cannot be read, and goes on', () =>
    withMonth({}, async page => {
      const bad: Readonly<Record<string, readonly [Buffer, RegExp]>> = {
        'nothing.csv': [Buffer.from(''), /^The file is empty\.$/],
        'large.csv': [Buffer.alloc(50 * 2 ** 20, 'a,b\n'), /^The file has 50 MB; up to 40 MB can be read\./],
        'rubbish.csv': [
          Buffer.from(Array.from({ length: 5000 }, (_, index) => (index * 197) % 256)),
          /^This is not a table/,
        ],
        'wide.csv': [Buffer.from(`${'a,'.repeat(999)}a\n1,2\n`), /^The file has 1000 columns; up to 500 can be read\./],
        'endless.csv': [Buffer.alloc(2_000_000, 'abc,'), /^The file has no line breaks/],
      };
      for (const [name, [content, sentence]] of Object.entries(bad)) {
        const path = join(folder, name);
        await writeFile(path, content);
        await page.locator('#month-file').setInputFiles(path);
        await page.locator('.notice.failed p').filter({ hasText: sentence }).waitFor();
        expect(await page.locator('.notice').count(), name).toBe(1);
      }
      await page
        .locator('#month-file')
        .setInputFiles({ name: 'march.csv', mimeType: 'text/csv', buffer: Buffer.from(CSV) });
      await page.locator('#month-column-amount').waitFor();
    }));

  it('remembers columns, answers and names once they were applied, and asks no more for the same headings', () =>
    withMonth({}, async page => {
      const march = { name: 'march.csv', mimeType: 'text/csv', buffer: Buffer.from(CSV) };
      await page.locator('#month-file').setInputFiles(march);
      await page.locator('#month-column-region').selectOption({ label: 'Status' });
      await page.locator('#month-question-0').selectOption('lost');
      await button(page, 'Preview changes').click();
      await button(page, 'Bob King').click();
      await page.getByText('“Zoe”').waitFor({ state: 'detached' });
      await page.getByLabel('Skip them and continue').check();
      expect(await calls(page, 'monthRemember')).toEqual([]);
      await button(page, 'Apply').click();
      await page.getByText('3 cells were written.', { exact: false }).waitFor();
      const [kept] = await calls(page, 'monthRemember');
      expect(readMonthMemory(String(kept))).toMatchObject({
        columns: [{ headings: { person: 'agent', region: 'status' } }],
        aliases: [{ field: 'person', from: 'BobKing', to: 'Bob King' }],
      });
      await page.locator('#month-file').setInputFiles(march);
      await page.getByText('Filled in as last time for these headings.', { exact: false }).waitFor();
      expect(await page.locator('#month-column-region').inputValue()).toBe('1');
      await button(page, 'Preview changes').click();
      await page.locator('.grid.changes').waitFor();
      expect(await page.getByText('is it one of these').count()).toBe(0);
      await page.getByText('Names you have answered about (1)').click();
      await button(page, 'Ask again about “BobKing”').press('Enter');
      await button(page, 'No, this is another one').click();
      await page.getByText('“BobKing” is another one').waitFor({ state: 'attached' });
      await page.getByText('In the file but not in the tracker: BobKing (20', { exact: false }).waitFor();
    }));

  it('takes the selected cells, fills in region from the team list, and names who sold nothing', () =>
    withMonth(
      {
        state: {
          selectedCells: [
            ['Owner', 'Amount', 'Close date'],
            ['Ann', 70, 46086],
            ['Bob King', 40.5, 46090],
          ],
        },
      },
      async page => {
        await button(page, 'Use the selected cells').click();
        await page.getByText('A1:D9').waitFor();
        await page.locator('.lists summary').click();
        await page
          .locator('#month-list-paste')
          .fill('Name\tManager\tRegion\nAnn\tMo\tEast\nBob King\tMo\tEast\nCleo\tMo\tWest');
        await page.locator('#month-list-paste + button').click();
        await page.getByText('Lists: 3 people, 0 products').waitFor();
        await button(page, 'Preview changes').click();
        await page.getByText('On the team list, without a deal in the file (1): Cleo').waitFor();
        expect((await rowTexts(page)).slice(0, 2)).toEqual([
          'Ann | 70 10 +60 | red 10% → 70%',
          'Bob King | 40.5 – +40.5 | no data → red – → 40.5%',
        ]);
      },
    ));

  it('finds the sheet of a workbook that is an export, and takes another one', () =>
    withMonth({ lang: 'zh-CN' }, async page => {
      const row = (number: number, ...cells: readonly string[]) => {
        const written = cells.map(
          (text, column) => `<c r="${'ABC'[column]}${number}" t="inlineStr"><is><t>${text}</t></is></c>`,
        );
        return `<row r="${number}">${written.join('')}</row>`;
      };
      const notes = row(1, '说明', '备注') + row(2, '一', '二');
      const deals = row(1, '销售员', '金额', '成交日期') + row(2, 'Ann', '5万', '2026年3月5日');
      const buffer = Buffer.from(workbook({ 说明: notes, 成交: deals }));
      await page.locator('#month-file').setInputFiles({ name: 'a.xlsx', mimeType: '', buffer });
      await page.locator('#month-sheet').waitFor();
      expect(await page.locator('#month-sheet option').allInnerTexts()).toEqual(['说明（2 行）', '成交（2 行）']);
      expect(await page.locator('#month-sheet').inputValue()).toBe('1');
      await button(page, '预览变化').click();
      await page.getByText('共 50,000').waitFor();
      await page.locator('#month-sheet').selectOption('0');
      await page.getByText('请选择金额所在的列').waitFor();
    }));

  it('leaves the tracker alone where the file has no deal of its month, and counts by the share that is paid', () =>
    withMonth({}, async page => {
      await page
        .locator('#month-paste')
        .fill('Agent\tAmount\tCollected\tDate\nAnn\t100\t20\t2026-02-05\nAnn\t7\t7\t2026-02-06');
      await page.locator('#month-paste + button').click();
      await button(page, 'Preview changes').click();
      await page.getByText('The file has no deal of March 2026: the tracker is left unchanged.').waitFor();
      await page.getByText('There is nothing to write.').waitFor();
      await button(page, 'Choose another file').click();
      await page
        .locator('#month-paste')
        .fill('Agent\tAmount\tCollected\tDate\nAnn\t100\t20\t2026-03-05\nAnn\t7\t7\t2026-03-06');
      await page.locator('#month-paste + button').click();
      await page.locator('#month-share').fill('30');
      await button(page, 'Preview changes').click();
      await page.locator('.grid.changes').waitFor();
      expect((await rowTexts(page))[0]).toBe('Ann | 7 10 -3 | red 10% → 7%');
      await page.locator('#month-share').fill('300');
      await page.getByText('Type a share from 0 to 100.').waitFor();
    }));

  it('takes a file that is dropped, says why a host would not, and tries again', () =>
    withMonth({ state: { refuse: { name: 'selectedCells', reason: 'tooLarge' } } }, async page => {
      await button(page, 'Use the selected cells').click();
      await page.getByText('Too many cells are selected.', { exact: false }).waitFor();
      const dropped = await page.evaluateHandle(() => {
        const transfer = new DataTransfer();
        transfer.items.add(new File(['Agent,Amount,Date\nAnn,5,2026-03-05\n'], 'dropped.csv'));
        return transfer;
      });
      await page.locator('.source').dispatchEvent('drop', { dataTransfer: dropped });
      await page.getByText('dropped.csv').waitFor();
      await button(page, 'Preview changes').click();
      await page.locator('.changes').waitFor();
      await page.evaluate(() => {
        (window as unknown as { recorded: Recorded }).recorded.refuse = { name: 'change', reason: 'protected' };
      });
      await button(page, 'Apply').click();
      await page.getByText('The workbook or the sheet is protected.', { exact: false }).waitFor();
      expect(await calls(page, 'monthRemember')).toEqual([]);
      await button(page, 'Try again').click();
      await page.getByText('3 cells were written.', { exact: false }).waitFor();
      await page.locator('#month-file').waitFor();
      expect(await calls(page, 'monthRemember')).toHaveLength(1);
    }));

  it('says what was written also where the workbook cannot be read again', () =>
    withMonth({ state: { kept: { undo: set } } }, async page => {
      await button(page, 'Undo the last change').waitFor();
      await page.evaluate(() => {
        (window as unknown as { recorded: Recorded }).recorded.refuse = { name: 'columns', reason: 'unreachable' };
      });
      await button(page, 'Undo the last change').click();
      await page.locator('main .notice.done').waitFor();
      expect(await page.locator('main .notice.failed').count()).toBe(0);
      expect(await page.evaluate(() => (window as unknown as { recorded: Recorded }).recorded.refuse)).toBeUndefined();
    }));

  it('stops a long reading when the user says so', () =>
    withMonth({}, async page => {
      const path = join(folder, 'long.csv');
      const rows = Array.from({ length: 60_000 }, (_, index) => `Ann,Won,${index},2026-03-05,some more words here`);
      await writeFile(path, `Agent,Status,Amount,Close date,Note\n${rows.join('\n')}`);
      // Whenever a stop is offered, it is taken.
      await page.evaluate(() =>
        new MutationObserver(() => document.querySelector<HTMLElement>('.working button')?.click()).observe(
          document.body,
          {
            childList: true,
            subtree: true,
          },
        ),
      );
      await page.locator('#month-file').setInputFiles(path);
      await page.locator('.working').waitFor({ state: 'detached' });
      await page.locator('#month-file').waitFor();
      expect(await page.locator('#month-column-amount').count()).toBe(0);
      expect(await page.locator('.notice').count()).toBe(0);
    }));

  it('closes several months at once into the history, without a tracker', () =>
    withMonth({ state: { workbook: WITH_HISTORY, columns: BLANK_HISTORY } }, async page => {
      await page
        .locator('#month-paste')
        .fill('Agent\tAmount\tDate\nAnn\t5\t2026-01-05\nAnn\t7.5\t2026-02-05\n=1+1\t1\t2026-02-06');
      await page.locator('#month-paste + button').click();
      await button(page, 'Preview changes').click();
      await page.getByText('10 rows will be added to the history.').waitFor();
      await page.getByLabel('February 2026').uncheck();
      await page.getByText('4 rows will be added to the history.').waitFor();
      await page.getByLabel('All 2 months').check();
      await button(page, 'Apply').click();
      await page.getByText('3 cells were written.', { exact: false }).waitFor();
      const rows = await appended(page);
      expect(rows.map(([period, type, unit, metric, , actual]) => [period, type, unit, metric, actual])).toContainEqual(
        [46054, 'person', '=1+1', 'Sales', 1],
      );
      expect(rows).toHaveLength(10);
    }));

  it('closes the month by what stands in the tracker', () =>
    withMonth(
      {
        part: 'close',
        state: { workbook: { ...WITH_HISTORY, ours: [...USED_SHEETS, ...WITH_HISTORY.ours] }, columns: BLANK_HISTORY },
      },
      async page => {
        await page.getByText('3 rows will be added to the history.').waitFor();
        await button(page, 'Close March 2026').click();
        await page.getByText('3 cells were written.', { exact: false }).waitFor();
        expect((await appended(page)).map(row => row.slice(0, 7))).toEqual([
          [46082, 'company', 'Company', 'Sales', 300, 40, 'Tracker'],
          [46082, 'person', 'Ann', 'Sales', 100, 10, 'Tracker'],
          [46082, 'person', '王芳', 'Sales', 100, 30, 'Tracker'],
        ]);
        const [kept] = await calls(page, 'monthRemember');
        expect(readMonthMemory(String(kept)).done).toEqual([{ id: 'monthClose', start: 46082 }]);
      },
    ));
});
