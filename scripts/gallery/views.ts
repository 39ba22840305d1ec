import type { Frame } from 'playwright-core';
import { type Language, say } from '../../src/kernel/text.ts';
import { SAMPLE_PEOPLE } from '../../src/templates/shared/samples.ts';

const section = (pane: Frame, index: number) => pane.locator('nav button').nth(index).click();

export async function openForm(pane: Frame, id: string): Promise<void> {
  await section(pane, 1);
  await pane.locator(`[data-item="${id}"]`).click();
  await pane.locator('form h1').waitFor();
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
  const header = say('Salesperson,Product,Region,Amount,Close date', '销售员,产品线,区域,成交金额,成交日期');
  const rows = SAMPLE_PEOPLE.map(({ person, product, region, actual }, index) => {
    const name = index === 1 ? say('BenCarter', '李 强')[language] : person[language];
    return [name, product[language], region[language], Math.round((actual ?? 300_000) * 1.04), `${day}05`].join();
  });
  return { name: 'crm.csv', mimeType: 'text/csv', buffer: Buffer.from([header[language], ...rows].join('\n')) };
}

export interface View {
  readonly name: string;
  readonly go: (pane: Frame, language: Language) => Promise<unknown>;
  /** Pictured with the sheet beside it, too. */
  readonly whole?: true;
}

/** Every view of the pane, each from the one before. */
export const VIEWS: readonly View[] = [
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
