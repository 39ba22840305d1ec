import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Frame, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { bringOver, buildsIn, clear, KEPT_BUILDS, list, PARTS } from '../../scripts/build/builds.ts';
import { buildExcel } from '../../scripts/build/excel.ts';
import { handler } from '../../scripts/server.ts';
import type { Book } from '../../workbench/book/book.ts';
import { PATIENCE, paneOf, startWorkbench, typeInto, type WorkbenchBrowser } from '../support/browser.ts';
import { runFunctions } from '../support/partsIn.ts';

/** What a client keeps from the day before. */
const ENTRIES = ['taskpane.html', 'functions.js'];
const [YESTERDAY, TODAY] = ['8.0.0', '9.0.0'];

interface Reachable {
  readonly workbench: { readonly book: Book };
}

/** Yesterday's entries over today's folder. */
async function yesterdaysEntries(outDir: string): Promise<void> {
  const excel = join(outDir, 'excel');
  rmSync(excel, { recursive: true });
  await buildExcel({ outDir, version: YESTERDAY });
  const kept = ENTRIES.map(file => readFileSync(join(excel, file)));
  await buildExcel({ outDir, version: TODAY });
  expect(kept.filter((text, index) => text.equals(readFileSync(join(excel, ENTRIES[index] ?? ''))))).toEqual([]);
  await Promise.all(ENTRIES.map((file, index) => writeFile(join(excel, file), kept[index] ?? '')));
}

let outDir = '';
let workbench: WorkbenchBrowser;
beforeAll(async () => {
  workbench = await startWorkbench(async folder => {
    outDir = folder;
    await yesterdaysEntries(folder);
  });
});
afterAll(() => workbench.close());
afterEach(() => vi.unstubAllGlobals());

describe('an update', () => {
  const excel = () => join(outDir, 'excel');

  it('keeps the parts of the builds before, and says of which', () => {
    const [today, yesterday] = buildsIn(excel());
    expect([today?.version, yesterday?.version]).toEqual([TODAY, YESTERDAY]);
    const old = yesterday?.files.filter(file => !today?.files.includes(file)) ?? [];
    expect(old.length).toBeGreaterThan(3);
    for (const file of [...(today?.files ?? []), ...old])
      expect([file, existsSync(join(excel(), PARTS, file))]).toEqual([file, true]);
    // Most parts are the same in both: a release costs little room.
    expect(old.length).toBeLessThan(today?.files.length ?? 0);
  });

  it('answers functions to a script of yesterday', async () => {
    const built = new Map<string, (...given: unknown[]) => unknown>();
    const associate = (name: string, run: (...given: unknown[]) => unknown) => built.set(name, run);
    await writeFile(join(outDir, 'package.json'), '{ "type": "module" }');
    vi.stubGlobal('CustomFunctions', { associate, Error, ErrorCode: {} });
    vi.stubGlobal('Office', {});
    await runFunctions(excel());
    const call = (name: string, ...args: unknown[]) => built.get(name)?.(...args, {});
    expect(await call('ACHIEVEMENT', 840000, 800000)).toEqual([[1.05]]);
    expect(await call('NPS', [[10], [9], [0]])).toEqual([[100 / 3]]);
    expect(JSON.stringify(await call('VERSION'))).toContain(YESTERDAY);
    expect(await call('SELFTEST', 'en')).not.toEqual([]);
  });

  it('is written over what another folder or an address serves', async () => {
    const server = createServer(handler([['/kpi/', excel()]]));
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/kpi`;
    const parts = new Set(buildsIn(excel()).flatMap(({ files }) => files));
    try {
      for (const from of [excel(), address, `${address}/`]) {
        const target = await mkdtemp(join(tmpdir(), 'over-'));
        await bringOver(from, target);
        expect(readdirSync(target).sort()).toEqual(['builds.json', PARTS]);
        expect(new Set(readdirSync(join(target, PARTS)))).toEqual(parts);
        await rm(target, { recursive: true });
      }
      await expect(bringOver(`${address}/nowhere`, join(outDir, 'none'))).rejects.toThrow(/builds\.json: 404/);
    } finally {
      await new Promise(resolve => server.close(resolve));
    }
  });

  it('takes out what is older than the builds that are kept, and what nobody listed', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'kept-'));
    // The last one twice: nothing has changed, so it is no further build.
    for (const build of [...Array(KEPT_BUILDS + 2).keys(), KEPT_BUILDS + 1]) {
      const earlier = buildsIn(folder);
      clear(folder, earlier);
      await writeFile(join(folder, PARTS, `part-${build}.js`), '');
      await writeFile(join(folder, 'leftover.txt'), '');
      list(folder, { version: String(build), entries: {}, files: [`part-${build}.js`] }, earlier);
    }
    expect(buildsIn(folder)).toHaveLength(KEPT_BUILDS);
    clear(folder, buildsIn(folder));
    expect(readdirSync(folder).sort()).toEqual(['builds.json', PARTS]);
    const left = readdirSync(join(folder, PARTS));
    expect(left).toHaveLength(KEPT_BUILDS);
    expect(left).not.toContain('part-1.js');
    // One whose parts somebody has deleted cannot be gone on with.
    await rm(join(folder, PARTS, 'part-9.js'));
    const [newest, ...earlier] = buildsIn(folder);
    if (newest) list(folder, newest, earlier);
    expect(buildsIn(folder)).toHaveLength(KEPT_BUILDS - 1);
    expect(buildsIn(folder).map(({ version }) => version)).not.toContain('9');
    await rm(folder, { recursive: true });
  });
});

describe('the pane and the functions in a browser', () => {
  const shown = (page: Page, address: string) =>
    page.evaluate(async a1 => {
      const { book } = (globalThis as unknown as Reachable).workbench;
      await book.calculated();
      return String(book.workbook.getActiveSheet().getRange(a1).getValue());
    }, address);
  const open = (pane: Frame, item: string) => pane.locator(`[data-item=${item}]`).first().click();

  it('are yesterday’s over today’s folder: cells calculate, every page opens', async () => {
    const { page, complaints } = await workbench.open('?host=excel&lang=en');
    const pane = await paneOf(page);
    await typeInto(page, 'A1', '=KPI.ACHIEVEMENT(840000,800000)');
    await typeInto(page, 'A2', '=KPI.VERSION()');
    expect([await shown(page, 'A1'), await shown(page, 'A2')]).toEqual(['1.05', expect.stringContaining(YESTERDAY)]);
    await pane.locator('nav button').nth(1).click();
    await open(pane, 'tracker');
    await pane.locator('.bar button.primary').click();
    await pane.locator('.bar .notice.done').waitFor();
    await pane.locator('nav button').first().click();
    for (const item of ['share', 'health', 'doctor', 'month']) {
      await open(pane, item);
      await pane.locator('h1').waitFor();
      await pane.getByRole('status').filter({ hasText: 'Loading' }).waitFor({ state: 'detached' });
      expect([item, await pane.locator('.notice.failed').count()]).toEqual([item, 0]);
      await pane.locator('nav button').first().click();
    }
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('ask again for a part that did not come, and say so where it stays away', async () => {
    const { page } = await workbench.open('?host=excel&lang=en', { missing: { files: /\/ranges-/, times: 2 } });
    const pane = await paneOf(page);
    await page.evaluate(() => {
      const { book } = (globalThis as unknown as Reachable).workbench;
      book.workbook
        .getActiveSheet()
        .getRange('B1:B3')
        .setValues([[10], [9], [0]]);
    });
    await typeInto(page, 'A1', '=KPI.NPS(B1:B3)');
    await expect.poll(() => shown(page, 'A1'), { timeout: PATIENCE }).toMatch(/^33\.3/);

    await page.route(/\/healthPage-/, route => route.abort());
    await open(pane, 'health');
    await pane.locator('.notice.failed').waitFor();
    await page.unroute(/\/healthPage-/);
    await pane.getByRole('button', { name: 'Try again' }).click();
    await pane.locator('.notice.failed').waitFor({ state: 'detached' });
    await pane.getByRole('status').filter({ hasText: 'Loading' }).waitFor({ state: 'detached' });
    await page.close();
  });

  it('reload the page a few times where a script of it does not come, and then say so', async () => {
    const { page } = await workbench.open('?host=excel&lang=en', { missing: { files: /\/pane-/, times: 1 } });
    await paneOf(page);
    await page.close();
    const lasting = await workbench.open('?host=excel&lang=en', { missing: { files: /\/pane-/, times: 99 } });
    const frame = await (await lasting.page.waitForSelector('aside iframe')).contentFrame();
    await frame?.waitForSelector('#missing:not([hidden])');
    await lasting.page.close();
  });
});
