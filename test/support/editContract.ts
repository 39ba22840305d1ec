import { expect, it } from 'vitest';
import { serialOfIso } from '../../src/kernel/calendar.ts';
import { type Cell, CellError, type Matrix } from '../../src/kernel/cell.ts';
import type { Dialect } from '../../src/plan/dialect.ts';
import { evaluate, type Figures } from '../../src/plan/evaluate.ts';
import type { Expression } from '../../src/plan/expression.ts';
import { type Layout, layOut } from '../../src/plan/layout.ts';
import { isComputed, isExpression, type Literal, type SheetSpec, type TableSpec } from '../../src/plan/sheetSpec.ts';
import { gallery } from '../../src/templates/gallery.gen.ts';
import { SAMPLE_PEOPLE } from '../../src/templates/shared/samples.ts';
import type { Book } from '../../workbench/book/book.ts';
import { HOSTS, type Played } from './allTemplates.ts';
import { NOTHING_TAKEN, neededBy, opsOf, specOf } from './planning.ts';
import { Random } from './random.ts';
import { shownCells } from './shownCells.ts';

type Sheet = ReturnType<Book['workbook']['getActiveSheet']>;
type Row = Readonly<Record<string, Literal | Expression>>;

/** One edit that a user makes to the rows of a table; `at` and `from` are places in it, counted from 0. */
export type Edit =
  | { readonly is: 'delete' | 'insert' | 'hide'; readonly table: string; readonly at: number }
  | { readonly is: 'move'; readonly table: string; readonly from: number; readonly at: number }
  | { readonly is: 'sort'; readonly table: string; readonly by: string }
  | { readonly is: 'set'; readonly key: string; readonly cell: Literal }
  | { readonly is: 'type'; readonly table: string; readonly at: number; readonly key: string; readonly cell: Literal };

export interface Shown {
  readonly figures: readonly unknown[];
  /** How many of them are errors, or say that something is wrong. */
  readonly marks: number;
}

/** A sheet that is edited as its user does, beside what its tables then hold. */
export class EditedSheet {
  private readonly sheet: Sheet;
  spec: SheetSpec;
  private readonly parameterRow: number | undefined;
  private readonly dialect: Dialect;
  private readonly tables: { readonly spec: TableSpec; headingRow: number; readonly rows: Row[] }[];

  constructor(sheet: Sheet, spec: SheetSpec, layout: Layout) {
    this.sheet = sheet;
    this.spec = spec;
    this.dialect = layout.dialect;
    this.parameterRow = layout.parameterRow;
    this.tables = layout.tables.map(({ spec: table, headingRow, rows }) => ({
      spec: table,
      headingRow,
      rows: Array.from({ length: rows }, (_, row) => inputsOf(table, row)),
    }));
  }

  do(edit: Edit): void {
    if (edit.is === 'set') {
      this.set(edit.key, edit.cell);
      return;
    }
    const table = this.tables.find(({ spec }) => spec.key === edit.table);
    if (!table) throw new Error(`no table ${edit.table}`);
    const { rows, headingRow } = table;
    // Whoever edits rows looks at them: of another sheet the stand-in does not move what refers to it.
    this.sheet.activate();
    switch (edit.is) {
      case 'delete':
        this.sheet.deleteRows(headingRow + 1 + edit.at, 1);
        rows.splice(edit.at, 1);
        this.shift(headingRow, -1);
        break;
      case 'insert': {
        // The new row holds what another one holds, under a name of its own.
        const like = rows.find(row => Object.values(row).some(cell => cell !== null)) ?? {};
        this.sheet.insertRows(headingRow + 1 + edit.at, 1);
        rows.splice(edit.at, 0, like);
        this.shift(headingRow, 1);
        this.write(table.spec, headingRow, rows);
        break;
      }
      case 'type':
        rows[edit.at] = { ...rows[edit.at], [edit.key]: edit.cell };
        this.sheet
          .getRange(
            headingRow + 1 + edit.at,
            table.spec.columns.findIndex(({ key }) => key === edit.key),
          )
          .setValue(edit.cell ?? '');
        break;
      case 'hide':
        this.sheet.hideRows(headingRow + 1 + edit.at, 1);
        break;
      case 'move':
        rows.splice(edit.at, 0, ...rows.splice(edit.from, 1));
        this.write(table.spec, headingRow, rows);
        break;
      case 'sort': {
        const filled = rows.filter(row => row[edit.by] !== null);
        const blank = rows.filter(row => row[edit.by] === null);
        filled.sort((a, b) => (String(a[edit.by]) < String(b[edit.by]) ? 1 : -1));
        rows.splice(0, rows.length, ...filled, ...blank);
        this.write(table.spec, headingRow, rows);
      }
    }
  }

  private set(key: string, cell: Literal): void {
    const { parameters } = this.spec;
    const column = parameters.findIndex(parameter => parameter.key === key);
    this.sheet.getRange((this.parameterRow ?? 0) + 1, column).setValue(cell ?? '');
    this.spec = {
      ...this.spec,
      parameters: parameters.map((one, at) => (at === column ? { ...one, value: cell } : one)),
    };
  }

  /** What the names of the sheet stand for, by the engine. */
  names(language: 'en' | 'zh'): Readonly<Record<string, Matrix>> {
    const figures = this.figures(language);
    const { parameters, prefix } = this.spec;
    return Object.fromEntries([
      ...parameters.map(({ key }) => [`${prefix}_${key}`, [[figures.parameter(key)]]] as const),
      ...this.tables.flatMap(({ spec: { key: table, columns, above } }) => [
        ...columns.flatMap(({ key, named }) =>
          named ? [[`${prefix}_${named}`, figures.column(table, key).map(cell => [cell])] as const] : [],
        ),
        ...above.flatMap(({ key: row, named = {} }) =>
          Object.entries(named).map(
            ([key, name]) => [`${prefix}_${name}`, [[figures.above(table, row, key)]]] as const,
          ),
        ),
      ]),
    ]);
  }

  /** From now on the engine reads these cells of other sheets. */
  read(names: Readonly<Record<string, Matrix>>): void {
    const needs = this.spec.needs?.map(need => ({
      ...need,
      names: Object.fromEntries(Object.entries(need.names).map(([name, cells]) => [name, names[name] ?? cells])),
    }));
    this.spec = { ...this.spec, ...(needs && { needs }) };
  }

  private figures(language: 'en' | 'zh'): Figures {
    const tables = this.tables.map(({ spec, rows }) => ({ ...spec, rows, spare: 0 }));
    return evaluate(layOut({ ...this.spec, tables }, { language, dialect: this.dialect, taken: NOTHING_TAKEN }));
  }

  /** Every figure is the one that the engine computes of these rows, and every heading stands. */
  compare(language: 'en' | 'zh', done: unknown): void {
    const figures = this.figures(language);
    const shown = shownCells(this.sheet);
    for (const [column, { key, value }] of this.spec.parameters.entries()) {
      if (isExpression(value)) same(shown[(this.parameterRow ?? 0) + 1]?.[column], figures.parameter(key), [done, key]);
    }
    for (const { spec, headingRow, rows } of this.tables) {
      for (const [index, { key, label }] of spec.columns.entries()) {
        const column = figures.column(spec.key, key).slice(0, rows.length);
        if (!spec.headless) same(shown[headingRow]?.[index], label[language], [done, spec.key, key]);
        for (const [row, figure] of column.entries()) {
          same(shown[headingRow + 1 + row]?.[index], figure, [done, spec.key, key, row]);
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

  /** A column of a table, and a cell of the strip, as the engine has them now. */
  column(table: string, key: string): readonly Cell[] {
    return this.figures('en').column(table, key);
  }

  parameter(key: string): Cell {
    return this.figures('en').parameter(key);
  }

  /** What the sheet computes, as it is shown. */
  shown(): Shown {
    const cells = shownCells(this.sheet);
    const figures: unknown[] = [];
    let marks = 0;
    for (const [column, { value }] of this.spec.parameters.entries()) {
      if (isExpression(value)) figures.push(cells[(this.parameterRow ?? 0) + 1]?.[column]);
    }
    for (const { spec, headingRow, rows } of this.tables) {
      for (const [index, column] of spec.columns.entries()) {
        if (!isComputed(column)) continue;
        for (const row of rows.keys()) figures.push(cells[headingRow + 1 + row]?.[index]);
      }
      for (const [up, line] of spec.above.entries()) {
        for (const key of Object.keys(line.cells)) {
          const index = spec.columns.findIndex(column => column.key === key);
          const figure = cells[headingRow - spec.above.length + up]?.[index];
          figures.push(figure);
          if (line.role === 'check' && typeof figure === 'number' && Math.abs(figure) > 1e-6) marks++;
        }
      }
    }
    return { figures, marks: marks + figures.filter(figure => /^[#✗]/.test(String(figure ?? ''))).length };
  }

  private shift(below: number, by: number): void {
    for (const table of this.tables) if (table.headingRow > below) table.headingRow += by;
  }

  /** What is typed in only: nothing is written over a formula. */
  private write({ columns }: TableSpec, headingRow: number, rows: readonly Row[]): void {
    for (const [index, column] of columns.entries()) {
      if (isComputed(column)) continue;
      const cells = rows.map(row => [literalOf(row[column.key])]);
      this.sheet.getRange(headingRow + 1, index, cells.length, 1).setValues(cells);
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
  // Of thousands of cells a run, nearly all.
  if ((shown ?? '') === (figure ?? '')) return;
  const text = JSON.stringify(place);
  if (typeof figure === 'number' && typeof shown === 'number') expect(shown, text).toBeCloseTo(figure, 6);
  // What sums over an error's sentence says so in its own words.
  else if (figure instanceof CellError) expect(String(shown), text).toMatch(/^[#✗]/);
  // Where the engine has nothing to show, a host's error is one that its row has, too.
  else if (!/^#/.test(String(shown)) || (figure !== 0 && (figure ?? '') !== ''))
    expect(shown ?? '', text).toBe(figure ?? '');
}

/** A table whose rows people type in, all of them alike. */
function isTyped({ headless, columns, rows }: TableSpec): boolean {
  if (headless || rows.length < 3 || columns.some(({ fixed }) => fixed)) return false;
  return columns.some(column => !isComputed(column)) && !rows.some(row => Object.values(row).some(isExpression));
}

/** A list that a formula fills: its first row is deleted with whatever stands beside it. */
function isList({ headless, columns }: TableSpec): boolean {
  return !headless && columns.every(isComputed) && columns.some(({ spills }) => spills);
}

/** By the column whose texts are the most: a name, mostly. */
function orderOf({ columns, rows }: TableSpec): string {
  const different = (key: string) => new Set(rows.map(row => row[key])).size;
  const typed = columns.filter(column => !isComputed(column)).map(({ key }) => key);
  return typed.reduce((best, key) => (different(key) > different(best) ? key : best));
}

/** Edits of the rows that the tables have, the first and the ones around the last among them. */
function randomEdits(tables: readonly TableSpec[], count: number, random: Random): Edit[] {
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

/** A template's sheet in a host, calculated, after those that it reads. */
export async function insertedIn(
  host: keyof typeof HOSTS | (() => Promise<Played>),
  dialect: Dialect,
  spec: SheetSpec,
): Promise<{ readonly edited: EditedSheet; readonly book: Book }> {
  const played = await (typeof host === 'function' ? host : HOSTS[host])?.();
  if (!played) throw new Error(`There is no ${host}.`);
  const { port, book } = played;
  for (const needed of neededBy(spec, 'en')) await port.apply(opsOf(needed, 'en', dialect, await port.inspect()));
  const { sheet: name } = await port.apply(opsOf(spec, 'en', dialect, await port.inspect()));
  const sheet = book.workbook.getSheetByName(name);
  if (!sheet) throw new Error('The sheet is missing.');
  const edited = new EditedSheet(sheet, spec, layOut(spec, { language: 'en', dialect, taken: NOTHING_TAKEN }));
  await book.calculated();
  return { edited, book };
}

/** A template's sheet in a host with those that it reads, each as its user edits it. */
export async function insertedWithNeeds(
  host: keyof typeof HOSTS,
  dialect: Dialect,
  spec: SheetSpec,
  change: (spec: SheetSpec) => SheetSpec = same => same,
) {
  const played = await HOSTS[host]?.();
  if (!played) throw new Error(`There is no ${host}.`);
  const { port, book } = played;
  const sheets: EditedSheet[] = [];
  for (const each of [...neededBy(spec, 'en'), spec].map(change)) {
    const { sheet: name } = await port.apply(opsOf(each, 'en', dialect, await port.inspect()));
    const sheet = book.workbook.getSheetByName(name);
    if (!sheet) throw new Error('The sheet is missing.');
    sheets.push(new EditedSheet(sheet, each, layOut(each, { language: 'en', dialect, taken: NOTHING_TAKEN })));
  }
  await book.calculated();
  const reader = sheets.pop();
  if (!reader) throw new Error('Nothing was inserted.');
  return { reader, needed: sheets, book, port };
}

/** Whose interview and whose row on other sheets it is. */
const SECOND = SAMPLE_PEOPLE[1]?.person.en ?? '';

/** What is typed into a row that has come in directly under the headings, by the template whose sheet it is. */
const NEWCOMERS: Readonly<Record<string, readonly Readonly<Record<string, Literal>>[]>> = {
  tracker: [
    // Another row of the one that stood there, and of somebody else.
    {},
    { person: SECOND, target: 20_000, actual: 30_000 },
    { region: 'Islands', product: 'Service', person: 'Zoe', target: 400_000, actual: 1_900_000, note: 'new' },
    { region: 'Islands', product: 'Service', person: 'Max', target: 1_500_000, actual: 100_000, note: 'ill' },
    { person: 'Yan', target: null, actual: null },
  ],
  history: [
    { actual: 1 },
    { period: serialOfIso('2026-02-01'), unitType: 'person', unit: SECOND, target: 70_000, actual: 77_000 },
  ],
  funnel: [{ stage: 'Visitors', count: 9000 }],
};

/** Rows put in directly under the headings of sheets that others read, and what is done to them then. */
export function readersContract(host: keyof typeof HOSTS, dialect: Dialect): void {
  const readers = gallery
    .map(template => specOf(template, 'en', { fromTracker: true, fromHistory: true }))
    .filter(({ needs = [] }) => needs.length > 0);
  it.each(readers.map(spec => [spec.template, spec] as const))('%s', async (_, spec) => {
    const { reader, needed, book } = await insertedWithNeeds(host, dialect, spec);
    const done: unknown[] = [];
    const compare = async (): Promise<void> => {
      await book.calculated();
      reader.read(Object.assign({}, ...needed.map(sheet => sheet.names('en'))));
      reader.compare('en', done);
    };
    await compare();
    for (const sheet of needed) {
      const { template, tables } = sheet.spec;
      const table = tables.find(({ columns }) => columns.some(({ named }) => named));
      if (!table) continue;
      for (const typed of NEWCOMERS[template] ?? []) {
        const edits: Edit[] = [{ is: 'insert', table: table.key, at: 0 }];
        for (const [key, cell] of Object.entries(typed)) edits.push({ is: 'type', table: table.key, at: 0, key, cell });
        for (const edit of edits) sheet.do(edit);
        done.push(edits);
        await compare();
      }
      for (const edit of [
        { is: 'sort', table: table.key, by: orderOf(table) },
        { is: 'delete', table: table.key, at: 0 },
      ] as const) {
        sheet.do(edit);
        done.push(edit);
        await compare();
      }
    }
    book.dispose();
  });
}

/** Whatever is done to rows, in any order, leaves every figure right. */
export function editContract(host: keyof typeof HOSTS, dialect: Dialect): void {
  for (const template of gallery) {
    const spec = specOf(template, 'en');
    const tables = spec.tables.filter(isTyped);
    const lists = spec.tables.filter(isList).map(({ key }): Edit => ({ is: 'delete', table: key, at: 0 }));
    if (tables.length + lists.length === 0) continue;
    const typed = tables.length > 0 ? randomEdits(tables.map(afterFirst), 4, new Random(template.id)) : [];
    const edits = [...lists, ...tables.flatMap(firstRows), ...typed];
    it(template.id, async () => {
      const { edited, book } = await insertedIn(host, dialect, spec);
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
