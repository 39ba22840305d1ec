import type { Cell, Matrix } from '../kernel/cell.ts';
import type { Area } from '../plan/op.ts';

/** What is written into a cell; `null` makes it blank, a text is a text whatever it begins with. */
export type Content =
  | Exclude<Cell, object>
  | null
  | { readonly formula: string }
  /** A day as its serial number; written as if it were typed, so that the cell shows a date. */
  | { readonly date: number };

/** The cells of a sheet, from its first cell on. */
export interface SheetGrid {
  readonly sheetId: string;
  readonly sheet: string;
  /** The user may not change it as it is. */
  readonly locked: boolean;
  /** What an insertion wrote on it; empty where it is not ours. */
  readonly marks: Readonly<Record<string, string>>;
  /** What the cells show. */
  readonly values: Matrix;
  /** In English notation; '' where there is none, also where another cell's formula spills to. */
  readonly formulas: readonly (readonly string[])[];
}

/** A name of the workbook, and what it stands for: =Sheet!$A$1 or =Table[Column]. */
export interface NameGrid {
  readonly name: string;
  readonly formula: string;
}

/** A table of the host, headings included. */
export interface TableGrid {
  readonly name: string;
  readonly sheetId: string;
  readonly area: Area;
}

/** A whole workbook. */
export interface Grid {
  readonly sheets: readonly SheetGrid[];
  readonly names: readonly NameGrid[];
  readonly tables: readonly TableGrid[];
}

/** One cell of a workbook. */
export interface Spot {
  readonly sheetId: string;
  readonly row: number;
  readonly column: number;
}

/** Cells that hold formulas, row by row. */
export function formulaSpots({ sheetId, formulas }: SheetGrid): (Spot & { readonly formula: string })[] {
  return formulas.flatMap((line, row) =>
    line.flatMap((formula, column) => (formula === '' ? [] : [{ sheetId, row, column, formula }])),
  );
}

export function sheetById({ sheets }: Grid, sheetId: string): SheetGrid | undefined {
  return sheets.find(sheet => sheet.sheetId === sheetId);
}

export function valueAt({ values }: SheetGrid, row: number, column: number): Cell {
  return values[row]?.[column] ?? null;
}

export function contains({ row, column, rows, columns }: Area, spot: Pick<Spot, 'row' | 'column'>): boolean {
  return spot.row >= row && spot.row < row + rows && spot.column >= column && spot.column < column + columns;
}
