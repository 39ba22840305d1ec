/**
 * Writes dist/gallery: pictures of every template and of every view of the pane, in both languages, from the
 * workbench, for a look at all of them; docs/images gets those that the README shows. --docs writes these too.
 */
import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import chromium from '@sparticuz/chromium';
import { type Browser, type Frame, type Page, chromium as playwright } from 'playwright-core';
import { gallery } from '../src/templates/gallery.gen.ts';
import { inOrder } from '../src/templates/shared/order.ts';
import { SAMPLE_PEOPLE } from '../src/templates/shared/samples.ts';
import { buildExcel } from './build/excel.ts';
import { buildSheets } from './build/sheets.ts';
import { buildWorkbench } from './build/workbench.ts';
import { generate } from './generate.ts';
import { serve } from './server.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const outDir = `${root}dist`;
const target = `${outDir}/gallery`;
const images = `${root}docs/images`;
const LANGUAGES = { en: 'en', zh: 'zh-CN' } as const;
const SCHEMES = ['light', 'dark'] as const;
const ARGUMENTS = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'];
/** The workbench waits until Univer has been quiet for a while. */
const DRAWN = 1200;

type Language = keyof typeof LANGUAGES;
type Scheme = (typeof SCHEMES)[number];

interface Picture {
  readonly file: string;
  readonly caption: string;
}

const { values: options } = parseArgs({ options: { docs: { type: 'boolean' }, only: { type: 'string' } } });

async function openWorkbench(browser: Browser, language: Language, scheme: Scheme): Promise<[Page, Frame]> {
  const page = await browser.newPage({ viewport: { width: 1600, height: 960 }, colorScheme: scheme });
  page.on('pageerror', error => console.error(error.message));
  page.on('crash', () => console.error('crashed'));
  await page.goto(`${origin}/?host=excel&lang=${LANGUAGES[language]}`);
  const frame = await (await page.waitForSelector('aside iframe')).contentFrame();
  if (!frame) throw new Error('The pane has no page.');
  await frame.waitForSelector('.card');
  await page.waitForTimeout(DRAWN);
  return [page, frame];
}

const section = (pane: Frame, index: number) => pane.locator('nav button').nth(index).click();

async function templatePictures(browser: Browser, language: Language): Promise<Picture[]> {
  const [page, pane] = await openWorkbench(browser, language, 'light');
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
    await page.locator('.grid').screenshot({ path: `${target}/${file}` });
    pictures.set(id, { file, caption: labels.get(id) ?? id });
    await setPane(page, '');
  };
  for (const { id } of inOrder(gallery)) await take(id);
  await page.close();
  return [...pictures.values()];
}

async function openForm(pane: Frame, id: string): Promise<void> {
  await section(pane, 1);
  await pane.locator(`[data-item="${id}"]`).click();
  await pane.locator('form h1').waitFor();
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

const month = async (pane: Frame, part: string): Promise<void> => {
  await section(pane, 0);
  await pane.locator('#open-month').click();
  await pane.locator(`[data-item=${part}]`).click();
};

const dismissed = (pane: Frame) => pane.locator('.bar .notice.done .square').click();

/** An export of the CRM with figures a little above those of the sample tracker; one name is written otherwise. */
function crmExport(language: Language): { name: string; mimeType: string; buffer: Buffer } {
  const day = new Date().toISOString().slice(0, 8);
  const header = { en: 'Salesperson,Product,Region,Amount,Close date', zh: '销售员,产品线,区域,成交金额,成交日期' };
  const rows = SAMPLE_PEOPLE.map(({ person, product, region, actual }, index) => {
    const name = index === 1 ? { en: 'BenCarter', zh: '李 强' }[language] : person[language];
    return [name, product[language], region[language], Math.round((actual ?? 300_000) * 1.04), `${day}05`].join();
  });
  return { name: 'crm.csv', mimeType: 'text/csv', buffer: Buffer.from([header[language], ...rows].join('\n')) };
}

interface View {
  readonly name: string;
  readonly go: (pane: Frame, language: Language) => Promise<unknown>;
  /** Pictured with the sheet beside it, too. */
  readonly whole?: true;
}

/** Every view of the pane, each from the one before. */
const VIEWS: readonly View[] = [
  { name: 'home-new', go: async () => undefined },
  { name: 'gallery', go: pane => section(pane, 1) },
  { name: 'needs', go: pane => pane.locator('[data-item=analysis]').click() },
  { name: 'form', go: pane => openForm(pane, 'tracker') },
  {
    name: 'inserted',
    async go(pane) {
      await pane.locator('.bar button.primary').click();
      await pane.locator('.notice.done').waitFor();
    },
  },
  {
    name: 'home',
    whole: true,
    async go(pane) {
      await dismissed(pane);
      await section(pane, 0);
      await pane.locator('.light').first().waitFor();
    },
  },
  { name: 'month', go: pane => pane.locator('#open-month').click() },
  ...(['bringIn', 'report', 'reconcile', 'cadence'] as const).map(
    (part): View => ({
      name: `month-${part}`,
      async go(pane) {
        await month(pane, part);
        await pane
          .locator(part === 'cadence' ? '.tasks' : '.field, .facts')
          .first()
          .waitFor();
      },
    }),
  ),
  {
    name: 'month-columns',
    async go(pane, language) {
      await month(pane, 'bringIn');
      await pane.locator('#month-file').setInputFiles(crmExport(language));
      await pane.locator('#month-column-amount').waitFor();
    },
  },
  {
    name: 'month-question',
    async go(pane) {
      await pane.locator('form button.primary').click();
      await pane.locator('.notice.warning button').first().waitFor();
    },
  },
  {
    name: 'month-changes',
    whole: true,
    async go(pane) {
      await pane.locator('.notice.warning button').first().click();
      await pane.locator('.notice.warning button').first().waitFor({ state: 'detached' });
      await pane.locator('.grid').waitFor();
    },
  },
  {
    name: 'month-applied',
    async go(pane) {
      await pane.locator('main .bar button.primary').click();
      await pane.locator('main .notice.done').waitFor();
    },
  },
  {
    name: 'month-close',
    async go(pane) {
      await openForm(pane, 'history');
      await pane.locator('.bar button.primary').click();
      await pane.locator('.bar .notice.done').waitFor();
      await dismissed(pane);
      await month(pane, 'close');
      await pane.locator('.facts').first().waitFor();
    },
  },
  {
    name: 'month-closed',
    async go(pane) {
      await pane.locator('main button.primary').first().click();
      await pane.locator('main .notice.done').first().waitFor();
    },
  },
  {
    name: 'home-again',
    async go(pane) {
      await section(pane, 0);
      await pane.locator('.duties').waitFor();
    },
  },
  { name: 'labels', go: pane => pane.locator('section[aria-labelledby=workbook] > button').click() },
  {
    name: 'share',
    async go(pane) {
      await section(pane, 0);
      await pane.locator('[data-item=share]').click();
      await pane.locator('main form').waitFor();
    },
  },
  {
    name: 'shared',
    async go(pane) {
      await pane.locator('main form .bar button.primary').click();
      await pane.locator('.said .notice').first().waitFor();
    },
  },
  {
    name: 'health',
    async go(pane) {
      await section(pane, 0);
      await pane.locator('[data-item=health]').click();
      await pane.locator('.said .notice, .findings').first().waitFor();
    },
  },
  {
    name: 'doctor',
    async go(pane) {
      await section(pane, 0);
      await pane.locator('[data-item=doctor]').click();
      await pane.locator('main form > button').click();
      await pane.locator('.said .notice, .findings').first().waitFor();
    },
  },
  { name: 'functions', go: pane => section(pane, 2) },
  { name: 'found', go: pane => pane.locator('.search input').fill('COMMISSION') },
  { name: 'function', go: pane => pane.locator('[data-item=COMMISSION]').click() },
];

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
    ({ file, caption }) =>
      `<figure><a href="${file}"><img src="${file}" alt="" loading="lazy"></a><figcaption>${caption}</figcaption></figure>`,
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
  targetSplit: 'template-target-split',
  dashboard: 'template-dashboard',
} as const;

/** What the README shows. */
async function copyForDocs(): Promise<void> {
  await mkdir(images, { recursive: true });
  for (const [language, suffix] of Object.entries({ en: '', zh: '.zh-CN' })) {
    for (const [to, from] of Object.entries(DOCS))
      await copyFile(`${target}/${from}-${language}.png`, `${images}/${to}${suffix}.png`);
  }
}

generate(root);
await Promise.all([buildExcel({ outDir }), buildSheets({ outDir }), buildWorkbench({ outDir })]);
await rm(target, { recursive: true, force: true });
await mkdir(target, { recursive: true });
const server = await serve(outDir, 0);
const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
const browser = await playwright.launch({ executablePath: await chromium.executablePath(), args: ARGUMENTS });
try {
  const pictures: Picture[] = [];
  for (const language of Object.keys(LANGUAGES) as Language[]) {
    if (options.only !== 'pane') pictures.push(...(await templatePictures(browser, language)));
    if (options.only === 'templates') continue;
    for (const scheme of SCHEMES) pictures.push(...(await panePictures(browser, language, scheme)));
  }
  await writeFile(`${target}/index.html`, index(pictures));
  if (options.docs) await copyForDocs();
} finally {
  await browser.close();
  await new Promise(resolve => server.close(resolve));
}
console.log(`${target}/index.html`);
