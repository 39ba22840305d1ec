import type { Spot } from '../../src/grid/grid.ts';
import { filledBy } from '../../src/grid/tableColumn.ts';
import { say } from '../../src/kernel/text.ts';
import type { Conflict } from '../../src/month/change/fitToWorkbook.ts';
import type { FormulaBlock } from '../../src/month/change/repointing.ts';
import type { SheetNow } from '../../src/month/change/sheetChanges.ts';
import { address } from '../../src/plan/address.ts';
import type { Area } from '../../src/plan/op.ts';
import type { Loaded } from '../ops/pieces.ts';
import { formulasOf } from '../ops/read.ts';

/** What Excel would do to the columns of a sheet's tables beside the formulas that are written into them. */
export function filledBeside(
  sheetId: string,
  tables: readonly Area[],
  used: Loaded,
  blocks: readonly FormulaBlock[],
): { readonly unlike: Spot | undefined; readonly blank: readonly Spot[] } {
  if (tables.length === 0 || blocks.length === 0) return { unlike: undefined, blank: [] };
  const formulas = formulasOf(used);
  const cellAt = (row: number, column: number): string | undefined => {
    const [down, right] = [row - used.rowIndex, column - used.columnIndex];
    return formulas[down]?.[right] || ((used.values[down]?.[right] ?? '') === '' ? '' : undefined);
  };
  const writes = blocks.map(({ row, column, formulas: lines }) => {
    return { sheetId, row, column, contents: lines.map(line => line.map(formula => ({ formula }))) };
  });
  const filled = tables.flatMap(({ row, column, rows, columns }) =>
    Array.from({ length: columns }, (_, right) => {
      const cells = Array.from({ length: rows - 1 }, (__, down) => cellAt(row + 1 + down, column + right));
      return filledBy({ sheetId, row: row + 1, column: column + right, cells }, writes);
    }),
  );
  return { unlike: filled.flatMap(({ unlike }) => unlike)[0], blank: filled.flatMap(({ blank }) => blank) };
}

/** One formula of the user's in a column of ours would be lost. */
export function isMixed({ sheet }: SheetNow, spot: Spot): Conflict {
  const cell = address({ row: spot.row, column: spot.column, rows: 1, columns: 1 });
  return {
    name: sheet,
    row: -1,
    reason: say(
      `${sheet}, ${cell}: a formula unlike the others of its column in the table; Excel would write over it. Make them alike, or leave the sheet out`,
      `${sheet} ${cell} 的公式与表格同列其他公式不同，Excel 会将其覆盖；请统一该列公式，或将该工作表排除`,
    ),
  };
}
