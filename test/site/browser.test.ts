import { readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildSite } from '../../scripts/build/site.ts';
import { violations } from '../support/axe.ts';
import { paneOf, startWorkbench, type WorkbenchBrowser } from '../support/browser.ts';

let browser: WorkbenchBrowser;
let pages: string[] = [];

beforeAll(async () => {
  browser = await startWorkbench(async outDir => {
    await buildSite(outDir);
    // The site alone is served.
    await rm(join(outDir, 'workbench'), { recursive: true });
    await rename(join(outDir, 'site'), join(outDir, 'workbench'));
    await rm(join(outDir, 'sheets'), { recursive: true });
    const files = await readdir(join(outDir, 'workbench'), { recursive: true });
    pages = files.filter(file => file.endsWith('.html') && !/^(?:try\/|help\/[A-Z])/.test(file));
  });
});
afterAll(() => browser.close());

describe('the site in a browser', () => {
  it('keeps nobody out, and asks nothing of others', async () => {
    expect(pages.length).toBeGreaterThan(30);
    for (const name of [...pages, 'help/COMMISSION.html', 'help/COMMISSION.zh-CN.html']) {
      const { page, complaints } = await browser.open(name);
      // Its own rule forbids scripts in the page: the check is one that the browser runs beside it.
      expect(await violations(page), name).toEqual([]);
      expect(complaints, name).toEqual([]);
      await page.close();
    }
  });

  it('lets its readers try the product in Google Sheets alone', async () => {
    const { page, complaints } = await browser.open('try/index.html?lang=zh-CN');
    const pane = await paneOf(page);
    await pane.locator('.card').first().waitFor();
    expect(await page.getByRole('button', { name: 'Excel', exact: true }).count()).toBe(0);
    expect(await page.locator('header h1').first().textContent()).toContain('销售KPI');
    expect(complaints).toEqual([]);
    await page.close();
  });
});
