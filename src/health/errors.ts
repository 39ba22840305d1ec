import type { SheetGrid, Spot } from '../grid/grid.ts';
import { CellError, type ErrorCode } from '../kernel/cell.ts';
import { say } from '../kernel/text.ts';
import { bySheet, type Check, type Patient } from './check.ts';

type Found = Spot & { readonly sheet: SheetGrid };

/** What other checks explain: a function that is not known, one that waits, a list without room, a lost reference. */
const EXPLAINED: ReadonlySet<ErrorCode> = new Set(['#NAME?', '#BUSY!', '#SPILL!', '#REF!']);

/**
 * Figures that are errors: on the templates' sheets, and of formulas of ours elsewhere. In Google Sheets the error of
 * one row is a text, which people's own sums pass over.
 */
export const errors: Check = patient =>
  bySheet(errorsIn(patient), found => ({
    what: say(
      `${found.length === 1 ? '1 cell shows' : `${found.length} cells show`} an error`,
      `${found.length} 个单元格显示错误`,
    ),
    repairs: [],
    advice:
      patient.dialect.computedColumns === 'row'
        ? say('Correct the cell that the error names.', '请更正错误所指出的单元格。')
        : say(
            'Correct the cell that the error names. Where a cell holds an error’s sentence, your own sums pass over it.',
            '请更正错误所指出的单元格。若单元格内是错误说明文字，您自己的求和会忽略它。',
          ),
  }));

function errorsIn({ grid, formulas }: Patient): Found[] {
  const isOpen = (cell: unknown): boolean => cell instanceof CellError && !EXPLAINED.has(cell.code);
  const ours = grid.sheets.filter(({ marks }) => marks.template !== undefined);
  const onOurs = ours.flatMap(sheet =>
    sheet.values.flatMap((line, row) =>
      line.flatMap((cell, column): Found[] => (isOpen(cell) ? [{ sheet, sheetId: sheet.sheetId, row, column }] : [])),
    ),
  );
  const elsewhere = formulas.filter(({ sheet, value }) => !ours.includes(sheet) && isOpen(value));
  return [...onOurs, ...elsewhere.map(({ sheet, sheetId, row, column }) => ({ sheet, sheetId, row, column }))];
}
