import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OfficeInNode, officeInNode } from '../../support/officeInNode.ts';

describe('Excel.NoteCollection', () => {
  let office: OfficeInNode;
  beforeAll(async () => {
    office = await officeInNode({ excelApi: '1.18', notes: true, functions: false });
  });
  afterAll(() => office.book.dispose());

  const sheetOf = (workbook: Excel.Workbook) => workbook.worksheets.getActiveWorksheet();
  const refused = (queue: (sheet: Excel.Worksheet) => void): Promise<unknown> => {
    const { workbook } = new Excel.RequestContext();
    queue(sheetOf(workbook));
    return workbook.context.sync().then(
      () => 'done',
      (reason: unknown) => (reason instanceof OfficeExtension.Error ? reason.code : String(reason)),
    );
  };

  it('add(cell, content) and the note of a cell, by its address', async () => {
    const { workbook } = new Excel.RequestContext();
    const { notes } = sheetOf(workbook);
    notes.add('B2', 'one');
    notes.add(sheetOf(workbook).getRange('C5'), 'two');
    const [one, two] = [notes.getItem('B2').load('content,visible'), notes.getItemAt(1).load('content')];
    const count = notes.getCount();
    const place = notes.getItem('C5').getLocation().load('address');
    await workbook.context.sync();
    expect([one.content, one.visible, two.content, count.value]).toEqual(['one', false, 'two', 2]);
    expect(place.address).toMatch(/!C5$/);
  });

  it('content, visible, width and height are written', async () => {
    const { workbook } = new Excel.RequestContext();
    const { notes } = sheetOf(workbook);
    const note = notes.getItem('B2');
    Object.assign(note, { content: 'three', visible: true, width: 150, height: 60 });
    await workbook.context.sync();
    notes.load('items/content,items/visible,items/width,items/height');
    await workbook.context.sync();
    expect(notes.items.map(({ content, visible, width, height }) => [content, visible, width, height])).toEqual([
      ['three', true, 150, 60],
      ['two', false, 165, 67.5],
    ]);
  });

  it('items can be asked for their places, and the workbook has those of all sheets', async () => {
    const { workbook } = new Excel.RequestContext();
    workbook.worksheets.add('Other').notes.add('A1', 'four');
    const { notes } = workbook;
    notes.load('items/content');
    await workbook.context.sync();
    const places = notes.items.map(note => note.getLocation().load('address'));
    await workbook.context.sync();
    expect(places.map(({ address }) => address.replace(/.*!/, ''))).toEqual(['B2', 'C5', 'A1']);
  });

  it('comments are no notes, and notes no comments', async () => {
    const { workbook } = new Excel.RequestContext();
    const sheet = sheetOf(workbook);
    sheet.comments.add(sheet.getRange('D7'), 'a comment');
    const none = [sheet.notes.getItemOrNullObject('D7'), sheet.notes.getItemOrNullObject('E9')];
    const [notes, comments] = [sheet.notes.getCount(), sheet.comments.getCount()];
    for (const note of none) note.load('content');
    await workbook.context.sync();
    expect([none.map(({ isNullObject }) => isNullObject), notes.value, comments.value]).toEqual([[true, true], 2, 1]);
    expect(await refused(({ comments }) => comments.getItemByCell('B2').delete())).toBe('ItemNotFound');
  });

  it('delete() takes a note away; what is not there, several cells and a size below 0 are refused', async () => {
    expect(await refused(({ notes }) => notes.getItem('C5').delete())).toBe('done');
    expect(await refused(({ notes }) => notes.getItem('C5').delete())).toBe('ItemNotFound');
    expect(await refused(({ notes }) => void notes.add('A1:A2', 'both'))).toBe('InvalidArgument');
    expect(await refused(({ notes }) => Object.assign(notes.getItem('B2'), { width: -1 }))).toBe('InvalidArgument');
  });
});
