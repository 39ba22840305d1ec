import type { CellStyle, Cell as FileCell, NamedRange, TableColumn, WriteSheet } from 'hucre';
import { type Cell, CellError } from '../src/kernel/cell.ts';
import { address } from '../src/plan/address.ts';
import type { Area, Style } from '../src/plan/op.ts';

/** Formulas as their twins, as Excel stores ours, or none but what they show. */
export type FileFormulas = 'native' | 'addin' | 'none';

/** What a cell gets instead of a formula that is meant for a spreadsheet with the add-in. */
export type WrittenInstead =
  | { readonly is: 'formula'; readonly formula: string; readonly array: boolean }
  | { readonly is: 'value' };

/** A sheet while its ops are carried out. */
export class SheetWriter {
  readonly sheet: WriteSheet & { cells: Map<string, Partial<FileCell>> };
  readonly figures: readonly (readonly Cell[])[];
  readonly write: (formula: string, table: string | undefined) => WrittenInstead;
  readonly names: NamedRange[] = [];
  readonly tables: { readonly name: string; readonly area: Area }[] = [];
  readonly marks: Record<string, string> = {};
  private readonly font: string;
  private readonly styles = new Map<string, Style>();
  private readonly formats = new Map<string, string>();

  constructor(name: string, font: string, figures: readonly (readonly Cell[])[], write: SheetWriter['write']) {
    this.font = font;
    this.sheet = { name, cells: new Map() };
    this.figures = figures;
    this.write = write;
  }

  cell(row: number, column: number, content: Partial<FileCell>): void {
    const key = `${row},${column}`;
    this.sheet.cells.set(key, { ...this.sheet.cells.get(key), ...content });
  }

  /** What the cell shows when it was last computed. */
  figure(row: number, column: number): string | number | boolean {
    const figure = this.figures[row]?.[column] ?? null;
    if (figure === null) return '';
    return figure instanceof CellError ? figure.code : figure;
  }

  style(area: Area, style: Style): void {
    eachCell(area, (row, column) => {
      const key = `${row},${column}`;
      this.styles.set(key, { ...this.styles.get(key), ...style });
    });
  }

  format(area: Area, format: string): void {
    eachCell(area, (row, column) => this.formats.set(`${row},${column}`, format));
  }

  /** The table that a cell stands in. */
  tableAt({ row, column }: Area): string | undefined {
    return this.tables.find(
      ({ area }) =>
        row >= area.row && row < area.row + area.rows && column >= area.column && column < area.column + area.columns,
    )?.name;
  }

  /** The part of an area that its formula fills now; a spreadsheet that knows spilling finds out the rest itself. */
  filled({ row, column, rows, columns }: Area): Area {
    const isFilled = (r: number, c: number): boolean => (this.figures[row + r]?.[column + c] ?? null) !== null;
    const offsets = (count: number): number[] => Array.from({ length: count }, (_, offset) => offset);
    const lastRow =
      offsets(rows)
        .filter(r => offsets(columns).some(c => isFilled(r, c)))
        .pop() ?? 0;
    const lastColumn =
      offsets(columns)
        .filter(c => offsets(rows).some(r => isFilled(r, c)))
        .pop() ?? 0;
    return { row, column, rows: lastRow + 1, columns: lastColumn + 1 };
  }

  /** What is worth printing: rows in wait at the end are not. */
  filledSheet(): Area {
    const columns = this.figures[0]?.length ?? 1;
    const rows = this.figures.length;
    const isBlank = (cell: Cell): boolean => cell === null || cell === '';
    const last = this.figures.reduce((found, line, row) => (line.every(isBlank) ? found : row), 0);
    return { row: 0, column: 0, rows: Math.min(rows, last + 1), columns };
  }

  reference(area: Area): string {
    return `'${this.sheet.name.replaceAll("'", "''")}'!${address(area, 'all')}`;
  }

  /** Headings of a table have to be what their cells say. */
  headings({ row, column, columns }: Area): TableColumn[] {
    return Array.from({ length: columns }, (_, index) => {
      const value = this.sheet.cells.get(`${row},${column + index}`)?.value;
      return { name: String(value ?? `Column${index + 1}`) };
    });
  }

  /** The sheet with every cell's styles put together. */
  finished(): WriteSheet {
    for (const key of new Set([...this.styles.keys(), ...this.formats.keys()])) {
      const style = fileStyle(this.styles.get(key) ?? {}, this.formats.get(key), this.font);
      this.sheet.cells.set(key, { value: null, ...this.sheet.cells.get(key), style });
    }
    return this.sheet;
  }
}

export function eachCell({ row, column, rows, columns }: Area, visit: (row: number, column: number) => void): void {
  for (let r = row; r < row + rows; r++) for (let c = column; c < column + columns; c++) visit(r, c);
}

const VERTICAL = { top: 'top', middle: 'center', bottom: 'bottom' } as const;

function fileStyle(style: Style, format: string | undefined, font: string): CellStyle {
  const { fill, color, bold, italic, size, horizontal, vertical, wrap, line } = style;
  return {
    font: {
      name: font,
      size: size ?? DEFAULT_SIZE,
      ...(bold ? { bold } : {}),
      ...(italic ? { italic } : {}),
      ...(color ? { color: rgb(color) } : {}),
    },
    ...(fill ? { fill: solid(fill) } : {}),
    ...(line ? { border: { bottom: { style: 'thin' as const, color: rgb(line) } } } : {}),
    alignment: {
      ...(horizontal ? { horizontal } : {}),
      ...(vertical ? { vertical: VERTICAL[vertical] } : {}),
      ...(wrap ? { wrapText: true } : {}),
    },
    ...(format ? { numFmt: format } : {}),
  };
}

const DEFAULT_SIZE = 11;

/** A conditional format's solid fill is its background, a cell's its foreground; so both are set. */
export function solid(color: string) {
  return { type: 'pattern' as const, pattern: 'solid' as const, fgColor: rgb(color), bgColor: rgb(color) };
}

export function rgb(color: string): { rgb: string } {
  return { rgb: color.replace('#', '').toUpperCase() };
}
