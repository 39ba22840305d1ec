import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Book } from '../../workbench/book/book.ts';
import { PATIENCE, paneOf, startWorkbench, type WorkbenchBrowser } from '../support/browser.ts';

interface Reachable {
  readonly workbench: { readonly book: Book };
}

const cells = (page: Page, address: string) =>
  page.evaluate(async a1 => {
    const { book } = (globalThis as unknown as Reachable).workbench;
    await book.calculated();
    return book.workbook.getActiveSheet().getRange(a1).getRawValues();
  }, address);

const shown = (page: Page, address: string) =>
  page.evaluate(async a1 => {
    const { book } = (globalThis as unknown as Reachable).workbench;
    await book.calculated();
    return book.workbook.getActiveSheet().getRange(a1).getValues();
  }, address);

const write = (page: Page, address: string, value: string | number) =>
  page.evaluate(
    ([a1, v]) => {
      (globalThis as unknown as Reachable).workbench.book.workbook.getActiveSheet().getRange(a1).setValue(v);
    },
    [address, value] as const,
  );

/** What the browser has stored of all workbooks, as text. */
const stored = (page: Page) =>
  page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>(resolve => {
      const opening = indexedDB.open('keyval-store');
      opening.onsuccess = () => resolve(opening.result);
    });
    const all = await new Promise<unknown[]>(resolve => {
      const reading = database.transaction('keyval').objectStore('keyval').getAll();
      reading.onsuccess = () => resolve(reading.result);
    });
    database.close();
    return JSON.stringify(all);
  });

describe.each(['excel', 'sheets'])('the workbook of the workbench as %s', host => {
  let workbench: WorkbenchBrowser;
  let page: Page;
  const ready = async () => {
    await paneOf(page);
    await cells(page, 'A1');
  };
  beforeAll(async () => {
    workbench = await startWorkbench();
    ({ page } = await workbench.open(`?host=${host}&lang=en`));
    await ready();
  });
  afterAll(() => workbench.close());

  it('is the same after a reload, and after a change of the language, with its formulas alive', async () => {
    await write(page, 'H30', 3);
    await write(page, 'H31', 4);
    await write(page, 'H32', host === 'excel' ? '=KPI.ACHIEVEMENT(H30,H31)' : '=KPI_ACHIEVEMENT(H30,H31)');
    await write(page, 'K30', host === 'excel' ? '=KPI.LEADERBOARD(A5:A9,B5:B9)' : '=KPI_LEADERBOARD(A5:A9,B5:B9)');
    const list = await shown(page, 'K30:M35');
    expect(list.flat()).toContain('David Novak');
    await expect.poll(() => stored(page), { timeout: PATIENCE }).toContain('ACHIEVEMENT(H30,H31)');
    await page.reload();
    await ready();
    expect(await cells(page, 'H30:H32')).toEqual([[3], [4], [0.75]]);
    // What a formula fills beside its own cell is not kept, and is there only once everything has been calculated.
    expect(await shown(page, 'K30:M35')).toEqual(list);
    await page.getByRole('button', { name: '切换为中文' }).click();
    await page.waitForURL(/zh-CN/);
    await ready();
    await write(page, 'H30', 2);
    expect(await cells(page, 'H30:H32')).toEqual([[2], [4], [0.5]]);
  });

  it('is lost when one asks to start anew, and not before one has been asked', async () => {
    await page.getByRole('button', { name: '重新开始…' }).click();
    await page.getByRole('button', { name: '取消', exact: true }).click();
    expect(await cells(page, 'H30')).toEqual([[2]]);
    await page.getByRole('button', { name: '重新开始…' }).click();
    await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: '删除并重新开始' }).click()]);
    await ready();
    expect(await cells(page, 'H30')).toEqual([[null]]);
  });

  it('is not written over by a second page, which says that it keeps nothing', async () => {
    const [second] = await Promise.all([
      page.waitForEvent('popup'),
      page.evaluate(() => void globalThis.open(location.href)),
    ]);
    await second.getByRole('alert').waitFor();
    await second.close();
  });
});
