import type { Area, ChartKind } from '../../src/plan/op.ts';

/** A chart as either host was told to draw it. */
export interface DrawnChart {
  readonly id: string;
  readonly sheetId: string;
  readonly kind: ChartKind;
  readonly title: string;
  readonly legend: boolean;
  readonly categories: Area | undefined;
  readonly series: readonly { readonly name: string; readonly area: Area; readonly color: string | undefined }[];
  /** The cell of its upper left corner. */
  readonly corner: { readonly row: number; readonly column: number };
  /** Pixels, or the cell of its lower right corner. */
  readonly size:
    | { readonly width: number; readonly height: number }
    | { readonly row: number; readonly column: number };
}

/** What a host has to draw; asked again whenever something may have changed. */
export type ChartSource = () => readonly DrawnChart[];
