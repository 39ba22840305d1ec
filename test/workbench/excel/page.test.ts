import { readFile } from 'node:fs/promises';
import { readXlsx } from 'hucre';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Book } from '../../../workbench/book/book.ts';
import type { ExcelHost } from '../../../workbench/excel/host.ts';
import { type OpenPage, paneOf, startWorkbench, typeInto, type WorkbenchBrowser } from '../../support/browser.ts';

interface Reachable {
  readonly workbench: { readonly book: Book; readonly excel: ExcelHost };
}

const words = {
  en: {
    light: 'green',
    templates: 'Templates',
    tracker: /^Monthly target tracker/,
    insert: /^Insert/,
    because: /expected a number.*"x"/,
  },
  'zh-CN': {
    light: '绿',
    templates: '模板',
    tracker: /^月度目标跟踪/,
    insert: /^插入/,
    because: /应为.*"x"/,
  },
} as const;

const figures = (page: Page, address: string) =>
  page.evaluate(async a1 => {
    const { book } = (globalThis as unknown as Reachable).workbench;
    await book.calculated();
    return book.workbook.getActiveSheet().getRange(a1).getRawValues();
  }, address);

const syncs = (page: Page) => page.evaluate(() => (globalThis as unknown as Reachable).workbench.excel.syncs);

describe.each(['en', 'zh-CN'] as const)('the workbench as Excel in %s', language => {
  let workbench: WorkbenchBrowser;
  let opened: OpenPage;
  beforeAll(async () => {
    workbench = await startWorkbench();
    opened = await workbench.open(`?host=excel&lang=${language}`);
    await paneOf(opened.page);
  });
  afterAll(() => workbench.close());

  it('opens on the example, calculated by the shipped add-in through office.js', async () => {
    expect(await figures(opened.page, 'D5:F5')).toEqual([[1.07, words[language].light, 3852]]);
    expect(await figures(opened.page, 'F16')).toEqual([[25]]);
  });

  it('shows the figure of a typed formula, and says why one is an error', async () => {
    await typeInto(opened.page, 'H20', '=KPI.NPS(D13:F14)');
    expect(await figures(opened.page, 'H20')).toEqual([[50]]);
    await typeInto(opened.page, 'H21', '=KPI.NPS("x")');
    expect(await figures(opened.page, 'H21')).toEqual([['#VALUE!']]);
    await opened.page.getByRole('status').filter({ hasText: words[language].because }).waitFor();
  });

  it('inserts a template in two round trips, with figures in it', async () => {
    const { page } = opened;
    const pane = await paneOf(page);
    const { templates, tracker, insert } = words[language];
    await pane.getByRole('button', { name: templates, exact: true }).click();
    await pane.getByRole('button', { name: tracker }).click();
    const before = await syncs(page);
    await pane.getByRole('button', { name: insert }).first().click();
    // Counted at once: what the new sheet's functions ask while they are calculated is another account.
    const counted = await page.waitForFunction(() => {
      const { book, excel } = (globalThis as unknown as Reachable).workbench;
      return book.workbook.getActiveSheet().getIndex() === 1 && excel.syncs;
    });
    expect(Number(await counted.jsonValue()) - before).toBe(2);
    const cells = (await figures(page, 'A1:L40')).flat();
    expect(cells.filter(cell => typeof cell === 'string' && cell.startsWith('#'))).toEqual([]);
    expect(cells).toContain(words[language].light);
  });

  it('shares the workbook in place with the shipped pane, and restores every formula', async () => {
    const { page } = opened;
    const pane = await paneOf(page);
    const ours = () =>
      page.evaluate(() => {
        const { book } = (globalThis as unknown as Reachable).workbench;
        const sheets = book.workbook.getSheets();
        return sheets.flatMap(sheet =>
          sheet
            .getDataRange()
            .getFormulas()
            .flat()
            .filter(formula => /KPI[._]/.test(formula)),
        );
      });
    const before = await ours();
    expect(before.length).toBeGreaterThan(5);
    await pane.locator('nav button').first().click();
    await pane.locator('[data-item=share]').click();
    await pane.locator('input[type=radio]').last().check();
    await pane.locator('button[type=submit]').click();
    await pane.locator('.notice.warning button').waitFor();
    expect(await ours()).toEqual([]);
    await pane.locator('.notice.warning button').click();
    await pane.locator('main form').waitFor();
    expect(await ours()).toEqual(before);
  });

  it('downloads the workbook as a file that a spreadsheet can open', async () => {
    const { page } = opened;
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: /\.xlsx/ }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/\.xlsx$/);
    const { sheets } = await readXlsx(await readFile(await download.path()));
    expect(sheets.length).toBeGreaterThan(1);
    const formulas = sheets.flatMap(sheet =>
      [...(sheet.cells?.values() ?? [])].flatMap(({ formula }) => formula ?? []),
    );
    expect(formulas.some(formula => formula.includes('_xldudf_KPI_'))).toBe(true);
  });

  it('opens a CSV file in a sheet of its own, texts as texts', async () => {
    const text = 'Day,Code,Sales\n2026-01-31,007,"1,250.5"\n2026-02-28,=1+1,90%\n';
    await opened.page.setInputFiles('input[type=file]', {
      name: 'branch.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(text),
    });
    await opened.page.waitForFunction(
      () => (globalThis as unknown as Reachable).workbench.book.workbook.getActiveSheet().getSheetName() === 'branch',
    );
    expect(await figures(opened.page, 'A1:C3')).toEqual([
      ['Day', 'Code', 'Sales'],
      [46053, '007', 1250.5],
      [46081, '=1+1', 0.9],
    ]);
  });

  it('calculates what Excel asks for before the engine is there', async () => {
    const { page } = await workbench.open(`?host=excel&lang=${language}`, { slow: /calculate\.js$/ });
    await paneOf(page);
    expect(await figures(page, 'D5:F5')).toEqual([[1.07, words[language].light, 3852]]);
    await page.close();
  });

  it('asks nobody else, and nothing goes wrong on the way', () => {
    expect(opened.complaints).toEqual([]);
  });
});
