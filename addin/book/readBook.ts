import type { Grid, NameGrid, SheetGrid, Spot, TableGrid } from '../../src/grid/grid.ts';
import type { Cell } from '../../src/kernel/cell.ts';
import type { SheetArea } from '../../src/port/bookPort.ts';
import { synced } from '../ops/apply.ts';
import { areaOf, type Loaded, RANGES_AT_ONCE, readAreas } from '../ops/pieces.ts';
import { portError } from '../ops/portError.ts';
import { isLocked } from '../ops/protection.ts';
import { cellsOf, formulasOf } from '../ops/read.ts';

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
  const grids = await gridsOf(sheets);
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

async function gridsOf(sheets: readonly Used[]): Promise<SheetGrid[]> {
  const filled = sheets.filter(({ used }) => !used.isNullObject);
  const wanted = filled.map(({ sheet, used }) => ({ sheet: sheet.id, area: areaOf(used) }));
  const read = await readAreas(wanted, 'values', 'valueTypes', 'formulas').catch(reason => {
    throw portError(reason);
  });
  const cells = new Map(filled.map(({ sheet }, index) => [sheet, read[index]]));
  return sheets.map(({ sheet }) => gridOf(sheet, cells.get(sheet)));
}

function gridOf(sheet: Excel.Worksheet, cells: Loaded | undefined): SheetGrid {
  const { rowIndex: row, columnIndex: column } = cells ?? { rowIndex: 0, columnIndex: 0 };
  const placed = <Value>(lines: readonly (readonly Value[])[], none: Value): Value[][] => [
    ...Array.from({ length: row }, () => []),
    ...lines.map(line => [...new Array<Value>(column).fill(none), ...line]),
  ];
  return {
    sheetId: sheet.id,
    sheet: sheet.name,
    locked: isLocked(sheet),
    marks: Object.fromEntries(sheet.customProperties.items.map(({ key, value }) => [key, value])),
    values: placed<Cell>(cells ? cellsOf(cells) : [], null),
    formulas: placed(cells ? formulasOf(cells) : [], ''),
  };
}

/**
 * Whether Excel gives the formula of a spilled array for all the cells that it fills is not documented; so where a
 * formula stands beside the same one, Excel is asked which cells it fills.
 */
async function withoutSpilled(workbook: Excel.Workbook, grids: readonly SheetGrid[]): Promise<SheetGrid[]> {
  const spots = grids.flatMap(({ sheetId, formulas }) =>
    formulas.flatMap((line, row) =>
      line.flatMap((formula, column) => {
        const isFirst = formulas[row - 1]?.[column] !== formula && line[column - 1] !== formula;
        const goesOn = formulas[row + 1]?.[column] === formula || line[column + 1] === formula;
        // A formula that refers to its own row or to cells beside it would not stand there twice.
        const isAsked = formula !== '' && isFirst && goesOn && !/\[@|#This Row/i.test(formula);
        return isAsked ? [{ sheetId, row, column }] : [];
      }),
    ),
  );
  const spilled = await spillsAt(workbook, spots);
  if (spilled.length === 0) return [...grids];
  return grids.map(grid => {
    const formulas = grid.formulas.map(line => [...line]);
    for (const { sheetId, row, column, rows, columns } of spilled) {
      if (sheetId !== grid.sheetId) continue;
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

/** The cells that formulas fill beside their own. */
export async function spillsAt(workbook: Excel.Workbook, spots: readonly Spot[]): Promise<readonly SheetArea[]> {
  const found: SheetArea[] = [];
  for (let from = 0; from < spots.length; from += RANGES_AT_ONCE) {
    const asked = spots.slice(from, from + RANGES_AT_ONCE).map(({ sheetId, row, column }) => {
      const cell = workbook.worksheets.getItem(sheetId).getRangeByIndexes(row, column, 1, 1);
      const range = cell.getSpillingToRangeOrNullObject();
      range.load('rowIndex,columnIndex,rowCount,columnCount');
      return { sheetId, range };
    });
    await synced(workbook);
    for (const { sheetId, range } of asked) if (!range.isNullObject) found.push({ sheetId, ...areaOf(range) });
  }
  return found;
}
