import { TriggerCalculationController } from '@univerjs/sheets-formula';
import { describe, expect, it } from 'vitest';
import { type Cell, CellError } from '../../src/kernel/cell.ts';
import type { Language } from '../../src/kernel/text.ts';
import type { Dialect } from '../../src/plan/dialect.ts';
import { layOut } from '../../src/plan/layout.ts';
import type { Receipt } from '../../src/plan/op.ts';
import type { SheetSpec } from '../../src/plan/sheetSpec.ts';
import type { Template } from '../../src/plan/template.ts';
import type { PanelPort } from '../../src/port/port.ts';
import { gallery } from '../../src/templates/gallery.gen.ts';
import type { Book } from '../../workbench/book/book.ts';
import { figuresOf, NOTHING_TAKEN, neededBy, opsOf, rowsOf, specOf } from './planning.ts';
import { shownCells } from './shownCells.ts';

export interface Started {
  readonly port: PanelPort;
  readonly book: Book;
  /** Everything that the host was asked for since the last time that this was called. */
  traffic(): readonly string[];
}

export interface ContractHost {
  readonly name: string;
  readonly dialect: Dialect;
  /** Without functions nothing is calculated: what functions ask of the workbook is no part of an insertion's price. */
  start(language: Language, functions: boolean): Promise<Started>;
  /** What a cell shows that holds this error. */
  shownError(error: CellError): string;
  /** Looks at what the same template has cost with a few rows and with two thousand. */
  judge(few: readonly string[], many: readonly string[]): void;
}

/** People, and lines of a log, as many as there ever are; of those that are computed alike one each. */
const MOST_ROWS: Readonly<Record<string, readonly number[]>> = {
  'target-split': [500],
  tracker: [500],
  activity: [10_000],
  retention: [10_000],
};

/** What every template has to do in every host. */
export function templateContract(host: ContractHost): void {
  describe.each(gallery.map(template => [template.id, template] as const))(`%s in ${host.name}`, (_id, template) => {
    it.each(['en', 'zh'] as const)(
      'shows what the engine computes without a spreadsheet, again beside itself, and changes nothing else (%s)',
      async language => {
        const place = await workplace(host, template, language, true);
        const spec = specOf(template, language);
        const { sheet } = await place.insert(spec);
        await place.book.calculated();
        place.compare(sheet, spec);
        const before = keptOf(place.book);
        const again = await place.insert(spec);
        await place.book.calculated();
        place.compare(again.sheet, spec);
        expect(again.sheet).not.toBe(sheet);
        const after = keptOf(place.book);
        for (const [id, sheet] of Object.entries(before.sheets)) expect(after.sheets[id]).toEqual(sheet);
        for (const [part, held] of Object.entries(before.parts)) expect(after.parts[part]).toMatchObject(held);
        place.book.dispose();
      },
    );

    it('shows what the engine computes with no rows, and with one', async () => {
      const place = await workplace(host, template, 'en', true);
      for (const count of [0, 1]) {
        const spec = specOf(template, 'en', rowsOf(template, count, 'en'));
        const { sheet } = await place.insert(spec);
        await place.book.calculated();
        place.compare(sheet, spec);
      }
      place.book.dispose();
    });

    for (const most of MOST_ROWS[template.id] ?? []) {
      it(`shows what the engine computes over ${most} rows`, async () => {
        const place = await workplace(host, template, 'en', true);
        const spec = specOf(template, 'en', rowsOf(template, most, 'en'));
        const { sheet } = await place.insert(spec);
        await place.book.calculated();
        place.compare(sheet, spec);
        place.book.dispose();
      });
    }

    it('takes 2,000 rows at the price of 10', async () => {
      const place = await workplace(host, template, 'en', false);
      await place.book.calculated();
      // Two thousand rows would be calculated for a minute, and no figure of them is looked at here.
      place.book.univer.__getInjector().get(TriggerCalculationController).dispose();
      const price = async (count: number): Promise<readonly string[]> => {
        const ops = opsOf(
          specOf(template, 'en', rowsOf(template, count, 'en')),
          'en',
          host.dialect,
          await place.port.inspect(),
        );
        place.traffic();
        await place.port.apply(ops);
        return place.traffic();
      };
      host.judge(await price(10), await price(2000));
      place.book.dispose();
    });
  });
}

/** A workbook in which the sheets stand that a template reads. */
async function workplace(host: ContractHost, template: Template, language: Language, functions: boolean) {
  const started = await host.start(language, functions);
  const { port, book } = started;
  const insert = async (spec: SheetSpec): Promise<Receipt> =>
    port.apply(opsOf(spec, language, host.dialect, await port.inspect()));
  for (const needed of neededBy(specOf(template, language), language)) await insert(needed);
  const compare = (sheet: string, spec: SheetSpec) => compareFigures(host, book, sheet, spec, language);
  return { ...started, insert, compare };
}

function compareFigures(host: ContractHost, book: Book, name: string, spec: SheetSpec, language: Language): void {
  const sheet = book.workbook.getSheetByName(name);
  if (!sheet) throw new Error('the sheet is missing');
  const figures = figuresOf(spec, language);
  const layout = layOut(spec, { language, dialect: host.dialect, taken: NOTHING_TAKEN });
  const shown = shownCells(sheet);
  let compared = 0;
  for (const table of layout.tables) {
    for (const [index, column] of table.spec.columns.entries()) {
      const rows = figures.column(table.spec.key, column.key).slice(0, table.spec.rows.length);
      for (const [row, figure] of rows.entries()) {
        const cell = shown[table.firstRow + row]?.[index] ?? '';
        const place = `${table.spec.key}, ${column.key}, row ${row + 1}`;
        if (typeof figure === 'number' && typeof cell === 'number') expect(cell, place).toBeCloseTo(figure, 9);
        else expect(cell, place).toBe(textOf(host, figure));
        compared++;
      }
    }
  }
  if (layout.tables.some(table => table.spec.rows.length > 0)) expect(compared).toBeGreaterThan(0);
}

function textOf(host: ContractHost, figure: Cell): string | number | boolean {
  return figure instanceof CellError ? host.shownError(figure) : (figure ?? '');
}

/** All that a workbook holds: its sheets, and what belongs to them (names, rules, lights, tables, notes). */
function keptOf(book: Book) {
  const { sheets, resources = [] } = book.workbook.save();
  const parts = Object.fromEntries(resources.map(({ name, data }) => [name, data === '' ? {} : JSON.parse(data)]));
  return structuredClone({ sheets, parts });
}
