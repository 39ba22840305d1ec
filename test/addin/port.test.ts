import { SetSelectionsOperation } from '@univerjs/sheets';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Op } from '../../src/plan/op.ts';
import { PortError } from '../../src/port/port.ts';
import { type OfficeInNode, officeInNode } from '../support/officeInNode.ts';

const area = (row: number, column: number, rows: number, columns: number) => ({ row, column, rows, columns });

/** A short tracker with every kind of op. */
function tracker(sheet: string, table: string): Op[] {
  return [
    { op: 'addSheet', sheet, rows: 40, columns: 8, tab: '#0f6c6c' },
    { op: 'widths', column: 0, widths: [160, 80] },
    { op: 'heights', row: 0, heights: [36] },
    { op: 'values', area: area(0, 0, 1, 1), values: [['=not a formula']] },
    {
      op: 'values',
      area: area(2, 0, 4, 5),
      values: [
        ['Name', 'Actual', 'Target', 'Achievement', 'Light'],
        ['007', 90, 100, null, null],
        ['王芳', 30, 60, null, null],
        ['-', null, 50, null, null],
      ],
    },
    { op: 'table', area: area(2, 0, 4, 5), name: table },
    {
      op: 'formulas',
      area: area(3, 3, 3, 2),
      formulas: [1, 2, 3].map(() => ['=KPI.ACHIEVEMENT([@Actual],[@Target])', '=KPI.RAG([@Achievement])']),
    },
    { op: 'spill', area: area(8, 0, 2, 2), formula: `=KPI.LEADERBOARD(${table}[Name],${table}[Actual],2)` },
    { op: 'numberFormat', areas: [area(3, 3, 3, 1)], format: '0.0%' },
    {
      op: 'style',
      areas: [area(2, 0, 1, 5)],
      style: { fill: '#0f6c6c', color: '#ffffff', bold: true, line: '#cccccc' },
    },
    { op: 'validate', areas: [area(3, 1, 3, 1)], rule: { kind: 'number', minimum: 0 }, message: 'A number from 0' },
    {
      op: 'lights',
      areas: [area(3, 4, 3, 1)],
      lights: [{ condition: { when: 'textIs', value: 'green' }, fill: '#c6efce', color: '#006100' }],
    },
    {
      op: 'lights',
      areas: [area(3, 1, 3, 1)],
      lights: [{ condition: { when: 'between', from: 0, below: 50 }, fill: '#ffc7ce', color: '#9c0006' }],
    },
    { op: 'name', name: `${table}_Plan`, area: area(3, 2, 3, 1) },
    { op: 'note', row: 2, column: 3, text: 'Actual ÷ target' },
    { op: 'freeze', rows: 3, columns: 1 },
    { op: 'print', orientation: 'landscape', titleRows: [2, 1] },
    { op: 'mark', key: 'kpi.template', value: 'tracker' },
    { op: 'activate', row: 3, column: 1 },
  ];
}

describe('excelPort()', () => {
  let office: OfficeInNode;
  const sheets = () => office.book.workbook.getSheets().map(sheet => sheet.getSheetName());
  const sheet = (name: string) => {
    const found = office.book.workbook.getSheetByName(name);
    if (!found) throw new Error(`There is no sheet ${name}.`);
    return found;
  };

  beforeAll(async () => {
    office = await officeInNode();
  });
  afterAll(() => office.book.dispose());

  it('apply() does every op in one round trip', async () => {
    const before = office.host.syncs;
    const receipt = await office.port.apply(tracker('Tracker 跟踪', 'Tracker'));
    expect(office.host.syncs - before).toBe(1);
    expect(receipt).toEqual({
      sheet: 'Tracker 跟踪',
      sheetId: sheet('Tracker 跟踪').getSheetId(),
      names: ['Tracker_Plan'],
    });
    await office.book.calculated();
    const range = (a1: string) => sheet('Tracker 跟踪').getRange(a1);
    expect(range('A1').getValue()).toBe('=not a formula');
    expect(range('A4:E6').getValues()).toEqual([
      ['007', 90, 100, 0.9, 'amber'],
      ['王芳', 30, 60, 0.5, 'red'],
      ['-', null, 50, '', 'no data'],
    ]);
    expect(range('D4').getCellStyleData('cell')?.n?.pattern).toBe('0.0%');
    expect(range('A3').getCellStyleData('cell')).toMatchObject({ bg: { rgb: '#0f6c6c' }, bl: 1, bd: { b: { s: 1 } } });
    expect(range('D3').getNote()?.note).toBe('Actual ÷ target');
    expect(sheet('Tracker 跟踪').getFreeze()).toMatchObject({ ySplit: 3, xSplit: 1 });
    expect(sheet('Tracker 跟踪').getConditionalFormattingRules()).toHaveLength(2);
    expect(sheet('Tracker 跟踪').getColumnWidth(0)).toBe(160);
    expect(sheet('Tracker 跟踪').getCustomMetadata()).toMatchObject({
      properties: { 'kpi.template': 'tracker' },
      pageLayout: { orientation: 'Landscape', titleRows: '$3:$3' },
    });
    expect(office.book.workbook.getActiveSheet().getSheetName()).toBe('Tracker 跟踪');
  });

  it('apply() writes formulas that read back as they were written', async () => {
    const context = new Excel.RequestContext();
    const range = context.workbook.worksheets.getItem('Tracker 跟踪').getRange('D4:E4');
    range.load('formulas,values,valueTypes');
    await context.sync();
    expect(range.formulas).toEqual([['=KPI.ACHIEVEMENT([@Actual],[@Target])', '=KPI.RAG([@Achievement])']]);
    expect(range.values).toEqual([[0.9, 'amber']]);
    expect(range.valueTypes).toEqual([['Double', 'String']]);
  });

  it('read() takes a formula that gives "" for a blank', async () => {
    const { workbook } = new Excel.RequestContext();
    const cell = () => workbook.worksheets.getItem('Sheet1').getRange('A1');
    cell().formulas = [['=""']];
    workbook.names.add('Nothing', cell());
    await workbook.context.sync();
    expect(await office.port.read(['Nothing'])).toEqual({ Nothing: [[null]] });
    workbook.names.getItem('Nothing').delete();
    cell().values = [['']];
    await workbook.context.sync();
  });

  it('inspect() answers in one round trip', async () => {
    const before = office.host.syncs;
    const taken = await office.port.inspect();
    expect(office.host.syncs - before).toBe(1);
    expect(taken).toEqual({
      sheets: ['Sheet1', 'Tracker 跟踪'],
      names: ['Tracker_Plan'],
      tables: ['Tracker'],
      ours: [],
    });
  });

  it('apply() takes out what it added when an op fails, and nothing else', async () => {
    const taken = await office.port.inspect();
    const clash: Op[] = tracker('Second', 'Second').map(op =>
      op.op === 'mark' ? { op: 'name', name: 'Tracker_Plan', area: area(0, 0, 1, 1) } : op,
    );
    await expect(office.port.apply(clash)).rejects.toMatchObject({ reason: 'failed', code: 'ItemAlreadyExists' });
    expect(await office.port.inspect()).toEqual(taken);
  });

  it('apply() leaves a sheet alone that had the name already', async () => {
    const before = sheet('Tracker 跟踪').getSheetId();
    await expect(office.port.apply(tracker('Tracker 跟踪', 'Third'))).rejects.toBeInstanceOf(PortError);
    expect(sheet('Tracker 跟踪').getSheetId()).toBe(before);
    expect(sheets()).toEqual(['Sheet1', 'Tracker 跟踪']);
  });

  it('apply() says that the workbook is protected, or that a cell is being edited', async () => {
    office.host.context.workbookProtected = true;
    await expect(office.port.apply(tracker('No', 'No'))).rejects.toMatchObject({ reason: 'protected' });
    office.host.context.workbookProtected = false;
    office.host.context.editing = true;
    await expect(office.port.apply(tracker('No', 'No'))).rejects.toMatchObject({ reason: 'editing' });
    office.host.context.editing = false;
    expect(sheets()).toEqual(['Sheet1', 'Tracker 跟踪']);
  });

  it('undo() takes out the sheet, its table and its names, even after it was renamed', async () => {
    const receipt = await office.port.apply(tracker('Away', 'Away'));
    expect(await office.port.inspect()).toMatchObject({
      names: ['Tracker_Plan', 'Away_Plan'],
      tables: ['Tracker', 'Away'],
    });
    sheet('Away').setName('Renamed');
    await office.port.undo(receipt);
    expect(await office.port.inspect()).toEqual({
      sheets: ['Sheet1', 'Tracker 跟踪'],
      names: ['Tracker_Plan'],
      tables: ['Tracker'],
      ours: [],
    });
    await expect(office.port.undo(receipt)).resolves.toBeUndefined();
  });

  it('selection() answers the address on the active sheet and its size', async () => {
    sheet('Tracker 跟踪').getRange('B4:C6').activate();
    expect(await office.port.selection()).toEqual({ address: 'B4:C6', rows: 3, columns: 2 });
  });

  it('says that several ranges are selected, as everybody who asks for one is told', async () => {
    const { workbook, api } = office.book;
    const at = (row: number) => ({
      range: { startRow: row, endRow: row, startColumn: 1, endColumn: 2 },
      primary: null,
      style: null,
    });
    api.syncExecuteCommand(SetSelectionsOperation.id, {
      unitId: workbook.getId(),
      subUnitId: workbook.getActiveSheet().getSheetId(),
      selections: [at(3), at(5)],
    });
    const { selection, selectedCells, book } = office.port;
    for (const ask of [selection, () => selectedCells(100), book.selected])
      await expect(ask()).rejects.toMatchObject({ reason: 'selection', code: 'InvalidSelection' });
  });

  it('insertFormula() writes into a blank active cell only', async () => {
    sheet('Tracker 跟踪').getRange('H9').activate();
    expect(await office.port.insertFormula('=KPI.NPS({10,9,0})')).toBe('H9');
    await office.book.calculated();
    expect(sheet('Tracker 跟踪').getRange('H9').getValue()).toBeCloseTo(33.3333, 3);
    await expect(office.port.insertFormula('=1')).rejects.toMatchObject({ reason: 'occupied' });
  });

  it('the host refuses what it does not play', async () => {
    const { workbook } = new Excel.RequestContext();
    workbook.worksheets.getActiveWorksheet().autoFilter.load('enabled');
    await expect(workbook.context.sync()).rejects.toMatchObject({ code: 'ApiNotFound' });
  });
});
