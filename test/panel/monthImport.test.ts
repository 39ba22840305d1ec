import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Request } from '../../src/month/change/locate.ts';
import { type PaneBrowser, type PaneOptions, startPane } from './browser.ts';
import type { Recorded } from './page.tsx';

let pane: PaneBrowser;
beforeAll(async () => {
  pane = await startPane();
});
afterAll(() => pane.close());

/** Brings in a CSV of these rows; the tracker has Ann at 10, Bob King without a figure and 王芳 at 30. */
async function withFile(
  rows: readonly string[],
  run: (page: Page) => Promise<void>,
  { columns = {}, ...options }: PaneOptions & { readonly columns?: Recorded['columns'] } = {},
): Promise<void> {
  const page = await pane.open({ used: true, ...options });
  try {
    await page.evaluate(given => {
      (window as unknown as { recorded: Recorded }).recorded.columns = given;
    }, columns);
    await page.locator('#open-month').click();
    await page.locator('[data-item=bringIn]').click();
    const file = { name: 'part.csv', mimeType: 'text/csv', buffer: Buffer.from(rows.join('\n')) };
    await page.locator('#month-file').setInputFiles(file);
    await run(page);
  } finally {
    await page.context().close();
  }
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const account = (page: Page) => page.locator('#month-account').innerText();

async function changes(page: Page): Promise<Request[]> {
  const details = await page.evaluate(() =>
    (window as unknown as { recorded: Recorded }).recorded.calls
      .filter(({ name }) => name === 'change')
      .map(({ detail }) => detail),
  );
  return details as Request[];
}

describe('a part of a month in the pane', () => {
  const EAST = [
    'Owner,Stage,Amount,Close date',
    'Ann,Won,70,2026-03-05',
    'Zoe,Won,5,2026-03-05',
    'Ann,Lost,9,2026-03-05',
  ];

  it('takes no figure away and adds no row unasked', () =>
    withFile(EAST, async page => {
      await button(page, 'Preview changes').click();
      expect(await page.getByLabel(/Not in this file: 王芳 \(30 in the tracker\)/).inputValue()).toBe('keep');
      await page.getByText('In the file but not in the tracker: Zoe (5)').waitFor();
      await button(page, 'Apply').click();
      await page.getByText('3 cells were written.', { exact: false }).waitFor();
      expect(await changes(page)).toMatchObject([
        {
          set: {
            changes: [
              { kind: 'cells', name: 'Tracker_Actual', cells: [{ row: 0, before: 10, after: 70 }] },
              { kind: 'cells', name: 'Tracker_AsOf' },
            ],
          },
        },
      ]);
    }));

  it('sets to 0 and adds rows where the user says so', () =>
    withFile(EAST, async page => {
      await button(page, 'Preview changes').click();
      await page.locator('#month-missing').selectOption('zero');
      await page.getByLabel('Add 1 row to the tracker').check();
      await button(page, 'Apply').click();
      await page.getByText('3 cells were written.', { exact: false }).waitFor();
      expect(await changes(page)).toMatchObject([
        {
          set: {
            changes: [
              {
                name: 'Tracker_Actual',
                cells: [
                  { row: 0, before: 10, after: 70 },
                  { row: 2, before: 30, after: 0 },
                ],
              },
              {
                kind: 'append',
                columns: ['Tracker_Person', 'Tracker_Product', 'Tracker_Region', 'Tracker_Actual'],
                rows: [['Zoe', null, null, 5]],
              },
              { name: 'Tracker_AsOf' },
            ],
          },
        },
      ]);
    }));
});

describe('“Data as of”', () => {
  const ROWS = ['Owner,Stage,Amount,Close date', 'Ann,Won,70,2026-03-05', 'Ann,Won,9,2026-02-27'];
  const LATER = { Tracker_AsOf: { cells: [46107], formulas: [false] } };
  const options = (page: Page) => page.locator('#month-as-of option').allInnerTexts();
  const days = async (page: Page) =>
    (await changes(page)).flatMap(request =>
      request.is === 'apply'
        ? request.set.changes.flatMap(change =>
            change.kind === 'cells' && change.name === 'Tracker_AsOf' ? change.cells : [],
          )
        : [],
    );

  it('goes on to the last deal of the file, says so, and stays where the user says so', () =>
    withFile(ROWS, async page => {
      await button(page, 'Preview changes').click();
      expect(await page.getByLabel('Data as of').inputValue()).toBe('move');
      expect(await options(page)).toEqual([
        '2026-03-01 → 2026-03-05 (the last deal of the file)',
        '2026-03-01 (unchanged)',
      ]);
      await page.getByLabel('Data as of').selectOption('keep');
      await button(page, 'Apply').click();
      await page.getByText('3 cells were written.', { exact: false }).waitFor();
      expect(await days(page)).toEqual([]);
    }));

  it('never goes back by itself', () =>
    withFile(
      ROWS,
      async page => {
        await button(page, 'Preview changes').click();
        expect(await page.getByLabel('Data as of').inputValue()).toBe('keep');
        await page.getByText('Not changed to 2026-03-05 (the last deal of the file).').waitFor();
        await button(page, 'Apply').click();
        await page.getByText('3 cells were written.', { exact: false }).waitFor();
        expect(await days(page)).toEqual([]);
      },
      { columns: LATER },
    ));

  it('goes back where the user says so (zh)', () =>
    withFile(
      ROWS,
      async page => {
        await button(page, '预览变化').click();
        await page.getByText('未改为 2026-03-05（文件中最后一笔成交）。').waitFor();
        expect(await options(page)).toEqual(['2026-03-26 → 2026-03-05（文件中最后一笔成交）', '2026-03-26（不变）']);
        await page.getByLabel('数据截至').selectOption('move');
        await button(page, '写入').click();
        await page.getByText('已写入 3 个单元格。', { exact: false }).waitFor();
        expect(await days(page)).toEqual([{ row: 0, key: [], before: 46107, after: 46086 }]);
      },
      { lang: 'zh-CN', columns: LATER },
    ));
});

describe('what only shows once the rows are read', () => {
  const ROWS = [
    'Deal ID,Owner,Amount,Close date',
    '1,Ann,100,2026-03-05',
    '1,Ann,100,2026-03-05',
    '2,Bob King,50,2026-03-05',
    'Total,,260,',
  ];

  it('is asked before Apply: a total that differs, a deal that comes twice', () =>
    withFile(ROWS, async page => {
      await button(page, 'Preview changes').click();
      await page.getByText('No column says what was won: all 3 rows count, 250 in sum.').waitFor();
      await button(page, 'Apply').click({ force: true });
      expect(await changes(page)).toEqual([]);
      await page.getByLabel('The total in row 5 (Total) says 260; its rows add up to 250.').selectOption('rows');
      await page.getByLabel(/1 row, 100 in sum, repeats the number/).selectOption('first');
      await page.getByText('150 of 150 go into the tracker.').waitFor();
      expect(await page.getByText('that came before').count()).toBe(0);
      expect((await account(page)).replace(/\s+/g, ' ')).toBe(
        'Rows in the file 4 Count 2 (150) Totals of the file 1 Counted already 1 (100)',
      );
      await button(page, 'Apply').click();
      await page.getByText('3 cells were written.', { exact: false }).waitFor();
    }));
});

describe('rows that may be no sales', () => {
  const ROWS = [
    'Owner,Measure,Amount,Close date',
    'Ann,Target,100,2026-03-05',
    'Ann,Actual,70,2026-03-05',
    '王芳,Actual,30,2026-03-06',
    'Bob King,Actual,20,2026-03-06',
    'Board,Actual,120,2026-03-31',
  ];
  const told = async (page: Page) => (await account(page)).replace(/\s+/g, ' ');

  it('are asked about: targets beside actuals, and a row that the others add up to', () =>
    withFile(ROWS, async page => {
      await page
        .getByLabel('“Measure” says “Target” in 1 row (100 in sum): does it count as sales?')
        .selectOption('leave');
      await button(page, 'Preview changes').click();
      await page.getByLabel('The other rows add up to one of them (Board, 120): is it a total?').selectOption('totals');
      await page.getByText('120 of 120 go into the tracker.').waitFor();
      expect(await told(page)).toBe(
        'Rows in the file 5 Count 3 (120) Totals of the file 1 Left out as you said 1 (100)',
      );
    }));

  it('count where the user says so (zh)', () =>
    withFile(
      ROWS,
      async page => {
        await page.getByLabel('1 行的“Measure”为“Target”（合计 100），是否计入销售额？').selectOption('leave');
        await button(page, '预览变化').click();
        await page.getByLabel('其余各行之和等于其中一行（Board，120），该行是否为合计？').selectOption('deals');
        await page.getByText('共 240，其中 120 写入目标跟踪表。').waitFor();
        expect(await told(page)).toBe('文件行数 5 计入 4 (240) 按您的选择不计入 1 (100)');
      },
      { lang: 'zh-CN' },
    ));
});

describe('columns that are not sure', () => {
  it('are marked and asked about; a No takes the column away', () =>
    withFile(['Owner,Amount,Modified Date', 'Ann,70,2026-03-05'], async page => {
      await page.getByText('(not sure)').waitFor();
      await page.getByLabel(/Close date: is it the column “Modified Date”/).selectOption('no');
      expect(await page.locator('#month-column-closed').inputValue()).toBe('');
      await button(page, 'Preview changes').click();
      await page.getByText('No column says when: all 1 row, 70 in sum, count for March 2026.').waitFor();
    }));

  it('ask in Chinese, too', () =>
    withFile(
      ['销售员,数量,单价,日期', 'Ann,2,35,2026-03-05'],
      async page => {
        await page.getByLabel('没有金额列，是否按 数量 × 单价 = 70 计算？').selectOption('yes');
        await button(page, '预览变化').click();
        await page.getByText('金额按数量 × 单价计算。').waitFor();
        await page.getByText('没有列说明是否成交：1 行全部计入，合计 70。').waitFor();
      },
      { lang: 'zh-CN' },
    ));
});
