import { describe, expect, it } from 'vitest';
import { repairsOf } from '../../src/health/checkUp.ts';
import { tracker } from '../../src/templates/tracker.ts';
import { careContract, findingsIn, insertedSheet } from '../support/careContract.ts';
import { officeInNode } from '../support/officeInNode.ts';

careContract({
  name: 'Excel',
  language: 'en',
  start: () => officeInNode({ language: 'en-US', platform: 'desktop' }),
});

describe('a closed month in Excel', () => {
  const excel = {
    name: 'Excel',
    language: 'en',
    start: () => officeInNode({ language: 'en-US', platform: 'desktop' }),
  } as const;

  async function protectedTracker(closed: boolean) {
    const inserted = await insertedSheet(excel, tracker);
    const { workbook } = new Excel.RequestContext();
    const sheet = workbook.worksheets.getItem(inserted.receipt.sheetId);
    if (closed) sheet.customProperties.add('closed', '2026-03');
    sheet.protection.protect();
    await workbook.context.sync();
    const isProtected = async () => {
      sheet.protection.load('protected');
      await workbook.context.sync();
      return sheet.protection.protected;
    };
    const light = inserted.ops.find(op => op.op === 'name' && op.name === 'Tracker_Light');
    if (light?.op !== 'name') throw new Error('there are no lights');
    const { row, column } = light.area;
    inserted.book.workbook.getSheetByName(inserted.receipt.sheet)?.getRange(row, column).setValue('typed');
    await inserted.book.calculated();
    const findings = await findingsIn(inserted.port);
    return { ...inserted, isProtected, findings };
  }

  it('is repaired and said in other words through the protection of the add-in, which stands afterwards', async () => {
    const { port, receipt, isProtected, findings, book } = await protectedTracker(true);
    expect(findings.map(({ what }) => what.en)).toEqual(['a value has taken the place of 1 KPI formula']);
    expect(await port.book.patch({ patches: repairsOf(findings), keep: '' })).toEqual([]);
    expect(await findingsIn(port)).toEqual([]);
    expect(await isProtected()).toBe(true);
    await port.relabel(
      receipt.sheetId,
      { cells: [{ row: 0, column: 0, text: 'Ours' }], notes: [] },
      { cells: [], notes: [] },
    );
    expect(book.workbook.getSheetByName(receipt.sheet)?.getRange('A1').getValue()).toBe('Ours');
    expect(await isProtected()).toBe(true);
    book.dispose();
  });

  it('is left alone where a user has protected the sheet', async () => {
    const { port, isProtected, findings, book } = await protectedTracker(false);
    expect(repairsOf(findings)).toEqual([]);
    const patches = repairsOf(findings.map(finding => ({ ...finding, sheet: { ...finding.sheet, locked: false } })));
    await expect(port.book.patch({ patches, keep: '' })).rejects.toMatchObject({ reason: 'protected' });
    expect(await isProtected()).toBe(true);
    book.dispose();
  });
});
