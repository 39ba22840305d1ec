import {
  CellValueType,
  type ICellData,
  type IStyleData,
  type IWorkbookData,
  type IWorksheetData,
} from '@univerjs/core';
import type { ConditionalRule, Cell as FileCell, TableDefinition, WriteSheet } from 'hucre';
import { barRule } from '../../export/fileBars.ts';
import { rgb } from '../../export/sheetWriter.ts';
import { storedFormula } from '../../export/stored.ts';
import { inOwnNotation } from '../../src/health/notation.ts';
import { largestOf } from '../../src/kernel/lists.ts';
import { address } from '../../src/plan/address.ts';
import { excelDialect } from '../../src/plan/dialect.ts';
import type { Area } from '../../src/plan/op.ts';
import { sparklineIn } from '../book/sparkline.ts';
import { conditionalRules, type InputRule, type LightRule, validations } from './rules.ts';
import { fileStyle } from './styles.ts';

/** What Univer keeps beside the cells, by sheet. */
export interface Resources {
  readonly lights: Readonly<Record<string, readonly LightRule[]>>;
  readonly inputs: Readonly<Record<string, readonly InputRule[]>>;
  readonly notes: Readonly<
    Record<string, Readonly<Record<string, Readonly<Record<string, { readonly note: string }>>>>>
  >;
}

/** What the formulas of a sheet fill beside their own cells. */
export interface Spilled {
  readonly areas: ReadonlyMap<string, Area>;
  readonly cells: ReadonlyMap<string, ICellData>;
}

/** Files count widths in characters of the default font and heights in points. */
const POINTS_PER_PIXEL = 0.75;
const characters = (pixels: number): number => Math.max(1, (pixels - 5) / 7);

/** A sheet of the book as a file has it: our functions as Excel stores them, every formula with its figure. */
export function fileSheet(
  { styles }: IWorkbookData,
  sheet: Partial<IWorksheetData>,
  { lights, inputs, notes }: Resources,
  spilled: Spilled,
  tables: readonly TableDefinition[],
  font: string,
): WriteSheet {
  const { id = '', name = '', freeze, mergeData = [] } = sheet;
  const styleOf = (style: ICellData['s']): IStyleData | undefined =>
    (typeof style === 'string' ? styles[style] : style) ?? undefined;
  const cells = new Map<string, Partial<FileCell>>();
  const put = (key: string, content: Partial<FileCell>): void => void cells.set(key, { ...cells.get(key), ...content });
  const drawn: ConditionalRule[] = [];
  for (const [row, column, cell] of cellsIn(sheet.cellData)) {
    const key = `${row},${column}`;
    const style = styleOf(cell.s);
    const bar = sparklineIn(cell.v);
    if (bar) drawn.push(barRule(address({ row, column, rows: 1, columns: 1 }), bar.longest, bar.color, 1));
    put(key, { ...contentOf(cell, spilled.areas.get(key)), ...(style && { style: fileStyle(style, font) }) });
  }
  for (const [key, cell] of spilled.cells) if (!cells.get(key)?.formula) put(key, { value: shownValue(cell) });
  for (const [row, columns] of Object.entries(notes[id] ?? {})) {
    for (const [column, { note }] of Object.entries(columns)) put(`${row},${column}`, { comment: { text: note } });
  }
  return {
    name,
    cells,
    columns: listed(sheet.columnData, ({ w }) => (w === undefined ? {} : { width: characters(w) })),
    rowDefs: new Map(
      Object.entries(sheet.rowData ?? {}).flatMap(([row, data]) =>
        data?.h === undefined ? [] : [[Number(row), { height: data.h * POINTS_PER_PIXEL }] as const],
      ),
    ),
    merges: mergeData.map(({ startRow, startColumn, endRow, endColumn }) => ({
      startRow,
      startCol: startColumn,
      endRow,
      endCol: endColumn,
    })),
    dataValidations: validations(inputs[id] ?? []),
    conditionalRules: [...conditionalRules(lights[id] ?? []), ...drawn],
    hidden: sheet.hidden === 1,
    view: { showGridLines: sheet.showGridlines !== 0, ...(sheet.tabColor && { tabColor: rgb(sheet.tabColor) }) },
    ...(freeze &&
      (freeze.ySplit > 0 || freeze.xSplit > 0) && { freezePane: { rows: freeze.ySplit, columns: freeze.xSplit } }),
    ...(tables.length > 0 && { tables: [...tables] }),
    ...pageOf(sheet.custom),
  };
}

/** Univer has no page set-up; the host that plays Excel keeps it with the sheet. */
function pageOf(custom: IWorksheetData['custom'] | undefined): Pick<WriteSheet, 'pageSetup'> {
  const { orientation, zoom } = Object(Object(custom).pageLayout) as {
    readonly orientation?: unknown;
    readonly zoom?: unknown;
  };
  if (typeof orientation !== 'string') return {};
  const way = orientation === 'Landscape' ? 'landscape' : 'portrait';
  const fitToHeight = Object(zoom).verticalFitToPages === 1 ? 1 : 0;
  return { pageSetup: { orientation: way, paperSize: 'a4', fitToPage: true, fitToWidth: 1, fitToHeight } };
}

function* cellsIn(data: IWorksheetData['cellData'] | undefined): Generator<readonly [number, number, ICellData]> {
  for (const [row, line] of Object.entries(data ?? {})) {
    for (const [column, cell] of Object.entries(line ?? {})) {
      if (cell) yield [Number(row), Number(column), cell as ICellData];
    }
  }
}

function contentOf(cell: ICellData, area: Area | undefined): Partial<FileCell> {
  // Elsewhere the figure can be read, and a rule draws it.
  const sparkline = sparklineIn(cell.v);
  if (sparkline) return { value: sparkline.figure };
  if (!cell.f) return { value: shownValue(cell) };
  const formula = storedFormula(inOwnNotation(cell.f, excelDialect), undefined);
  const several = area && { formulaType: 'array' as const, formulaRef: address(area), formulaDynamic: true };
  return { formula, formulaResult: shownValue(cell) ?? '', ...several };
}

function shownValue({ v, t }: ICellData): string | number | boolean | null {
  if (v === null || v === undefined) return null;
  return t === CellValueType.BOOLEAN ? Number(v) === 1 : v;
}

function listed<Data, Made extends object>(
  data: Readonly<Record<number, Data | undefined>> | undefined,
  make: (data: Data) => Made,
): (Made | Record<string, never>)[] {
  const entries = Object.entries(data ?? {});
  const last = largestOf(
    entries.map(([index]) => Number(index)),
    -1,
  );
  return Array.from({ length: last + 1 }, (_, index) => {
    const own = data?.[index];
    return own ? make(own) : {};
  });
}
