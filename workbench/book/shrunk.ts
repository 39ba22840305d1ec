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

  /** The places of the lists that have become shorter or narrower since this was asked for. */
  take(): readonly Cells[] {
    const now = this.#lists();
    const left = [...this.#before].filter(([key, { range }]) => {
      const list = now.get(key)?.range;
      return !list || list.endRow < range.endRow || list.endColumn < range.endColumn;
    });
    this.#before = now;
    return left.map(([, cells]) => cells);
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
