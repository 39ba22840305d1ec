import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Content, formulaSpots, type Grid } from '../../src/grid/grid.ts';
import { Places } from '../../src/grid/places.ts';
import { callsOurs } from '../../src/native/toNative.ts';
import { look, restore, shareCopies, shareInPlace, takeOut } from '../../src/panel/views/share/work.ts';
import { HOSTS, insertAllTemplates, type Played } from '../support/allTemplates.ts';
import { agree } from '../support/twins.ts';

const TEMPLATES = 16;

describe.each(Object.entries(HOSTS))('a workbook with all templates in %s', (_, start) => {
  let played: Played;
  let original: Grid;
  const read = async (): Promise<Grid> => {
    await played.book.calculated();
    return played.port.book.read();
  };
  const ours = ({ sheets }: Grid) =>
    sheets.flatMap(formulaSpots).filter(({ formula }) => callsOurs(formula) || /KPI[._]/.test(formula));
  /** Cells that show something else than before. */
  const otherFigures = (now: Grid, before: Grid) =>
    before.sheets.flatMap(({ sheet, values }, index) =>
      values.flatMap((line, row) =>
        line.flatMap((wanted, column) => {
          const actual = now.sheets[index]?.values[row]?.[column] ?? null;
          const shown = actual !== null && typeof actual === 'object' ? actual.code : actual;
          return agree(shown, wanted) ? [] : [{ sheet, row, column, wanted, shown }];
        }),
      ),
    );
  const formulas = ({ sheets }: Grid) => sheets.map(sheet => [sheet.sheetId, formulaSpots(sheet)]);

  beforeAll(async () => {
    played = await start();
    await insertAllTemplates(played);
    original = await read();
  });
  afterAll(() => played.book.dispose());

  it('read() answers with every sheet, its formulas, names and tables', () => {
    expect(original.sheets.filter(({ marks }) => marks.template)).toHaveLength(TEMPLATES);
    expect(ours(original).length).toBeGreaterThan(80);
    const places = new Places(original);
    const [sheet] = original.sheets;
    const named = places.read('Tracker_AmberFrom', { sheetId: sheet?.sheetId ?? '', row: 0, column: 0 });
    expect(named).toEqual([[0.8]]);
  });

  it('shareInPlace() leaves no formula of ours and every figure, and restore() brings back every formula', async () => {
    const { port } = played;
    const done = await shareInPlace(port, await look(port));
    expect(done).toMatchObject({ is: 'shared', report: { left: [] } });
    const shared = await read();
    expect(ours(shared)).toEqual([]);
    expect(otherFigures(shared, original)).toEqual([]);
    // Another day, in another pane: only the workbook knows.
    expect(await restore(port, false)).toMatchObject({ is: 'restored', unlike: [] });
    const restored = await read();
    expect(formulas(restored)).toEqual(formulas(original));
    expect(otherFigures(restored, original)).toEqual([]);
    expect((await look(port)).kept).toEqual({});
  });

  it('patch() writes nothing where a cell has been changed since, unless told to', async () => {
    const { book } = played.port;
    const [sheet] = original.sheets;
    const at = { sheetId: sheet?.sheetId ?? '', row: 1, column: 1 };
    const put = (before: Content, after: Content) => ({ ...at, before: [[before]], after: [[after]] });
    expect(await book.patch({ patches: [put(null, { formula: '=1+1' })], keep: '{}' })).toEqual([]);
    expect(await book.patch({ patches: [put(7, '=text')], keep: '{"share":[]}' })).toEqual([at]);
    expect(await book.kept()).toBe('{}');
    expect(await book.patch({ patches: [put(7, '=text')], keep: '{}', anyway: true })).toEqual([]);
    expect((await read()).sheets[0]?.values[1]?.[1]).toBe('=text');
    expect(await book.patch({ patches: [put('=text', null)], keep: '{}' })).toEqual([]);
  });

  it('shareCopies() makes copies that stand for themselves, and takeOut() takes them out again', async () => {
    const { port } = played;
    const shareable = await look(port);
    const chosen = ['tracker', 'history', 'funnel', 'dashboard', 'incentive'];
    const sheets = shareable.grid.sheets.filter(({ marks }) => chosen.includes(marks.template ?? ''));
    const done = await shareCopies(
      port,
      shareable,
      sheets.map(({ sheetId }) => sheetId),
    );
    if (done.is !== 'shared') throw new Error(done.is);
    const now = await read();
    const copies = done.copies.flatMap(copy => now.sheets.filter(({ sheetId }) => sheetId === copy.sheetId));
    expect(copies).toHaveLength(chosen.length);
    expect(copies.every(({ marks }) => marks.template === undefined)).toBe(true);
    expect(ours({ ...now, sheets: copies })).toEqual([]);
    const elsewhere = copies.flatMap(formulaSpots).filter(({ formula }) => {
      const plain = formula.replace(/"(?:[^"]|"")*"/g, '');
      const own = done.copies.map(({ sheet }) => `'${sheet}'!`);
      return /\b(Tracker|History|Funnel)_|\]/.test(own.reduce((text, name) => text.split(name).join(''), plain));
    });
    expect(elsewhere).toEqual([]);
    expect(otherFigures({ ...now, sheets: copies }, { ...original, sheets })).toEqual([]);
    // The originals have not been touched.
    expect(formulas(now).slice(0, original.sheets.length)).toEqual(formulas(original));
    await takeOut(port.book, done.copies);
    expect(formulas(await read())).toEqual(formulas(original));
  });

  it('patch() leaves everything as it was where one of the sheets is protected', async () => {
    const { port, protect } = played;
    const sheets = original.sheets.filter(({ marks }) => marks.template).slice(-2);
    const patches = sheets.map(({ sheetId }) => ({ sheetId, row: 300, column: 1, before: [[null]], after: [[1]] }));
    const kept = await port.book.kept();
    protect(sheets[1]?.sheetId ?? '');
    expect((await look(port)).locked.map(({ sheet }) => sheet)).toEqual([sheets[1]?.sheet]);
    await expect(port.book.patch({ patches, keep: '{"share":[]}' })).rejects.toMatchObject({ reason: 'protected' });
    expect(formulas(await read())).toEqual(formulas(original));
    expect(await port.book.kept()).toBe(kept);
  });
});
