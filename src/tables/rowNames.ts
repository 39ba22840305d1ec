import { shownCell } from '../month/import/cleaning.ts';
import { type FileLayout, isBlankRow, withNotes } from './layout.ts';
import { matched } from './matched.ts';
import { said } from './said.ts';

/**
 * Statistics programs write the number of each row before its fields and no heading over it: the headings then stand
 * one column too far to the left.
 */
export function withRowNames(layout: FileLayout): FileLayout {
  const { headingRow } = matched(layout.cells);
  const heading = layout.cells[headingRow] ?? [];
  const top = layout.cells.find((line, row) => row > headingRow && !isBlankRow(line));
  if (top?.length !== heading.length + 1) return layout;
  const rows = layout.cells.slice(headingRow + 1).filter(line => !isBlankRow(line));
  const first = Number(rows[0]?.[0] ?? Number.NaN);
  const isNumbered = rows.every(
    (line, index) => line.length === heading.length + 1 && Number(line[0] ?? Number.NaN) === first + index,
  );
  if (rows.length < 2 || (first !== 0 && first !== 1) || !isNumbered) return layout;
  const cells = layout.cells.map((line, row) => (row === headingRow ? ['', ...line] : line));
  return withNotes({ ...layout, cells }, { about: 'rowNames', text: said.rowNames(shownCell(rows[0]?.[0] ?? null)) });
}
