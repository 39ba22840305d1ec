import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MonthPart } from '../../src/panel/view.ts';
import { violations } from '../support/axe.ts';
import { type PaneBrowser, startPane } from './browser.ts';
import type { Recorded } from './page.tsx';

let pane: PaneBrowser;
beforeAll(async () => {
  pane = await startPane();
});
afterAll(() => pane.close());

const section = (page: Page, index: number) => page.getByRole('navigation').getByRole('button').nth(index).click();
const recorded = (page: Page, change: Partial<Recorded>) =>
  page.evaluate(changes => Object.assign((window as unknown as { recorded: Recorded }).recorded, changes), change);

async function openItem(page: Page, index: number, item: string): Promise<void> {
  await section(page, index);
  if (index === 2) await page.locator('.search input').fill(item);
  await page.locator(`[data-item="${item}"]`).click();
}

async function openLabels(page: Page): Promise<void> {
  await page.locator('section[aria-labelledby=workbook] > button').click();
  await page.locator('form').waitFor();
}

/** Views of a workbook that has a sheet of ours. */
const USED: readonly string[] = ['home of a workbook in use', 'home, a sheet is gone', 'language of the sheets'];

async function insertTemplate(page: Page, until: string): Promise<void> {
  await openItem(page, 1, 'tracker');
  await page.locator('button.primary').click();
  await page.locator(until).waitFor();
}

async function openMonth(page: Page, part: MonthPart, until: string): Promise<void> {
  await page.goto(`${page.url()}&used=`);
  await page.locator('#open-month').click();
  await page.locator(`[data-item=${part}]`).click();
  await page.locator(until).first().waitFor();
}

async function paste(page: Page, id: string, text: string): Promise<void> {
  await page.locator(`#${id}-paste`).fill(text);
  await page.locator(`#${id}-paste + button`).click();
}

async function openCare(page: Page, item: string, until: string): Promise<void> {
  await page.locator(`[data-item="${item}"]`).click();
  await page.locator(until).first().waitFor();
}

/** Every view, and every state of it that looks different. */
const VIEWS: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  home: async () => {},
  'home of a workbook in use': page => page.locator('.light').first().waitFor(),
  'home, a sheet is gone': async page => {
    await page.locator('.light').first().waitFor();
    await recorded(page, { refuse: { name: 'show', reason: 'gone' } });
    await page.locator('.next button').click();
    await page.locator('.notice.failed').waitFor();
  },
  'language of the sheets': async page => {
    await openLabels(page);
    await page.locator('input[type=radio]').last().check();
    await page.locator('button.primary').click();
    await page.locator('.notice.done').waitFor();
  },
  'form that needs another sheet': async page => {
    await openItem(page, 1, 'analysis');
    await page.locator('.notice.warning').waitFor();
  },
  'home, searched': page => page.locator('.search input').fill('nps'),
  'home, nothing found': page => page.locator('.search input').fill('zebra'),
  gallery: async page => {
    await section(page, 1);
    await page.locator('.picture table').first().waitFor();
  },
  'form of target-split': page => openItem(page, 1, 'target-split'),
  'form of tracker': page => openItem(page, 1, 'tracker'),
  'form with problems': async page => {
    await openItem(page, 1, 'target-split');
    await page.locator('main input').first().fill('');
    await page.locator('main input[inputmode=decimal]').first().fill('abc');
    await page.locator('button.primary').click();
    await page.locator('.problem').nth(1).waitFor();
  },
  'insertion under way': async page => {
    await recorded(page, { hold: 'apply' });
    await insertTemplate(page, 'progress');
  },
  'insertion done': page => insertTemplate(page, '.notice.done'),
  'insertion refused': async page => {
    await recorded(page, { refuse: { name: 'apply', reason: 'permission' } });
    await insertTemplate(page, '.notice.failed');
  },
  'month, its parts': async page => {
    await page.goto(`${page.url()}&used=`);
    await page.locator('#open-month').click();
    await page.locator('.card').nth(4).waitFor();
  },
  'month, a file to choose': page => openMonth(page, 'bringIn', '#month-paste'),
  'month, matched and shown': async page => {
    await openMonth(page, 'bringIn', '#month-paste');
    await paste(
      page,
      'month',
      'Agent\tStatus\tAmount\tClose date\nAnn\tMystery\t55\t2026-03-05\nBob\tWon\tx\t2026-03-06',
    );
    await page.locator('#month-question-0').selectOption('won');
    await page.locator('form button.primary').click();
    await page.locator('.grid').waitFor();
    await page.locator('.lists summary').click();
  },
  'month, close': page => openMonth(page, 'close', '.facts'),
  'month, report': page => openMonth(page, 'report', '#summary-copy'),
  'month, reconciled': async page => {
    await openMonth(page, 'reconcile', '#crm-paste');
    await paste(page, 'crm', 'Contract no\tAmount\nC-1\t1000\nC-2\t500');
    await paste(page, 'receipts', 'Contract no\tReceipt amount\nC-1\t250\nX-9\t77');
    await page.locator('.inset li').nth(2).waitFor();
  },
  'month, calendar': async page => {
    await openMonth(page, 'cadence', '.tasks summary');
    await page.locator('.tasks summary').first().click();
  },
  'share, what is to be done': page => openCare(page, 'share', 'fieldset'),
  'share, done in place': async page => {
    await openCare(page, 'share', 'fieldset');
    await page.locator('input[type=radio]').last().check();
    await page.locator('button.primary').click();
    await page.locator('.notice.done').waitFor();
  },
  'health, with findings': page => openCare(page, 'health', '.findings'),
  'health, repaired': async page => {
    await openCare(page, 'health', '.findings');
    await page.locator('button.primary').click();
    await page.locator('.notice.done').waitFor();
  },
  'doctor, with findings': async page => {
    await openCare(page, 'doctor', 'main form > button');
    await page.locator('main form > button').click();
    await page.locator('.findings').waitFor();
  },
  functions: page => section(page, 2),
  'functions of a family': page => page.locator('.chip').first().click(),
  'function with its example': async page => {
    await openItem(page, 2, 'COMMISSION_EXPLAIN');
    await page.locator('summary').click();
  },
  'function with problems': async page => {
    await openItem(page, 2, 'COMMISSION');
    await page.locator('button.primary').click();
    await page.locator('.problem').first().waitFor();
  },
  'function with a result': async page => {
    await openItem(page, 2, 'SPLIT');
    await page.locator('main input').nth(0).fill('5000');
    await page.locator('main input').nth(1).fill('1500, 1300, 1200, 1000');
    await page.locator('.written .grid').waitFor();
  },
  'formula inserted': async page => {
    await openItem(page, 2, 'NPS');
    await page.locator('.with-button button').first().click();
    await page.locator('button.primary').click();
    await page.locator('.notice.done').waitFor();
  },
};

/** How far anything sticks out of the page on the right, in pixels. */
const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

async function overflows(page: Page): Promise<Record<string, number>> {
  const before = page.viewportSize() ?? { width: 300, height: 700 };
  const scale = (size: string) =>
    page.evaluate(value => document.documentElement.style.setProperty('font-size', value), size);
  await page.setViewportSize({ width: 150, height: 350 });
  const zoomed = await overflow(page);
  await page.setViewportSize({ width: 300, height: 700 });
  const narrow = await overflow(page);
  await scale('200%');
  const large = await overflow(page);
  await scale('');
  await page.setViewportSize(before);
  return { 'at 300 pixels': narrow, 'at 200 % zoom': zoomed, 'with text of double size': large };
}

/** Targets that are smaller than 24 pixels. */
const smallTargets = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('button, select, summary, input:not([type=checkbox], [type=radio])')]
      .map(target => ({ html: target.outerHTML, box: target.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0 && (box.width < 24 || box.height < 24))
      .map(({ html }) => html),
  );

describe('the pane', () => {
  it.each(Object.entries(VIEWS))('can be used by everyone: %s', async (name, go) => {
    // All of the page at once: what is merely scrolled under the bar at its foot is not out of reach.
    const viewport = { width: 300, height: 5000 };
    const page = await pane.open({ used: USED.includes(name), viewport, reducedMotion: 'reduce' });
    await go(page);
    for (const language of ['English', '中文']) {
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        expect(await violations(page), `${language}, ${colorScheme}`).toEqual([]);
      }
      expect(await smallTargets(page), language).toEqual([]);
      expect(await overflows(page), language).toEqual({
        'at 300 pixels': 0,
        'at 200 % zoom': 0,
        'with text of double size': 0,
      });
      await page.locator('header button[lang]').click();
    }
    await page.context().close();
  });
});
