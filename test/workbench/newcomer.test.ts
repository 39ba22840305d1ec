import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Book } from '../../workbench/book/book.ts';
import { paneOf, startWorkbench, type WorkbenchBrowser } from '../support/browser.ts';

interface Reachable {
  readonly workbench: { readonly book: Book };
}

let workbench: WorkbenchBrowser;
beforeAll(async () => {
  workbench = await startWorkbench();
});
afterAll(() => workbench.close());

describe('a newcomer', () => {
  it.each(['excel', 'sheets'])('is at a filled tracker with lights after 6 clicks at most (%s)', async host => {
    const { page, complaints } = await workbench.open(`?host=${host}&lang=en`);
    const pane = await paneOf(page);
    let clicks = 0;
    const click = async (name: string | RegExp) => {
      clicks++;
      await pane.getByRole('button', { name }).first().click();
    };
    await click('Insert Target split');
    await click('Insert as a new sheet');
    await pane.getByText('Inserted in the sheet').waitFor();
    await click('Home');
    await click('Insert Monthly target tracker');
    await click('Insert as a new sheet');
    await pane.getByText('Inserted in the sheet “Tracker”').waitFor();
    await click('Home');
    expect(clicks).toBeLessThanOrEqual(6);
    await pane.getByText('1 red').waitFor();
    const values = await page.evaluate(async () => {
      const { book } = (globalThis as unknown as Reachable).workbench;
      await book.calculated();
      return book.workbook.getActiveSheet().getRange('H9:H16').getValues().flat();
    });
    expect(new Set(values)).toEqual(new Set(['red', 'amber', 'green', 'no data']));
    expect(complaints).toEqual([]);
    await page.close();
  });
});
