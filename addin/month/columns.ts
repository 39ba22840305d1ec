import { type Cell, CellError } from '../../src/kernel/cell.ts';
import type { Value } from '../../src/kernel/json.ts';
import type { NamedColumn } from '../../src/port/monthPort.ts';
import { type Loaded, readRanges } from '../ops/pieces.ts';
import { cellsOf, formulasOf } from '../ops/read.ts';

/** A named column as it is now. */
export interface AskedColumn {
  readonly name: string;
  /** Undefined where the name is gone, or leads to no cells. */
  readonly cells: Loaded | undefined;
  /** The tables that it is in. */
  readonly tables: Excel.TableScopedCollection;
}

/** Columns by their names, with what else the batch asks for. */
export async function ask<Also>(
  workbook: Excel.Workbook,
  names: readonly string[],
  alsoAsk: () => Also,
): Promise<{ readonly asked: readonly AskedColumn[]; readonly also: Also }> {
  const question = () => {
    const ranges = names.map(name => workbook.names.getItemOrNullObject(name).getRangeOrNullObject());
    const tables = ranges.map(range => range.getTables(false));
    for (const collection of tables) collection.load('items/name');
    return { ranges, also: { tables, also: alsoAsk() } };
  };
  const { cells, also } = await readRanges(workbook, question, 'values', 'valueTypes', 'formulas');
  return {
    asked: also.tables.map((tables, index) => ({ name: names[index] ?? '', tables, cells: cells[index] })),
    also: also.also,
  };
}

export function found(asked: readonly AskedColumn[]): Map<string, NamedColumn> {
  return new Map(
    asked.flatMap(({ name, cells }) => {
      if (!cells) return [];
      const values = cellsOf(cells).map(([cell = null]) => cell);
      const formulas = formulasOf(cells).map(([formula]) => formula !== '');
      return [[name, { cells: values, formulas }]];
    }),
  );
}

export function plainValue(cell: Cell): Value {
  return cell instanceof CellError ? cell.code : cell;
}
