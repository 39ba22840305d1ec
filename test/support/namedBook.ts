import type { Value } from '../../src/kernel/json.ts';
import type { CellChange, Change, ChangeSet } from '../../src/month/change/changeSet.ts';
import { fitToWorkbook } from '../../src/month/change/fitToWorkbook.ts';

/**
 * A workbook of named columns: what a host has to do with a change set, in its plainest form. Hosts are compared
 * with it.
 */
export class NamedBook {
  readonly columns = new Map<string, Value[]>();
  readonly sheets = new Set<string>();
  readonly marks = new Map<string, string | null>();
  /** What the formulas of our other sheets read. */
  reads = 'Tracker';
  readonly protectedSheets = new Set<string>();

  constructor(columns: Readonly<Record<string, readonly Value[]>> = {}) {
    for (const [name, values] of Object.entries(columns)) this.columns.set(name, [...values]);
  }

  read = (name: string): readonly Value[] | undefined => this.columns.get(name);

  /** All or nothing: with a conflict nothing is written. */
  apply(set: ChangeSet): ReturnType<typeof fitToWorkbook> {
    const fitted = fitToWorkbook(set, this.read);
    if (fitted.conflicts.length === 0) for (const change of fitted.set.changes) this.do(change);
    return fitted;
  }

  /** Does changes one after the other, whatever stands there. */
  carryOut(changes: readonly Change[]): void {
    for (const change of changes) this.do(change);
  }

  /** Everything that can be seen; blank cells at the end of a column are none. */
  get state(): unknown {
    const columns = [...this.columns].map(([name, values]) => {
      const length = values.reduce<number>((last, value, row) => (isBlank(value) ? last : row + 1), 0);
      return [name, values.slice(0, length).map(value => (value === '' ? null : value))];
    });
    const marks = [...this.marks].filter(([, value]) => value !== null);
    return structuredClone({
      columns,
      reads: this.reads,
      marks,
      sheets: [...this.sheets],
      protected: [...this.protectedSheets],
    });
  }

  private do(change: Change): void {
    switch (change.kind) {
      case 'cells':
        for (const cell of change.cells) this.write(change.name, cell);
        break;
      case 'append': {
        const start = this.filled(change.columns);
        for (const [offset, row] of change.rows.entries()) this.put(change.columns, start + offset, row);
        break;
      }
      case 'remove': {
        const start = this.filled(change.columns) - change.rows.length;
        for (const [offset, row] of change.rows.entries()) {
          const held = change.columns.map(name => this.columns.get(name)?.[start + offset] ?? null);
          if (JSON.stringify(held) !== JSON.stringify(row)) throw new Error('the last rows are others');
          this.put(
            change.columns,
            start + offset,
            row.map(() => null),
          );
        }
        break;
      }
      case 'sheet':
        this.sheets.add(change.mark);
        break;
      case 'removeSheet':
        this.sheets.delete(change.mark);
        break;
      case 'repoint':
        this.reads = change.to;
        break;
      case 'mark':
        this.marks.set(`${change.prefix} ${change.key}`, change.after);
        break;
      case 'protect':
        if (change.protect) this.protectedSheets.add(change.prefix);
        else this.protectedSheets.delete(change.prefix);
    }
  }

  private write(name: string, { row, after }: CellChange): void {
    const column = this.columns.get(name);
    if (column) column[row] = after;
  }

  private put(names: readonly string[], at: number, row: readonly Value[]): void {
    for (const [index, name] of names.entries()) {
      const column = this.columns.get(name);
      if (column) column[at] = row[index] ?? null;
    }
  }

  private filled(names: readonly string[]): number {
    return Math.max(
      0,
      ...names.map(name =>
        (this.columns.get(name) ?? []).reduce<number>((last, value, row) => (isBlank(value) ? last : row + 1), 0),
      ),
    );
  }
}

function isBlank(value: Value | undefined): boolean {
  return value === null || value === undefined || value === '';
}
