import { afterAll, beforeAll, expect, it } from 'vitest';
import { paneOf, startWorkbench, type WorkbenchBrowser } from '../../support/browser.ts';

let workbench: WorkbenchBrowser;
beforeAll(async () => {
  workbench = await startWorkbench();
});
afterAll(() => workbench.close());

it('while somebody types in a cell nothing is written, and the pane says what to do', async () => {
  const { page } = await workbench.open('?host=excel&lang=en');
  const pane = await paneOf(page);
  await pane.getByRole('button', { name: 'Templates', exact: true }).click();
  await pane.getByRole('button', { name: /^Monthly target tracker/ }).click();
  await page.mouse.click(700, 640);
  await page.keyboard.type('half a te');
  await pane
    .getByRole('button', { name: /^Insert/ })
    .first()
    .click();
  await pane.getByText('A cell is still being edited').waitFor();
  await page.keyboard.press('Escape');
  await page.mouse.click(700, 640);
  await page.keyboard.press('Escape');
  await pane.getByRole('button', { name: 'Try again' }).click();
  await pane.locator('.notice.done').waitFor();
  expect(await pane.locator('.notice.done').innerText()).toContain('Tracker');
});
