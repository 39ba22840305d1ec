import '@univerjs/engine-formula/facade';
import { createHeadlessBook } from '../../workbench/book/headless.ts';
import type { Sheet } from '../task.ts';
import type { Opened } from './opened.ts';

interface UniverCell {
  v?: number | string;
  f?: string;
}

/** Every formula of the workbook is calculated again, from the start of the calculation to its end. */
export async function openUniver(sheet: Sheet): Promise<Opened> {
  const cellData: Record<number, Record<number, UniverCell>> = {};
  sheet.cells.forEach((line, row) => {
    const cells: Record<number, UniverCell> = {};
    line.forEach((value, column) => {
      if (value !== null) cells[column] = { v: value };
    });
    cellData[row] = cells;
  });
  for (const { row, column, formula } of sheet.formulas) {
    const line = cellData[row];
    if (line) line[column] = { f: formula };
  }
  const book = createHeadlessBook();
  const workbook = book.api.createWorkbook({
    id: 'bench',
    sheetOrder: ['bench'],
    sheets: { bench: { id: 'bench', name: 'bench', rowCount: sheet.cells.length + 1, columnCount: 20, cellData } },
  });
  const formulas = book.api.getFormula();
  const run = () =>
    new Promise<void>(resolve => {
      const listening = formulas.calculationEnd(() => {
        listening.dispose();
        resolve();
      });
      formulas.executeCalculation();
    });
  await run();
  await book.settled();
  const { result } = sheet;
  const shown = result && workbook.getActiveSheet().getRange(result.row, result.column).getValue();
  return { figure: shown === undefined ? undefined : Number(shown), run, close: () => book.dispose() };
}
