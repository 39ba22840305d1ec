import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OfficeInNode, officeInNode } from '../support/officeInNode.ts';

describe.each(['web', 'desktop'] as const)('custom functions on Excel for the %s', platform => {
  let office: OfficeInNode;
  const cell = (a1: string) => office.book.workbook.getActiveSheet().getRange(a1);
  const errorAt = (row: number, column: number) => office.book.errorAt('first', row, column);

  beforeAll(async () => {
    office = await officeInNode({ platform });
  });
  afterAll(() => office.book.dispose());

  it('NPS leaves blank cells out, though 0 is a score', async () => {
    cell('A1:A6').setValues([[10], [9], [0], [''], [7], ['']]);
    cell('A4').clearContent();
    cell('A6').clearContent();
    cell('C1').setValue({ f: '=KPI.NPS(A1:A6)' });
    await office.book.calculated();
    // (2 promoters − 1 detractor) ÷ 4 answers
    expect(cell('C1').getValue()).toBe(25);
  });

  it('ACHIEVEMENT spills over a range, with a blank and an error in their places', async () => {
    cell('E1:F4').setValues([
      [90, 100],
      ['', 100],
      [50, 0],
      [30, 40],
    ]);
    cell('E2').clearContent();
    cell('G1').setValue({ f: '=KPI.ACHIEVEMENT(E1:E4, F1:F4)' });
    await office.book.calculated();
    expect(cell('G1:G4').getValues().flat()).toEqual([0.9, '', '#DIV/0!', 0.75]);
  });

  it('an error says why in the language of Excel', async () => {
    cell('I1').setValue({ f: '=KPI.ACHIEVEMENT("ninety", 100)' });
    await office.book.calculated();
    expect(cell('I1').getValue()).toBe('#VALUE!');
    expect(errorAt(0, 8)?.message.en).toContain('actual');
  });
});
