import type { Matrix } from '../kernel/cell.ts';
import type { Note } from '../month/import/note.ts';
import type { Area } from '../plan/op.ts';

/** A sheet of a file as it was found, with what its cells alone do not tell. */
export interface FileSheet {
  readonly name: string;
  readonly cells: Matrix;
  /** Cut out of a text: a row with more fields than headings was cut wrongly. */
  readonly isCut?: boolean;
  /** The sheet itself is hidden. */
  readonly isHidden?: boolean;
  /** Rows that are hidden, from 0. */
  readonly hiddenRows?: readonly number[];
  /** Rows are hidden by a filter, not by hand. */
  readonly isFiltered?: boolean;
  readonly merged?: readonly Area[];
  /** Columns whose numbers are shown as dates. */
  readonly dateColumns?: readonly number[];
  readonly notes?: readonly Note[];
}
