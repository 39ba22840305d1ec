import { contains, type Spot } from '../../src/grid/grid.ts';
import { filledBy, isFormula, type TableColumn, type Written } from '../../src/grid/tableColumn.ts';
import { address } from '../../src/plan/address.ts';
import type { Area } from '../../src/plan/op.ts';
import { PortError } from '../../src/port/port.ts';
import { synced } from '../ops/apply.ts';
import { areaOf, readAreas } from '../ops/pieces.ts';
import { portError } from '../ops/portError.ts';
import { formulasOf } from '../ops/read.ts';

/** A table of a sheet that was asked for; it can be read once the batch is synced. */
export interface AskedTable {
  readonly sheetId: string;
  readonly range: Excel.Range;
}

/** The tables of some sheets. One round trip, and one more where there are any. */
export async function tablesOf(workbook: Excel.Workbook, sheetIds: readonly string[]): Promise<(Area & Spot)[]> {
  const asked = sheetIds.map(sheetId => ({ sheetId, tables: workbook.worksheets.getItem(sheetId).tables }));
  for (const { tables } of asked) tables.load('items/name');
  await synced(workbook);
  const ranges = asked.flatMap(({ sheetId, tables }) =>
    tables.items.map(table => ({ sheetId, range: table.getRange() })),
  );
  for (const { range } of ranges) range.load('rowIndex,columnIndex,rowCount,columnCount');
  if (ranges.length > 0) await synced(workbook);
  return ranges.map(({ sheetId, range }) => ({ sheetId, ...areaOf(range) }));
}

/** The columns of tables that formulas are going to be written into. */
export async function columnsUnder(workbook: Excel.Workbook, writes: readonly Written[]): Promise<TableColumn[]> {
  const formulas = writes.filter(({ contents }) => contents.flat().some(isFormula));
  if (formulas.length === 0) return [];
  const tables = await tablesOf(workbook, [...new Set(formulas.map(({ sheetId }) => sheetId))]);
  const wanted = tables.flatMap(({ row, rows, ...table }) => {
    const columns = new Set(formulas.flatMap(write => columnsIn({ row, rows, ...table }, write)));
    return [...columns].map(column => ({ sheetId: table.sheetId, row: row + 1, column, rows: rows - 1 }));
  });
  const areas = wanted.map(({ sheetId, ...spot }) => ({ sheet: sheetId, area: { ...spot, columns: 1 } }));
  const read = await readAreas(areas, 'formulas', 'values').catch(reason => {
    throw portError(reason);
  });
  return wanted.flatMap(({ rows: _, ...spot }, index) => {
    const cells = read[index];
    if (!cells) return [];
    const formulas = formulasOf(cells).map(([formula], row) => {
      return formula || (cells.values[row]?.[0] === '' ? '' : undefined);
    });
    return [{ ...spot, cells: formulas }];
  });
}

function columnsIn(table: Area & Spot, { sheetId, row, column, contents }: Written): number[] {
  if (sheetId !== table.sheetId) return [];
  return contents.flatMap((line, down) =>
    line.flatMap((_, right) => {
      const spot = { row: row + down, column: column + right };
      return spot.row > table.row && contains(table, spot) ? [spot.column] : [];
    }),
  );
}

/** Cells that Excel would fill on its own. Refuses where a formula that is not written would be lost by it. */
export function toEmpty(columns: readonly TableColumn[], writes: readonly Written[]): Spot[] {
  return columns.flatMap(column => {
    const { unlike, blank } = filledBy(column, writes);
    const [first] = unlike;
    if (first) throw new PortError('mixed', address({ row: first.row, column: first.column, rows: 1, columns: 1 }));
    return [...blank];
  });
}
