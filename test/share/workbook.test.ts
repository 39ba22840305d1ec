import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Content, formulaSpots, type Grid } from '../../src/grid/grid.ts';
import { packKept, unpackKept } from '../../src/grid/kept.ts';
import { Places } from '../../src/grid/places.ts';
import { checkUp, repairsOf } from '../../src/health/checkUp.ts';
import { callsOurs } from '../../src/native/toNative.ts';
import { repair, undoRepair } from '../../src/panel/views/care/repairs.ts';
import { look, restore, shareCopies, shareInPlace, takeOut } from '../../src/panel/views/share/work.ts';
import { versionOf } from '../../src/plan/template.ts';
import { gallery } from '../../src/templates/gallery.gen.ts';
import { HOSTS, insertAllTemplates, insertTemplates, type Played } from '../support/allTemplates.ts';
import { agree } from '../support/twins.ts';

const TEMPLATES = gallery.length;

const ours = ({ sheets }: Grid) =>
  sheets.flatMap(formulaSpots).filter(({ formula }) => callsOurs(formula) || /KPI[._]/.test(formula));
const formulas = ({ sheets }: Grid) => sheets.map(sheet => [sheet.sheetId, formulaSpots(sheet)]);
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
const read = async ({ book, port }: Played): Promise<Grid> => {
  await book.calculated();
  return port.book.read();
};

describe.each(Object.entries(HOSTS))('a workbook with all templates in %s', (_, start) => {
  let played: Played;
  let original: Grid;

  beforeAll(async () => {
    played = await start();
    await insertAllTemplates(played);
    original = await read(played);
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

  it('checkUp() finds nothing wrong with it', () => {
    const versions = new Map(gallery.map(template => [template.id, versionOf(template)]));
    expect(checkUp(original, played.port.dialect, versions)).toEqual([]);
  });

  it('shareInPlace() leaves no formula of ours and every figure, and restore() brings back every formula', async () => {
    const { port } = played;
    const done = await shareInPlace(port, await look(port));
    expect(done).toMatchObject({ is: 'shared', report: { left: [] } });
    const shared = await read(played);
    expect(ours(shared)).toEqual([]);
    expect(otherFigures(shared, original)).toEqual([]);
    // Another day, in another pane: only the workbook knows.
    expect(await restore(port)).toMatchObject({ is: 'restored', unlike: [] });
    const restored = await read(played);
    expect(formulas(restored)).toEqual(formulas(original));
    expect(otherFigures(restored, original)).toEqual([]);
    expect((await look(port)).kept).toEqual({});
  });
});

describe.each(Object.entries(HOSTS))('a workbook in %s', (_, start) => {
  let played: Played;
  let original: Grid;
  /** A cell of the first sheet, which is the user's own. */
  const cellOf = async (row: number, column: number) => {
    await played.book.calculated();
    return played.book.workbook.getSheets()[0]?.getRange(row, column).getCellData() ?? {};
  };

  beforeAll(async () => {
    played = await start();
    await insertTemplates(played, ['dashboard', 'incentive']);
    original = await read(played);
  });
  afterAll(() => played.book.dispose());

  it('read() costs as many calls for many rows as for few, in Excel four round trips at most', async () => {
    const { port, trips } = played;
    const cost = async () => {
      const before = trips();
      await port.book.read();
      return trips() - before;
    };
    const rows = Array.from({ length: 400 }, (_, row) => [row]);
    const at = { sheetId: original.sheets[0]?.sheetId ?? '', row: 20, column: 2 };
    const blank = rows.map(() => [null]);
    await port.book.patch({ patches: [{ ...at, before: blank, after: rows }], keep: '{}' });
    const many = await cost();
    if (port.dialect.tables) expect(many).toBeLessThanOrEqual(4);
    await port.book.patch({ patches: [{ ...at, before: rows, after: blank }], keep: '{}' });
    expect(await cost()).toBe(many);
  });

  it('checkUp() finds a formula of the other host, which repair() repairs and undoRepair() brings back', async () => {
    const { book, dialect } = played.port;
    const [sheet] = original.sheets;
    const at = { sheetId: sheet?.sheetId ?? '', row: 3, column: 1 };
    const foreign = { formula: dialect.tables ? '=KPI_GROWTH(3,2)' : '=KPI.GROWTH(3,2)' };
    await book.patch({ patches: [{ ...at, before: [[null]], after: [[foreign]] }], keep: '{}' });
    const findings = checkUp(await read(played), dialect, new Map());
    expect(findings.map(({ spots }) => spots)).toEqual([[at]]);
    expect(await repair(book, 'health', repairsOf(findings))).toEqual([]);
    expect((await cellOf(3, 1)).v).toBeCloseTo(0.5, 12);
    expect(await undoRepair(book)).toEqual([]);
    expect((await cellOf(3, 1)).f).toBe(foreign.formula);
    await book.patch({ patches: [{ ...at, before: [[foreign]], after: [[null]] }], keep: '{}' });
  });

  it('patch() writes days as days', async () => {
    const { book } = played.port;
    const [sheet] = original.sheets;
    const at = { sheetId: sheet?.sheetId ?? '', row: 4, column: 1 };
    await book.patch({ patches: [{ ...at, before: [[null]], after: [[{ date: 46086 }]] }], keep: '{}' });
    expect((await cellOf(4, 1)).v).toBe(46086);
    expect(
      await book.patch({ patches: [{ ...at, before: [[{ date: 46086 }]], after: [[null]] }], keep: '{}' }),
    ).toEqual([]);
  });

  it('patch() writes nothing where a cell has been changed since', async () => {
    const { book } = played.port;
    const [sheet] = original.sheets;
    const at = { sheetId: sheet?.sheetId ?? '', row: 1, column: 1 };
    const put = (before: Content, after: Content) => ({ ...at, before: [[before]], after: [[after]] });
    expect(await book.patch({ patches: [put(null, { formula: '=1+1' })], keep: '{}' })).toEqual([]);
    expect(await book.patch({ patches: [put(7, '=text')], keep: '{"share":[]}' })).toEqual([at]);
    expect(await book.kept()).toBe('{}');
    expect(await book.patch({ patches: [put({ formula: '=1+1' }, '=text')], keep: '{}' })).toEqual([]);
    expect((await cellOf(1, 1)).v).toBe('=text');
    expect(await book.patch({ patches: [put('=text', null)], keep: '{}' })).toEqual([]);
  });

  it('restore() tells cells that were changed since, and restores the others', async () => {
    const { port } = played;
    const at = { sheetId: original.sheets[0]?.sheetId ?? '', row: 5, column: 1 };
    const ours = (row: number) => ({ formula: `=${port.dialect.functionName('GROWTH')}(3,${row})` });
    const kept = [{ ...at, before: [[1], [2]], after: [[ours(2)], [ours(3)]] }];
    await port.book.patch({
      patches: [{ ...at, before: [[null], [null]], after: [[1], [9]] }],
      keep: packKept({ share: kept }),
    });
    const changed = { ...at, row: 6 };
    expect(await restore(port)).toEqual({ is: 'changed', cells: [changed] });
    expect(await restore(port, [changed])).toEqual({ is: 'restored', formulas: 1, unlike: [] });
    expect([(await cellOf(5, 1)).f, (await cellOf(6, 1)).v]).toEqual([ours(2).formula, 9]);
    expect(unpackKept(await port.book.kept()).share).toEqual([{ ...changed, before: [[2]], after: [[ours(3)]] }]);
    await port.book.patch({ patches: [{ ...at, before: [[ours(2)], [9]], after: [[null], [null]] }], keep: '{}' });
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
    const now = await read(played);
    const copies = done.copies.flatMap(copy => now.sheets.filter(({ sheetId }) => sheetId === copy.sheetId));
    expect(copies).toHaveLength(chosen.length);
    expect(copies.every(({ marks }) => marks.template === undefined && marks.formulas === undefined)).toBe(true);
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
    expect(formulas(await read(played))).toEqual(formulas(original));
  });

  it('patch() leaves everything as it was where one of the sheets is protected', async () => {
    const { book } = played.port;
    const [own, theirs] = [original.sheets[0], original.sheets.find(({ marks }) => marks.template)];
    const patches = [own, theirs].map(sheet => ({
      sheetId: sheet?.sheetId ?? '',
      row: 300,
      column: 1,
      before: [[null]],
      after: [[1]],
    }));
    const kept = await book.kept();
    played.protect(theirs?.sheetId ?? '');
    const { locked } = await look(played.port);
    expect(locked.map(({ sheet }) => sheet)).toEqual([theirs?.sheet]);
    await expect(book.patch({ patches, keep: '{"share":[]}' })).rejects.toMatchObject({ reason: 'protected' });
    expect((await cellOf(300, 1)).v ?? null).toBeNull();
    expect(await book.kept()).toBe(kept);
  });
});
