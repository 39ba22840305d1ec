import { areaIn } from '../../src/grid/places.ts';
import { filledTo } from '../../src/grid/relative.ts';
import { addTo, largestOf } from '../../src/kernel/lists.ts';
import { say } from '../../src/kernel/text.ts';
import type { Conflict } from '../../src/month/change/fitToWorkbook.ts';
import type { Sizes } from '../../src/month/change/locate.ts';
import type { Area } from '../../src/plan/op.ts';
import { structured } from '../../src/plan/print.ts';
import { synced } from '../ops/apply.ts';
import { sheetIn } from '../ops/names.ts';
import { bytesOf, type Outbox, rowsInPieces } from '../ops/outbox.ts';
import { areaOf, type Loaded } from '../ops/pieces.ts';
import type { AskedColumn } from './columns.ts';

/** A named column with too few rows, and the tables that its cells are in. */
export interface Short {
  readonly asked: AskedColumn;
  /** So many rows are missing. */
  readonly count: number;
}

/** The columns of a change set that are too short for it, once they are read. */
export function shortOf(asked: readonly AskedColumn[], room: ReadonlyMap<string, number>): Short[] {
  return asked.flatMap(column => {
    if (!column.cells) return [];
    const count = (room.get(column.name) ?? 0) - column.cells.values.length;
    return count > 0 ? [{ asked: column, count }] : [];
  });
}

/** What is no table cannot be made longer: below it may stand anything. */
export function withoutTable(short: readonly Short[]): Conflict[] {
  return short.filter(({ asked }) => asked.tables.items.length !== 1).map(({ asked }) => cannotGrow(asked.name));
}

export function cannotGrow(name: string): Conflict {
  return {
    name,
    row: -1,
    reason: say(
      `${name} is full, and its cells are not the whole column of one table, so that no row can be added`,
      `${name} 已写满，且其单元格不是一张表格的整列，无法增加行`,
    ),
  };
}

export interface Growing {
  readonly table: string;
  /** Its cells below the headings. */
  readonly area: Area;
  readonly sheet: string;
  readonly headings: readonly string[];
  /** What the last row computes, an empty text where it computes nothing. */
  readonly formulas: readonly string[];
  readonly count: number;
  /** Names that stand for a column of the table by an address, which does not grow with it. */
  readonly fixed: readonly { readonly name: string; readonly column: number }[];
  /** Rows have been added to the table that these names do not know of. */
  readonly isAhead: boolean;
}

/** One round trip, where something has to grow. */
export async function lookAtTables(workbook: Excel.Workbook, short: readonly Short[]): Promise<Growing[]> {
  const tables = new Map<string, Short[]>();
  for (const each of short) {
    const name = each.asked.tables.items[0]?.name;
    if (name !== undefined) addTo(tables, name, each);
  }
  if (tables.size === 0) return [];
  const { names } = workbook;
  names.load('items/name,items/formula');
  const read = [...tables].map(([table, columns]) => {
    // Without the row of totals, which Excel keeps below what is added.
    const range = workbook.tables.getItem(table).getDataBodyRange();
    const headings = workbook.tables.getItem(table).getHeaderRowRange();
    const last = range.getLastRow();
    range.load('address,rowIndex,columnIndex,rowCount,columnCount');
    headings.load('values');
    last.load('formulas');
    return { table, columns, range, headings, last };
  });
  await synced(workbook);
  return read.map(({ table, columns, range, headings, last }): Growing => {
    const [area, sheet] = [areaOf(range), sheetIn(range.address)];
    const written = new Set(columns.map(({ asked }) => (asked.cells?.columnIndex ?? 0) - area.column));
    const [formulas = []] = last.formulas;
    return {
      table,
      area,
      sheet,
      headings: (headings.values[0] ?? []).map(String),
      // Where figures are written, a formula of the last row is somebody's own.
      formulas: formulas.map((cell: unknown, index: number) => {
        return !written.has(index) && typeof cell === 'string' && cell.startsWith('=') ? cell : '';
      }),
      count: largestOf(columns.map(({ count }) => count)),
      fixed: names.items
        .filter(({ name }) => columns.some(({ asked }) => prefixOf(asked.name) === prefixOf(name)))
        .flatMap(({ name, formula }) => fixedColumn(name, String(formula), sheet, area)),
      isAhead: columns.some(({ asked: { cells } }) => cells && endOf(cells) < area.row + area.rows),
    };
  });
}

function endOf({ rowIndex, values }: Loaded): number {
  return rowIndex + values.length;
}

/** A sheet's names begin alike; a name of the user's for some of the cells is left alone. */
function prefixOf(name: string): string {
  return name.slice(0, name.lastIndexOf('_') + 1).toLowerCase();
}

/** A name for the cells of one column from the first row on, whatever rows the table has had then. */
function fixedColumn(name: string, formula: string, sheet: string, body: Area): { name: string; column: number }[] {
  const cells = areaIn(formula.replace(/^=/, ''));
  if (cells?.sheet !== sheet) return [];
  const { row, column, rows, columns } = cells.area;
  const isColumn = row === body.row && columns === 1 && row + rows <= body.row + body.rows;
  const isInside = column >= body.column && column < body.column + body.columns;
  return isColumn && isInside ? [{ name, column: column - body.column }] : [];
}

/**
 * Adds rows to tables that are too short. What the last row computes, the new ones do, too.
 */
export async function grow(workbook: Excel.Workbook, tables: readonly Growing[], outbox: Outbox): Promise<void> {
  for (const growing of tables) {
    const { table, area, formulas, count } = growing;
    const end = area.row + area.rows;
    const rows = Array.from({ length: count }, (_, down) =>
      formulas.map((formula, index) => formula && filledTo(formula, end - 1, area.column + index, end + down)),
    );
    for (const piece of rowsInPieces(rows)) {
      await outbox.makeRoom(bytesOf(piece.rows));
      workbook.tables.getItem(table).rows.add(undefined, [...piece.rows]);
    }
    follow(workbook, growing);
  }
}

/** Names that Excel has stored as addresses stand for the whole column again, so that whoever reads them reads all. */
export function follow(workbook: Excel.Workbook, { table, headings, fixed }: Growing): void {
  for (const { name, column } of fixed) {
    workbook.names.getItem(name).formula = `=${structured(table, headings[column] ?? '')}`;
  }
}

/** Takes out the rows that tables were given for something that is not there; not those in which somebody typed. */
export async function shrink(workbook: Excel.Workbook, sizes: Sizes, asked: readonly AskedColumn[]): Promise<void> {
  const surplus = new Map<string, number>();
  for (const { name, cells, tables } of asked) {
    const [table] = tables.items;
    const size = sizes[name];
    if (cells && table && size !== undefined && cells.values.length > size) surplus.set(table.name, size);
  }
  if (surplus.size === 0) return;
  // The headings stand in the first row.
  const rowsAfter = (table: string, size: number): Excel.Range => {
    const all = workbook.tables.getItem(table).getRange();
    return all.getRow(size + 1).getBoundingRect(all.getLastRow());
  };
  const read = [...surplus].map(([table, size]) => ({ table, size, rows: rowsAfter(table, size) }));
  for (const { rows } of read) rows.load('formulas');
  await workbook.context.sync();
  for (const { table, size, rows } of read) {
    const isOurs = rows.formulas.flat().every((cell: unknown) => cell === '' || String(cell).startsWith('='));
    if (isOurs) rowsAfter(table, size).delete('Up');
  }
}
