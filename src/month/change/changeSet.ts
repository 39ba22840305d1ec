import type { Json, Value } from '../../kernel/json.ts';
import type { Language, Text } from '../../kernel/text.ts';

/** One cell of a named column, found by what identifies its row. */
export interface CellChange {
  /** Its place when the change was made, from 0; sorting may have moved it. */
  readonly row: number;
  /** What the row's key columns hold. */
  readonly key: readonly Value[];
  readonly before: Value;
  readonly after: Value;
}

/** A sheet that a template makes, as it was planned. */
export interface NewSheet {
  readonly mark: string;
  readonly template: string;
  readonly language: Language;
  /** What its names begin with; what is repointed relies on it. */
  readonly prefix: string;
  /** Stands behind the template's own name for the sheet: a month. */
  readonly suffix: string;
  /** The form's values; what is not there is as in a new form. */
  readonly values: Readonly<Record<string, Json>>;
  /** What the cells of its strip hold, by their keys, where that is not the template's own. */
  readonly strip: Readonly<Record<string, Value>>;
  /** The names of its columns begin below their headings, in a host where they would begin at them. */
  readonly below?: boolean;
}

/**
 * One thing that happens to the workbook. It knows no host and no address: columns are named cells (Tracker_Actual),
 * sheets are found by their marks.
 */
export type Change =
  /** Cells of one named column; `keys` are the named columns that identify a row, none where the place does. */
  | {
      readonly kind: 'cells';
      readonly name: string;
      readonly keys: readonly string[];
      readonly cells: readonly CellChange[];
    }
  /** Rows below the last filled one; a value for each named column. */
  | { readonly kind: 'append'; readonly columns: readonly string[]; readonly rows: readonly (readonly Value[])[] }
  /** Takes those rows out again, the last ones that hold exactly this. */
  | { readonly kind: 'remove'; readonly columns: readonly string[]; readonly rows: readonly (readonly Value[])[] }
  /** A template's sheet, marked with `mark` so that it can be found and taken out again. */
  | ({ readonly kind: 'sheet' } & NewSheet)
  | ({ readonly kind: 'removeSheet' } & NewSheet)
  /** Formulas of the sheets that we inserted (a dashboard) which read the names of one prefix read those of another. */
  | {
      readonly kind: 'repoint';
      readonly from: string;
      readonly to: string;
      /** Prefixes of sheets that stay with the month they tell of. */
      readonly leave: readonly string[];
    }
  /** A fact about the sheet that a template's prefix belongs to; null is none. */
  | {
      readonly kind: 'mark';
      readonly prefix: string;
      readonly key: string;
      readonly before: string | null;
      readonly after: string | null;
    }
  | { readonly kind: 'protect'; readonly prefix: string; readonly protect: boolean };

/** All that Apply or Roll over writes: all of it or nothing, and one undo. */
export interface ChangeSet {
  readonly id: string;
  readonly title: Text;
  readonly changes: readonly Change[];
}

/** What brings the workbook back. The inverse of the inverse is the set itself. */
export function inverse({ id, title, changes }: ChangeSet): ChangeSet {
  return { id, title, changes: [...changes].reverse().map(inverseOf) };
}

function inverseOf(change: Change): Change {
  switch (change.kind) {
    case 'cells':
      return { ...change, cells: change.cells.map(cell => ({ ...cell, before: cell.after, after: cell.before })) };
    case 'append':
      return { ...change, kind: 'remove' };
    case 'remove':
      return { ...change, kind: 'append' };
    case 'sheet':
      return { ...change, kind: 'removeSheet' };
    case 'removeSheet':
      return { ...change, kind: 'sheet' };
    case 'repoint':
      return { ...change, from: change.to, to: change.from };
    case 'mark':
      return { ...change, before: change.after, after: change.before };
    case 'protect':
      return { ...change, protect: !change.protect };
  }
}

/** Whether there is nothing to do. */
export function isEmpty({ changes }: ChangeSet): boolean {
  return changes.every(change => {
    if (change.kind === 'cells') return change.cells.length === 0;
    return (change.kind === 'append' || change.kind === 'remove') && change.rows.length === 0;
  });
}
