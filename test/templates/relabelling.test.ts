import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Grid, SheetGrid } from '../../src/grid/grid.ts';
import { CellError } from '../../src/kernel/cell.ts';
import type { Language } from '../../src/kernel/text.ts';
import { type Dialect, excelDialect, sheetsDialect } from '../../src/plan/dialect.ts';
import { before } from '../../src/plan/fitting.ts';
import { headingsIn } from '../../src/plan/headings.ts';
import { layOut } from '../../src/plan/layout.ts';
import { type Label, relabel, wordingsOf } from '../../src/plan/relabel.ts';
import type { SheetSpec } from '../../src/plan/sheetSpec.ts';
import { gallery } from '../../src/templates/gallery.gen.ts';
import { HOSTS, type Played } from '../support/allTemplates.ts';
import { figuresOf, NOTHING_TAKEN, only, opsOf, specOf, TODAY } from '../support/planning.ts';

const OTHER = { en: 'zh', zh: 'en' } as const;
const DIALECTS = [excelDialect, sheetsDialect];

const keyOf = (row: number, column: number): string => `${row} ${column}`;

/** The cells that formulas fill beside their own, but for headings that stand in the formula and change there. */
function filledCells(spec: SheetSpec, language: Language, dialect: Dialect): Set<string> {
  const filled = new Set<string>();
  for (const { area, formula } of only(opsOf(spec, language, dialect), 'spill')) {
    const headings = headingsIn(formula).length;
    for (let row = 0; row < area.rows; row++)
      for (let column = 0; column < area.columns; column++)
        if (row > 0 || column >= headings) filled.add(keyOf(area.row + row, area.column + column));
  }
  return filled;
}

/** The texts of a sheet as a host reads them: what is typed, and what formulas show in those cells. */
function textsOf(spec: SheetSpec, language: Language, dialect: Dialect, filled: ReadonlySet<string>): Label[] {
  const ops = opsOf(spec, language, dialect);
  const typed = (only(ops, 'values')[0]?.values ?? []).flatMap((line, row) =>
    line.flatMap((text, column) => (typeof text === 'string' && text !== '' ? [{ row, column, text }] : [])),
  );
  const figures = figuresOf(spec, language);
  const layout = layOut(spec, { language, dialect, taken: NOTHING_TAKEN });
  const shown = layout.tables.flatMap(({ spec: table, firstRow }) =>
    table.columns.flatMap(({ key }, column) =>
      [...figures.column(table.key, key)].flatMap((text, index) =>
        typeof text === 'string' && text !== '' && filled.has(keyOf(firstRow + index, column))
          ? [{ row: firstRow + index, column, text }]
          : [],
      ),
    ),
  );
  return [...typed.filter(({ row, column }) => !filled.has(keyOf(row, column))), ...shown];
}

/** What these show is another sheet's. */
const READERS: readonly string[] = ['analysis', 'dashboard', 'review'];

describe.each(gallery.map(template => [template.id, template] as const))('%s in the other language', (id, template) => {
  const wordings = wordingsOf(template, TODAY);
  const cases = [
    ...wordings.map(({ spec }) => ({ spec, language: 'en' as const })),
    { spec: specOf(template, 'zh'), language: 'zh' as const },
  ];

  it('is not written over what formulas fill, whatever was chosen', () => {
    let met = false;
    for (const { spec, language } of cases) {
      for (const dialect of DIALECTS) {
        const filled = filledCells(spec, language, dialect);
        const cells = textsOf(spec, language, dialect, filled);
        met ||= cells.some(({ row, column }) => filled.has(keyOf(row, column)));
        const labels = relabel({ cells, notes: [] }, wordings, OTHER[language]);
        expect(labels.cells.length).toBeGreaterThan(3);
        expect(labels.cells.filter(({ row, column }) => filled.has(keyOf(row, column)))).toEqual([]);
      }
    }
    if (HEADLESS.includes(id)) expect(met).toBe(true);
  });
});

/** Templates with a table whose headings a formula brings. */
const HEADLESS: readonly string[] = gallery
  .filter(template => specOf(template, 'en').tables.some(({ headless }) => headless))
  .map(({ id }) => id);

/** Formulas bring the headings of these, too, but as labels that are turned with the others. */
const LISTS: readonly string[] = gallery
  .filter(template => specOf(template, 'en').tables.some(({ columns }) => columns.some(({ spills }) => spills)))
  .filter(({ id }) => !HEADLESS.includes(id) && !READERS.includes(id))
  .map(({ id }) => id);

describe.each(
  Object.keys(HOSTS).flatMap((host, index) =>
    [...HEADLESS, ...LISTS].map(id => [id, host, index === 0 ? 'en' : 'zh'] as const),
  ),
)('%s in %s, inserted in %s, in the other language and back', (id, host, language) => {
  let played: Played;
  beforeAll(async () => {
    const start = HOSTS[host];
    if (!start) throw new Error(host);
    played = await start();
  });
  afterAll(() => played.book.dispose());

  it('loses no formula, and no cell of a table that it fills', async () => {
    const { port, book } = played;
    const template = gallery.find(template => template.id === id);
    if (!template) throw new Error(id);
    const spec = specOf(template, language);
    await port.apply(opsOf(spec, language, port.dialect, await port.inspect()));
    await book.calculated();
    const first = await sheetIn(played, id);
    const turn = async (to: Language): Promise<SheetGrid> => {
      const texts = await port.texts(first.sheetId);
      const labels = relabel(texts, wordingsOf(template, TODAY), to);
      expect(await port.relabel(first.sheetId, labels, before(texts, labels))).toBe(0);
      await book.calculated();
      return sheetIn(played, id);
    };
    const turned = await turn(OTHER[language]);
    const left = relabel(await port.texts(first.sheetId), wordingsOf(template, TODAY), OTHER[language]);
    expect(left).toEqual({ cells: [], notes: [] });
    expect(errorsIn(turned)).toEqual(errorsIn(first));
    for (const key of filledCells(spec, language, port.dialect)) {
      const [row = 0, column = 0] = key.split(' ').map(Number);
      expect(turned.values[row]?.[column] ?? '', key).toEqual(first.values[row]?.[column] ?? '');
    }
    expect((await turn(language)).values).toEqual(first.values);
  });
});

async function sheetIn({ port }: Played, id: string): Promise<SheetGrid> {
  const { sheets }: Grid = await port.book.read();
  const sheet = sheets.find(({ marks }) => marks.template === id);
  if (!sheet) throw new Error(id);
  return sheet;
}

function errorsIn({ values }: SheetGrid): string[] {
  return values.flatMap((line, row) =>
    line.flatMap((cell, column) => (cell instanceof CellError ? [`${keyOf(row, column)} ${cell.code}`] : [])),
  );
}
