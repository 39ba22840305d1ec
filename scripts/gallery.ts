/**
 * Writes dist/gallery: pictures of every template and of every view of the pane, in both languages, from the
 * workbench, for a look at all of them. --host sheets takes them from the other host, into dist/gallery-sheets;
 * --only takes the templates or the pane, or templates by name (tracker,funnel); --docs writes docs/images, too, which
 * the README and docs/gallery.md show: those in English from Excel, those in Chinese with --host sheets.
 */
import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import chromium from '@sparticuz/chromium';
import { type Browser, type Frame, type Page, chromium as playwright } from 'playwright-core';
import { LANGUAGES, type Language, languages, say } from '../src/kernel/text.ts';
import { gallery } from '../src/templates/gallery.gen.ts';
import { inOrder } from '../src/templates/shared/order.ts';
import { buildExcel } from './build/excel.ts';
import { buildSheets } from './build/sheets.ts';
import { buildWorkbench } from './build/workbench.ts';
import { pictureOf } from './docs/gallery.ts';
import { openForm, VIEWS } from './gallery/views.ts';
import { generate } from './generate.ts';
import { serve } from './server.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const outDir = `${root}dist`;
const images = `${root}docs/images`;
const SCHEMES = ['light', 'dark'] as const;
const ARGUMENTS = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'];
/** The workbench waits until Univer has been quiet for a while. */
const DRAWN = 1200;

const SCREEN = { width: 1600, height: 960 };
/** So that a template's whole sheet is seen. */
const SHEET_HEIGHT = 1900;

type Scheme = (typeof SCHEMES)[number];

interface Picture {
  readonly file: string;
  /** What stands for it in the list; the picture itself where there is none. */
  readonly shown?: string;
  readonly caption: string;
}

const { values: options } = parseArgs({
  options: { docs: { type: 'boolean' }, only: { type: 'string' }, host: { type: 'string', default: 'excel' } },
});
/** Templates that --only names. */
const wanted = ['templates', 'pane', undefined].includes(options.only) ? undefined : options.only?.split(',');
const target = `${outDir}/gallery${options.host === 'excel' ? '' : `-${options.host}`}`;

async function openWorkbench(
  browser: Browser,
  language: Language,
  scheme: Scheme,
  height: number = SCREEN.height,
): Promise<[Page, Frame]> {
  const page = await browser.newPage({ viewport: { ...SCREEN, height }, colorScheme: scheme });
  page.on('pageerror', error => console.error(error.message));
  page.on('crash', () => console.error('crashed'));
  await page.goto(`${origin}/?host=${options.host}&lang=${LANGUAGES[language].tag}`);
  const frame = await (await page.waitForSelector('aside iframe')).contentFrame();
  if (!frame) throw new Error('The pane has no page.');
  await frame.waitForSelector('.card');
  await page.waitForTimeout(DRAWN);
  return [page, frame];
}

async function templatePictures(browser: Browser, language: Language): Promise<Picture[]> {
  const [page, pane] = await openWorkbench(browser, language, 'light', SHEET_HEIGHT);
  const pictures = new Map<string, Picture>();
  const labels = new Map(gallery.map(({ id, label }) => [id, label[language]]));
  /** What a template reads is inserted, and so pictured, before it. */
  const take = async (id: string): Promise<void> => {
    if (pictures.has(id)) return;
    await openForm(pane, id);
    for (const needed of await neededOn(pane)) await take(needed);
    await openForm(pane, id);
    await pane.locator('.bar button.primary').click();
    await pane.locator('.notice.done').waitFor();
    await setPane(page, 'none');
    await page.evaluate(() => (globalThis as unknown as Workbench).workbench.book.calculated());
    await page.waitForTimeout(DRAWN);
    const file = `template-${id}-${language}.png`;
    const sheet = page.locator('.grid');
    await sheet.screenshot({ path: `${target}/${file}` });
    const shown = `top-${id}-${language}.png`;
    const { x, y, width } = (await sheet.boundingBox()) ?? { x: 0, y: 0, width: SCREEN.width };
    await page.screenshot({ path: `${target}/${shown}`, clip: { x, y, width, height: SCREEN.height - y } });
    pictures.set(id, { file, shown, caption: labels.get(id) ?? id });
    await setPane(page, '');
  };
  for (const { id } of inOrder(gallery)) if (!wanted || wanted.includes(id)) await take(id);
  await page.close();
  return [...pictures.values()];
}

async function neededOn(pane: Frame): Promise<string[]> {
  return pane.locator('form .notice [data-item]').evaluateAll(buttons => buttons.map(b => `${Object(b).dataset.item}`));
}

/** A sheet's picture is taken without the pane beside it. */
function setPane(page: Page, display: 'none' | ''): Promise<void> {
  return page.locator('main > aside').evaluate((pane, value) => {
    Object(pane).style.display = value;
  }, display);
}

interface Workbench {
  readonly workbench: { readonly book: { calculated(): Promise<void> } };
}

async function panePictures(browser: Browser, language: Language, scheme: Scheme): Promise<Picture[]> {
  const [page, pane] = await openWorkbench(browser, language, scheme);
  const pictures: Picture[] = [];
  for (const { name, go, whole } of VIEWS) {
    await go(pane, language);
    await page.waitForTimeout(500);
    if (whole && scheme === 'light') await page.screenshot({ path: `${target}/whole-${name}-${language}.png` });
    const file = `pane-${name}-${language}-${scheme}.png`;
    await page.locator('main > aside').screenshot({ path: `${target}/${file}` });
    pictures.push({ file, caption: `${name}, ${scheme}` });
  }
  await page.close();
  return pictures;
}

function index(pictures: readonly Picture[]): string {
  const figures = pictures.map(
    ({ file, shown = file, caption }) =>
      `<figure><a href="${file}"><img src="${shown}" alt="" loading="lazy"></a><figcaption>${caption}</figcaption></figure>`,
  );
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Sales KPI</title>
<style>body{font:14px system-ui;margin:2rem;display:grid;grid-template-columns:repeat(auto-fill,minmax(340px,1fr));gap:1.5rem}
figure{margin:0}img{width:100%;border:1px solid #d5dede}</style>
${figures.join('\n')}
</html>\n`;
}

const DOCS = {
  workbench: 'whole-home',
  month: 'whole-month-changes',
  targetSplit: 'top-target-split',
  dashboard: 'top-dashboard',
} as const;

/** What the README shows, and the pages of all templates: in English in Excel, in Chinese in Google Sheets. */
async function copyForDocs(): Promise<void> {
  await mkdir(`${images}/gallery`, { recursive: true });
  const shown = options.host === 'excel' ? 'en' : 'zh';
  const taken = (id: string): boolean => wanted?.includes(id) ?? true;
  for (const { id } of gallery.filter(template => taken(template.id)))
    await copyFile(`${target}/top-${id}-${shown}.png`, `${root}docs/${pictureOf(id, shown)}`);
  if (options.host !== 'excel') return;
  for (const [language, suffix] of Object.entries(say('', '.zh-CN'))) {
    const others = Object.entries(DOCS).filter(([, from]) =>
      from.startsWith('top-') ? taken(from.slice('top-'.length)) : options.only === undefined,
    );
    for (const [to, from] of others)
      await copyFile(`${target}/${from}-${language}.png`, `${images}/${to}${suffix}.png`);
  }
}

await generate(root);
await Promise.all([buildExcel({ outDir }), buildSheets({ outDir }), buildWorkbench({ outDir })]);
await rm(target, { recursive: true, force: true });
await mkdir(target, { recursive: true });
const server = await serve(outDir, 0);
const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
const browser = await playwright.launch({ executablePath: await chromium.executablePath(), args: ARGUMENTS });
try {
  const pictures: Picture[] = [];
  for (const language of languages) {
    if (options.only !== 'pane') pictures.push(...(await templatePictures(browser, language)));
    if (wanted || options.only === 'templates') continue;
    for (const scheme of SCHEMES) pictures.push(...(await panePictures(browser, language, scheme)));
  }
  await writeFile(`${target}/index.html`, index(pictures));
  if (options.docs) await copyForDocs();
} finally {
  await browser.close();
  await new Promise(resolve => server.close(resolve));
}
console.log(`${target}/index.html`);
