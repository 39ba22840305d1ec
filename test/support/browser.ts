import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import chromium from '@sparticuz/chromium';
import { type Browser, type Frame, type Page, chromium as playwright } from 'playwright-core';
import { buildExcel } from '../../scripts/build/excel.ts';
import { buildSheets } from '../../scripts/build/sheets.ts';
import { buildWorkbench } from '../../scripts/build/workbench.ts';
import { serve } from '../../scripts/server.ts';
import type { Book } from '../../workbench/book/book.ts';

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** No budget: on a busy machine a spreadsheet opens in a minute, and only what hangs takes longer than this. */
export const PATIENCE = 150_000;

export interface OpenPage {
  readonly page: Page;
  /** What the browser complained about, and requests that would have left the machine. */
  readonly complaints: readonly string[];
}

interface Trouble {
  /** Files that come two seconds late. */
  readonly slow?: RegExp;
  /** Files that do not come so many times. */
  readonly missing?: { readonly files: RegExp; readonly times: number };
}

export interface WorkbenchBrowser {
  open(query: string, trouble?: Trouble): Promise<OpenPage>;
  close(): Promise<void>;
}

/** The workbench as `npm start` serves it, in a real browser; `after` changes what is served. */
export async function startWorkbench(after?: (outDir: string) => Promise<void>): Promise<WorkbenchBrowser> {
  const outDir = await mkdtemp(join(tmpdir(), 'workbench-'));
  await Promise.all([buildExcel({ outDir }), buildSheets({ outDir }), buildWorkbench({ outDir })]);
  await after?.(outDir);
  const server = await serve(outDir, 0);
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  const browser = await playwright.launch({ executablePath: await chromium.executablePath(), args: ARGUMENTS });
  return {
    open: (query, trouble = {}) => openPage(browser, `${origin}/${query}`, trouble),
    async close() {
      await browser.close();
      await new Promise(resolve => server.close(resolve));
      await rm(outDir, { recursive: true, force: true });
    },
  };
}

async function openPage(browser: Browser, url: string, { slow, missing }: Trouble): Promise<OpenPage> {
  const { origin } = new URL(url);
  const page = await browser.newPage({ viewport: { width: 1360, height: 820 } });
  page.setDefaultTimeout(PATIENCE);
  const complaints: string[] = [];
  page.on('pageerror', error => complaints.push(error.message));
  page.on('console', message => message.type() === 'error' && complaints.push(message.text()));
  page.on('request', request => {
    const { origin: asked, protocol } = new URL(request.url());
    if (protocol.startsWith('http') && asked !== origin) complaints.push(`asked for ${request.url()}`);
  });
  if (slow) {
    await page.route(slow, async route => {
      await new Promise(resolve => setTimeout(resolve, 2000));
      await route.continue();
    });
  }
  if (missing) {
    let asked = 0;
    await page.route(missing.files, route => (asked++ < missing.times ? route.abort() : route.continue()));
  }
  await page.goto(url);
  return { page, complaints };
}

/** The add-in's own page, once it has drawn its pane. */
export async function paneOf(page: Page): Promise<Frame> {
  const handle = await page.waitForSelector('aside iframe');
  const frame = await handle.contentFrame();
  if (!frame) throw new Error('The pane has no page.');
  await frame.waitForSelector('.pane');
  return frame;
}

interface Reachable {
  readonly univerAPI: { getActiveWorkbook(): { isCellEditing(): boolean }; getCurrentLifecycleStage(): number };
  readonly workbench: { readonly book: Book };
}

/** LifecycleStages.Steady of Univer: everything is there, the cells' editor too. */
const STEADY = 3;

/** Types into a cell as a person does, who sees the cell open before going on; afterwards the cell is selected. */
export async function typeInto(page: Page, address: string, text: string): Promise<void> {
  const select = () =>
    page.evaluate(async a1 => {
      const { book } = (globalThis as unknown as Reachable).workbench;
      await book.calculated();
      book.workbook.getActiveSheet().getRange(a1).activate();
    }, address);
  const isOpen = (open: boolean) =>
    page.waitForFunction(
      wanted => (globalThis as unknown as Reachable).univerAPI.getActiveWorkbook().isCellEditing() === wanted,
      open,
    );
  // The grid takes the keys once it is drawn and was clicked.
  await page.waitForFunction(
    steady => (globalThis as unknown as Reachable).univerAPI.getCurrentLifecycleStage() === steady,
    STEADY,
  );
  await page.mouse.click(700, 640);
  await select();
  await page.keyboard.type(text.slice(0, 1));
  await isOpen(true);
  await page.keyboard.type(text.slice(1));
  await page.keyboard.press('Enter');
  await isOpen(false);
  await select();
}
