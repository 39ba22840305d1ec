import { valueAt } from '../grid/grid.ts';
import { say } from '../kernel/text.ts';
import type { Data, Finding } from './finding.ts';

/** Rows right below a table, or below what was selected, which no formula over it sees. */
export function outsideRows({ grid, sheet, area }: Data): Finding[] {
  const table = grid.tables.find(
    ({ sheetId, area: its }) =>
      sheetId === sheet.sheetId &&
      area.row >= its.row &&
      area.row < its.row + its.rows &&
      area.column < its.column + its.columns &&
      area.column + area.columns > its.column,
  );
  const { row, column, rows, columns } = table?.area ?? area;
  const isFilled = (at: number): boolean =>
    Array.from({ length: columns }, (_, index) => valueAt(sheet, at, column + index)).some(cell => (cell ?? '') !== '');
  const spots: { sheetId: string; row: number; column: number }[] = [];
  for (let below = row + rows; isFilled(below); below++) spots.push({ sheetId: sheet.sheetId, row: below, column });
  if (spots.length === 0) return [];
  const count = spots.length === 1 ? '1 row' : `${spots.length} rows`;
  return [
    {
      kind: 'outside',
      what: table
        ? say(
            `${count} just below table ${table.name}, not part of it: drag the table’s corner to include ${spots.length === 1 ? 'it' : 'them'}`,
            `表格 ${table.name} 下方有 ${spots.length} 行未包含在内：请拖动表格右下角将其纳入`,
          )
        : say(`${count} just below the selection`, `所选区域下方还有 ${spots.length} 行数据`),
      spots,
      fixes: [],
      examples: [],
    },
  ];
}
