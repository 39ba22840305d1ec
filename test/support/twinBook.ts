import { type Cell, CellError } from '../../src/kernel/cell.ts';
import type { KpiFunction } from '../../src/kernel/function.ts';
import '@univerjs/engine-formula/facade';
import type { Book } from '../../workbench/book/book.ts';
import { openHeadlessBook } from '../../workbench/book/headless.ts';
import { agree, caseRows, RESULT_COLUMN, type TwinCase } from './twins.ts';

export type Cases = ReadonlyMap<KpiFunction, readonly TwinCase[]>;

/** A book with a sheet a function, which holds the arguments of its cases. */
export function openTwinBook(cases: Cases): Book {
  const sheets = Object.fromEntries([...cases].map(([fn, list]) => [fn.name, sheetOf(fn, list)]));
  return openHeadlessBook({ sheetOrder: Object.keys(sheets), sheets });
}

/** The cases whose twin gives something else, computed by Univer. */
export async function wrongTwins(book: Book, fn: KpiFunction, cases: readonly TwinCase[]): Promise<TwinCase[]> {
  // Each formula for itself: the sheets hold values only, and a tree of what depends on what would take minutes.
  const unit = book.workbook.getId();
  const formulas = { [unit]: { [fn.name]: formulasOf(fn, cases) } };
  const computed = await book.api.getFormula().executeFormulas(formulas, 300_000);
  const rows = computed[unit]?.[fn.name] ?? {};
  return cases.filter(({ expected, anyError }, index) => {
    const actual = rows[index * caseRows(fn)]?.[RESULT_COLUMN]?.[0]?.value ?? null;
    return !agree(actual, expected) && !(anyError && String(actual).startsWith('#'));
  });
}

function sheetOf(fn: KpiFunction, cases: readonly TwinCase[]) {
  const cellData: Record<number, Record<number, object>> = {};
  let rowCount = cases.length * caseRows(fn) + 10;
  for (const { cells } of cases) {
    for (const { row, column, cell } of cells) {
      const data = cellOf(cell);
      if (data) cellData[row] = { ...cellData[row], [column]: data };
      rowCount = Math.max(rowCount, row + 1);
    }
  }
  return { id: fn.name, name: fn.name, cellData, rowCount, columnCount: 40 };
}

function formulasOf(fn: KpiFunction, cases: readonly TwinCase[]): Record<number, Record<number, string[]>> {
  const rows: Record<number, Record<number, string[]>> = {};
  for (const [index, { twin }] of cases.entries()) rows[index * caseRows(fn)] = { [RESULT_COLUMN]: [twin] };
  return rows;
}

/** An error as the stored result that it is in a workbook, an empty text as a formula leaves it. */
function cellOf(cell: Cell): { v: string | number | boolean; f?: string } | null {
  if (cell === null) return null;
  if (cell === '') return { v: '', f: '=""' };
  return { v: cell instanceof CellError ? cell.code : cell };
}
