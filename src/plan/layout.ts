import type { Language } from '../kernel/text.ts';
import type { Dialect } from './dialect.ts';
import type { Area, TakenNames } from './op.ts';
import { canBeTable, type SheetSpec, type TableSpec } from './sheetSpec.ts';

/** Where everything of a sheet stands. */
export interface Layout {
  readonly spec: SheetSpec;
  readonly language: Language;
  readonly dialect: Dialect;
  readonly sheet: string;
  readonly prefix: string;
  readonly below: readonly string[];
  readonly titleRow: number;
  readonly subtitleRow: number;
  /** Labels in this row, values in the next; undefined without parameters. */
  readonly parameterRow: number | undefined;
  readonly tables: readonly TableLayout[];
  readonly rows: number;
  readonly columns: number;
}

export interface TableLayout {
  readonly spec: TableSpec;
  readonly name: string;
  /** A table of the host, with structured references and rows that grow. */
  readonly native: boolean;
  readonly titleRow: number | undefined;
  /** The first row of the band of charts above the table. */
  readonly chartRow: number | undefined;
  /** The first of the rows above the headings. */
  readonly aboveRow: number;
  readonly headingRow: number;
  readonly firstRow: number;
  /** Rows with content or ready for it. */
  readonly rows: number;
  /** Rows below it that the host's table grows into. */
  readonly room: number;
}

export interface Naming {
  readonly language: Language;
  readonly dialect: Dialect;
  readonly taken: TakenNames;
  /**
   * Prefixes whose columns' names begin below their headings, where they would begin at them: those of sheets that
   * earlier versions inserted, and of what takes the place of one.
   */
  readonly below?: readonly string[];
}

/** Height of a band of charts. */
export const CHART_ROWS = 14;

/** A host's table grows into the empty rows below it by itself, but not into another table. */
const ROOM_TO_GROW = 10;

interface Top {
  readonly titleRow: number | undefined;
  readonly chartRow: number | undefined;
  /** The last row before those above the headings. */
  readonly end: number;
}

/** Charts of the table itself stand under its title, charts of other tables over it; an empty row ends their band. */
function topOf({ key, title, charts = [] }: TableSpec, end: number): Top {
  const after = title ? end + 1 : end;
  if (charts.length === 0) return { titleRow: title && after, chartRow: undefined, end: after };
  const band = CHART_ROWS + 1;
  return charts.every(({ table = key }) => table !== key)
    ? { titleRow: title && after + band, chartRow: end + 1, end: after + band }
    : { titleRow: title && after, chartRow: after + 1, end: after + band };
}

/** Fixes names and geometry: from here on nothing is left to choose. */
export function layOut(spec: SheetSpec, { language, dialect, taken, below = [] }: Naming): Layout {
  const prefix = freePrefix(spec, taken);
  let row = 2;
  const parameterRow = spec.parameters.length > 0 ? row + 1 : undefined;
  if (parameterRow !== undefined) row = parameterRow + 2;
  const tables = spec.tables.map((table, index): TableLayout => {
    const native = dialect.tables && canBeTable(table);
    const { titleRow, chartRow, end } = topOf(table, row);
    const aboveRow = end + 1;
    const headingRow = aboveRow + table.above.length - (table.headless ? 1 : 0);
    const rows = Math.max(1, table.rows.length) + (native ? 0 : table.spare);
    const growing = native && index < spec.tables.length - 1;
    const room = growing ? Math.min(table.spare, ROOM_TO_GROW) : 0;
    row = headingRow + 1 + rows + room;
    const name = spec.tables.length === 1 ? prefix : `${prefix}${table.key}`;
    return {
      spec: table,
      name,
      native,
      titleRow,
      chartRow,
      aboveRow,
      headingRow,
      firstRow: headingRow + 1,
      rows,
      room,
    };
  });
  return {
    spec,
    language,
    dialect,
    sheet: freeSheetName(spec.name[language], taken.sheets),
    prefix,
    below,
    titleRow: 0,
    subtitleRow: 1,
    parameterRow,
    tables,
    rows: row,
    columns: Math.max(spec.parameters.length, ...spec.tables.map(table => table.columns.length)),
  };
}

export function parameterName(layout: Layout, key: string): string {
  return `${layout.prefix}_${key}`;
}

export function tableOf(layout: Layout, key: string): TableLayout {
  const table = layout.tables.find(({ spec }) => spec.key === key);
  if (!table) throw new RangeError(`template ${layout.spec.template} has no table ${key}`);
  return table;
}

export function columnIndex(table: TableLayout, key: string): number {
  const index = table.spec.columns.findIndex(column => column.key === key);
  if (index < 0) throw new RangeError(`table ${table.spec.key} has no column ${key}`);
  return index;
}

export function aboveIndex(table: TableLayout, key: string): number {
  const index = table.spec.above.findIndex(row => row.key === key);
  if (index < 0) throw new RangeError(`table ${table.spec.key} has no row ${key} above it`);
  return table.aboveRow + index;
}

/** All data rows of some columns. */
export function bodyArea(table: TableLayout, from: string, to = from): Area {
  const first = columnIndex(table, from);
  return { row: table.firstRow, column: first, rows: table.rows, columns: columnIndex(table, to) - first + 1 };
}

/** Columns with their heading, and all data rows below it. */
export function headingArea(table: TableLayout, from: string, to = from): Area {
  const body = bodyArea(table, from, to);
  return { ...body, row: body.row - 1, rows: body.rows + 1 };
}

/**
 * Whether names of columns begin at their headings, as the ranges of a sheet's own formulas do: a row that is put in
 * directly under a heading belongs to them then. Tables of a host take it in anyway.
 */
export function namesBeginAtHeadings({ dialect, below }: Layout, prefix: string): boolean {
  return dialect.computedColumns === 'array' && !below.includes(prefix);
}

/** The cells that the name of a column stands for. */
export function namedArea(table: TableLayout, key: string, layout: Layout): Area {
  const isAtHeading = !table.spec.headless && namesBeginAtHeadings(layout, layout.spec.prefix);
  return isAtHeading ? headingArea(table, key) : bodyArea(table, key);
}

/** Every name that the sheet will define. */
function namesOf(spec: SheetSpec, prefix: string): string[] {
  const tables = spec.tables.length === 1 ? [prefix] : spec.tables.map(table => `${prefix}${table.key}`);
  const cells = spec.tables.flatMap(table => [
    ...table.columns.flatMap(column => (column.named ? [column.named] : [])),
    ...table.above.flatMap(line => Object.values(line.named ?? {})),
  ]);
  return [
    ...tables,
    ...spec.parameters
      .map(parameter => parameter.key)
      .concat(cells)
      .map(key => `${prefix}_${key}`),
  ];
}

function freePrefix(spec: SheetSpec, { names, tables }: TakenNames): string {
  const taken = new Set([...names, ...tables].map(name => name.toLowerCase()));
  for (let number = 1; ; number++) {
    const prefix = number === 1 ? spec.prefix : `${spec.prefix}${number}`;
    if (namesOf(spec, prefix).every(name => !taken.has(name.toLowerCase()))) return prefix;
  }
}

/** The longest sheet name that Excel takes, and the one that it keeps for itself. */
const LONGEST_SHEET_NAME = 31;
const RESERVED_SHEET_NAME = 'history';

function freeSheetName(wanted: string, sheets: readonly string[]): string {
  const taken = new Set([RESERVED_SHEET_NAME, ...sheets.map(sheet => sheet.toLowerCase())]);
  const clean = wanted.replace(/[[\]:*?/\\]/g, ' ').replace(/^'+|'+$/g, '');
  for (let number = 1; ; number++) {
    const suffix = number === 1 ? '' : ` ${number}`;
    const name = clean.slice(0, LONGEST_SHEET_NAME - suffix.length) + suffix;
    if (!taken.has(name.toLowerCase())) return name;
  }
}

/** A spilled table brings its own headings, in its first row. */
export function headingRowOf({ headingRow, spec }: TableLayout): number {
  return headingRow + (spec.headless ? 1 : 0);
}

/** A column's cells below the headings. */
export function figuresArea(table: TableLayout, key: string): Area {
  const body = bodyArea(table, key);
  return table.spec.headless ? { ...body, row: body.row + 1, rows: body.rows - 1 } : body;
}

export function cell(row: number, column: number): Area {
  return { row, column, rows: 1, columns: 1 };
}
