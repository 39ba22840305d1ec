import { type Content, type Grid, type SheetGrid, type Spot, valueAt } from '../grid/grid.ts';
import { type Cell, CellError } from '../kernel/cell.ts';
import { say, type Text } from '../kernel/text.ts';
import type { DealField } from '../month/import/dealField.ts';
import { matchColumns } from '../month/import/matchColumns.ts';
import { columnLetters } from '../plan/address.ts';
import type { Area } from '../plan/op.ts';

/** A cell that would be written, and what stands there. */
export interface Fix extends Spot {
  readonly before: Content;
  readonly after: Content;
}

/** Something about the data that is worth a look. */
export interface Finding {
  readonly kind: Kind;
  readonly what: Text;
  readonly spots: readonly Spot[];
  /** None where only the user can tell what is right. */
  readonly fixes: readonly Fix[];
  /** What stands there, and what it would become. */
  readonly examples: readonly { readonly before: string; readonly after: string }[];
}

export type Kind =
  | 'dates'
  | 'numbers'
  | 'spaces'
  | 'duplicates'
  | 'impossible'
  | 'outside'
  | 'percents'
  | 'plan'
  | 'weights';

/** One column of the data, below its heading. */
export interface DataColumn {
  readonly column: number;
  readonly heading: string;
  readonly field: DealField | undefined;
  readonly cells: readonly DataCell[];
}

export interface DataCell extends Spot {
  readonly value: Cell;
  /** What a formula gives is not ours to clean. */
  readonly computed: boolean;
}

/** The data that are examined. */
export interface Data {
  readonly grid: Grid;
  readonly sheet: SheetGrid;
  readonly area: Area;
  /** The row of the headings in the sheet; undefined where the data have none. */
  readonly headingRow: number | undefined;
  readonly columns: readonly DataColumn[];
}

export function dataIn(grid: Grid, sheet: SheetGrid, selected: Area): Data {
  const area = withinUse(sheet, selected);
  const cells = Array.from({ length: area.rows }, (_, row) =>
    Array.from({ length: area.columns }, (_, column) => valueAt(sheet, area.row + row, area.column + column)),
  );
  const matching = matchColumns(cells);
  const top = cells[matching.headingRow] ?? [];
  const isHeaded =
    area.rows > 1 && top.some(cell => cell !== null) && top.every(cell => cell === null || typeof cell === 'string');
  const first = isHeaded ? matching.headingRow + 1 : 0;
  const columns = Array.from({ length: area.columns }, (_, column): DataColumn => {
    const heading = isHeaded ? top[column] : null;
    return {
      column: area.column + column,
      heading: typeof heading === 'string' ? heading.trim() : '',
      field: isHeaded ? matching.headings.find(match => match.column === column)?.field : undefined,
      cells: cells.slice(first).map((line, index) => {
        const row = area.row + first + index;
        const formula = sheet.formulas[row]?.[area.column + column] ?? '';
        const value = line[column] ?? null;
        return { sheetId: sheet.sheetId, row, column: area.column + column, value, computed: formula !== '' };
      }),
    };
  });
  return { grid, sheet, area, headingRow: isHeaded ? area.row + matching.headingRow : undefined, columns };
}

/** People select whole columns; there is nothing to see beyond the last cell in use. */
function withinUse({ values }: SheetGrid, { row, column, rows, columns }: Area): Area {
  const width = values.reduce((most, line) => Math.max(most, line.length), 0);
  return {
    row,
    column,
    rows: Math.max(1, Math.min(rows, values.length - row)),
    columns: Math.max(1, Math.min(columns, width - column)),
  };
}

export function filled({ cells }: DataColumn): DataCell[] {
  return cells.filter(({ value }) => value !== null && value !== '');
}

export function fixOf({ sheetId, row, column, value }: DataCell, after: Content): Fix {
  return { sheetId, row, column, before: value instanceof CellError ? value.code : value, after };
}

/** The column as people know it: its heading, or its letter. */
export function nameOf({ heading, column }: DataColumn): Text {
  if (heading !== '') return say(`“${heading}”`, `“${heading}”`);
  const letter = columnLetters(column);
  return say(`column ${letter}`, `${letter} 列`);
}

export function cellsText(count: number): Text {
  return say(count === 1 ? '1 cell' : `${count} cells`, `${count} 个单元格`);
}

const EXAMPLES = 3;

export function examplesOf<Found extends { readonly before: string; readonly after: string }>(
  found: readonly Found[],
): Found[] {
  const seen = new Set<string>();
  return found.filter(({ before }) => !seen.has(before) && seen.add(before)).slice(0, EXAMPLES);
}
