import { expect, it } from 'vitest';
import type { Cell } from '../../src/kernel/cell.ts';
import { excelDialect } from '../../src/plan/dialect.ts';
import { evaluate } from '../../src/plan/evaluate.ts';
import { type Layout, layOut } from '../../src/plan/layout.ts';
import { isComputed, isExpression, type Literal, type SheetSpec, type TableSpec } from '../../src/plan/sheetSpec.ts';
import type { Book } from '../../workbench/book/book.ts';
import { NOTHING_TAKEN } from './planning.ts';
import type { Random } from './random.ts';

type Sheet = ReturnType<Book['workbook']['getActiveSheet']>;
type Row = Readonly<Record<string, Literal>>;

/** One edit that a user makes to the rows of a table; `at` and `from` are places in it, counted from 0. */
export type Edit =
  | { readonly is: 'delete' | 'insert' | 'hide'; readonly table: string; readonly at: number }
  | { readonly is: 'move'; readonly table: string; readonly from: number; readonly at: number }
  | { readonly is: 'sort'; readonly table: string; readonly by: string };

/** A sheet that is edited as its user does, beside what its tables then hold. */
export class EditedSheet {
  readonly #sheet: Sheet;
  readonly #spec: SheetSpec;
  readonly #tables: { readonly spec: TableSpec; headingRow: number; readonly rows: Row[] }[];

  constructor(sheet: Sheet, spec: SheetSpec, layout: Layout) {
    this.#sheet = sheet;
    this.#spec = spec;
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
        const column = [label[language], ...figures.column(spec.key, key).slice(0, rows.length)];
        for (const [row, figure] of column.entries()) {
          same(shown[headingRow + row]?.[index], figure, [done, spec.key, key, row]);
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
      const cells = rows.map(row => [row[column.key] ?? '']);
      this.#sheet.getRange(headingRow + 1, index, cells.length, 1).setValues(cells);
    }
  }
}

function inputsOf({ columns, rows }: TableSpec, row: number): Row {
  const typed = columns.filter(column => !isComputed(column));
  return Object.fromEntries(
    typed.map(({ key }) => {
      const cell = rows[row]?.[key] ?? null;
      return [key, isExpression(cell) ? null : cell];
    }),
  );
}

function same(shown: unknown, figure: Cell, place: readonly unknown[]): void {
  const text = JSON.stringify(place);
  if (typeof figure === 'number' && typeof shown === 'number') expect(shown, text).toBeCloseTo(figure, 6);
  else expect(shown ?? '', text).toBe(figure ?? '');
}

/** Edits of the rows that a table has, the first and the ones around the last among them. */
export function randomEdits(
  tables: Readonly<Record<string, { rows: number; by: string }>>,
  count: number,
  random: Random,
): Edit[] {
  const keys = Object.keys(tables);
  const sizes = Object.fromEntries(Object.entries(tables).map(([key, { rows }]) => [key, rows]));
  const upTo = (most: number): number => random.whole(0, most - 1);
  return Array.from({ length: count }, (): Edit => {
    const table = keys[upTo(keys.length)] ?? '';
    const rows = sizes[table] ?? 1;
    const at = random.chance(0.4) ? 0 : upTo(rows);
    const is = (['delete', 'insert', 'hide', 'move', 'sort'] as const)[upTo(5)] ?? 'hide';
    if (is === 'sort') return { is, table, by: tables[table]?.by ?? '' };
    if (is === 'move') return { is, table, from: upTo(rows), at };
    if (is === 'delete' && rows < 3) return { is: 'hide', table, at };
    sizes[table] = rows + (is === 'delete' ? -1 : is === 'insert' ? 1 : 0);
    return { is, table, at };
  });
}

interface Started {
  readonly book: Book;
  readonly edited: EditedSheet;
}

/** Whatever is done to rows, in any order, leaves every figure right. */
export function editContract(title: string, start: () => Promise<Started>, edits: readonly Edit[]): void {
  it(title, async () => {
    const { book, edited } = await start();
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
