import { expect, it } from 'vitest';
import { type Cell, CellError } from '../../src/kernel/cell.ts';
import { type Dialect, excelDialect } from '../../src/plan/dialect.ts';
import { evaluate } from '../../src/plan/evaluate.ts';
import type { Expression } from '../../src/plan/expression.ts';
import { type Layout, layOut } from '../../src/plan/layout.ts';
import { isComputed, isExpression, type Literal, type SheetSpec, type TableSpec } from '../../src/plan/sheetSpec.ts';
import { gallery } from '../../src/templates/gallery.gen.ts';
import type { Book } from '../../workbench/book/book.ts';
import { HOSTS } from './allTemplates.ts';
import { NOTHING_TAKEN, neededBy, opsOf, specOf } from './planning.ts';
import { Random } from './random.ts';

type Sheet = ReturnType<Book['workbook']['getActiveSheet']>;
type Row = Readonly<Record<string, Literal | Expression>>;

/** One edit that a user makes to the rows of a table; `at` and `from` are places in it, counted from 0. */
export type Edit =
  | { readonly is: 'delete' | 'insert' | 'hide'; readonly table: string; readonly at: number }
  | { readonly is: 'move'; readonly table: string; readonly from: number; readonly at: number }
  | { readonly is: 'sort'; readonly table: string; readonly by: string };

/** A sheet that is edited as its user does, beside what its tables then hold. */
export class EditedSheet {
  readonly #sheet: Sheet;
  readonly #spec: SheetSpec;
  readonly #arrays: boolean;
  readonly #tables: { readonly spec: TableSpec; headingRow: number; readonly rows: Row[] }[];

  constructor(sheet: Sheet, spec: SheetSpec, layout: Layout) {
    this.#sheet = sheet;
    this.#spec = spec;
    this.#arrays = layout.dialect.computedColumns === 'array';
    this.#tables = layout.tables.map(({ spec: table, headingRow, rows }) => ({
      spec: table,
      headingRow,
      rows: Array.from({ length: rows }, (_, row) => inputsOf(table, row)),
    }));
  }

  do(edit: Edit): void {
    const table = this.#tables.find(({ spec }) => spec.key === edit.table);
    if (!table) throw new Error(`no table ${edit.table}`);
    const { rows, headingRow } = table;
    switch (edit.is) {
      case 'delete':
        this.#sheet.deleteRows(headingRow + 1 + edit.at, 1);
        rows.splice(edit.at, 1);
        this.#shift(headingRow, -1);
        break;
      case 'insert': {
        // The new row holds what another one holds, under a name of its own.
        const like = rows.find(row => Object.values(row).some(cell => cell !== null)) ?? {};
        this.#sheet.insertRows(headingRow + 1 + edit.at, 1);
        rows.splice(edit.at, 0, like);
        this.#shift(headingRow, 1);
        this.#write(table.spec, headingRow, rows);
        break;
      }
      case 'hide':
        this.#sheet.hideRows(headingRow + 1 + edit.at, 1);
        break;
      case 'move':
        rows.splice(edit.at, 0, ...rows.splice(edit.from, 1));
        this.#write(table.spec, headingRow, rows);
        break;
      case 'sort': {
        const filled = rows.filter(row => row[edit.by] !== null);
        const blank = rows.filter(row => row[edit.by] === null);
        filled.sort((a, b) => (String(a[edit.by]) < String(b[edit.by]) ? 1 : -1));
        rows.splice(0, rows.length, ...filled, ...blank);
        this.#write(table.spec, headingRow, rows);
      }
    }
  }

  /** Every figure is the one that the engine computes of these rows, and every heading stands. */
  compare(language: 'en' | 'zh', done: unknown): void {
    const tables = this.#tables.map(({ spec, rows }) => ({ ...spec, rows, spare: 0 }));
    const naming = { language, dialect: excelDialect, taken: NOTHING_TAKEN };
    const figures = evaluate(layOut({ ...this.#spec, tables }, naming));
    const shown = this.#sheet.getDataRange().getValues();
    for (const { spec, headingRow, rows } of this.#tables) {
      for (const [index, { key, label }] of spec.columns.entries()) {
        const column = figures.column(spec.key, key).slice(0, rows.length);
        // In Google Sheets the error of a function is the error of all that it computes.
        const whole = this.#arrays && column.find(figure => figure instanceof CellError);
        if (!spec.headless && !whole) same(shown[headingRow]?.[index], label[language], [done, spec.key, key]);
        for (const [row, figure] of column.entries()) {
          const isSpare = whole && (figure ?? '') === '';
          if (!isSpare) same(shown[headingRow + 1 + row]?.[index], whole || figure, [done, spec.key, key, row]);
        }
      }
      for (const [up, line] of spec.above.entries()) {
        for (const [key, cell] of Object.entries(line.cells)) {
          if (!isExpression(cell)) continue;
          const index = spec.columns.findIndex(column => column.key === key);
          const at = headingRow - spec.above.length + up;
          same(shown[at]?.[index], figures.above(spec.key, line.key, key), [done, spec.key, line.key, key]);
        }
      }
    }
  }

  #shift(below: number, by: number): void {
    for (const table of this.#tables) if (table.headingRow > below) table.headingRow += by;
  }

  /** What is typed in only: nothing is written over a formula. */
  #write({ columns }: TableSpec, headingRow: number, rows: readonly Row[]): void {
    for (const [index, column] of columns.entries()) {
      if (isComputed(column)) continue;
      const cells = rows.map(row => [literalOf(row[column.key])]);
      this.#sheet.getRange(headingRow + 1, index, cells.length, 1).setValues(cells);
    }
  }
}

function inputsOf({ columns, rows }: TableSpec, row: number): Row {
  const typed = columns.filter(column => !isComputed(column));
  return Object.fromEntries(typed.map(({ key }) => [key, rows[row]?.[key] ?? null]));
}

function literalOf(cell: Literal | Expression | undefined): string | number | boolean {
  if (isExpression(cell)) throw new Error('Nothing is written over a formula.');
  return cell ?? '';
}

function same(shown: unknown, figure: Cell, place: readonly unknown[]): void {
  const text = JSON.stringify(place);
  if (typeof figure === 'number' && typeof shown === 'number') expect(shown, text).toBeCloseTo(figure, 6);
  else if (figure instanceof CellError) expect(shown, text).toMatch(/^#/);
  else expect(shown ?? '', text).toBe(figure ?? '');
}

/** A table whose rows people type in, all of them alike. */
function isTyped({ headless, columns, rows }: TableSpec): boolean {
  if (headless || rows.length < 3 || columns.some(({ fixed }) => fixed)) return false;
  return columns.some(column => !isComputed(column)) && !rows.some(row => Object.values(row).some(isExpression));
}

/** By the column whose texts are the most: a name, mostly. */
function orderOf({ columns, rows }: TableSpec): string {
  const different = (key: string) => new Set(rows.map(row => row[key])).size;
  const typed = columns.filter(column => !isComputed(column)).map(({ key }) => key);
  return typed.reduce((best, key) => (different(key) > different(best) ? key : best));
}

/** Edits of the rows that the tables have, the first and the ones around the last among them. */
export function randomEdits(tables: readonly TableSpec[], count: number, random: Random): Edit[] {
  const sizes = new Map(tables.map(({ key, rows }) => [key, rows.length]));
  const upTo = (most: number): number => random.whole(0, most - 1);
  return Array.from({ length: count }, (): Edit => {
    const spec = tables[upTo(tables.length)];
    if (!spec) throw new Error('There is no table to edit.');
    const { key: table } = spec;
    const rows = sizes.get(table) ?? 1;
    const at = random.chance(0.4) ? 0 : upTo(rows);
    const is = (['delete', 'insert', 'hide', 'move', 'sort'] as const)[upTo(5)] ?? 'hide';
    if (is === 'sort') return { is, table, by: orderOf(spec) };
    if (is === 'move') return { is, table, from: upTo(rows), at };
    // A formula a row has to be filled down by hand where the host has no tables.
    const isFilled = !spec.columns.some(({ eachRow }) => eachRow);
    if ((is === 'delete' && rows < 3) || (is === 'insert' && !isFilled)) return { is: 'hide', table, at };
    sizes.set(table, rows + (is === 'delete' ? -1 : is === 'insert' ? 1 : 0));
    return { is, table, at };
  });
}

/** The first row goes, then the new first one; a row comes in under the heading; all are sorted, cut and hidden. */
function firstRows(spec: TableSpec): Edit[] {
  const { key: table } = spec;
  const isFilled = !spec.columns.some(({ eachRow }) => eachRow);
  return [
    { is: 'delete', table, at: 0 },
    ...(spec.rows.length > 3 ? [{ is: 'delete', table, at: 0 } as const] : []),
    ...(isFilled ? [{ is: 'insert', table, at: 0 } as const] : []),
    { is: 'sort', table, by: orderOf(spec) },
    { is: 'move', table, from: 0, at: 1 },
    { is: 'hide', table, at: 0 },
  ];
}

/** A table as it is after that. */
function afterFirst(spec: TableSpec): TableSpec {
  const change = firstRows(spec).reduce((sum, { is }) => sum + (is === 'delete' ? -1 : is === 'insert' ? 1 : 0), 0);
  return { ...spec, rows: spec.rows.slice(-change) };
}

/** Whatever is done to rows, in any order, leaves every figure right. */
export function editContract(host: keyof typeof HOSTS, dialect: Dialect): void {
  for (const template of gallery) {
    const spec = specOf(template, 'en');
    const tables = spec.tables.filter(isTyped);
    if (tables.length === 0) continue;
    const edits = [...tables.flatMap(firstRows), ...randomEdits(tables.map(afterFirst), 4, new Random(template.id))];
    it(template.id, async () => {
      const played = await HOSTS[host]?.();
      if (!played) throw new Error(`There is no ${host}.`);
      const { port, book } = played;
      for (const needed of neededBy(spec, 'en')) await port.apply(opsOf(needed, 'en', dialect, await port.inspect()));
      const { sheet: name } = await port.apply(opsOf(spec, 'en', dialect, await port.inspect()));
      const sheet = book.workbook.getSheetByName(name);
      if (!sheet) throw new Error('The sheet is missing.');
      const layout = layOut(spec, { language: 'en', dialect, taken: NOTHING_TAKEN });
      const edited = new EditedSheet(sheet, spec, layout);
      await book.calculated();
      edited.compare('en', []);
      for (const [index, edit] of edits.entries()) {
        edited.do(edit);
        await book.calculated();
        edited.compare('en', edits.slice(0, index + 1));
      }
      book.dispose();
    });
  }
}
