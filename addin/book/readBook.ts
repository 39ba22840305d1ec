import type { Grid, NameGrid, SheetGrid, TableGrid } from '../../src/grid/grid.ts';
import type { Cell } from '../../src/kernel/cell.ts';
import type { Area } from '../../src/plan/op.ts';
import { synced } from '../ops/apply.ts';
import { isLocked } from '../ops/protection.ts';
import { cellsOf } from '../ops/read.ts';

/** Excel on the web answers 5 MB at most; 100 bytes a cell are plenty. */
export const CELLS_AT_ONCE = 50_000;

/** Three round trips: what there is, how large it is, and the cells; more where the cells are very many. */
export async function readBook(): Promise<Grid> {
  const { workbook } = new Excel.RequestContext();
  const { worksheets, names, tables } = workbook;
  worksheets.load('items/id,items/name,items/customProperties/items/key,items/customProperties/items/value');
  names.load('items/name,items/formula');
  tables.load('items/name');
  await synced(workbook);
  const sheets = worksheets.items.map(sheet => {
    const used = sheet.getUsedRangeOrNullObject(true);
    used.load('rowIndex,columnIndex,rowCount,columnCount');
    sheet.protection.load('protected');
    return { sheet, used };
  });
  const tabled = tables.items.map(table => {
    const range = table.getRange();
    const sheet = table.worksheet;
    range.load('rowIndex,columnIndex,rowCount,columnCount');
    sheet.load('id');
    return { name: table.name, range, sheet };
  });
  await synced(workbook);
  const grids: SheetGrid[] = [];
  for (const piece of await piecesOf(workbook, sheets)) grids.push(piece);
  return {
    sheets: await withoutSpilled(workbook, grids),
    names: names.items.map(({ name, formula }): NameGrid => ({ name, formula: String(formula) })),
    tables: tabled.map(({ name, range, sheet }): TableGrid => ({ name, sheetId: sheet.id, area: areaOf(range) })),
  };
}

interface Used {
  readonly sheet: Excel.Worksheet;
  readonly used: Excel.Range;
}

export function areaOf({ rowIndex, columnIndex, rowCount, columnCount }: Excel.Range): Area {
  return { row: rowIndex, column: columnIndex, rows: rowCount, columns: columnCount };
}

/** Reads the sheets in pieces that each fit an answer, as many in a round trip as fit it together. */
async function piecesOf(workbook: Excel.Workbook, sheets: readonly Used[]): Promise<SheetGrid[]> {
  const read = new Map<Excel.Worksheet, Excel.Range[]>(sheets.map(({ sheet }) => [sheet, []]));
  let asked = 0;
  for (const { sheet, used } of sheets) {
    if (used.isNullObject) continue;
    const { row, column, rows, columns } = areaOf(used);
    const height = Math.max(1, Math.floor(CELLS_AT_ONCE / columns));
    for (let from = 0; from < rows; from += height) {
      const count = Math.min(height, rows - from);
      if (asked > 0 && asked + count * columns > CELLS_AT_ONCE) {
        await synced(workbook);
        asked = 0;
      }
      const piece = workbook.worksheets.getItem(sheet.id).getRangeByIndexes(row + from, column, count, columns);
      piece.load('values,valueTypes,formulas');
      read.get(sheet)?.push(piece);
      asked += count * columns;
    }
  }
  if (asked > 0) await synced(workbook);
  return sheets.map(({ sheet, used }) => gridOf(sheet, used, read.get(sheet) ?? []));
}

function gridOf(sheet: Excel.Worksheet, used: Excel.Range, pieces: readonly Excel.Range[]): SheetGrid {
  const { row, column } = used.isNullObject ? { row: 0, column: 0 } : areaOf(used);
  const placed = <Value>(lines: readonly (readonly Value[])[], none: Value): Value[][] => [
    ...Array.from({ length: row }, () => []),
    ...lines.map(line => [...new Array<Value>(column).fill(none), ...line]),
  ];
  return {
    sheetId: sheet.id,
    sheet: sheet.name,
    locked: isLocked(sheet),
    marks: Object.fromEntries(sheet.customProperties.items.map(({ key, value }) => [key, value])),
    values: placed<Cell>(pieces.flatMap(cellsOf), null),
    formulas: placed(pieces.flatMap(formulasOf), ''),
  };
}

/** A text that begins with an equals sign stands among the formulas as it stands among the values. */
export function formulasOf({ formulas, values }: Excel.Range): string[][] {
  return formulas.map((line, row) =>
    line.map((formula: unknown, column) =>
      typeof formula === 'string' && formula.startsWith('=') && formula !== values[row]?.[column] ? formula : '',
    ),
  );
}

/**
 * Whether Excel gives the formula of a spilled array for all the cells that it fills is not documented; so where a
 * formula stands beside the same one, Excel is asked which cells it fills.
 */
async function withoutSpilled(workbook: Excel.Workbook, grids: readonly SheetGrid[]): Promise<SheetGrid[]> {
  const asked = grids.flatMap(({ sheetId, formulas }) =>
    formulas.flatMap((line, row) =>
      line.flatMap((formula, column) => {
        const isFirst = formulas[row - 1]?.[column] !== formula && line[column - 1] !== formula;
        const goesOn = formulas[row + 1]?.[column] === formula || line[column + 1] === formula;
        // A formula that refers to its own row or to cells beside it would not stand there twice.
        if (formula === '' || !isFirst || !goesOn || /\[@|#This Row/i.test(formula)) return [];
        const spill = workbook.worksheets
          .getItem(sheetId)
          .getRangeByIndexes(row, column, 1, 1)
          .getSpillingToRangeOrNullObject();
        spill.load('rowIndex,columnIndex,rowCount,columnCount');
        return [{ sheetId, spill }];
      }),
    ),
  );
  if (asked.length === 0) return [...grids];
  await synced(workbook);
  return grids.map(grid => {
    const formulas = grid.formulas.map(line => [...line]);
    for (const { sheetId, spill } of asked) {
      if (sheetId !== grid.sheetId || spill.isNullObject) continue;
      const { row, column, rows, columns } = areaOf(spill);
      for (let r = row; r < row + rows; r++) {
        for (let c = column; c < column + columns; c++) {
          const line = formulas[r];
          if (line && (r > row || c > column)) line[c] = '';
        }
      }
    }
    return { ...grid, formulas };
  });
}
