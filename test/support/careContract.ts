import { describe, expect, it } from 'vitest';
import { sheetById } from '../../src/grid/grid.ts';
import { Places } from '../../src/grid/places.ts';
import { checkUp, repairsOf } from '../../src/health/checkUp.ts';
import { CellError } from '../../src/kernel/cell.ts';
import type { Language } from '../../src/kernel/text.ts';
import { userEdits } from '../../src/month/change/userEdits.ts';
import { layOut } from '../../src/plan/layout.ts';
import type { Op, Receipt } from '../../src/plan/op.ts';
import { isExpression } from '../../src/plan/sheetSpec.ts';
import { type Template, versionOf } from '../../src/plan/template.ts';
import type { PanelPort } from '../../src/port/port.ts';
import { gallery } from '../../src/templates/gallery.gen.ts';
import type { Book } from '../../workbench/book/book.ts';
import { NOTHING_TAKEN, neededBy, opsOf, specOf } from './planning.ts';

export interface CareHost {
  readonly name: string;
  readonly language: Language;
  start(): Promise<{ readonly port: PanelPort; readonly book: Book }>;
}

interface Inserted {
  readonly port: PanelPort;
  readonly book: Book;
  readonly ops: readonly Op[];
  readonly receipt: Receipt;
}

/** A workbook with the sheet of a template, and those that it reads. */
export async function insertedSheet(host: CareHost, template: Template): Promise<Inserted> {
  const { language } = host;
  const { port, book } = await host.start();
  const spec = specOf(template, language);
  const insert = async (sheet: typeof spec) => {
    const ops = opsOf(sheet, language, port.dialect, await port.inspect());
    return { ops, receipt: await port.apply(ops) };
  };
  for (const needed of neededBy(spec, language)) await insert(needed);
  const inserted = await insert(spec);
  await book.calculated();
  return { port, book, ...inserted };
}

/** What somebody typed in a sheet since it was inserted, as addresses. */
async function typedIn({ port, ops, receipt }: Inserted): Promise<{ row: number; column: number }[]> {
  const sheet = sheetById(await port.book.read(), receipt.sheetId);
  if (!sheet) throw new Error('the sheet is missing');
  const values = sheet.values.map(line => line.map(cell => (cell instanceof CellError ? cell.code : cell)));
  return userEdits(ops, { row: 0, column: 0, values, formulas: sheet.formulas });
}

/** What the care of a workbook has to find, and not to find, in every template and every host. */
export function careContract(host: CareHost): void {
  describe.each(gallery.map(template => [template.id, template] as const))(`%s in ${host.name}`, (_id, template) => {
    it('nothing counts as typed until something is typed', async () => {
      const inserted = await insertedSheet(host, template);
      expect(await typedIn(inserted)).toEqual([]);
      const sheet = inserted.book.workbook.getSheetByName(inserted.receipt.sheet);
      sheet?.getRange(0, 0).setValue('Mine');
      sheet?.getRange(1, 15).setValue(7);
      expect(await typedIn(inserted)).toEqual([
        { row: 0, column: 0 },
        { row: 1, column: 15 },
      ]);
      inserted.book.dispose();
    });

    it('formulas that are gone, overwritten or shortened are found and put back, and nothing else is found', async () => {
      const inserted = await insertedSheet(host, template);
      const { port, book, ops, receipt } = inserted;
      expect(await foundIn(port)).toEqual([]);
      const sheet = book.workbook.getSheetByName(receipt.sheet);
      if (!sheet) throw new Error('the sheet is missing');
      const before = await formulasIn(port, receipt.sheetId);
      const [first, second, third] = placesOf(ops);
      if (first) sheet.getRange(first.row, first.column).setValue('');
      if (second) sheet.getRange(second.row, second.column).setValue(7);
      if (third) sheet.getRange(third.row, third.column).setFormula('=SUM(A1:A2)');
      await book.calculated();
      const found = await foundIn(port);
      expect(found.length).toBe([first, second, third].filter(Boolean).length);
      const patches = repairsOf(await findingsIn(port));
      expect(await port.book.patch({ patches, keep: '' })).toEqual([]);
      await book.calculated();
      expect(await formulasIn(port, receipt.sheetId)).toEqual(before);
      expect(await foundIn(port)).toEqual([]);
      inserted.book.dispose();
    });
  });

  describe(`what was deleted in ${host.name}`, () => {
    it.each([
      ['a column', 'tracker', 'Gap', (sheet: Sheet, _row: number, column: number) => sheet.deleteColumns(column, 1)],
      ['the totals', 'tracker', 'TotalTarget', (sheet: Sheet, row: number) => sheet.deleteRows(row, 1)],
    ] as const)('%s is told, and nothing is written where others stand now', async (_what, id, key, remove) => {
      const { port, book, receipt, cells } = await openTracker(host, id, key);
      const sheet = book.workbook.getSheetByName(receipt.sheet);
      if (!sheet) throw new Error('the sheet is missing');
      sheet.activate();
      remove(sheet, cells.row, cells.column);
      await book.calculated();
      const before = await formulasIn(port, receipt.sheetId);
      const findings = await findingsIn(port);
      expect(findings.map(({ what }) => what.en).join()).toMatch(new RegExp(`have been deleted: .*Tracker_${key}`));
      expect(await port.book.patch({ patches: repairsOf(findings), keep: '' })).toEqual([]);
      expect(await formulasIn(port, receipt.sheetId)).toEqual(before);
      book.dispose();
    });

    it('the row of headings: its formulas are not written over the totals', async () => {
      const { port, book, receipt, cells } = await openTracker(host, 'tracker', 'TotalTarget');
      const sheet = book.workbook.getSheetByName(receipt.sheet);
      if (!sheet) throw new Error('the sheet is missing');
      sheet.activate();
      sheet.deleteRows(cells.row + 1, 1);
      await book.calculated();
      const totals = async () => (await formulasIn(port, receipt.sheetId))[cells.row];
      const before = await totals();
      const findings = await findingsIn(port);
      expect(findings.map(({ what }) => what.en).join()).toContain('been deleted');
      const patches = repairsOf(findings);
      expect(patches.filter(({ row, after }) => row <= cells.row && row + after.length > cells.row)).toEqual([]);
      expect(await totals()).toEqual(before);
      book.dispose();
    });

    const edits = {
      'taken out': (sheet: Sheet, row: number) => sheet.deleteRows(row, 1),
      'put in': (sheet: Sheet, row: number) => sheet.insertRowsBefore(row, 1),
    };
    it.each(
      ['statement', 'scorecard', 'analysis', 'interview'].flatMap(id =>
        Object.entries(edits).flatMap(([what, edit]) =>
          (
            [
              ['first', 0],
              ['second', 1],
            ] as const
          ).map(([row, down]) => [what, row, id, edit, down] as const),
        ),
      ),
    )(
      'a row %s (the %s) of a table of %s whose rows have formulas of their own: nothing typed is written over',
      async (_what, _row, id, edit, down) => {
        const { port, book, receipt } = await insertedSheet(host, templateOf(id));
        const { tables } = layOut(specOf(templateOf(id), host.language), {
          language: host.language,
          dialect: port.dialect,
          taken: NOTHING_TAKEN,
        });
        const own = tables.find(
          ({ spec }) => spec.rows.length > 2 && spec.rows.some(row => Object.values(row).some(isExpression)),
        );
        const sheet = book.workbook.getSheetByName(receipt.sheet);
        if (!own || !sheet) throw new Error('there is no such table');
        sheet.activate();
        edit(sheet, own.firstRow + down);
        await book.calculated();
        // A formula may be written over a formula; what somebody typed, or left blank, is theirs.
        const before = await formulasIn(port, receipt.sheetId);
        const end = own.firstRow + own.spec.rows.length;
        const written = repairsOf(await findingsIn(port)).flatMap(({ row, column, after }) =>
          after.flatMap((line, down) => line.map((_, across) => ({ row: row + down, column: column + across }))),
        );
        const typed = written.filter(({ row, column }) => (before[row]?.[column] ?? '') === '');
        expect(typed.filter(({ row }) => row >= own.firstRow && row < end)).toEqual([]);
        book.dispose();
      },
    );

    it('and a suggestion that was written over is not missed', async () => {
      const inserted = await insertedSheet(host, templateOf('review'));
      const { port, book, receipt } = inserted;
      const grid = sheetById(await port.book.read(), receipt.sheetId);
      const title = grid?.values.findIndex(([text]) => /^(3 {2}Key|三、)/.test(String(text))) ?? -1;
      book.workbook
        .getSheetByName(receipt.sheet)
        ?.getRange(title + 2, 0)
        .setValue('Mine');
      await book.calculated();
      expect(await foundIn(port)).toEqual([]);
      book.dispose();
    });
  });
}

type Sheet = NonNullable<ReturnType<Book['workbook']['getSheetByName']>>;

function templateOf(id: string): Template {
  const template = gallery.find(one => one.id === id);
  if (!template) throw new Error(`no template ${id}`);
  return template;
}

/** A tracker, and where the cells of one of its names begin. */
async function openTracker(host: CareHost, id: string, key: string) {
  const inserted = await insertedSheet(host, templateOf(id));
  const grid = await inserted.port.book.read();
  const sheet = grid.sheets.find(({ sheetId }) => sheetId === inserted.receipt.sheetId);
  const place = sheet && new Places(grid).find(`Tracker_${key}`, { sheetId: sheet.sheetId, row: 0, column: 0 });
  if (!place) throw new Error(`no ${key}`);
  return { ...inserted, cells: place.area };
}

export const findingsIn = async (port: PanelPort) => checkUp(await port.book.read(), port.dialect, VERSIONS);
const foundIn = async (port: PanelPort) => (await findingsIn(port)).map(({ what }) => what.en);
const VERSIONS = new Map(gallery.map(template => [template.id, versionOf(template)]));

async function formulasIn(port: PanelPort, sheetId: string) {
  const formulas = sheetById(await port.book.read(), sheetId)?.formulas ?? [];
  return formulas.map(line => line.map(formula => formula.replace(/[\s@]/g, '')));
}

/** Three formulas that stand in columns of their own. */
function placesOf(ops: readonly Op[]): { row: number; column: number }[] {
  const places = ops.flatMap(op => (op.op === 'formulas' || op.op === 'spill' ? [op.area] : []));
  const columns = new Map(places.map(area => [area.column, area]));
  return [...columns.values()].slice(0, 3);
}
