import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { servicesOf } from '../../../workbench/sheets/services.ts';
import type { Settings } from '../../../workbench/sheets/sheetState.ts';
import { playSheets } from '../../support/sheets.ts';

type Cells = (string | number | boolean | Date)[][];

/** A spreadsheet as a script of one's own sees it. */
async function spreadsheet(settings: Partial<Settings> = {}) {
  const played = await playSheets({ timeZone: 'Europe/Berlin', ...settings });
  const services = servicesOf(played.host.state, { pages: {}, onMenu: () => undefined, onSidebar: () => undefined });
  const app = services.SpreadsheetApp;
  const sheet = app.getActiveSpreadsheet().getSheets()[0];
  if (!sheet) throw new Error('There is no sheet.');
  const write = (a1: string, values: Cells): void => {
    sheet.getRange(a1).setValues(values);
    app.flush();
  };
  const read = async (a1: string): Promise<unknown[][]> => {
    await played.book.calculated();
    return sheet.getRange(a1).getValues();
  };
  return { played, services, app, sheet, write, read };
}

type Opened = Awaited<ReturnType<typeof spreadsheet>>;

describe('a spreadsheet in German', () => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await spreadsheet({ locale: 'de_DE' });
  });
  afterAll(() => opened.played.book.dispose());

  it('setFormula() parts arguments by semicolons and has decimal commas, and getFormulas() gives back the same', async () => {
    const { sheet, app, read } = opened;
    const formulas = ['=SUM(1;0,5)', '=IF(1,5>1;"a,b;1.5";"")', '=SUM({1\\2;3\\4})', "='Sheet1'!A1*2"];
    sheet.getRange('A1:D1').setFormulas([formulas]);
    app.flush();
    expect(await read('A1:D1')).toEqual([[1.5, 'a,b;1.5', 10, 3]]);
    expect(sheet.getRange('A1:D1').getFormulas()).toEqual([formulas]);
  });

  it.each(['=SUM(A1,A2)', '=IF(A1,2,3)', '=A1*0.5', '=SUM({1,2,3})', '=SUM(1\\2)'])(
    'setFormula(%s) is refused: it is in English notation',
    formula => {
      const { sheet, app } = opened;
      sheet.getRange('A5').setFormula(formula);
      expect(() => app.flush()).toThrow('Formula parse error');
      expect(sheet.getRange('A5').isBlank()).toBe(true);
    },
  );

  it('setValues() reads texts as they are typed: truths, numbers, currencies, months, days, formulas', async () => {
    const { write, read } = opened;
    const texts = [
      'WAHR',
      'falsch',
      '1,5',
      '1.234,5',
      '12,5 %',
      'CHF 5',
      '5 €',
      'kr 12',
      '１２',
      '＝1+1',
      '+A7',
      '-A7',
    ];
    write(
      'A7:A18',
      texts.map(text => [text]),
    );
    expect((await read('A7:A18')).flat()).toEqual([true, false, 1.5, 1234.5, 0.125, 5, 5, 12, 12, 2, true, -1]);
    write('B7:B12', [['Mai 5'], ['5. Mai 2026'], ['31.12.2026'], ['2026-03-05'], ['März 2026'], ['3-4']]);
    const days = (await read('B7:B12')).flat().map(day => (day instanceof Date ? day.toISOString().slice(0, 10) : day));
    // Midnight in Berlin.
    expect(days).toEqual(['2026-05-04', '2026-05-04', '2026-12-30', '2026-03-04', '2026-02-28', '2026-04-02']);
  });

  it('setValues() leaves other texts as they are, and those after an apostrophe, which is no part of them', async () => {
    const { write, read } = opened;
    write('C7:C12', [['Wahrheit'], ["'WAHR"], ["'＝1"], ["'Mai 5"], ['Mai'], ['1.5x']]);
    expect((await read('C7:C12')).flat()).toEqual(['Wahrheit', 'WAHR', '＝1', 'Mai 5', 'Mai', '1.5x']);
  });

  it('requireFormulaSatisfied() reads the notation of the spreadsheet', () => {
    const rule = opened.app.newDataValidation();
    expect(() => rule.requireFormulaSatisfied('=AND(A1>0,A1<1)')).toThrow('Formula parse error');
    expect(rule.requireFormulaSatisfied('=AND(A1>0;A1<1,5)')).toBe(rule);
  });
});

describe('arrays', () => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await spreadsheet();
    opened.write('A1:C4', [
      ['a', 1, 'a'],
      ['b', 2, 'b'],
      ['a', 3, 'c'],
      ['c', 4, ''],
    ]);
  });
  afterAll(() => opened.played.book.dispose());

  const computed = async (formula: string, from: string, area: string): Promise<unknown[]> => {
    const { sheet, app, read } = opened;
    sheet.getRange(from).setFormula(formula);
    app.flush();
    const values = (await read(area)).flat();
    expect(sheet.getRange(from).getFormulas()).toEqual([[formula]]);
    sheet.getRange(from).setValues([['']]);
    app.flush();
    return values;
  };

  it('A1:A4*2 is one cell, that of the same row, and four inside ARRAYFORMULA', async () => {
    expect(await computed('=B1:B4*2', 'E2', 'E1:E4')).toEqual(['', 4, '', '']);
    expect(await computed('=ARRAYFORMULA(B1:B4*2)', 'E1', 'E1:E4')).toEqual([2, 4, 6, 8]);
    expect(await computed('=IF(B1:B4>2,"x","y")', 'E3', 'E3:E4')).toEqual(['x', '']);
    expect(await computed('=B1:B4*2', 'E9', 'E9')).toEqual(['#VALUE!']);
    expect(await computed('=((B1:B4+1)*2)&(" x"&("y"))', 'E2', 'E2')).toEqual(['6 xy']);
    expect(await computed('=ARRAYFORMULA(SUMIFS(B1:B4,A1:A4,(C1:C3)&("")))', 'E1', 'E1:E2')).toEqual([4, '']);
    expect(await computed('=SUM(B1:B4)', 'E1', 'E1:E2')).toEqual([10, '']);
    expect(await computed('=SUMPRODUCT((A1:A4="a")*B1:B4)', 'E1', 'E1:E2')).toEqual([4, '']);
  });

  it('names of several cells are several cells', async () => {
    const { app, sheet } = opened;
    app.getActiveSpreadsheet().setNamedRange('Figures', sheet.getRange('B1:B4'));
    app.getActiveSpreadsheet().setNamedRange('Figure', sheet.getRange('B4'));
    expect(await computed('=Figures*Figure', 'E2', 'E1:E4')).toEqual(['', 8, '', '']);
  });

  it('SUMIF() and COUNTIFS() expand over criteria inside ARRAYFORMULA, SUMIFS() and INDEX() do not', async () => {
    expect(await computed('=ARRAYFORMULA(SUMIF(A1:A4,C1:C3,B1:B4))', 'E1', 'E1:E3')).toEqual([4, 2, 4]);
    expect(await computed('=ARRAYFORMULA(COUNTIFS(A1:A4,C1:C3))', 'E1', 'E1:E3')).toEqual([2, 1, 1]);
    expect(await computed('=ARRAYFORMULA(SUMIFS(B1:B4,A1:A4,C1:C3))', 'E1', 'E1:E3')).toEqual([4, '', '']);
    expect(await computed('=ARRAYFORMULA(INDEX(B1:B4,B1:B3))', 'E1', 'E1:E3')).toEqual([1, '', '']);
    expect(await computed('=SUMIFS(B1:B4,A1:A4,C1:C3)', 'E2', 'E1:E3')).toEqual(['', 2, '']);
  });

  it('an array in braces is put together from cells and results, row by row', async () => {
    expect(await computed('={"Double";ARRAYFORMULA(B1:B4*2)}', 'E1', 'E1:E5')).toEqual(['Double', 2, 4, 6, 8]);
    expect(await computed('={"x","y";A1:A2,B1:B2}', 'E1', 'E1:F3')).toEqual(['x', 'y', 'a', 1, 'b', 2]);
    expect(await computed('={"x";A1:B2}', 'E1', 'E1')).toEqual(['#VALUE!']);
  });
});

describe('what is refused', () => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await spreadsheet();
  });
  afterAll(() => opened.played.book.dispose());

  it.each(['=SUM(1', '=1+', '=)', '="x', '=A1 B1)'])('setFormula(%s) does not parse', formula => {
    const { sheet, app } = opened;
    sheet.getRange('A1').setFormula(formula);
    expect(() => app.flush()).toThrow('Formula parse error');
  });

  it('a text has 50,000 characters at most', async () => {
    const { write, read } = opened;
    write('A1', [['字'.repeat(50_000)]]);
    expect(() => write('A1:B1', [['x', '字'.repeat(50_001)]])).toThrow('50000 characters');
    expect(await read('A1')).toEqual([['字'.repeat(50_000)]]);
  });

  it('a list of a rule has 500 values at most', () => {
    const rule = opened.app.newDataValidation();
    const values = Array.from({ length: 501 }, (_, index) => `Value ${index}`);
    expect(rule.requireValueInList(values.slice(1))).toBe(rule);
    expect(() => rule.requireValueInList(values)).toThrow('limit of 500');
  });

  it('between 5 and 1 is nothing', () => {
    const { app } = opened;
    expect(() => app.newDataValidation().requireNumberBetween(5, 1)).toThrow('start number');
    expect(() => app.newConditionalFormatRule().whenNumberBetween(5, 1)).toThrow('start number');
    expect(() => app.newDataValidation().requireNumberBetween(1, 1)).not.toThrow();
  });

  it('the name of a sheet has 100 characters at most', () => {
    const { app, sheet } = opened;
    expect(() => app.getActiveSpreadsheet().insertSheet('字'.repeat(101))).toThrow('100 characters');
    expect(() => sheet.setName('x'.repeat(101))).toThrow('100 characters');
    expect(() => sheet.setName('')).toThrow('100 characters');
    sheet.setName('x'.repeat(100));
  });

  it('a property has 9 KB at most, and all keys and values of a document 500 KB', () => {
    const properties = opened.services.PropertiesService.getDocumentProperties();
    expect(() => properties.setProperty('a', '字'.repeat(3001))).toThrow('Argument too large');
    const full = Object.fromEntries(Array.from({ length: 56 }, (_, index) => [`p${index}`, 'x'.repeat(9000)]));
    expect(() => properties.setProperties(full)).toThrow('storage quota');
  });

  it('half a character is not kept', async () => {
    const { write, read, services } = opened;
    write('A1', [['a\uD83D']]);
    expect(await read('A1')).toEqual([['a\uFFFD']]);
    const properties = services.PropertiesService.getDocumentProperties();
    properties.setProperty('p0', '\uDE00b');
    expect(properties.getProperty('p0')).toBe('\uFFFDb');
  });

  it('a refusal is heard of at the next flush or reading, and what is queued behind it is not written', async () => {
    const { sheet, app, played } = opened;
    const univer = played.book.workbook.getSheets()[0];
    sheet.getRange('A1:A2').setValues([['kept'], ['kept']]);
    app.flush();
    played.host.state.protectedSheets.add(univer?.getSheetId() ?? '');
    sheet.getRange('A1').setValues([['lost']]);
    played.host.state.protectedSheets.clear();
    sheet.getRange('A2').setValues([['lost, too']]);
    expect(() => sheet.getRange('A1').getValues()).toThrow('protected');
    expect(sheet.getRange('A1:A2').getValues()).toEqual([['kept'], ['kept']]);
  });

  it('a script that ends with something refused has failed, and the next one has not', async () => {
    const code = 'function work(text) { SpreadsheetApp.getActiveSheet().getRange("A1").setValues([[text]]); }';
    const { host, book } = await playSheets({}, code);
    expect(() => host.realm.call('work', ['=SUM(1'])).toThrow('Formula parse error');
    expect(host.realm.call('work', ['=SUM(1)'])).toBeUndefined();
    book.dispose();
  });
});

describe('dates', () => {
  it('setValues() takes dates, and shows them by the clock of the spreadsheet', async () => {
    const { write, read, sheet, played } = await spreadsheet();
    write('A1:A2', [[new Date('2026-03-04T23:00:00Z')], [new Date('2026-07-01T10:30:00Z')]]);
    expect(await read('A1:A2')).toEqual([[new Date('2026-03-04T23:00:00Z')], [new Date('2026-07-01T10:30:00Z')]]);
    const univer = played.book.workbook.getActiveSheet();
    expect(univer.getRange('A1').getCellData()?.v).toBe(46086);
    expect(univer.getRange('A2').getCellData()?.v).toBeCloseTo(46204 + 12.5 / 24, 9);
    // A format that is there stays.
    sheet.getRange('A3').setNumberFormats([['0.00']]);
    write('A3', [[new Date('2026-03-04T23:00:00Z')]]);
    expect(await read('A3')).toEqual([[46086]]);
    played.book.dispose();
  });
});

describe('what a custom function is given', () => {
  it('a number, a text, a truth, a Date, or an empty text; a range in rows, a single cell bare', async () => {
    const { played, write, sheet, app } = await spreadsheet({ timeZone: 'America/New_York' });
    write('A1:A5', [[1.5], ['x'], [true], [new Date('2026-04-01T04:00:00Z')], ['']]);
    const given = async (formula: string): Promise<unknown> => {
      sheet.getRange('C1').setFormula(formula);
      app.flush();
      await played.book.calculated();
      return played.scriptCalls.findLast(([name]) => name === 'KPI_GROWTH')?.[1];
    };
    const day = new Date('2026-04-01T04:00:00Z');
    expect(await given('=KPI_GROWTH(A1:A5,A5)')).toEqual([[[1.5], ['x'], [true], [day], ['']], '']);
    expect(await given('=KPI_GROWTH(A4,A4:A4)')).toEqual([day, day]);
    expect(await given('=KPI_GROWTH(A1,,1)')).toEqual([1.5, undefined, 1]);
    // Computed from days it is days; a figure of them is a figure.
    expect(await given('=ARRAYFORMULA(KPI_GROWTH(A4+1,2))')).toEqual([46114, 2]);
    played.book.dispose();
  });
});
