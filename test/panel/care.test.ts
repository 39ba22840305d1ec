import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { unpackKept } from '../../src/grid/kept.ts';
import type { PatchRequest } from '../../src/port/bookPort.ts';
import { type PaneBrowser, startPane } from './browser.ts';
import type { Recorded } from './page.tsx';

let pane: PaneBrowser;
beforeAll(async () => {
  pane = await startPane();
});
afterAll(() => pane.close());

async function inCare(item: string, run: (page: Page) => Promise<void>): Promise<void> {
  const page = await pane.open({ used: true });
  try {
    await page.locator(`[data-item="${item}"]`).focus();
    await page.keyboard.press('Enter');
    await run(page);
  } finally {
    await page.context().close();
  }
}

const calls = (page: Page, name: string) =>
  page.evaluate(
    wanted =>
      (window as unknown as { recorded: Recorded }).recorded.calls
        .filter(call => call.name === wanted)
        .map(({ detail }) => detail),
    name,
  );
const patches = async (page: Page) => (await calls(page, 'book.patch')) as PatchRequest[];
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const set = (page: Page, change: Partial<Recorded>) =>
  page.evaluate(changes => Object.assign((window as unknown as { recorded: Recorded }).recorded, changes), change);

describe('the workbook’s care in the pane', () => {
  it('shares in place, lists what was done, keeps the originals first and brings them back', () =>
    inCare('share', async page => {
      await page.getByText('4 formulas can become built-in ones, 1 would become a value.').waitFor();
      expect(await patches(page)).toEqual([]);
      await page.getByLabel('In this workbook, until I restore it').check();
      await button(page, 'Replace the formulas').press('Enter');
      await page.getByText('1 cell became a value (MIX): the result fills several cells').waitFor();
      const [shared] = await patches(page);
      const originals = unpackKept(shared?.keep).share ?? [];
      expect(originals.flatMap(({ after }) => after.flat())).toContainEqual({ formula: '=KPI.MIX(A2:A3)' });
      await button(page, 'Restore the formulas').click();
      await page.getByText('5 formulas were restored, each as it was.').waitFor();
      const [, restored] = await patches(page);
      expect(restored?.patches).toEqual(originals);
      expect(unpackKept(restored?.keep)).toEqual({});
    }));

  it('says which cells were changed since, and restores the others', () =>
    inCare('share', async page => {
      await page.getByLabel('In this workbook, until I restore it').check();
      await button(page, 'Replace the formulas').click();
      await button(page, 'Restore the formulas').waitFor();
      await set(page, { changedCells: [{ sheetId: 'id-7', row: 1, column: 2 }] });
      await button(page, 'Restore the formulas').click();
      await page.getByText('Nothing was written: somebody has changed cells since (March!C2).').waitFor();
      await set(page, { changedCells: [] });
      await button(page, 'Restore the others').click();
      await page.getByText('4 formulas were restored, each as it was.').waitFor();
      await page.getByText('Its original KPI formulas (1) are kept and can be restored', { exact: false }).waitFor();
    }));

  it('shares in copies of the chosen sheets, and takes them out again', () =>
    inCare('share', async page => {
      await button(page, 'Make copies').click();
      await page.getByText('New sheets: id-7 (2)').waitFor();
      expect(await calls(page, 'book.copy')).toEqual([['id-7']]);
      const [request] = await patches(page);
      expect(request?.patches.every(({ sheetId, fresh }) => sheetId === 'id-7 copy' && fresh)).toBe(true);
      await button(page, 'Remove the copies').click();
      await page.getByText('The copies were removed.').waitFor();
      expect(await calls(page, 'book.remove')).toEqual([['id-7 copy']]);
    }));

  it('takes copies out again that could not be written', () =>
    inCare('share', async page => {
      await page.getByLabel('March').waitFor();
      await set(page, { refuse: { name: 'book.patch', reason: 'failed' } });
      await button(page, 'Make copies').click();
      await page.getByText('That didn’t work. Nothing was changed.', { exact: false }).waitFor();
      expect(await calls(page, 'book.remove')).toEqual([['id-7 copy']]);
    }));

  it('repairs everything that can be repaired at once, says what cannot, and undoes it', () =>
    inCare('health', async page => {
      await page.getByText('4 findings').waitFor();
      await page.getByText('Undo the deletion', { exact: false }).waitFor();
      await button(page, 'Repair 2 cells').click();
      await page.getByText('2 cells were repaired.').waitFor();
      const [repaired] = await patches(page);
      expect(repaired?.patches.flatMap(({ after }) => after.flat())).toEqual([
        { formula: '=KPI.ACHIEVEMENT(B3,A3)' },
        { formula: '=KPI.GROWTH(A2,B2)' },
      ]);
      await button(page, 'Undo the last repair').click();
      await page.getByText('Everything is as it was before.').waitFor();
      const [, undone] = await patches(page);
      expect(undone?.patches.flatMap(({ after }) => after.flat())).toContainEqual({ formula: '=KPI_GROWTH(A2,B2)' });
    }));

  it('checks the selected data, fixes what is chosen and nothing else', () =>
    inCare('doctor', async page => {
      await button(page, 'Check the selection').click();
      await page.getByText('Checked: Export!A1:C6').waitFor();
      expect(await patches(page)).toEqual([]);
      await page.getByLabel('“Close date”', { exact: false }).uncheck();
      await button(page, 'Fix 2 cells').click();
      await page.getByText('2 cells were fixed.').waitFor();
      const [fixed] = await patches(page);
      expect(fixed?.patches.map(({ row, column, after }) => [row, column, after])).toEqual([
        [1, 0, [['Acme']]],
        [1, 1, [[1200]]],
      ]);
    }));

  it('writes nothing where cells have been changed since, and says which', () =>
    inCare('health', async page => {
      await set(page, { changedCells: [{ sheetId: 'id-7', row: 2, column: 2 }] });
      await button(page, 'Repair 2 cells').click();
      await page.getByText('Nothing was written: cells have been changed since (March!C3).').waitFor();
    }));
});
