import { IFormulaRuntimeService } from '@univerjs/engine-formula';
import type { ExcelContext } from './context.ts';

interface Filled {
  readonly startRow: number;
  readonly startColumn: number;
  readonly endRow: number;
  readonly endColumn: number;
}

/**
 * Nothing spills inside a table, nor into one: #SPILL!. Univer asks this before it lets an array fill cells
 * (0.25.1, runtime.service.ts).
 * https://support.microsoft.com/office/how-to-correct-a-spill-error-ffe0f555-b479-4a17-a6e2-ef9cc9ad4023
 */
export function refuseSpills(context: ExcelContext): void {
  const runtime = context.book.univer.__getInjector().get(IFormulaRuntimeService);
  const isTaken: unknown = Reflect.get(runtime, TAKEN);
  if (typeof isTaken !== 'function') throw new Error(`Univer's engine no longer has ${TAKEN}`);
  Reflect.set(runtime, TAKEN, (unitId: string, sheetId: string, row: number, column: number, filled: Filled) => {
    const tables = context.sheetById(sheetId)?.getSubTableInfos() ?? [];
    return (
      tables.some(({ range }) => overlap(range, filled)) ||
      Boolean(Reflect.apply(isTaken, runtime, [unitId, sheetId, row, column, filled]))
    );
  });
}

const TAKEN = '_checkIfArrayFormulaRangeHasData';

function overlap(one: Filled, other: Filled): boolean {
  return (
    one.startRow <= other.endRow &&
    other.startRow <= one.endRow &&
    one.startColumn <= other.endColumn &&
    other.startColumn <= one.endColumn
  );
}
