import { SetFormulaCalculationNotificationMutation } from '@univerjs/engine-formula';
import { afterEach, describe, expect, it } from 'vitest';
import type { Book } from '../../../workbench/book/book.ts';
import { createHeadlessBook, openHeadlessBook } from '../../../workbench/book/headless.ts';
import { spilledCell } from '../../../workbench/book/spilledCell.ts';

/** Nothing else is done meanwhile. */
function work(ms: number): void {
  const end = performance.now() + ms;
  while (performance.now() < end);
}

/** Where Univer tells how far it is: it begins, seeks what to calculate, calculates, and so with what lists fill. */
const STAGES = [1, 2, 3, 4, 5, 6, 7, 8];

describe('calculations of a busy machine', () => {
  let book: Book;
  afterEach(() => book.dispose());

  const withList = (of: Book): Book => {
    of.register('LIST', ([value]) => [[Number(value)], [2], [3]]);
    return of;
  };

  const kept = async () => {
    const first = withList(createHeadlessBook());
    const sheet = first.workbook.getActiveSheet();
    sheet.getRange('A1').setValue({ f: '=LIST(1)' });
    sheet.getRange('C1').setValue({ f: '=SUM(A1:A3)' });
    sheet.getRange('D1').setValue({ f: '=E1*2' });
    await first.calculated();
    const { content, facts } = structuredClone(first.keep());
    first.dispose();
    return withList(openHeadlessBook(content, 'en', facts));
  };

  /** Does something the first times that a calculation has come to a stage, and is busy until Univer's timer is over. */
  const during = (stage: number, times: number, act: (count: number) => void) => {
    let count = 0;
    const done = () => count;
    book.api.onCommandExecuted(({ id, params }) => {
      const at = id === SetFormulaCalculationNotificationMutation.id && Object(Object(params).stageInfo).stage;
      if (at !== stage || count === times) return;
      act(++count);
      work(130);
    });
    return done;
  };

  it.each(STAGES.flatMap(stage => [1, 3].map(times => [stage, times] as const)))(
    'every list is whole though one writes at stage %i (%i times)',
    async (stage, times) => {
      book = await kept();
      const sheet = book.workbook.getActiveSheet();
      const done = during(stage, times, count => sheet.getRange('E1').setValue(count));
      book.recalculate();
      await book.calculated();
      const spilled = [1, 2].map(row => spilledCell(book, sheet.getSheetId(), row, 0)?.v);
      const shown = ['A1', 'C1', 'D1'].map(cell => sheet.getRange(cell).getValue());
      expect([...spilled, ...shown]).toEqual([2, 3, 1, 6, 2 * done()]);
      expect(done()).toBeGreaterThan(0);
    },
  );

  it('a formula that was calculated before its function was known is calculated with it', async () => {
    book = createHeadlessBook();
    const cell = book.workbook.getActiveSheet().getRange('A1');
    cell.setValue({ f: '=LATE.COMER(1)' });
    await book.calculated();
    expect(cell.getValue()).toBe('#NAME?');
    book.register('Late.Comer', () => 7);
    book.recalculate();
    await book.calculated();
    expect(cell.getValue()).toBe(7);
  });

  it.each(STAGES)('rows that are put in at stage %i get no figure of others', async stage => {
    book = await kept();
    const sheet = book.workbook.getActiveSheet();
    during(stage, 1, () => {
      sheet.insertRows(0, 1);
      sheet.getRange('A1').setValue('heading');
    });
    book.recalculate();
    await book.calculated();
    const spilled = [1, 2, 3].map(row => spilledCell(book, sheet.getSheetId(), row, 0)?.v);
    const shown = ['A1', 'C1', 'A2', 'C2'].map(cell => sheet.getRange(cell).getValue());
    expect([...shown, ...spilled]).toEqual(['heading', null, 1, 6, 1, 2, 3]);
  });
});
