import {
  BooleanNumber,
  BorderStyleTypes,
  BorderType,
  CellValueType,
  HorizontalAlign,
  type ICellData,
  type IStyleData,
  VerticalAlign,
  WrapStrategy,
} from '@univerjs/core';
import type { FWorksheet } from '@univerjs/sheets/facade';
import type { Area } from '../../src/plan/op.ts';
import { sparklineIn } from '../book/sparkline.ts';
import { spilledCell } from '../book/spilledCell.ts';
import { printA1, univerRange } from './address.ts';
import { instantOf, isDatePattern } from './dates.ts';
import { formulaOut } from './formula.ts';
import type { CellGrid, SheetPlace, SheetState } from './sheetState.ts';
import { singles } from './singles.ts';
import { type Members, strict } from './strict.ts';
import { applyValidation } from './validation.ts';

type Range = GoogleAppsScript.Spreadsheet.Range;
type DataValidation = GoogleAppsScript.Spreadsheet.DataValidation;
type RangeList = GoogleAppsScript.Spreadsheet.RangeList;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Grid = readonly (readonly unknown[])[];

const HORIZONTAL: Record<string, HorizontalAlign> = {
  left: HorizontalAlign.LEFT,
  center: HorizontalAlign.CENTER,
  right: HorizontalAlign.RIGHT,
};
const VERTICAL: Record<string, VerticalAlign> = {
  top: VerticalAlign.TOP,
  middle: VerticalAlign.MIDDLE,
  bottom: VerticalAlign.BOTTOM,
};

interface Spot extends SheetPlace {
  readonly state: SheetState;
}

export function rangeOf(state: SheetState, sheet: FWorksheet, area: Area, owner: () => Sheet): Range {
  if (area.row < 0 || area.column < 0 || area.rows < 1 || area.columns < 1) throw new Error('The range is too small');
  if (area.row + area.rows > sheet.getMaxRows() || area.column + area.columns > sheet.getMaxColumns()) {
    throw new Error('The coordinates of the range are outside the dimensions of the sheet.');
  }
  const spot: Spot = { state, sheet, area };
  const self = (): Range => range;
  const setters = { ...painters(spot, self), ...writers(spot, self) };
  const range: Range = strict<Range>('Range', state.ledger, {
    ...facts(spot, self, owner),
    ...setters,
    ...singles(setters, area),
  });
  state.remember(range, { sheet, area });
  return range;
}

function facts({ state, sheet, area }: Spot, self: () => Range, owner: () => Sheet) {
  const univer = sheet.getRange(univerRange(area));
  const grid = <Value>(read: (row: number, column: number) => Value): Value[][] =>
    Array.from({ length: area.rows }, (_, row) =>
      Array.from({ length: area.columns }, (_, column) => read(area.row + row, area.column + column)),
    );
  const blank = (value: unknown): boolean => value === null || value === undefined || value === '';
  return {
    getA1Notation: () => printA1(area),
    getRow: () => area.row + 1,
    getColumn: () => area.column + 1,
    getNumRows: () => area.rows,
    getNumColumns: () => area.columns,
    getSheet: owner,
    getLastRow: () => area.row + area.rows,
    getLastColumn: () => area.column + area.columns,
    getCell: (down: number, right: number) =>
      rangeOf(state, sheet, { row: area.row + down - 1, column: area.column + right - 1, rows: 1, columns: 1 }, owner),
    getValue: () => valueAt(state, sheet, area.row, area.column),
    getValues: () => grid((row, column) => valueAt(state, sheet, row, column)),
    getFormulas: () => grid((row, column) => formulaOut(sheet.getSheet().getCellRaw(row, column)?.f ?? '', state)),
    getNotes: () => grid((row, column) => sheet.getRange(row, column).getNote()?.note ?? ''),
    isBlank: () => univer.getValues().flat().every(blank) && univer.getFormulas().flat().every(blank),
    activate: () => {
      sheet.activate();
      univer.activate();
      return self();
    },
  } satisfies Members<Range>;
}

/** As Sheets hands over a cell: a blank as an empty text, a date as a Date, an error as its text; spilled cells too. */
function valueAt(state: SheetState, sheet: FWorksheet, row: number, column: number): unknown {
  const cell = sheet.getSheet().getCellRaw(row, column);
  const value = cell?.v ?? spilledCell(state.book, sheet.getSheetId(), row, column)?.v ?? '';
  // What draws has no value.
  if (sparklineIn(value)) return '';
  if (cell?.t === CellValueType.BOOLEAN) return Number(value) === 1;
  const isDate = typeof value === 'number' && isDatePattern(state.styleOf(sheet, row, column)?.n?.pattern);
  return isDate ? instantOf(value, state.settings.timeZone) : value;
}

/** Setters of one property of every cell; `unset` values take the property away. */
function painters(spot: Spot, self: () => Range) {
  const paint =
    <Value>(name: string, key: keyof IStyleData, style: (value: Value) => IStyleData | undefined) =>
    (grid: Grid): Range => {
      writeCells(spot, name, grid, (value, row, column) => {
        // The type of the service's own parameter.
        const wanted = style(value as Value);
        if (wanted) return { s: wanted };
        return spot.state.styleOf(spot.sheet, row, column)?.[key] == null ? undefined : { s: { [key]: null } };
      });
      return self();
    };
  const color = (key: 'bg' | 'cl') => (value: string | null) =>
    value === null ? undefined : { [key]: { rgb: value } };
  const flag = (key: 'bl' | 'it', on: string) => (value: string | null) =>
    value === on ? { [key]: BooleanNumber.TRUE } : undefined;
  return {
    setBackgrounds: paint('setBackgrounds', 'bg', color('bg')),
    setFontColors: paint('setFontColors', 'cl', color('cl')),
    setFontWeights: paint('setFontWeights', 'bl', flag('bl', 'bold')),
    setFontStyles: paint('setFontStyles', 'it', flag('it', 'italic')),
    setFontSizes: paint<number>('setFontSizes', 'fs', value => (value === 10 ? undefined : { fs: value })),
    setHorizontalAlignments: paint<string | null>('setHorizontalAlignments', 'ht', chosen('ht', HORIZONTAL)),
    setVerticalAlignments: paint<string | null>('setVerticalAlignments', 'vt', chosen('vt', VERTICAL)),
    setWraps: paint<boolean>('setWraps', 'tb', value => (value ? { tb: WrapStrategy.WRAP } : undefined)),
    setNumberFormats: paint<string>('setNumberFormats', 'n', value =>
      value === 'General' ? undefined : { n: { pattern: value } },
    ),
  } satisfies Members<Range>;
}

function writers(spot: Spot, self: () => Range) {
  const { sheet, area } = spot;
  return {
    setValues: (values: Grid) => {
      writeCells(spot, 'setValues', values, (value, row, column) => {
        const cell = spot.state.typed(value);
        if (!cell) return undefined;
        // A date brings its format where the cell has none.
        if (cell.s && spot.state.styleOf(sheet, row, column)?.n) return { ...cell, s: undefined };
        return cell.v === null && !cell.f && !sheet.getSheet().getCellRaw(row, column) ? undefined : cell;
      });
      return self();
    },
    setFormulas: (formulas: Grid) => {
      writeCells(spot, 'setFormulas', formulas, value => spot.state.typed(value));
      return self();
    },
    setFormula: (formula: string) => {
      writeCells(spot, 'setFormula', [[formula]], value => spot.state.typed(value));
      return self();
    },
    setNotes: (notes: Grid) => {
      checkSize('setNotes', notes, area);
      for (const [row, line] of notes.entries()) {
        for (const [column, note] of line.entries()) setNote(sheet, area.row + row, area.column + column, note);
      }
      return self();
    },
    setDataValidations: (rules: readonly (readonly (DataValidation | null)[])[]) => {
      checkSize('setDataValidations', rules, area);
      for (const [rule, areas] of blocksOf(rules, area)) applyValidation(sheet, areas, rule);
      return self();
    },
    setDataValidation: (rule: DataValidation | null) => {
      applyValidation(sheet, [area], rule);
      return self();
    },
  } satisfies Members<Range>;
}

type CellMaker = (value: unknown, row: number, column: number) => ICellData | undefined;

function writeCells({ state, sheet, area }: Spot, name: string, grid: Grid, cellOf: CellMaker): void {
  checkSize(name, grid, area);
  const cells: CellGrid = {};
  for (const [down, values] of grid.entries()) {
    const line: Record<number, ICellData> = {};
    for (const [right, value] of values.entries()) {
      const cell = cellOf(value, area.row + down, area.column + right);
      if (cell) line[area.column + right] = cell;
    }
    if (Object.keys(line).length > 0) cells[area.row + down] = line;
  }
  state.write({ sheet, area }, cells);
}

export function rangeListOf(state: SheetState, ranges: readonly Range[]): RangeList {
  const list: RangeList = strict<RangeList>('RangeList', state.ledger, {
    getRanges: () => [...ranges],
    clearContent: () => {
      for (const range of ranges) {
        const { sheet, area } = state.placeOf(range);
        writeCells(
          { state, sheet, area },
          'clearContent',
          Array.from({ length: area.rows }, () => new Array(area.columns).fill('')),
          value => state.typed(value),
        );
      }
      return list;
    },
    setBorder: (
      top: boolean | null,
      left: boolean | null,
      bottom: boolean | null,
      right: boolean | null,
      vertical: boolean | null,
      horizontal: boolean | null,
      color: string | null,
    ) => {
      for (const range of ranges) {
        const { sheet, area } = state.placeOf(range);
        const sides: readonly (readonly [boolean | null, BorderType])[] = [
          [top, BorderType.TOP],
          [left, BorderType.LEFT],
          [bottom, BorderType.BOTTOM],
          [right, BorderType.RIGHT],
          [vertical, BorderType.VERTICAL],
          [horizontal, BorderType.HORIZONTAL],
        ];
        for (const [wanted, kind] of sides) {
          if (wanted) sheet.getRange(univerRange(area)).setBorder(kind, BorderStyleTypes.THIN, color ?? '#000000');
        }
      }
      return list;
    },
  });
  return list;
}

/** The rectangles, as tall as they go, in which each rule stands. */
function blocksOf<Value extends object>(
  grid: readonly (readonly (Value | null)[])[],
  { row: top, column: left }: Area,
): Map<Value, Area[]> {
  const blocks = new Map<Value, Area[]>();
  for (let column = 0; column < (grid[0]?.length ?? 0); column++) {
    for (let row = 0, end = 0; row < grid.length; row = end) {
      const value = grid[row]?.[column] ?? null;
      for (end = row + 1; end < grid.length && (grid[end]?.[column] ?? null) === value; end++);
      if (value === null) continue;
      const areas = blocks.get(value) ?? [];
      areas.push({ row: top + row, column: left + column, rows: end - row, columns: 1 });
      blocks.set(value, areas);
    }
  }
  return blocks;
}

function checkSize(name: string, grid: Grid, { rows, columns }: Area): void {
  const width = grid[0]?.length ?? 0;
  if (grid.length !== rows) {
    throw new Error(
      `${name}: The number of rows in the data does not match the number of rows in the range. The data has ${grid.length} but the range has ${rows}.`,
    );
  }
  if (grid.some(line => line.length !== columns)) {
    throw new Error(
      `${name}: The number of columns in the data does not match the number of columns in the range. The data has ${width} but the range has ${columns}.`,
    );
  }
}

const chosen =
  <Value>(key: keyof IStyleData, known: Record<string, Value>) =>
  (value: string | null): IStyleData | undefined => {
    if (value === null || value === 'normal') return undefined;
    if (!(value in known)) throw new Error(`Invalid argument: ${value}`);
    return { [key]: known[value] };
  };

function setNote(sheet: FWorksheet, row: number, column: number, note: unknown): void {
  const cell = sheet.getRange(row, column);
  if (typeof note === 'string' && note !== '')
    cell.createOrUpdateNote({
      note,
      width: 220,
      height: 90,
      show: false,
      row,
      col: column,
      id: `note-${row}-${column}`,
    });
  else if (cell.getNote()) cell.deleteNote();
}
