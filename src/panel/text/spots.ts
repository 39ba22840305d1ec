import { type Grid, type Spot, sheetById } from '../../grid/grid.ts';
import { address } from '../../plan/address.ts';

const MOST = 5;

/** Cells as people know them: Tracker!F9, and how many more. */
export function spotsText(spots: readonly Spot[], grid: Grid | undefined): string {
  const shown = spots.slice(0, MOST).map(({ sheetId, row, column }) => {
    const sheet = grid && sheetById(grid, sheetId)?.sheet;
    const cell = address({ row, column, rows: 1, columns: 1 });
    return sheet ? `${sheet}!${cell}` : cell;
  });
  return spots.length > MOST ? `${shown.join(', ')} … +${spots.length - MOST}` : shown.join(', ');
}
