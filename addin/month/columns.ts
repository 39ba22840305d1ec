import { type Cell, CellError } from '../../src/kernel/cell.ts';
import type { Value } from '../../src/month/changeSet.ts';
import type { NamedColumn } from '../../src/panel/monthPort.ts';
import { cellsOf } from '../ops/read.ts';

/** A named column that was asked for in a batch; it can be read once the batch is synced. */
export interface Asked {
  readonly name: string;
  readonly range: Excel.Range;
  /** The tables that it is in. */
  readonly tables: Excel.TableScopedCollection;
}

export function ask(workbook: Excel.Workbook, names: readonly string[]): Asked[] {
  return names.map(name => {
    const range = workbook.names.getItemOrNullObject(name).getRangeOrNullObject();
    const tables = range.getTables(false);
    range.load('values,valueTypes,formulas,rowIndex,columnIndex,rowCount');
    tables.load('items/name');
    return { name, range, tables };
  });
}

export function found(asked: readonly Asked[]): Map<string, NamedColumn> {
  return new Map(
    asked.flatMap(({ name, range }) => {
      if (range.isNullObject) return [];
      const cells = cellsOf(range).map(([cell = null]) => cell);
      const formulas = formulasOf(range).map(([formula]) => formula !== '');
      return [[name, { cells, formulas }]];
    }),
  );
}

/** The formulas of a range and nothing else: of a text that begins with "=" Excel gives the text itself as its formula. */
export function formulasOf({ formulas, values }: Excel.Range): string[][] {
  return formulas.map((line, row) =>
    line.map((formula: unknown, column) =>
      typeof formula === 'string' && formula.startsWith('=') && formula !== values[row]?.[column] ? formula : '',
    ),
  );
}

export function plainValue(cell: Cell): Value {
  return cell instanceof CellError ? cell.code : cell;
}
