import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { paneOf, startWorkbench, type WorkbenchBrowser } from '../../support/browser.ts';

let workbench: WorkbenchBrowser;
beforeAll(async () => {
  workbench = await startWorkbench();
});
afterAll(() => workbench.close());

describe('charts of the workbench', () => {
  it('show figures that a formula spills and figures that are typed', async () => {
    const { page, complaints } = await workbench.open('?host=excel&lang=en');
    const pane = await paneOf(page);
    for (const template of ['leaderboard', 'funnel']) {
      await pane.getByRole('button', { name: 'Templates' }).first().click();
      await pane.locator(`[data-item=${template}]`).click();
      await pane.getByRole('button', { name: 'Insert as a new sheet' }).click();
      await pane.getByText('Inserted in the sheet').waitFor();
      await page.waitForFunction(pixelsOfBars, 5000);
    }
    expect(complaints).toEqual([]);
    await page.close();
  });
});

/** Whether the first chart has more than so many pixels of the first series' colour. */
function pixelsOfBars(wanted: number): boolean {
  const canvas = document.querySelector<HTMLCanvasElement>('.charts canvas');
  if (!canvas || canvas.width === 0) return false;
  const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] };
  let pixels = 0;
  for (let at = 0; at < data.length; at += 4) {
    if (data[at] === 0x0f && data[at + 1] === 0x6c && data[at + 2] === 0x6c && data[at + 3] === 255) pixels++;
  }
  return pixels > wanted;
}
