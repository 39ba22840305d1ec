import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Run } from '../../addin/functions/run.ts';
import { type OfficeInNode, officeInNode } from '../support/officeInNode.ts';

let office: OfficeInNode;
let runs: ReadonlyMap<string, Run>;

beforeAll(async () => {
  office = await officeInNode({ platform: 'desktop', functions: false });
  const { excelFunctions } = await import('../../addin/functions/run.ts');
  const { catalogue } = await import('../../src/functions/catalogue.gen.ts');
  runs = excelFunctions(catalogue);
});
afterAll(() => office.book.dispose());
beforeEach(() => {
  office.host.syncs = 0;
  office.host.largest.request = 0;
});

/** LEADS, of which a blank gives a blank, as Excel on the desktop calls it over cells that it hands over as zeros. */
async function leads(address: string, zeros = 1): Promise<unknown> {
  const given = Array.from({ length: zeros }, () => [0]);
  return runs.get('LEADS')?.(given, [[35]], { parameterAddresses: [address] });
}

const cell = (a1: string) => {
  const sheet = office.book.workbook.getActiveSheet();
  office.book.ensureSize(sheet, 10_000, 20);
  return sheet.getRange(a1);
};

const BLANK = [['']];
const TYPED = [[35]];

describe('blank cells that come as 0', () => {
  it('LEADS of a blank is blank, of a 0 that was typed 35', async () => {
    cell('B1').setValue(0);
    expect(await Promise.all([leads('Sheet1!A1'), leads("'Sheet1'!$B$1")])).toEqual([BLANK, TYPED]);
  });

  it('10,000 cells one below the other are one range of one request', async () => {
    cell('C10000').setValue(0);
    const answers = await Promise.all(Array.from({ length: 10_000 }, (_, row) => leads(`Sheet1!C${row + 1}`)));
    expect(answers.slice(-2)).toEqual([BLANK, TYPED]);
    expect(office.host.syncs).toBe(1);
    expect(office.host.largest.request).toBeLessThan(1_000);
  });

  it('every tenth row, and columns side by side, are one range, too', async () => {
    const places = Array.from({ length: 300 }, (_, n) => `Sheet1!${'DEF'[n % 3]}${10 * Math.floor(n / 3) + 1}`);
    await Promise.all(places.map(place => leads(place)));
    expect(office.host.largest.request).toBeLessThan(1_000);
  });

  it('ranges far apart are asked for in requests of a size that Excel on the web takes', async () => {
    await Promise.all(Array.from({ length: 3_000 }, (_, n) => leads(`Sheet1!H${100 * n + 1}`)));
    expect(office.host.syncs).toBe(2);
    expect(office.host.largest.request).toBeLessThan(2_000_000);
  });

  it('100,000 callers that wait for one address', async () => {
    const answers = await Promise.all(Array.from({ length: 100_000 }, () => leads('Sheet1!A1')));
    expect(answers.every(answer => JSON.stringify(answer) === JSON.stringify(BLANK))).toBe(true);
    expect(office.host.syncs).toBe(1);
  });

  it('whole columns, and ranges that overlap', async () => {
    cell('J3').setValue(0);
    const answers = await Promise.all([leads('Sheet1!J:J', 4), leads('Sheet1!J1:J2', 2), leads('Sheet1!J3:J4', 2)]);
    expect(answers).toEqual([
      [[''], [''], [35], ['']],
      [[''], ['']],
      [[35], ['']],
    ]);
  });

  it('a sheet that is gone takes nothing from the others', async () => {
    expect(await Promise.all([leads('Gone!A1'), leads('Sheet1!A1')])).toEqual([TYPED, BLANK]);
  });

  it('waits while the user types on, and answers then', async () => {
    office.host.context.editing = true;
    const early = leads('Sheet1!A1');
    const waited = new Promise(resolve => setTimeout(() => resolve('waits'), 500));
    expect(await Promise.race([early, waited])).toBe('waits');
    const late = leads('Sheet1!B1');
    office.host.context.editing = false;
    expect(await Promise.all([early, late])).toEqual([BLANK, TYPED]);
  });
});
