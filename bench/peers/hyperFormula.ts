import { HyperFormula } from 'hyperformula';
import { timed } from '../measure.ts';
import type { Sheet } from '../task.ts';
import type { Opened } from './opened.ts';

/** A cell is changed, as a user does it, and everything that hangs on it is calculated again. */
export function openHyperFormula(sheet: Sheet): Opened {
  const rows = sheet.cells.map(row => [...row]);
  for (const { row, column, formula } of sheet.formulas) {
    const line = rows[row];
    if (!line) throw new RangeError(`the sheet has no row ${row + 1} for ${formula}`);
    while (line.length <= column) line.push(null);
    line[column] = formula;
  }
  const engine = HyperFormula.buildFromArray(rows, {
    licenseKey: 'gpl-v3',
    maxRows: Math.max(40_000, rows.length),
    useArrayArithmetic: true,
  });
  const { row, column, other } = sheet.edited;
  const first = sheet.cells[row]?.[column] ?? null;
  let turn = 0;
  const { result } = sheet;
  const figure = result && Number(engine.getCellValue({ sheet: 0, row: result.row, col: result.column }));
  return {
    figure,
    run: () =>
      timed(() => engine.setCellContents({ sheet: 0, row, col: column }, [[turn++ % 2 === 0 ? other : first]])),
    close: () => engine.destroy(),
  };
}
