/**
 * Writes dist/store, what the forms of both stores ask for: texts in both languages, logos, and pictures of the
 * workbench in the stores' sizes. Microsoft wants the product in Excel itself: its pictures show what to take there.
 */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { Resvg } from '@resvg/resvg-js';
import chromium from '@sparticuz/chromium';
import { chromium as playwright } from 'playwright-core';
import { LANGUAGES, languages } from '../src/kernel/text.ts';
import { buildExcel } from './build/excel.ts';
import { buildSheets } from './build/sheets.ts';
import { buildWorkbench } from './build/workbench.ts';
import { openForm } from './gallery/views.ts';
import { generate } from './generate.ts';
import { serve } from './server.ts';
import { LISTING } from './store/listing.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const outDir = `${root}dist`;
const target = `${outDir}/store`;

const STORES = [
  { host: 'excel', width: 1366, height: 768 },
  { host: 'sheets', width: 1280, height: 800 },
] as const;
/** Each reads what the one before it has inserted. */
const SHOWN = ['target-split', 'tracker', 'incentive'];
/** The workbench waits until Univer has been quiet for a while. */
const DRAWN = 1500;

const LOGOS = [
  { file: 'microsoft-300', svg: 'icon', width: 300 },
  { file: 'google-128', svg: 'icon', width: 128 },
  { file: 'google-32', svg: 'icon', width: 32 },
  { file: 'google-banner-220x140', svg: 'banner', width: 220 },
];

await generate(root);
await Promise.all([buildExcel({ outDir }), buildSheets({ outDir }), buildWorkbench({ outDir })]);
await rm(target, { recursive: true, force: true });
await mkdir(target, { recursive: true });
for (const { file, svg, width } of LOGOS) {
  const drawn = new Resvg(await readFile(`${root}addin/assets/${svg}.svg`, 'utf8'), {
    fitTo: { mode: 'width', value: width },
  });
  await writeFile(`${target}/${file}.png`, drawn.render().asPng());
}
for (const language of languages) {
  const { name, summary, description, keywords, testNotes } = LISTING;
  const words = keywords.map(word => word[language]).join(LANGUAGES[language].comma);
  const texts = [name[language], summary[language], description[language], words, testNotes[language]];
  await writeFile(`${target}/listing.${LANGUAGES[language].tag}.txt`, `${texts.join('\n\n---\n\n')}\n`);
}

const server = await serve(outDir, 0);
const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
const browser = await playwright.launch({
  executablePath: await chromium.executablePath(),
  args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
});
try {
  for (const { host, width, height } of STORES) {
    for (const language of languages) {
      const page = await browser.newPage({ viewport: { width, height } });
      await page.goto(`${origin}/?host=${host}&lang=${LANGUAGES[language].tag}`);
      const pane = await (await page.waitForSelector('aside iframe')).contentFrame();
      if (!pane) throw new Error('The pane has no page.');
      await pane.waitForSelector('.card');
      for (const id of SHOWN) {
        await openForm(pane, id);
        await pane.locator('.bar button.primary').click();
        await pane.locator('.notice.done').waitFor();
        await page.waitForTimeout(DRAWN);
        await page.screenshot({ path: `${target}/${host}-${id}.${LANGUAGES[language].tag}.png` });
      }
      await page.close();
    }
  }
} finally {
  await browser.close();
  await new Promise(resolve => server.close(resolve));
}
console.log(target);
