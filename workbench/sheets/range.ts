import {
  BooleanNumber,
  BorderStyleTypes,
  BorderType,
  HorizontalAlign,
  type IStyleData,
  VerticalAlign,
  WrapStrategy,
} from '@univerjs/core';
import type { FWorksheet } from '@univerjs/sheets/facade';
import type { Area } from '../../src/plan/op.ts';
import { printA1, univerRange } from './address.ts';
import type { CellGrid, Desk } from './desk.ts';
import { strict } from './strict.ts';
import { typed } from './typed.ts';
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

export function rangeOf(desk: Desk, sheet: FWorksheet, area: Area, owner: () => Sheet): Range {
  if (area.row < 0 || area.column < 0 || area.rows < 1 || area.columns < 1) throw new Error('The range is too small');
  if (area.row + area.rows > sheet.getMaxRows() || area.column + area.columns > sheet.getMaxColumns()) {
    throw new Error('The coordinates of the range are outside the dimensions of the sheet.');
  }
  const { ledger } = desk;
  const univer = sheet.getRange(univerRange(area));
  const each = (
    name: string,
    grid: Grid,
    cellOf: (value: unknown, row: number, column: number) => CellGrid[0][0] | undefined,
  ): void => {
    checkSize(name, grid, area);
    const cells: CellGrid = {};
    for (let row = area.row; row < area.row + area.rows; row++) {
      const line: CellGrid[0] = {};
      for (let column = area.column; column < area.column + area.columns; column++) {
        const cell = cellOf(grid[row - area.row]?.[column - area.column], row, column);
        if (cell) line[column] = cell;
      }
      if (Object.keys(line).length > 0) cells[row] = line;
    }
    desk.write({ sheet, area }, cells);
  };
  const paint =
    <Value>(name: string, key: keyof IStyleData, style: (value: Value) => IStyleData | undefined) =>
    (grid: Grid): Range => {
      each(name, grid, (value, row, column) => {
        // The type of the service's own parameter.
        const wanted = style(value as Value);
        if (wanted) return { s: wanted };
        return desk.styleOf(sheet, row, column)?.[key] == null ? undefined : { s: { [key]: null } };
      });
      return range;
    };
  const range: Range = strict<Range>('Range', ledger, {
    getA1Notation: () => printA1(area),
    getNumRows: () => area.rows,
    getNumColumns: () => area.columns,
    getSheet: owner,
    isBlank: () =>
      univer
        .getCellDatas()
        .flat()
        .every(cell => (cell?.v ?? '') === '' && !cell?.f && !cell?.si),
    activate: () => {
      sheet.activate();
      univer.activate();
      return range;
    },
    setValues: (values: Grid) => {
      each('setValues', values, (value, row, column) => {
        const cell = typed(value);
        return cell.v === null && !cell.f && !sheet.getSheet().getCellRaw(row, column) ? undefined : cell;
      });
      return range;
    },
    setFormula: (formula: string) => {
      each('setFormula', [[formula]], typed);
      return range;
    },
    setBackgrounds: paint<string | null>('setBackgrounds', 'bg', value =>
      value === null ? undefined : { bg: { rgb: value } },
    ),
    setFontColors: paint<string | null>('setFontColors', 'cl', value =>
      value === null ? undefined : { cl: { rgb: value } },
    ),
    setFontWeights: paint<string | null>('setFontWeights', 'bl', value =>
      value === 'bold' ? { bl: BooleanNumber.TRUE } : undefined,
    ),
    setFontStyles: paint<string | null>('setFontStyles', 'it', value =>
      value === 'italic' ? { it: BooleanNumber.TRUE } : undefined,
    ),
    setFontSizes: paint<number>('setFontSizes', 'fs', value => (value === 10 ? undefined : { fs: value })),
    setHorizontalAlignments: paint<string | null>('setHorizontalAlignments', 'ht', value =>
      chosen('ht', HORIZONTAL, value),
    ),
    setVerticalAlignments: paint<string | null>('setVerticalAlignments', 'vt', value => chosen('vt', VERTICAL, value)),
    setWraps: paint<boolean>('setWraps', 'tb', value => (value ? { tb: WrapStrategy.WRAP } : undefined)),
    setNumberFormats: paint<string>('setNumberFormats', 'n', value =>
      value === 'General' ? undefined : { n: { pattern: value } },
    ),
    setNotes: (notes: Grid) => {
      checkSize('setNotes', notes, area);
      for (const [row, line] of notes.entries()) {
        for (const [column, note] of line.entries()) setNote(sheet, area.row + row, area.column + column, note);
      }
      return range;
    },
    setDataValidations: (rules: readonly (readonly (DataValidation | null)[])[]) => {
      checkSize('setDataValidations', rules, area);
      for (const [rule, areas] of blocksOf(rules, area)) applyValidation(sheet, areas, rule);
      return range;
    },
    setDataValidation: rule => {
      applyValidation(sheet, [area], rule);
      return range;
    },
  });
  desk.remember(range, { sheet, area });
  return range;
}

export function rangeListOf(desk: Desk, ranges: readonly Range[]): RangeList {
  const list: RangeList = strict<RangeList>('RangeList', desk.ledger, {
    getRanges: () => [...ranges],
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
        const { sheet, area } = desk.placeOf(range);
        const everywhere = [top, left, right, vertical, horizontal].every(side => side === true);
        if (!bottom) throw new Error('The workbench plays borders all around and below.');
        const kind = everywhere ? BorderType.ALL : BorderType.BOTTOM;
        sheet.getRange(univerRange(area)).setBorder(kind, BorderStyleTypes.THIN, color ?? '#000000');
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

function chosen<Value>(
  key: keyof IStyleData,
  known: Record<string, Value>,
  value: string | null,
): IStyleData | undefined {
  if (value === null || value === 'normal') return undefined;
  if (!(value in known)) throw new Error(`Invalid argument: ${value}`);
  return { [key]: known[value] };
}

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
