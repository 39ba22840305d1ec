import type { Layout, TableLayout } from './layout.ts';
import type { Op } from './op.ts';

/** A table of a sheet as it was inserted: its rows, what stands in its headings, its table in the host. */
export interface InsertedBlock {
  readonly from: number;
  readonly heading: number;
  readonly last: number;
  readonly labels: readonly string[];
  readonly title: { readonly row: number; readonly text: string } | undefined;
  readonly table: string | undefined;
}

/** A formula as it was inserted; over several rows it is filled down. */
export interface InsertedFormula {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
  readonly formula: string;
  /** One formula that fills all of these cells. */
  readonly spills: boolean;
}

/** Cells that have a name; the name is kept without the sheet's prefix. */
export interface InsertedName {
  readonly key: string;
  readonly row: number;
  readonly column: number;
}

/** What a sheet keeps of its insertion, so that its formulas can be put back, by any later version. */
export interface Inserted {
  readonly blocks: readonly InsertedBlock[];
  readonly names: readonly InsertedName[];
  readonly formulas: readonly InsertedFormula[];
}

/** The mark that holds it. */
export const INSERTED = 'formulas';

/** Google Sheets keeps 30,000 characters with a sheet; a sheet with more is not watched over. */
const MOST_KEPT = 28_000;

/** The mark, packed: lists in place of records. */
export function insertedMark({ tables, language, prefix }: Layout, ops: readonly Op[]): Op[] {
  const value = JSON.stringify([
    tables.map(({ spec, name, native, titleRow, aboveRow, headingRow, firstRow, rows }) => {
      const labels = spec.headless ? [] : spec.columns.map(({ label }) => label[language]);
      const title = spec.title && titleRow !== undefined ? [titleRow, spec.title[language]] : null;
      return [aboveRow, headingRow, firstRow + rows - 1, labels, title, ...(native ? [name] : [])];
    }),
    ops.flatMap(op => (op.op === 'name' ? [[op.name.slice(prefix.length + 1), op.area.row, op.area.column]] : [])),
    ops.flatMap(packed).filter(([row, column]) => !tables.some(table => isSuggested(table, row, column))),
  ]);
  return value.length > MOST_KEPT ? [] : [{ op: 'mark', key: INSERTED, value }];
}

/** What is there to be written over is no fault where it was. */
function isSuggested({ spec, firstRow, rows }: TableLayout, row: number, column: number): boolean {
  return row >= firstRow && row < firstRow + rows && spec.columns[column]?.suggested === true;
}

type Packed = readonly [row: number, column: number, rows: number, columns: number, formula: string, spills?: 1];

function packed(op: Op): Packed[] {
  if (op.op === 'spill') {
    const { row, column, rows, columns } = op.area;
    return [[row, column, rows, columns, op.formula, 1]];
  }
  if (op.op !== 'formulas') return [];
  // A column's formulas are one formula that is filled down.
  const { row, column, rows } = op.area;
  return (op.formulas[0] ?? []).map((formula, index): Packed => [row, column + index, rows, 1, formula]);
}

/** The same mark with other formulas. */
export function withFormulas(mark: string, change: (formula: string) => string): string {
  const [blocks, names, formulas] = JSON.parse(mark) as [unknown, unknown, Packed[]];
  const changed = formulas.map(([row, column, rows, columns, formula, ...spills]) => [
    row,
    column,
    rows,
    columns,
    change(formula),
    ...spills,
  ]);
  return JSON.stringify([blocks, names, changed]);
}

/** What the mark says; undefined where there is none, or somebody has damaged it. */
/** What a sheet of ours keeps of its insertion; a copy has lost the mark of whose it is, and is the user's own. */
export function insertedOn({ marks }: { readonly marks: Readonly<Record<string, string>> }): Inserted | undefined {
  return marks.prefix === undefined ? undefined : readInserted(marks[INSERTED]);
}

export function readInserted(mark: string | undefined): Inserted | undefined {
  if (mark === undefined) return undefined;
  try {
    const [blocks, names, formulas] = JSON.parse(mark) as [
      (readonly [number, number, number, string[], readonly [number, string] | null, string?])[],
      (readonly [string, number, number])[],
      Packed[],
    ];
    return {
      blocks: blocks.map(([from, heading, last, labels, title, table]) => ({
        from,
        heading,
        last,
        labels,
        title: title ? { row: title[0], text: title[1] } : undefined,
        table,
      })),
      names: names.map(([key, row, column]) => ({ key, row, column })),
      formulas: formulas.map(([row, column, rows, columns, formula, spills]) => ({
        row,
        column,
        rows,
        columns,
        formula,
        spills: spills === 1,
      })),
    };
  } catch {
    return undefined;
  }
}
