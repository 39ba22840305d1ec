import type { IRange } from '@univerjs/core';
import type { FormulaDataModel } from '@univerjs/engine-formula';

interface Cells {
  readonly unitId: string;
  readonly sheetId: string;
  readonly range: IRange;
}

/**
 * Univer computes what reads the cells of a list again, as it is now: what reads a cell that the list filled before,
 * and no longer does, would keep what it was computed from.
 */
export class Shrunk {
  readonly #model: FormulaDataModel;
  #before: ReadonlyMap<string, Cells> = new Map();

  constructor(model: FormulaDataModel) {
    this.#model = model;
  }

  /** The cells that lists have left since this was asked for. */
  take(): readonly Cells[] {
    const now = this.#lists();
    const left = [...this.#before].flatMap(([key, { range, ...place }]) =>
      beyond(range, now.get(key)?.range).map(rest => ({ ...place, range: rest })),
    );
    this.#before = now;
    return left;
  }

  #lists(): Map<string, Cells> {
    const lists = new Map<string, Cells>();
    for (const [unitId, sheets] of Object.entries(this.#model.getArrayFormulaRange())) {
      for (const [sheetId, rows] of Object.entries(sheets ?? {})) {
        for (const [row, columns] of Object.entries(rows ?? {})) {
          for (const [column, range] of Object.entries<IRange>(columns ?? {})) {
            lists.set([unitId, sheetId, row, column].join(' '), { unitId, sheetId, range });
          }
        }
      }
    }
    return lists;
  }
}

/** What of a range lies below and beside another one with the same first cell; of a list that is gone, all but that. */
function beyond(before: IRange, after: IRange | undefined): IRange[] {
  const { startRow, startColumn, endRow, endColumn } = before;
  const [lastRow, lastColumn] = [after?.endRow ?? startRow, after?.endColumn ?? startColumn];
  const below = { ...before, startRow: lastRow + 1 };
  const beside = { ...before, startColumn: lastColumn + 1, endRow: Math.min(endRow, lastRow) };
  return [...(endRow > lastRow ? [below] : []), ...(endColumn > lastColumn ? [beside] : [])];
}
