import type { Area, Light, Op } from '../../src/plan/op.ts';
import { literal } from './literal.ts';

/** What can be set cell by cell in one call for the whole sheet. */
export interface Layers {
  readonly backgrounds: string | null;
  readonly fontColors: string | null;
  readonly fontWeights: 'bold' | 'normal' | null;
  readonly fontStyles: 'italic' | 'normal' | null;
  readonly fontSizes: number;
  readonly horizontalAlignments: 'left' | 'center' | 'right' | null;
  readonly verticalAlignments: 'top' | 'middle' | 'bottom' | null;
  readonly wraps: boolean;
  readonly numberFormats: string;
  readonly notes: string | null;
}
export type LayerName = keyof Layers;
type Grids = { [Name in LayerName]?: Layers[Name][][] };

/** What a cell has as long as nothing is said about it, in a sheet that is new. */
const unset: Layers = {
  backgrounds: null,
  fontColors: null,
  fontWeights: null,
  fontStyles: null,
  fontSizes: 10,
  horizontalAlignments: null,
  verticalAlignments: null,
  wraps: false,
  numberFormats: 'General',
  notes: null,
};

type Payload<Name extends Op['op']> = Omit<Extract<Op, { op: Name }>, 'op'>;
/** Neighbouring columns or rows of one size, counted from 0. */
export interface SizeRun {
  readonly start: number;
  readonly count: number;
  readonly size: number;
}

/**
 * The new sheet as it will be. Every call on a spreadsheet's objects is a round trip to Google's servers, so the
 * ops are first laid over one another here and then written layer by layer, however many rows there are.
 */
export class SheetLayers {
  private opened: Payload<'addSheet'> | undefined;
  readonly cells: (string | number | boolean)[][] = [];
  readonly layers: Grids = {};
  /** Below every row of these areas, by colour. */
  readonly lines = new Map<string, readonly Area[]>();
  readonly widths: SizeRun[] = [];
  readonly heights: SizeRun[] = [];
  readonly validations: Payload<'validate'>[] = [];
  readonly lights: { readonly areas: readonly Area[]; readonly light: Light }[] = [];
  readonly charts: Payload<'chart'>[] = [];
  readonly names: Payload<'name'>[] = [];
  readonly marks: Payload<'mark'>[] = [];
  frozen: Payload<'freeze'> = { rows: 0, columns: 0 };
  active: Payload<'activate'> | undefined;

  get sheet(): Payload<'addSheet'> {
    if (!this.opened) throw new Error('addSheet comes first');
    return this.opened;
  }

  open(sheet: Payload<'addSheet'>): void {
    if (this.opened) throw new Error(`one sheet at a time, found ${sheet.sheet}`);
    this.opened = sheet;
    for (let row = 0; row < sheet.rows; row++) this.cells.push(new Array<string>(sheet.columns).fill(''));
  }

  put(area: Area, values: readonly (readonly (string | number | boolean | null)[])[], asText = true): void {
    each(area, this.cells, (cells, row, column) => {
      const value = values[row]?.[column] ?? null;
      if (value !== null) cells[area.column + column] = asText ? literal(value) : value;
    });
  }

  paint<Name extends LayerName>(name: Name, areas: readonly Area[], value: Layers[Name]): void {
    const grid = this.grid(name);
    for (const area of areas) {
      each(area, grid, (cells, _row, column) => {
        cells[area.column + column] = value;
      });
    }
  }

  line(color: string, areas: readonly Area[]): void {
    this.lines.set(color, [...(this.lines.get(color) ?? []), ...areas]);
  }

  private grid<Name extends LayerName>(name: Name): Layers[Name][][] {
    const { rows, columns } = this.sheet;
    const grids: { [Key in Name]?: Layers[Key][][] } = this.layers;
    const grid = grids[name] ?? Array.from({ length: rows }, () => new Array<Layers[Name]>(columns).fill(unset[name]));
    grids[name] = grid;
    return grid;
  }
}

function each<Value>(area: Area, grid: Value[][], visit: (cells: Value[], row: number, column: number) => void): void {
  for (let row = 0; row < area.rows; row++) {
    const cells = grid[area.row + row];
    if (!cells || area.column + area.columns > cells.length) throw new Error('an area reaches beyond the sheet');
    for (let column = 0; column < area.columns; column++) visit(cells, row, column);
  }
}

/** Everything at the commonest size first, then what differs from it. */
export function fewestRuns(start: number, sizes: readonly number[]): SizeRun[] {
  const count = (size: number): number => sizes.filter(other => other === size).length;
  const common = sizes.reduce((best, size) => (count(size) > count(best) ? size : best), sizes[0] ?? 0);
  const rest = runsOf(start, sizes).filter(({ size }) => size !== common);
  return [{ start, count: sizes.length, size: common }, ...rest];
}

/** Joins neighbours of the same size, since one call can set them all. */
export function runsOf(start: number, sizes: readonly number[]): SizeRun[] {
  const runs: SizeRun[] = [];
  for (const [index, size] of sizes.entries()) {
    const last = runs.at(-1);
    if (last?.size === size) runs[runs.length - 1] = { ...last, count: last.count + 1 };
    else runs.push({ start: start + index, count: 1, size });
  }
  return runs;
}

/** The pixels that some columns or rows take together; `usual` is the size of those that no run sets. */
export function lengthOf(runs: readonly SizeRun[], start: number, count: number, usual: number): number {
  let length = 0;
  for (let index = start; index < start + count; index++) {
    // What is set later wins.
    const over = runs.filter(known => index >= known.start && index < known.start + known.count);
    length += over[over.length - 1]?.size ?? usual;
  }
  return length;
}
