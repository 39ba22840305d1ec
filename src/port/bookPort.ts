import type { Grid, Spot } from '../grid/grid.ts';
import type { Patch } from '../grid/patch.ts';
import type { Area } from '../plan/op.ts';
import type { Copied } from '../share/copies.ts';

/** An area of one sheet. */
export interface SheetArea extends Area {
  readonly sheetId: string;
}

export interface PatchRequest {
  readonly patches: readonly Patch[];
  /**
   * Kept in the workbook once everything is written; before it, where nothing else is kept meanwhile. What is kept
   * stays as it is where there is none.
   */
  readonly keep?: string;
  /** Kept while it is written: both ways, to the end and back. */
  readonly meanwhile?: string;
  /** What was kept when this was asked for, if anything; refused as `busy` where that is something else by now. */
  readonly kept?: string | undefined;
}

/** What sharing, checking and cleaning need of a host: a workbook's cells as they are, and writing them. */
export interface BookPort {
  /** Every sheet's cells, names and tables. */
  read(): Promise<Grid>;
  /** How far formulas spill, those that do. */
  spills(spots: readonly Spot[]): Promise<readonly SheetArea[]>;
  /** What `patch` was given to keep last. */
  kept(): Promise<string | undefined>;
  /**
   * All or nothing. Answers with the cells that hold neither what they held before nor what they are to hold; then
   * nothing is written. Refused as `cutOff` where it can be neither written nor taken back now: what is kept
   * meanwhile stays.
   */
  patch(request: PatchRequest): Promise<readonly Spot[]>;
  /** Copies sheets behind the last one, without their marks: a copy is the user's own. */
  copy(sheetIds: readonly string[]): Promise<readonly Copied[]>;
  /** Takes out copies. */
  remove(sheetIds: readonly string[]): Promise<void>;
  /** The selected cells. */
  selected(): Promise<SheetArea>;
}
