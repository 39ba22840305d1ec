import { findingsOf } from '../functions/shared/planFindings.ts';
import { layoutOf } from '../functions/shared/tiers.ts';
import { valueAt } from '../grid/grid.ts';
import { type Cell, CellError } from '../kernel/cell.ts';
import type { Data, Finding } from './finding.ts';

/** A tier table is checked as PLAN_CHECK checks it. Errors and what is hardly meant are told, notes are not. */
export function planTable({ sheet, area, headingRow }: Data): Finding[] {
  if (headingRow === undefined) return [];
  const rows = area.row + area.rows - headingRow;
  const cells: Cell[][] = Array.from({ length: rows }, (_, row) =>
    Array.from({ length: area.columns }, (_, column) => valueAt(sheet, headingRow + row, area.column + column)),
  );
  const layout = layoutOf(cells);
  if (layout instanceof CellError || !layout.headed || !layout.known) return [];
  return findingsOf(cells, 'whole')
    .filter(({ severity }) => severity !== 'note')
    .map(({ row, text }) => ({
      kind: 'plan',
      what: text,
      spots: row === null ? [] : [{ sheetId: sheet.sheetId, row: headingRow + row - 1, column: area.column }],
      fixes: [],
      examples: [],
    }));
}
