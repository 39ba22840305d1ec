import { parseA1Ref, parseStructRef } from '@borgar/fx';
import { type Cell, CellError, type Matrix } from '../kernel/cell.ts';
import type { Area } from '../plan/op.ts';
import { contains, type Grid, type SheetGrid, type Spot, sheetById, type TableGrid, valueAt } from './grid.ts';

/** Where a reference points to. */
export interface Place {
  readonly sheet: SheetGrid;
  readonly area: Area;
}

/** A reference of cells as it is written, with or without a sheet in front. */
export function areaIn(reference: string): { readonly sheet: string | undefined; readonly area: Area } | undefined {
  const parsed = parseA1Ref(reference, { allowNamed: false });
  if (!parsed || !('range' in parsed) || !parsed.range) return undefined;
  const { top, left, bottom, right } = parsed.range;
  if (top == null || left == null || bottom == null || right == null) return undefined;
  const context = parsed.context ?? [];
  // Another workbook's cells.
  if (context.length > 1) return undefined;
  return {
    sheet: context[0],
    area: { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 },
  };
}

/** The names, tables and cells of a workbook, as its formulas see them. */
export class Places {
  private readonly grid: Grid;
  private readonly names: ReadonlyMap<string, string>;
  /** A check asks for the same few references in each row. */
  private readonly areas = once(areaIn);
  private readonly structures = once((reference: string) => parseStructRef(reference));
  private readonly headings = once((table: TableGrid) => headingsOf(this.grid, table));

  constructor(grid: Grid) {
    this.grid = grid;
    this.names = new Map(grid.names.map(({ name, formula }) => [name.toLowerCase(), formula.replace(/^=/, '')]));
  }

  /** Where a reference in the formula of a cell points to; undefined where it is none, or its cells are gone. */
  find(reference: string, from: Spot): Place | undefined {
    const named = this.names.get(reference.toLowerCase());
    const text = named ?? reference;
    const cells = this.areas(text);
    if (!cells) return text.includes('[') ? this.structured(text, from) : undefined;
    const wanted = cells.sheet?.toLowerCase();
    const sheet =
      wanted === undefined
        ? sheetById(this.grid, from.sheetId)
        : this.grid.sheets.find(candidate => candidate.sheet.toLowerCase() === wanted);
    return sheet && { sheet, area: cells.area };
  }

  read(reference: string, from: Spot): Matrix | undefined {
    const place = this.find(reference, from);
    return place && cellsOf(place);
  }

  tableAt(spot: Spot): TableGrid | undefined {
    return this.grid.tables.find(({ sheetId, area }) => sheetId === spot.sheetId && contains(area, spot));
  }

  private structured(reference: string, from: Spot): Place | undefined {
    const parsed = this.structures(reference);
    if (!parsed) return undefined;
    const wanted = parsed.table?.toLowerCase();
    const table = wanted ? this.grid.tables.find(({ name }) => name.toLowerCase() === wanted) : this.tableAt(from);
    const sheet = table && sheetById(this.grid, table.sheetId);
    if (!table || !sheet) return undefined;
    const { row, column, rows, columns } = table.area;
    const headings = this.headings(table);
    const [first, last = first] = parsed.columns ?? [];
    const [left, right] = [first, last].map(name => (name === undefined ? -1 : headings.indexOf(text(name))));
    if (first !== undefined && (left === undefined || right === undefined || left < 0 || right < left))
      return undefined;
    const across =
      first === undefined
        ? { column, columns }
        : { column: column + (left ?? 0), columns: (right ?? 0) - (left ?? 0) + 1 };
    const sections = (parsed.sections ?? []).map(section => section.toLowerCase());
    if (sections.includes('this row')) return { sheet, area: { ...across, row: from.row, rows: 1 } };
    if (sections.includes('headers')) return { sheet, area: { ...across, row, rows: 1 } };
    if (sections.includes('all')) return { sheet, area: { ...across, row, rows } };
    return { sheet, area: { ...across, row: row + 1, rows: rows - 1 } };
  }
}

function once<In, Out>(compute: (given: In) => Out): (given: In) => Out {
  const known = new Map<In, Out>();
  return given => {
    const result = known.get(given);
    if (result !== undefined) return result;
    const computed = compute(given);
    known.set(given, computed);
    return computed;
  };
}

function headingsOf(grid: Grid, { sheetId, area: { row, column, columns } }: TableGrid): string[] {
  const sheet = sheetById(grid, sheetId);
  return Array.from({ length: columns }, (_, index) => (sheet ? text(valueAt(sheet, row, column + index)) : ''));
}

function text(cell: Cell): string {
  return cell === null || cell instanceof CellError ? '' : String(cell);
}

export function cellsOf({ sheet, area: { row, column, rows, columns } }: Place): Matrix {
  return Array.from({ length: rows }, (_, r) =>
    Array.from({ length: columns }, (_, c) => valueAt(sheet, row + r, column + c)),
  );
}
