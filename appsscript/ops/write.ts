import { localFormula } from '../../src/plan/localFormula.ts';
import type { Area } from '../../src/plan/op.ts';
import { a1 } from './a1.ts';
import { chartAreas, insertCharts } from './charts.ts';
import type { LayerName, Layers, SheetLayers, SizeRun } from './layers.ts';
import { lightRules } from './lights.ts';
import { writeValidations } from './validation.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;

/** Writes the layers into a sheet that has just been made. Reads come first: a read in between would send what is queued. */
export function write(layers: SheetLayers, sheet: Sheet, spreadsheet: Spreadsheet): void {
  const locale = spreadsheet.getSpreadsheetLocale();
  const { rows, columns, tab } = layers.sheet;
  sheet.setTabColor(tab).setHiddenGridlines(true);
  makeRoom(sheet, rows, columns);
  // One call for all the ranges: those of the names, then those of the charts.
  const ranges = rangesOf([...layers.names.map(({ area }) => area), ...chartAreas(layers)], sheet);
  for (const [index, { name }] of layers.names.entries()) {
    const range = ranges[index];
    if (range) spreadsheet.setNamedRange(name, range);
  }
  for (const { key, value } of layers.marks) {
    sheet.addDeveloperMetadata(key, value, SpreadsheetApp.DeveloperMetadataVisibility.DOCUMENT);
  }
  const all = sheet.getRange(1, 1, rows, columns);
  // Formats before values: a cell that has a format keeps it, one that has none takes its formula's.
  for (const name of LAYERS) writeLayer(name, layers, all);
  all.setValues(layers.cells.map(row => row.map(cell => (isFormula(cell) ? localFormula(cell, locale) : cell))));
  writeFrame(layers, sheet);
  writeValidations(layers, sheet, all, locale);
  if (layers.lights.length > 0) sheet.setConditionalFormatRules(lightRules(layers.lights, sheet));
  insertCharts(layers, sheet, ranges.slice(layers.names.length).values());
  if (layers.active) sheet.setActiveSelection(a1({ ...layers.active, rows: 1, columns: 1 }));
}

/** None where there are no areas: a list needs one. */
function rangesOf(areas: readonly Area[], sheet: Sheet): Range[] {
  return areas.length === 0 ? [] : sheet.getRangeList(areas.map(a1)).getRanges();
}

function writeFrame(layers: SheetLayers, sheet: Sheet): void {
  for (const [color, areas] of layers.lines) {
    const style = SpreadsheetApp.BorderStyle.SOLID;
    sheet.getRangeList(areas.map(a1)).setBorder(null, null, true, null, null, true, color, style);
  }
  const each = (runs: readonly SizeRun[], set: (start: number, count: number, size: number) => void): void => {
    for (const { start, count, size } of runs) set(start + 1, count, size);
  };
  each(layers.widths, (start, count, size) => sheet.setColumnWidths(start, count, size));
  each(layers.heights, (start, count, size) => sheet.setRowHeightsForced(start, count, size));
  if (layers.frozen.rows > 0) sheet.setFrozenRows(layers.frozen.rows);
  if (layers.frozen.columns > 0) sheet.setFrozenColumns(layers.frozen.columns);
}

/** A new sheet has 1000 rows and 26 columns, unless the user's settings say otherwise. */
function makeRoom(sheet: Sheet, rows: number, columns: number): void {
  const [height, width] = [sheet.getMaxRows(), sheet.getMaxColumns()];
  if (rows > height) sheet.insertRowsAfter(height, rows - height);
  if (columns > width) sheet.insertColumnsAfter(width, columns - width);
}

/** Only formulas start with "=" in the cells: every other text of that kind carries an apostrophe. */
function isFormula(cell: unknown): cell is string {
  return typeof cell === 'string' && cell.startsWith('=');
}

const writers: { readonly [Name in LayerName]: (range: Range, grid: Layers[Name][][]) => void } = {
  backgrounds: (range, grid) => range.setBackgrounds(grid),
  fontColors: (range, grid) => range.setFontColors(grid),
  fontWeights: (range, grid) => range.setFontWeights(grid),
  fontStyles: (range, grid) => range.setFontStyles(grid),
  fontSizes: (range, grid) => range.setFontSizes(grid),
  horizontalAlignments: (range, grid) => range.setHorizontalAlignments(grid),
  verticalAlignments: (range, grid) => range.setVerticalAlignments(grid),
  wraps: (range, grid) => range.setWraps(grid),
  numberFormats: (range, grid) => range.setNumberFormats(grid),
  notes: (range, grid) => range.setNotes(grid),
};
const LAYERS = Object.keys(writers) as LayerName[];

function writeLayer<Name extends LayerName>(name: Name, { layers }: SheetLayers, range: Range): void {
  const grids: { readonly [Key in Name]?: Layers[Key][][] } = layers;
  const grid = grids[name];
  if (grid) writers[name](range, grid);
}
