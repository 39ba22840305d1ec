import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import chromium from '@sparticuz/chromium';
import { build } from 'esbuild';
import { type Browser, type BrowserContextOptions, type Page, chromium as playwright } from 'playwright-core';
import { PATIENCE } from '../support/browser.ts';

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export interface PaneOptions extends BrowserContextOptions {
  /** The third is none that people speak: all of its words are the English ones in brackets. */
  readonly lang?: 'en-US' | 'zh-CN' | 'qq';
  readonly dialect?: 'excel' | 'sheets';
  /** A workbook that has a tracker already. */
  readonly used?: boolean;
  /** The time in the browser, if it matters. */
  readonly now?: string;
  /** What the workbook remembers. */
  readonly remembered?: string;
}

export interface PaneBrowser {
  open(options?: PaneOptions): Promise<Page>;
  close(): Promise<void>;
}

/** The pane in a real browser, bundled as the hosts bundle it. */
export async function startPane(): Promise<PaneBrowser> {
  const folder = await mkdtemp(join(tmpdir(), 'pane-'));
  await build({
    entryPoints: [new URL('./page.tsx', import.meta.url).pathname],
    outfile: join(folder, 'page.js'),
    bundle: true,
    format: 'iife',
    target: 'es2022',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    minify: true,
  });
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Sales KPI</title>
<meta name="viewport" content="width=device-width"><link rel="stylesheet" href="page.css">
<style>body{margin:0}</style></head><body><script src="page.js"></script></body></html>`;
  await writeFile(join(folder, 'page.html'), html);
  const browser: Browser = await playwright.launch({
    executablePath: await chromium.executablePath(),
    args: ARGUMENTS,
  });
  return {
    async open({ lang = 'en-US', dialect = 'excel', used = false, now, remembered, ...options } = {}) {
      const context = await browser.newContext({ viewport: { width: 300, height: 760 }, ...options });
      const page = await context.newPage();
      page.setDefaultTimeout(PATIENCE);
      page.on('pageerror', error => {
        throw error;
      });
      if (now) await page.clock.setFixedTime(now);
      const query = new URLSearchParams({
        lang,
        dialect,
        ...(used && { used: '' }),
        ...(remembered && { remembered }),
      });
      await page.goto(`${pathToFileURL(join(folder, 'page.html')).href}?${query}`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      return page;
    },
    async close() {
      await browser.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
