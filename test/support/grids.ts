import type { Grid, SheetGrid } from '../../src/grid/grid.ts';
import { type Cell, CellError, type Matrix } from '../../src/kernel/cell.ts';

/** A sheet from what its cells hold: a text that begins with = is a formula, which shows 0 unless said otherwise. */
export function sheetGrid(
  rows: readonly (readonly (Cell | { readonly formula: string; readonly shows: Cell })[])[],
  facts: Partial<Pick<SheetGrid, 'sheetId' | 'sheet' | 'locked' | 'marks'>> = {},
): SheetGrid {
  const isShown = (cell: unknown): cell is { readonly formula: string; readonly shows: Cell } =>
    typeof cell === 'object' && cell !== null && 'formula' in cell;
  const isFormula = (cell: unknown): cell is string => typeof cell === 'string' && cell.startsWith('=');
  return {
    sheetId: 's1',
    sheet: 'Sheet1',
    locked: false,
    marks: {},
    ...facts,
    values: rows.map(line => line.map(cell => (isShown(cell) ? cell.shows : isFormula(cell) ? 0 : cell))) as Matrix,
    formulas: rows.map(line => line.map(cell => (isShown(cell) ? cell.formula : isFormula(cell) ? cell : ''))),
  };
}

export function gridOf(...sheets: readonly SheetGrid[]): Grid {
  return { sheets, names: [], tables: [] };
}

export const shown = (code: CellError['code']): CellError => new CellError(code, { en: code, zh: code });
