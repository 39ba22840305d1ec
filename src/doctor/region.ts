import { contains, type Grid, type SheetGrid, valueAt } from '../grid/grid.ts';
import type { Area } from '../plan/op.ts';

/** A single cell stands for the table that it is in, or for everything around it up to blank rows and columns. */
export function meantBy({ tables }: Grid, sheet: SheetGrid, selected: Area): Area {
  if (selected.rows > 1 || selected.columns > 1) return selected;
  const table = tables.find(({ sheetId, area }) => sheetId === sheet.sheetId && contains(area, selected));
  return table?.area ?? around(sheet, selected);
}

function around(sheet: SheetGrid, start: Area): Area {
  let area = start;
  for (;;) {
    const wider = widened(sheet, area);
    if (wider === area) return area;
    area = wider;
  }
}

/** One row or column more on every side that has something in it. */
function widened(sheet: SheetGrid, area: Area): Area {
  const { row, column, rows, columns } = area;
  const has = (rowAt: number, columnAt: number, height: number, width: number): boolean => {
    for (let r = rowAt; r < rowAt + height; r++) {
      for (let c = columnAt; c < columnAt + width; c++) if ((valueAt(sheet, r, c) ?? '') !== '') return true;
    }
    return false;
  };
  const left = Math.max(0, column - 1);
  const width = column + columns - left + 1;
  if (row > 0 && has(row - 1, left, 1, width)) return { ...area, row: row - 1, rows: rows + 1 };
  if (has(row + rows, left, 1, width)) return { ...area, rows: rows + 1 };
  if (column > 0 && has(row, column - 1, rows, 1)) return { ...area, column: column - 1, columns: columns + 1 };
  if (has(row, column + columns, rows, 1)) return { ...area, columns: columns + 1 };
  return area;
}
