import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CellError } from '../../src/kernel/cell.ts';
import { before as standing } from '../../src/plan/fitting.ts';
import { relabel, wordingsOf } from '../../src/plan/relabel.ts';
import { MOST_MONTH_REMEMBERED } from '../../src/port/monthPort.ts';
import { MOST_REMEMBERED, type PanelPort } from '../../src/port/port.ts';
import { tracker } from '../../src/templates/tracker.ts';
import type { Book } from '../../workbench/book/book.ts';
import { officeInNode } from '../support/officeInNode.ts';
import { opsOf, specOf, TODAY } from '../support/planning.ts';
import { sheetsInNode } from '../support/sheetsPort.ts';

interface Played {
  readonly port: PanelPort;
  readonly book: Book;
}

const HOSTS: Readonly<Record<string, () => Promise<Played>>> = {
  async Excel() {
    const { port, book } = await officeInNode();
    return { port, book };
  },
  async 'Google Sheets'() {
    const { port, played } = await sheetsInNode({ locale: 'de_DE' });
    return { port, book: played.book };
  },
};

describe.each(Object.entries(HOSTS))('the port of %s', (_, start) => {
  let port: PanelPort;
  let book: Book;
  let sheetId = '';
  const sheet = (name: string) => {
    const found = book.workbook.getSheetByName(name);
    if (!found) throw new Error(`There is no sheet ${name}.`);
    return found;
  };

  beforeAll(async () => {
    ({ port, book } = await start());
    ({ sheetId } = await port.apply(opsOf(specOf(tracker, 'en'), 'en', port.dialect)));
    sheet('Tracker').setName('March');
    await book.calculated();
  });
  afterAll(() => book.dispose());

  it('inspect() finds sheets that were inserted, though they were renamed', async () => {
    const { sheets, names, ours } = await port.inspect();
    expect(sheets).toContain('March');
    expect(names).toContain('Tracker_Light');
    expect(ours).toMatchObject([{ sheetId, sheet: 'March', template: 'tracker', prefix: 'Tracker' }]);
  });

  it('read() gives the cells of names: figures, dates as serial numbers, blanks, words; and nothing for others', async () => {
    const cells = await port.read(['Tracker_AsOf', 'Tracker_Light', 'Tracker_TotalAchievement', 'Nobody']);
    expect(cells.Tracker_AsOf).toEqual([[46112]]);
    expect(cells.Tracker_TotalAchievement?.[0]?.[0]).toBeGreaterThan(0.5);
    const lights = (cells.Tracker_Light ?? []).flat().filter(light => light !== null);
    // In Google Sheets the names of columns begin at their headings.
    const headings = port.dialect.computedColumns === 'array' ? ['Status'] : [];
    expect(new Set(lights)).toEqual(new Set([...headings, 'red', 'amber', 'green', 'no data']));
    expect(Object.keys(cells)).not.toContain('Nobody');
  });

  it('read() gives errors as errors', async () => {
    const { names } = await port.inspect();
    expect(names).toContain('Tracker_AsOf');
    const place = (await port.texts(sheetId)).cells.find(({ text }) => text === 'Data as of');
    if (!place) throw new Error('The label is missing.');
    const cell = sheet('March').getRange(place.row + 1, place.column);
    cell.setValue({ v: null, f: '=1/0' });
    await book.calculated();
    expect((await port.read(['Tracker_AsOf'])).Tracker_AsOf?.[0]?.[0]).toBeInstanceOf(CellError);
    cell.setValue({ v: 46112, f: null });
    await book.calculated();
  });

  it('show() goes to a sheet, and says so when it is gone', async () => {
    book.workbook.setActiveSheet(sheet('Sheet1'));
    await port.show(sheetId);
    expect(book.workbook.getActiveSheet().getSheetName()).toBe('March');
    await expect(port.show('999')).rejects.toMatchObject({ reason: 'gone' });
  });

  it('recall() gives what remember() was given last', async () => {
    expect(await port.recall()).toBeUndefined();
    await port.remember('{"a":1}');
    await port.remember('字'.repeat(MOST_REMEMBERED / 3));
    expect(await port.recall()).toBe('字'.repeat(MOST_REMEMBERED / 3));
  });

  it('month.recall() gives what month.remember() was given last, of any length it may have', async () => {
    expect(await port.month.recall()).toBeUndefined();
    const long = '字'.repeat(MOST_MONTH_REMEMBERED / 3);
    await port.month.remember(long);
    expect(await port.month.recall()).toBe(long);
    await port.month.remember('{"a":1}');
    expect(await port.month.recall()).toBe('{"a":1}');
  });

  it('selectedCells() gives the cells as far as the sheet is used, and refuses too many', async () => {
    const cells = sheet('Sheet1');
    book.workbook.setActiveSheet(cells);
    cells.getRange('B2:C4').setValues([
      ['Who', 'Sum'],
      ['Ann', 10],
      ['王芳', 20.5],
    ]);
    cells.getRange('B2:F900').activate();
    expect(await port.selectedCells(1000)).toEqual({
      address: expect.stringMatching(/B2:F900$/),
      cells: [
        ['Who', 'Sum'],
        ['Ann', 10],
        ['王芳', 20.5],
      ],
      hidden: [],
    });
    cells.hideRows(2, 1);
    // Univer selects what stands beside the hidden rows.
    cells.getRange('B2:F900').activate();
    expect((await port.selectedCells(1000)).hidden).toEqual([1]);
    cells.showRows(2, 1);
    cells.getRange('B2:F900').activate();
    await expect(port.selectedCells(5)).rejects.toMatchObject({ reason: 'tooLarge' });
    cells.getRange('H50:I60').activate();
    expect((await port.selectedCells(1000)).cells).toEqual([]);
  });

  it('relabel() turns the labels of a sheet, and back, without a change of any figure', async () => {
    const names = ['Actual', 'Achievement', 'Gap', 'Light', 'TotalTarget', 'TotalAchievement', 'AsOf'];
    // In Google Sheets the first cell of a column is its heading, which is a label.
    const headings = port.dialect.computedColumns === 'array' ? 1 : 0;
    const figures = async () =>
      Object.entries(await port.read(names.map(name => `Tracker_${name}`))).map(([name, cells]) => [
        name,
        cells.length > 1 ? cells.slice(headings) : cells,
      ]);
    const were = await figures();
    const texts = await port.texts(sheetId);
    const labels = relabel(texts, wordingsOf(tracker, TODAY), 'zh');
    const was = standing(texts, labels);
    await port.relabel(sheetId, labels, was);
    await book.calculated();
    const turned = await port.texts(sheetId);
    const said = turned.cells.map(({ text }) => text);
    for (const label of ['月度目标跟踪', '累计实际', '达成率', '数据截至']) expect(said).toContain(label);
    expect(turned.notes.map(({ text }) => text)).toContain('实际 ÷ 目标。');
    expect(relabel(turned, wordingsOf(tracker, TODAY), 'zh')).toEqual({ cells: [], notes: [] });
    // Formulas that followed the headings were calculated anew.
    expect(await figures()).toEqual(were);
    await port.relabel(sheetId, was, labels);
    // In Google Sheets a computed column's heading is computed with it.
    await book.calculated();
    expect(await port.texts(sheetId)).toEqual(texts);
  });

  it('relabel() leaves what was typed meanwhile, also when labels are changed back late', async () => {
    const texts = await port.texts(sheetId);
    const labels = relabel(texts, wordingsOf(tracker, TODAY), 'zh');
    const was = standing(texts, labels);
    const place = texts.cells.find(({ text }) => text === 'Data as of');
    if (!place) throw new Error('The label is missing.');
    const typed = sheet('March').getRange(place.row, place.column);
    typed.setValue({ v: 'Mine', f: null });
    expect(await port.relabel(sheetId, labels, was)).toBe(1);
    await book.calculated();
    expect(typed.getValue()).toBe('Mine');
    // Two rows further down other words stand, figures, or nothing.
    sheet('March').insertRows(0, 2);
    await book.calculated();
    const moved = await port.texts(sheetId);
    expect(await port.relabel(sheetId, was, labels)).toBe(was.cells.length + was.notes.length);
    await book.calculated();
    expect(await port.texts(sheetId)).toEqual(moved);
    sheet('March').deleteRows(0, 2);
    await book.calculated();
    expect(await port.relabel(sheetId, was, labels)).toBe(1);
    await book.calculated();
    // What is as it is to be needs no writing, and was left by nobody.
    expect(await port.relabel(sheetId, was, labels)).toBe(1);
    typed.setValue({ v: place.text, f: null });
    await book.calculated();
    expect(await port.texts(sheetId)).toEqual(texts);
  });
});
