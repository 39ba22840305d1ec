import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { plansFor } from '../../src/month/change/sheetPlan.ts';
import { excelDialect } from '../../src/plan/dialect.ts';
import { before as standing } from '../../src/plan/fitting.ts';
import { type Label, relabel, wordingsOf } from '../../src/plan/relabel.ts';
import { tracker } from '../../src/templates/tracker.ts';
import { type OfficeInNode, officeInNode } from '../support/officeInNode.ts';
import { only, opsOf, specOf, TODAY } from '../support/planning.ts';
import { fillIn, planningOf, rolledOver, seen } from '../support/rollCases.ts';

const OPS = opsOf(specOf(tracker, 'en'), 'en', excelDialect);
const ALL = byPlace(only(OPS, 'note'));
const WORDINGS = wordingsOf(tracker, TODAY);

function byPlace(notes: readonly Label[]): Label[] {
  const sorted = [...notes].sort((a, b) => a.row - b.row || a.column - b.column);
  return sorted.map(({ row, column, text }) => ({ row, column, text }));
}

const KINDS = [
  { kind: 'notes', excelApi: '1.18', notes: true },
  { kind: 'comments, for want of notes in the library', excelApi: '1.18', notes: false },
  { kind: 'comments, for want of notes in this Excel', excelApi: '1.16', notes: true },
] as const;

describe.each(KINDS)('remarks on cells are $kind', ({ excelApi, notes }) => {
  const areNotes = excelApi === '1.18' && notes;
  let office: OfficeInNode;
  let sheetId: string;
  beforeAll(async () => {
    office = await officeInNode({ excelApi, notes, functions: false });
    office.book.settled = () => Promise.resolve();
  });
  afterAll(() => office.book.dispose());

  /** The host's remarks, by their kind. */
  const counted = () => {
    const all = office.book.workbook.getSheets().flatMap(sheet => sheet.getNotes());
    const comments = all.filter(({ id }) => id.startsWith('comment-')).length;
    return { notes: all.length - comments, comments };
  };
  const count = (number: number) => (areNotes ? { notes: number, comments: 0 } : { notes: 0, comments: number });

  it('the library has notes, or has none', () => {
    expect('notes' in Excel.Worksheet.prototype).toBe(notes);
  });

  it('apply() of a template writes each, and texts() reads them where they stand', async () => {
    ({ sheetId } = await office.port.apply(OPS));
    expect(ALL.length).toBeGreaterThan(4);
    expect(counted()).toEqual(count(ALL.length));
    expect(byPlace((await office.port.texts(sheetId)).notes)).toEqual(ALL);
  });

  it('relabel() gives them the words of the other language, and takes it back', async () => {
    const texts = await office.port.texts(sheetId);
    const labels = relabel(texts, WORDINGS, 'zh');
    expect(labels.notes).toHaveLength(ALL.length);
    await office.port.relabel(sheetId, labels, standing(texts, labels));
    const turned = await office.port.texts(sheetId);
    expect(byPlace(turned.notes)).toEqual(byPlace(labels.notes));
    expect(relabel(turned, WORDINGS, 'zh')).toEqual({ cells: [], notes: [] });
    expect(counted()).toEqual(count(ALL.length));
    await office.port.relabel(sheetId, standing(texts, labels), labels);
    expect(await office.port.texts(sheetId)).toEqual(texts);
  });

  it('undo() takes them out with the sheet', async () => {
    await office.port.undo({ sheet: '', sheetId, names: only(OPS, 'name').map(({ name }) => name) });
    expect(counted()).toEqual(count(0));
  });

  it('change() that rolls over writes those of the new month, and takes them back', async () => {
    const { port, book } = office;
    await fillIn(port);
    const was = await seen(port, book);
    const one = counted();
    const { set, plans } = await rolledOver(port, 'roll');
    expect(await port.month.change({ is: 'apply', set, plans })).toMatchObject({ conflicts: [] });
    const made = (await port.inspect()).ours.find(({ prefix }) => prefix === 'Tracker2');
    const planned = only(plans.roll ?? [], 'note');
    expect(byPlace((await port.texts(made?.sheetId ?? '')).notes)).toEqual(byPlace(planned));
    expect(counted()).toEqual(count(one.notes + one.comments + planned.length));
    const { undo } = await port.month.kept();
    const back = undo ? plansFor(undo, planningOf(port, await port.inspect())) : {};
    expect(await port.month.change({ is: 'takeBack', plans: back })).toMatchObject({ conflicts: [] });
    expect([await seen(port, book), counted()]).toEqual([was, one]);
  });
});

describe('a workbook of an Excel without notes, in one that has them', () => {
  let office: OfficeInNode;
  beforeAll(async () => {
    office = await officeInNode({ excelApi: '1.18', notes: true, functions: false });
    office.book.settled = () => Promise.resolve();
  });
  afterAll(() => office.book.dispose());

  it('texts() reads comments and notes, relabel() writes either', async () => {
    const { port } = office;
    const older = vi.spyOn(Office.context.requirements, 'isSetSupported').mockReturnValue(false);
    const { sheetId } = await port.apply(OPS);
    older.mockRestore();
    const { workbook } = new Excel.RequestContext();
    workbook.worksheets.getItem(sheetId).notes.add('A1', 'A note of mine');
    await workbook.context.sync();
    const texts = await port.texts(sheetId);
    expect(byPlace(texts.notes)).toEqual(byPlace([...ALL, { row: 0, column: 0, text: 'A note of mine' }]));
    const labels = relabel(texts, WORDINGS, 'zh');
    const changed = { ...labels, notes: [...labels.notes, { row: 0, column: 0, text: '我的批注' }] };
    await port.relabel(sheetId, changed, standing(texts, changed));
    expect(byPlace((await port.texts(sheetId)).notes)).toEqual(byPlace(changed.notes));
  });
});
