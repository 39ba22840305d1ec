import type { Cell, Matrix } from '../src/kernel/cell.ts';

/** A formula and the cell that it stands in, counted from 0. */
export interface PlacedFormula {
  readonly row: number;
  readonly column: number;
  readonly formula: string;
}

/** The same work for a spreadsheet's engine: cells, built-in formulas over them, and a cell whose change starts it. */
export interface Sheet {
  readonly cells: readonly (readonly (number | string | null)[])[];
  readonly formulas: readonly PlacedFormula[];
  readonly edited: { readonly row: number; readonly column: number; readonly other: number | string };
  /** Where the figure stands that is compared with ours; none where built-in formulas do not do the same work. */
  readonly result?: { readonly row: number; readonly column: number };
}

/** One job over one set of inputs, for everybody. */
export interface Task {
  readonly name: string;
  readonly size: string;
  /** `work` is what the pane does with a file or a workbook; its figure is what both have to come to. */
  readonly kind: 'list' | 'map' | 'table' | 'calls' | 'work';
  /** The most that it takes, as a multiple of a peer's time; where none is given, what is usual for its kind. */
  readonly budget?: { readonly bare?: number; readonly hyperFormula?: number };
  /** What the peers' formulas leave out of the work. */
  readonly unlike?: string;
  /** What `bare` is, where it is no loop over the same work: the ratio is against that. */
  readonly against?: string;
  readonly ours: () => Cell | Matrix | Promise<Cell>;
  readonly bare: () => unknown;
  readonly formulajs?: () => unknown;
  readonly sheet?: Sheet;
}

/** One figure for a whole result, to compare by. */
export function figureOf(result: unknown): number {
  return (Array.isArray(result) ? result : [result])
    .flat()
    .reduce((total: number, value: unknown) => total + (typeof value === 'number' ? value : 0), 0);
}
