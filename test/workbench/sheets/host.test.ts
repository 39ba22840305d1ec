import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleScript } from '../../../scripts/build/sheets.ts';
import { CallLedger, strict } from '../../../workbench/sheets/strict.ts';
import { type Played, playSheets } from '../../support/sheets.ts';

describe('SheetsHost', () => {
  let played: Played;
  const cell = (a1: string) => played.book.workbook.getActiveSheet().getRange(a1);
  const server = (name: string, ...args: readonly unknown[]): unknown => played.host.realm.call(name, args);

  beforeAll(async () => {
    played = await playSheets({ timeZone: 'America/New_York', locale: 'zh_CN', accountLocale: 'zh-CN' });
  });
  afterAll(() => played.book.dispose());

  const items = [{ label: '打开侧边栏', functionName: 'showSidebar' }];

  it('open() makes one menu, and the menu opens the sidebar in the language of the account', () => {
    played.host.open();
    expect(played.menus.splice(0)).toEqual([{ title: '销售KPI', isAddOn: false, items }]);
    server('showSidebar');
    expect(played.sidebars).toEqual([{ html: '<div id="panel" data-language="zh-CN"></div>', title: '销售KPI' }]);
  });

  it('onInstall() and onOpen() before consent make the one menu of an add-on', () => {
    server('onInstall', { authMode: 'FULL' });
    server('onOpen', { authMode: 'NONE' });
    expect(played.menus.splice(0)).toEqual([
      { title: '', isAddOn: true, items },
      { title: '', isAddOn: true, items },
    ]);
  });

  it('onOpen() of a published add-on makes one menu, under Extensions', async () => {
    const published = await playSheets({ accountLocale: 'zh-CN' }, await bundleScript(true));
    published.host.open();
    expect(published.menus).toEqual([{ title: '', isAddOn: true, items }]);
    published.book.dispose();
  });

  it('=KPI_…(range) sees blanks, zeros, texts and errors as Sheets hands them over', async () => {
    cell('A1:A6').setValues([[9], [10], [''], ['无'], [3], [0]]);
    cell('B1').setValue({ f: '=KPI_NPS(A1:A6)' });
    cell('B2').setValue({ f: '=KPI_NPS(A1)' });
    await played.book.calculated();
    expect(cell('B1').getValue()).toBe(0);
    expect(cell('B2').getValue()).toBe(100);
  });

  it('=KPI_…(bad cell) shows #ERROR! and keeps the reason', async () => {
    cell('A9').setValue(11);
    cell('B9').setValue({ f: '=KPI_NPS(A1:A9)' });
    cell('B10').setValue({ f: '=ARRAYFORMULA(KPI_NPS(A1:A9))' });
    await played.book.calculated();
    const sheetId = played.book.workbook.getActiveSheet().getSheetId();
    for (const [a1, row] of [
      ['B9', 8],
      ['B10', 9],
    ] as const) {
      expect(cell(a1).getValue()).toBe('#ERROR!');
      expect(played.book.errorAt(sheetId, row, 1)?.message.zh).toBe(
        '#VALUE! 评分（scores）：第 9 行：应在 0 与 10 之间，实为 11',
      );
    }
  });

  it('=KPI_…(date cells) hands over dates by the clock of the spreadsheet', async () => {
    cell('D1:D2').setValues([[{ v: 46113, s: { n: { pattern: 'yyyy-mm-dd' } } }], [{ v: 46113 }]]);
    cell('E1').setValue({ f: '=KPI_GROWTH(D1,D2)' });
    await played.book.calculated();
    const [, args] = played.scriptCalls.findLast(([name]) => name === 'KPI_GROWTH') ?? [];
    expect(args).toEqual([new Date('2026-04-01T04:00:00Z'), 46113]);
    expect(cell('E1').getValue()).toBe(0);
  });

  it('insertFormula() writes into a blank cell, and refuses one that is not', async () => {
    cell('H1').activate();
    expect(server('insertFormula', '=KPI_GROWTH(3,2)')).toEqual({ ok: true, value: 'H1' });
    await played.book.calculated();
    expect(cell('H1').getValue()).toBe(0.5);
    expect(server('insertFormula', '=KPI_GROWTH(4,2)')).toEqual({ ok: false, reason: 'occupied', code: 'H1' });
    expect(cell('H1').getFormula()).toBe('=KPI_GROWTH(3,2)');
  });

  it('selection() answers with the range and its size', () => {
    cell('B2:D9').activate();
    expect(server('selection')).toEqual({ ok: true, value: { address: 'B2:D9', rows: 8, columns: 3 } });
  });
});

describe('strict', () => {
  it('strict() throws for a member that is not played, and counts the calls of the others', () => {
    const ledger = new CallLedger();
    const session = strict<{ getActiveUserLocale(): string; getActiveUser(): string }>('Session', ledger, {
      getActiveUserLocale: () => 'en',
    });
    expect(session.getActiveUserLocale()).toBe('en');
    expect(() => session.getActiveUser()).toThrow('Session.getActiveUser is not played by the workbench');
    expect(ledger.calls).toEqual(['Session.getActiveUserLocale']);
  });
});
