import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catalogue } from '../../src/functions/catalogue.gen.ts';
import { MONTH_PARTS } from '../../src/panel/view.ts';
import { type PaneBrowser, startPane } from './browser.ts';

let pane: PaneBrowser;
beforeAll(async () => {
  pane = await startPane();
});
afterAll(() => pane.close());

const section = (page: Page, index: number) => page.getByRole('navigation').getByRole('button').nth(index).click();
const item = async (page: Page, index: number, name: string) => {
  await section(page, index);
  if (index === 2) await page.locator('.search input').fill(name);
  await page.locator(`[data-item="${name}"]`).click();
};
const paste = async (page: Page) => {
  await page.locator('#month-paste').fill('Agent\tStatus\tAmount\tClose date\nAnn\tMystery\t55\t2026-03-05');
  await page.locator('#month-paste + button').click();
  await page.locator('#month-question-0').waitFor();
};

const VIEWS: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  home: page => page.locator('.light').first().waitFor(),
  gallery: async page => {
    await section(page, 1);
    await page.locator('.picture table').first().waitFor();
  },
  ...Object.fromEntries(
    ['tracker', 'incentive', 'scorecard', 'target-split'].map(id => [
      `form of ${id}`,
      async (page: Page) => {
        await item(page, 1, id);
        await page.locator('form').waitFor();
      },
    ]),
  ),
  functions: page => section(page, 2),
  'function of one value': page => item(page, 2, 'ACHIEVEMENT'),
  'function of lists': page => item(page, 2, 'COMMISSION'),
  month: page => page.locator('#open-month').click(),
  ...Object.fromEntries(
    MONTH_PARTS.map(part => [
      `month, ${part}`,
      async (page: Page) => {
        await page.locator('#open-month').click();
        await page.locator(`[data-item=${part}]`).click();
        await page.locator('h1').waitFor();
        if (part === 'bringIn') await paste(page);
      },
    ]),
  ),
  ...Object.fromEntries(
    ['share', 'health', 'doctor'].map(name => [name, (page: Page) => page.locator(`[data-item="${name}"]`).click()]),
  ),
};

/** What is no word of ours: names of sheets and people, formulas, functions, cells, what was pasted. */
/** Where the other language is offered, it is called in its own words. */
const NOT_OURS =
  /^(Switch to English|English|中文|王芳|#[A-Z/!]+|Sales KPI|Tracker|March|Ann|Bob King|Mystery|Agent|Status|Amount|Close date|=?KPI\..*|=.*|[A-Z][A-Z0-9_ ]+|[a-z]+\.csv)$/;

/** Words that functions write and read stay English. */
const FIXED = new Set(
  catalogue.flatMap(({ parameters }) =>
    parameters.flatMap(({ choices = [] }) => choices.flatMap(({ value, label }) => [value, label.en])),
  ),
);

/** Texts that are seen or read out, and have no word of the language. */
function untranslated(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const texts: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node instanceof Element) {
        for (const name of ['aria-label', 'title', 'placeholder', 'alt']) texts.push(node.getAttribute(name) ?? '');
      } else if (!node.parentElement?.closest('script,style,code,.grid td,.formula,.source')) {
        texts.push(node.textContent ?? '');
      }
    }
    return [...new Set(texts.map(text => text.trim()))].filter(text => /\p{L}{2}/u.test(text) && !text.includes('⟦'));
  });
}

describe('a further language', () => {
  it.each(Object.entries(VIEWS))('speaks in all of %s', async (_, open) => {
    const page = await pane.open({ lang: 'qq', used: true });
    try {
      await open(page);
      await page.waitForTimeout(300);
      expect((await untranslated(page)).filter(text => !FIXED.has(text) && !NOT_OURS.test(text))).toEqual([]);
      expect(await page.getByText('⟦', { exact: false }).count()).toBeGreaterThan(3);
    } finally {
      await page.context().close();
    }
  });
});
