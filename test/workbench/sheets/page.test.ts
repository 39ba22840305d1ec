import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Book } from '../../../workbench/book/book.ts';
import type { Started } from '../../../workbench/sheets/start.ts';
import {
  type OpenPage,
  PATIENCE,
  paneOf,
  startWorkbench,
  typeInto,
  type WorkbenchBrowser,
} from '../../support/browser.ts';

interface Reachable {
  readonly workbench: { readonly book: Book; readonly sheets: Started };
}

const words = {
  en: {
    light: 'green',
    red: 'red',
    sheet: 'Tracker',
    templates: 'Templates',
    tracker: /^Monthly target tracker/,
    functions: 'Functions',
    select: /selection/i,
    insert: /^Insert/,
    undo: 'Undo',
    menu: 'Open the sidebar',
    because: /#VALUE! scores.*expected a number/,
  },
  'zh-CN': {
    light: '绿',
    red: '红',
    sheet: '目标跟踪',
    templates: '模板',
    tracker: /^月度目标跟踪/,
    functions: '函数',
    select: /选/,
    insert: /^插入/,
    undo: '撤销',
    menu: '打开侧边栏',
    because: /#VALUE! 评分.*应为数字/,
  },
} as const;

/** What a person reads in the cells. */
const figures = (page: Page, address: string) =>
  page.evaluate(async a1 => {
    const { book } = (globalThis as unknown as Reachable).workbench;
    await book.calculated();
    return book.workbook.getActiveSheet().getRange(a1).getValues();
  }, address);

const sheetNames = (page: Page) =>
  page.evaluate(() =>
    (globalThis as unknown as Reachable).workbench.book.workbook.getSheets().map(sheet => sheet.getSheetName()),
  );

describe.each(['en', 'zh-CN'] as const)('the workbench as Google Sheets in %s', language => {
  const text = words[language];
  let workbench: WorkbenchBrowser;
  let opened: OpenPage;
  beforeAll(async () => {
    workbench = await startWorkbench();
    opened = await workbench.open(`?host=sheets&lang=${language}`);
    await paneOf(opened.page);
  });
  afterAll(() => workbench.close());

  it('opens on the example, calculated by the built script', async () => {
    expect(await figures(opened.page, 'D5:F5')).toEqual([['107.0%', text.light, '3,852.00']]);
    expect(await figures(opened.page, 'F16')).toEqual([['25.0']]);
    const menus = await opened.page.evaluate(() => (globalThis as unknown as Reachable).workbench.sheets.menus);
    expect(menus.map(menu => menu.items.map(item => item.label))).toEqual([[text.menu]]);
  });

  it('keeps the script away from the page: it sees its services and nothing of the workbench', async () => {
    const seen = await opened.page.evaluate(() => {
      const script = document.querySelector<HTMLIFrameElement>('iframe[title="Code.js"]');
      return ['SpreadsheetApp', 'KPI_NPS', 'workbench', 'univerAPI', 'google'].map(name =>
        Object.hasOwn(script?.contentWindow ?? {}, name),
      );
    });
    expect(seen).toEqual([true, true, false, false, false]);
  });

  it('shows the figure of a typed formula, and says why one is an error', async () => {
    await typeInto(opened.page, 'H20', '=KPI_NPS(D13:F14)');
    expect(await figures(opened.page, 'H20')).toEqual([[50]]);
    await typeInto(opened.page, 'H21', '=KPI_NPS(A5:A6)');
    expect(await figures(opened.page, 'H21')).toEqual([['#ERROR!']]);
    await opened.page.getByRole('status').filter({ hasText: text.because }).waitFor();
  });

  it('inserts a template from the sidebar, and takes it out again', async () => {
    const { page } = opened;
    const pane = await paneOf(page);
    const before = await sheetNames(page);
    await pane.getByRole('button', { name: text.templates, exact: true }).click();
    await pane.getByRole('button', { name: text.tracker }).click();
    await pane.getByRole('button', { name: text.insert }).first().click();
    await pane.getByRole('button', { name: text.undo }).waitFor();
    expect(await sheetNames(page)).toEqual([...before, text.sheet]);
    expect(await figures(page, 'F9:H10')).toEqual([
      // A number keeps the width of a bracket to its right.
      ['105.0% ', '40,000 ', text.light],
      ['75.0% ', '-150,000 ', text.red],
    ]);
    await pane.getByRole('button', { name: text.undo }).click();
    await expect.poll(() => sheetNames(page), { timeout: PATIENCE }).toEqual(before);
  });

  it('inserts a formula from the sidebar, over the range that is selected', async () => {
    const { page } = opened;
    const pane = await paneOf(page);
    const select = (address: string) =>
      page.evaluate(
        a1 =>
          (globalThis as unknown as Reachable).workbench.book.workbook.getActiveSheet().getRange(a1).activate() && null,
        address,
      );
    await pane.getByRole('button', { name: text.functions, exact: true }).click();
    await pane.getByRole('searchbox').or(pane.getByRole('textbox')).first().fill('nps');
    await pane.getByRole('button', { name: /KPI_NPS\b/ }).click();
    await select('D13:F15');
    await pane.getByRole('button', { name: text.select }).first().click();
    await pane.getByText('=KPI_NPS(D13:F15)').first().waitFor();
    await select('H6');
    await pane.getByRole('button', { name: text.insert }).last().click();
    await pane.getByText('H6').first().waitFor();
    expect(await figures(page, 'H6')).toEqual([[25]]);
  });

  it('asks nobody else, and nothing goes wrong on the way', () => {
    expect(opened.complaints).toEqual([]);
  });
});
