import { ICommandService } from '@univerjs/core';
import { ReorderRangeCommand } from '@univerjs/sheets';
import type { Book } from './book.ts';
import { spilledCell } from './spilledCell.ts';

/** Univer's command that sorts a range. */
const SORT = 'sheet.command.sort-range';

/**
 * Rows are sorted by what a column shows, also where a formula above it fills the column. Univer asks only the cells
 * that were written, and would leave the rows as they are.
 */
export function sortBySpilledCells(book: Book): void {
  const commands = book.univer.__getInjector().get(ICommandService);
  let restore = (): void => undefined;
  commands.beforeCommandExecuted(({ id, params }) => {
    // Rows are put in their order by what was written: what is spilled is no content of theirs.
    if (id === ReorderRangeCommand.id) restore();
    if (id !== SORT) return;
    const { subUnitId } = Object(params) as { subUnitId?: string };
    const sheet = book.workbook.getSheetBySheetId(subUnitId ?? '')?.getSheet();
    if (!sheet || !subUnitId) return;
    const written = sheet.getCellRaw.bind(sheet);
    sheet.getCellRaw = (row, column) => {
      const cell = written(row, column);
      return (cell?.v ?? null) === null ? (spilledCell(book, subUnitId, row, column) ?? cell) : cell;
    };
    restore = () => {
      sheet.getCellRaw = written;
      restore = () => undefined;
    };
  });
  commands.onCommandExecuted(({ id }) => {
    if (id === SORT) restore();
  });
}
