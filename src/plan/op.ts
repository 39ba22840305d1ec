import type { Cell } from '../kernel/cell.ts';

/** A rectangle of a sheet; row and column count from 0. */
export interface Area {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** Only what is named is set. Colours are #RRGGBB. */
export interface Style {
  readonly fill?: string;
  readonly color?: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  /** Points. */
  readonly size?: number;
  readonly horizontal?: 'left' | 'center' | 'right';
  readonly vertical?: 'top' | 'middle' | 'bottom';
  readonly wrap?: boolean;
  /** A thin line of this colour below every row. */
  readonly line?: string;
}

/** What may be typed into a cell; a blank always may. */
export type Rule =
  | { readonly kind: 'number'; readonly minimum?: number; readonly maximum?: number; readonly whole?: boolean }
  | { readonly kind: 'date' }
  | { readonly kind: 'list'; readonly values: readonly string[] };

/** A condition on the cell's own value by the host's own operators, never by a custom function. */
export type Condition =
  | { readonly when: 'textIs'; readonly value: string }
  /** A number that is `from` or more, and less than `below`; several are listed from the highest down. */
  | { readonly when: 'between'; readonly from: number; readonly below: number };

export interface Light {
  readonly condition: Condition;
  readonly fill: string;
  readonly color: string;
}

/** Upright columns, lying bars (a funnel, a leaderboard), a line over time. */
export type ChartKind = 'column' | 'bar' | 'line';

/**
 * Everything that a template does to a workbook. All areas are on the sheet that `addSheet` made, which comes
 * first; nothing outside that sheet is written, but names. A host is an exhaustive record of handlers over this
 * union; handlers queue, the host flushes once.
 */
export type Op =
  | {
      readonly op: 'addSheet';
      readonly sheet: string;
      readonly rows: number;
      readonly columns: number;
      readonly tab: string;
    }
  /** Literal cells; a text is written as text whatever it starts with. `null` leaves the cell as it is. */
  | { readonly op: 'values'; readonly area: Area; readonly values: readonly (readonly Exclude<Cell, object>[])[] }
  /** A formula for every cell of the area. */
  | { readonly op: 'formulas'; readonly area: Area; readonly formulas: readonly (readonly string[])[] }
  /** One formula in the area's first cell, whose result spills over the area. */
  | { readonly op: 'spill'; readonly area: Area; readonly formula: string }
  | { readonly op: 'numberFormat'; readonly areas: readonly Area[]; readonly format: string }
  | { readonly op: 'style'; readonly areas: readonly Area[]; readonly style: Style }
  /** Pixels, from the column given to the right. */
  | { readonly op: 'widths'; readonly column: number; readonly widths: readonly number[] }
  | { readonly op: 'heights'; readonly row: number; readonly heights: readonly number[] }
  | { readonly op: 'validate'; readonly areas: readonly Area[]; readonly rule: Rule; readonly message: string }
  | { readonly op: 'lights'; readonly areas: readonly Area[]; readonly lights: readonly Light[] }
  /** Figures as bars, which one of `longest` fills; where cells draw their own by a formula, there is no such op. */
  | { readonly op: 'bars'; readonly areas: readonly Area[]; readonly longest: number; readonly color: string }
  /** The area, headings included, becomes a table where the host has tables; it is written before formulas that name it. */
  | { readonly op: 'table'; readonly area: Area; readonly name: string }
  /** `structured` is the same cells as a table's reference, which grows with the table; it is there where the host has one. */
  | { readonly op: 'name'; readonly name: string; readonly area: Area; readonly structured?: string }
  /** A native chart of the host over the cells of `place`; categories and series are columns of equal length. */
  | {
      readonly op: 'chart';
      readonly kind: ChartKind;
      readonly title: string;
      readonly categories: Area;
      readonly series: readonly { readonly name: string; readonly area: Area; readonly color: string }[];
      readonly place: Area;
    }
  | { readonly op: 'note'; readonly row: number; readonly column: number; readonly text: string }
  | { readonly op: 'freeze'; readonly rows: number; readonly columns: number }
  | {
      readonly op: 'print';
      readonly orientation: 'portrait' | 'landscape';
      readonly titleRows: readonly [from: number, count: number];
      /** All of it on one page. */
      readonly onePage?: boolean;
    }
  /** A fact about the sheet, to find it again by: never by its name or position. */
  | { readonly op: 'mark'; readonly key: string; readonly value: string }
  | { readonly op: 'activate'; readonly row: number; readonly column: number };

export type OpName = Op['op'];

/** What a host makes of one kind of op. */
export type Handlers<Context> = {
  readonly [Name in OpName]: (op: Extract<Op, { op: Name }>, context: Context) => void;
};

/** The names that a workbook has already; what is inserted avoids them. */
export interface TakenNames {
  readonly sheets: readonly string[];
  readonly names: readonly string[];
  readonly tables: readonly string[];
}

/** What was inserted, so that it can be taken out again. */
export interface Receipt {
  readonly sheet: string;
  /** The host's own id of the sheet, which survives a renaming. */
  readonly sheetId: string;
  readonly names: readonly string[];
}
