import '@univerjs/sheets-data-validation/facade';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../../appsscript/server/answer.ts';
import type { Receipt } from '../../src/plan/op.ts';
import { sampleOps } from '../support/ops.ts';
import { type Played, playSheets } from '../support/sheets.ts';

describe('applyOps() in Google Sheets', () => {
  let played: Played;
  let receipt: Receipt;
  const server = <Value>(name: string, ...args: unknown[]): Value => {
    const answer = played.host.realm.call(name, args) as Answer<Value>;
    if (!answer.ok) throw new Error(`${answer.reason}: ${answer.code}`);
    return answer.value;
  };
  const sheet = () => {
    const found = played.book.workbook.getSheetByName('Tracker');
    if (!found) throw new Error('the sheet is missing');
    return found;
  };

  beforeAll(async () => {
    played = await playSheets();
    receipt = server<Receipt>('applyOps', sampleOps(10));
    await played.book.calculated();
  });
  afterAll(() => played.book.dispose());

  it('applyOps() answers with what undo needs', () => {
    expect(receipt).toEqual({ sheet: 'Tracker', sheetId: '1000003', names: ['amber_from'] });
  });

  it('applyOps() writes values and keeps texts texts', () => {
    expect(sheet().getRange('A1').getValue()).toBe('=not a formula');
    expect(sheet().getRange('A1').getFormula()).toBe('');
    expect(sheet().getRange('C2').getValue()).toBe('2026-01');
    expect(sheet().getRange('A5:C5').getValues()).toEqual([['Person 1', 80, 100]]);
  });

  it('applyOps() writes formulas that compute, one a column', () => {
    expect(sheet().getRange('D5').getFormula()).toBe('=ARRAYFORMULA(KPI_ACHIEVEMENT(IF(B5:B14="","",B5:B14),C5:C14))');
    expect(sheet().getRange('D5:E6').getValues()).toEqual([
      [0.8, 'amber'],
      [0.81, 'amber'],
    ]);
    expect(sheet().getRange('D14').getValue()).toBe(0.89);
    expect(sheet().getRange('B16').getValue()).toBe(845);
  });

  it('applyOps() formats, names, marks and lights', () => {
    expect(sheet().getRange('D5').getCellStyleData()?.n?.pattern).toBe('0.0%');
    expect(sheet().getRange('A4').getBackground().toUpperCase()).toBe('#0F6C6C');
    expect(sheet().getRange('A4').getCellStyleData()).toMatchObject({ bl: 1, ht: 2, vt: 2, tb: 3 });
    expect(sheet().getRange('A5').getCellStyleData()).toMatchObject({ fs: 11, it: 1 });
    expect(sheet().getRange('A1').getCellStyleData()?.bd?.b?.cl?.rgb?.toUpperCase()).toBe('#0F6C6C');
    expect(sheet().getTabColor()).toBe('#0F6C6C');
    expect(sheet().getColumnWidth(0)).toBe(140);
    expect(sheet().getFrozenRows()).toBe(4);
    expect(sheet().getFrozenColumns()).toBe(1);
    expect(sheet().getRange('D4').getNote()?.note).toBe('Actual over target');
    expect(sheet().getConditionalFormattingRules()).toHaveLength(2);
    const validated = (a1: string) => sheet().getRange(a1).getDataValidation()?.rule;
    expect(validated('B14')).toMatchObject({
      type: 'decimal',
      formula1: '0',
      allowBlank: true,
      error: 'A number from 0',
    });
    expect(validated('C5')).toMatchObject({ type: 'custom', formula1: '=AND(ISNUMBER(C5),IFERROR(INT(C5)=C5,FALSE))' });
    expect(played.book.workbook.getDefinedName('amber_from')?.getFormulaOrRefString()).toBe('Tracker!$B$2');
    expect(played.host.state.charts.get(sheet().getSheetId())).toEqual([
      {
        kind: 'bar',
        areas: [
          { row: 4, column: 0, rows: 10, columns: 1 },
          { row: 4, column: 1, rows: 10, columns: 1 },
        ],
        anchor: { row: 0, column: 3 },
        options: {
          title: 'Actual',
          width: 190,
          height: 74,
          legend: { position: 'none' },
          series: { 0: { color: '#0F6C6C', labelInLegend: 'Actual' } },
        },
      },
    ]);
    const marks = played.host.state.metadata.get(sheet().getSheetId());
    expect(marks).toEqual([{ key: 'sales-kpi.template', value: 'tracker', visibility: 'DOCUMENT' }]);
  });

  it('applyOps() refuses a sheet name that is taken and leaves that sheet alone', () => {
    const answer = played.host.realm.call('applyOps', [sampleOps(3)]);
    expect(answer).toMatchObject({ ok: false, reason: 'failed' });
    expect(played.book.workbook.getSheets()).toHaveLength(2);
    expect(sheet().getRange('A14').getValue()).toBe('Person 10');
  });

  it('inspect() answers with sheets and named ranges', () => {
    expect(server('inspect')).toEqual({ sheets: ['Sheet1', 'Tracker'], names: ['amber_from'], tables: [], ours: [] });
  });

  it('undo() takes out the sheet and its names, wherever they are by then', () => {
    sheet().setName('Renamed');
    server('undo', receipt);
    expect(server('inspect')).toEqual({ sheets: ['Sheet1'], names: [], tables: [], ours: [] });
    server('undo', receipt);
  });
});

describe('applyOps() calls of services', () => {
  const cost = async (rows: number): Promise<readonly string[]> => {
    const { host, book } = await playSheets();
    host.realm.call('applyOps', [sampleOps(rows)]);
    await book.calculated();
    const sheet = book.workbook.getSheetByName('Tracker');
    expect(sheet?.getRange(rows + 3, 3).getValue()).toBe((80 + ((rows - 1) % 40)) / 100);
    book.dispose();
    return [...host.state.ledger.calls];
  };

  it('applyOps() costs the same for 10 rows and for 2,000, save the room for them', async () => {
    const [few, many] = [await cost(10), await cost(2000)];
    const made = (calls: readonly string[]): string[] =>
      calls.filter(call => call !== 'Sheet.insertRowsAfter' && call !== 'Spreadsheet.getSpreadsheetTimeZone');
    expect(made(many)).toEqual(made(few));
    expect(many.length).toBeLessThanOrEqual(few.length + 1);
  });

  it('applyOps() leaves nothing behind, whichever call fails', async () => {
    const { host, book } = await playSheets();
    const { ledger } = host.state;
    const whole = host.realm.call('applyOps', [sampleOps(3)]) as Answer<Receipt>;
    const calls = ledger.calls.length;
    host.realm.call('undo', [whole.ok ? whole.value : undefined]);
    for (let failing = 0; failing < calls; failing++) {
      ledger.calls.length = 0;
      ledger.before = (call, index) => {
        if (index === failing) throw new Error(`Service error: ${call}`);
      };
      const answer = host.realm.call('applyOps', [sampleOps(3)]) as Answer<Receipt>;
      ledger.before = undefined;
      const left = host.realm.call('inspect', []);
      // Everything is done by the time that the lock is given back, and a lock ends with the script at the latest.
      const isDone = ledger.calls[failing] === 'Lock.releaseLock';
      expect([failing, answer.ok]).toEqual([failing, isDone]);
      if (!isDone) expect([failing, left]).toMatchObject([failing, { value: { sheets: ['Sheet1'], names: [] } }]);
    }
    book.dispose();
  });
});
