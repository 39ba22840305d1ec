import '@univerjs/engine-formula/facade';
import { createHeadlessBook } from '../../workbench/book/headless.ts';
import { stopwatch } from '../measure.ts';
import type { Sheet } from '../task.ts';
import type { Opened } from './opened.ts';

interface UniverCell {
  v?: number | string;
  f?: string;
}

/** A cell is changed, as a user does it; Univer gathers changes for a while, so its own calculation is what counts. */
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
  const calculated = (start: () => void) =>
    new Promise<number>(resolve => {
      let spent = stopwatch();
      const starting = formulas.calculationStart(() => {
        spent = stopwatch();
      });
      const ending = formulas.calculationEnd(() => {
        starting.dispose();
        ending.dispose();
        resolve(spent());
      });
      start();
    });
  await calculated(() => formulas.executeCalculation());
  await book.settled();
  const edited = workbook.getActiveSheet().getRange(sheet.edited.row, sheet.edited.column);
  const first = sheet.cells[sheet.edited.row]?.[sheet.edited.column] ?? '';
  let turn = 0;
  const run = () => calculated(() => edited.setValue(turn++ % 2 === 0 ? sheet.edited.other : first));
  const { result } = sheet;
  const shown = result && workbook.getActiveSheet().getRange(result.row, result.column).getValue();
  return { figure: shown === undefined ? undefined : Number(shown), run, close: () => book.dispose() };
}
