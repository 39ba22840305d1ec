import type { Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { paneOf, startWorkbench, type WorkbenchBrowser } from '../../support/browser.ts';

/** Excel on the web leaves Tab to office.js; this is the pane as it is shipped, with that library around it. */
describe('the keyboard in the pane of Excel', () => {
  let workbench: WorkbenchBrowser;
  let page: Page;
  let pane: Frame;
  beforeAll(async () => {
    workbench = await startWorkbench();
    ({ page } = await workbench.open('?host=excel&lang=en'));
    pane = await paneOf(page);
  });
  afterAll(() => workbench.close());

  /** What has the focus in the pane: its tag and its text, or nothing where the focus is elsewhere. */
  const focused = () =>
    pane.evaluate(() => {
      const { activeElement: element } = document;
      return document.hasFocus() && element ? `${element.tagName} ${element.textContent?.trim().slice(0, 20)}` : '';
    });

  it('Tab goes on from a heading to what follows it', async () => {
    await pane.getByRole('navigation').getByRole('button', { name: 'Functions' }).click();
    expect(await focused()).toBe('H1 Functions');
    await page.keyboard.press('Tab');
    expect(await focused()).toMatch(/^INPUT/);
  });

  it('Tab comes to every summary, and Enter opens it', async () => {
    const families = await pane.locator('summary').count();
    expect(families).toBeGreaterThan(3);
    const seen: string[] = [];
    for (let step = 0; step < 60 && seen.length < families; step++) {
      await page.keyboard.press('Tab');
      const at = await focused();
      if (at.startsWith('SUMMARY')) seen.push(at);
    }
    expect(seen).toHaveLength(families);
    await page.keyboard.press('Enter');
    expect(await pane.locator('details[open]').count()).toBe(1);
  });

  it('Tab at the end of the pane leaves it, and Shift+Tab at its beginning', async () => {
    for (let step = 0; step < 60 && (await focused()) !== ''; step++) await page.keyboard.press('Tab');
    expect(await focused()).toBe('');
    await pane.getByRole('navigation').getByRole('button', { name: 'Home' }).focus();
    await page.keyboard.press('Shift+Tab');
    await expect.poll(focused).toBe('');
  });

  it('the focus never falls to the body: a template is inserted, and taken out again', async () => {
    await pane.getByRole('navigation').getByRole('button', { name: 'Templates' }).click();
    await pane.getByRole('button', { name: /^Monthly target tracker/ }).click();
    await pane.getByRole('button', { name: /^Insert/ }).press('Enter');
    const notice = pane.getByRole('button', { name: 'Undo' });
    await notice.waitFor();
    expect(await focused()).not.toMatch(/^BODY|^$/);
    await notice.press('Enter');
    await notice.waitFor({ state: 'detached' });
    const dismiss = pane.getByRole('button', { name: 'Close this message' });
    await dismiss.press('Enter');
    await dismiss.waitFor({ state: 'detached' });
    expect(await focused()).not.toMatch(/^BODY|^$/);
  });
});
