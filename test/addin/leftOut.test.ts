import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Skipped } from '../../workbench/excel/customFunctions.ts';
import { type OfficeInNode, officeInNode } from '../support/officeInNode.ts';

/** What an argument that is left empty between commas may be: the documentation does not say, so all are tried. */
describe.each<[Skipped]>([['null'], ['blank'], ['zero']])('an argument left out in the middle comes as %s', skipped => {
  let office: OfficeInNode;
  beforeAll(async () => {
    office = await officeInNode({ platform: skipped === 'zero' ? 'desktop' : 'web' });
    office.host.functions.skipped = skipped;
    const sheet = office.book.workbook.getActiveSheet();
    sheet.getRange('A1:B2').setValues([
      [0, 0.05],
      [1, 0.1],
    ]);
  });
  afterAll(() => office.book.dispose());

  const result = async (formula: string): Promise<unknown> => {
    const cell = office.book.workbook.getActiveSheet().getRange('D1');
    cell.setValue({ f: formula });
    await office.book.calculated();
    return cell.getValue();
  };

  it.each([
    // From Monday, 5 January 2026 to the Sunday after it: five days, as without a calendar.
    ['=KPI.WORKDAYS(DATE(2026,1,5), DATE(2026,1,11), , "mon-fri")', 5],
    // 120,000 of 100,000: 10 % of all.
    ['=KPI.COMMISSION(120000, 100000, A1:B2, , , , 0)', 12_000],
    ['=KPI.COMMISSION(120000, 100000, A1:B2, "marginal", , , 0)', 7_000],
    ['=1+KPI.COMMISSION(120000, 100000, A1:B2, , , , 0)+KPI.COMMISSION(0, 100000, A1:B2, , , , 0)', 12_001],
    // A cap of 0 that is written down is one.
    ['=KPI.COMMISSION(120000, 100000, A1:B2, "whole", 0, , 0)', 0],
    // Two groups, a total each; no unit, no minimum, nothing locked.
    ['=SUM(KPI.SPLIT({10;7}, {1;1}, , , , {"North";"South"}))', 17],
  ])('%s', async (formula, value) => {
    expect(await result(formula)).toBe(value);
  });
});
