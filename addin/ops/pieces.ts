import type { Area } from '../../src/plan/op.ts';
import { portError } from './portError.ts';

/** Cells of a sheet, which is known by its id or its name. */
export interface WantedCells {
  readonly sheet: string;
  readonly area: Area;
}

/** About as many bytes as a cell's answer takes; what takes more is asked for again in halves. */
const BYTES = { values: 30, formulas: 30, valueTypes: 12 } as const;

export type Property = keyof typeof BYTES;

/** Where cells begin, and what was asked of them; the rest is empty. */
export type Loaded = Pick<Excel.Range, Property | 'rowIndex' | 'columnIndex'>;

/**
 * Excel on the web takes and gives 5 MB at a time.
 * https://learn.microsoft.com/office/dev/add-ins/concepts/resource-limits-and-performance-optimization
 */
const REPLY = 3_000_000;
/** A range takes some 500 bytes of a request. */
export const RANGES_AT_ONCE = 2_000;

interface Piece extends WantedCells {
  readonly index: number;
}

/**
 * What ranges of any number and size hold, in as few round trips as their size allows; undefined where the sheet is
 * gone.
 */
export async function readAreas(
  wanted: readonly WantedCells[],
  ...properties: readonly Property[]
): Promise<(Loaded | undefined)[]> {
  const most = mostCells(properties);
  const read = wanted.map((): Excel.Range[] => []);
  for (const trip of tripsOf(wanted, most)) await readTrip(trip, properties, read);
  return read.map((pieces, index) => joined(pieces, properties, wanted[index]));
}

/** Whether ranges can be read in one round trip, with others. */
export function fitsTrip(wanted: readonly WantedCells[], ...properties: readonly Property[]): boolean {
  return tripsOf(wanted, mostCells(properties)).length <= 1;
}

/**
 * Ranges that a batch leads to, whose size nobody knows before, with what else the batch asks for. Where that is more
 * than Excel gives at a time, the batch is made again for their places, and they are read in pieces.
 */
export async function readRanges<Also>(
  workbook: Excel.Workbook,
  ask: () => { readonly ranges: readonly Excel.Range[]; readonly also: Also },
  ...properties: readonly Property[]
): Promise<{ readonly cells: readonly (Loaded | undefined)[]; readonly also: Also }> {
  const { ranges, also } = ask();
  for (const range of ranges) range.load(`${properties.join()},rowIndex,columnIndex`);
  try {
    await workbook.context.sync();
    return { cells: ranges.map(range => (range.isNullObject ? undefined : range)), also };
  } catch (reason) {
    if (!isTooMuch(reason)) throw portError(reason);
  }
  return readPlaces(workbook, ask(), properties);
}

async function readPlaces<Also>(
  workbook: Excel.Workbook,
  { ranges, also }: { readonly ranges: readonly Excel.Range[]; readonly also: Also },
  properties: readonly Property[],
) {
  const sheets = ranges.map(range => range.worksheet);
  for (const range of ranges) range.load('rowIndex,columnIndex,rowCount,columnCount');
  for (const sheet of sheets) sheet.load('id');
  try {
    await workbook.context.sync();
    const wanted = ranges.flatMap((range, index) => {
      const sheet = sheets[index];
      return range.isNullObject || !sheet ? [] : [{ sheet: sheet.id, area: areaOf(range) }];
    });
    const read = (await readAreas(wanted, ...properties)).values();
    return { cells: ranges.map(range => (range.isNullObject ? undefined : read.next().value)), also };
  } catch (reason) {
    throw portError(reason);
  }
}

export function areaOf({ rowIndex, columnIndex, rowCount, columnCount }: Excel.Range): Area {
  return { row: rowIndex, column: columnIndex, rows: rowCount, columns: columnCount };
}

function mostCells(properties: readonly Property[]): number {
  return Math.floor(REPLY / properties.reduce((bytes, property) => bytes + BYTES[property], 0));
}

function tripsOf(wanted: readonly WantedCells[], most: number): Piece[][] {
  const trips: Piece[][] = [];
  let cells = most;
  for (const [index, { sheet, area }] of wanted.entries()) {
    for (const part of cut(area, Math.max(1, Math.floor(most / area.columns)))) {
      const size = part.rows * part.columns;
      if (cells + size > most || (trips.at(-1)?.length ?? 0) >= RANGES_AT_ONCE) {
        trips.push([]);
        cells = 0;
      }
      trips.at(-1)?.push({ index, sheet, area: part });
      cells += size;
    }
  }
  return trips;
}

function cut(area: Area, height: number): Area[] {
  const parts: Area[] = [];
  for (let from = 0; from < area.rows; from += height)
    parts.push({ ...area, row: area.row + from, rows: Math.min(height, area.rows - from) });
  return parts;
}

async function readTrip(
  trip: readonly Piece[],
  properties: readonly Property[],
  read: readonly Excel.Range[][],
): Promise<void> {
  const context = new Excel.RequestContext();
  const ranges = trip.map(({ index, sheet, area: { row, column, rows, columns } }) => {
    const worksheet = context.workbook.worksheets.getItemOrNullObject(sheet);
    const range = worksheet.getRangeByIndexes(row, column, rows, columns);
    range.load(properties.join());
    return { index, range };
  });
  try {
    await context.sync();
  } catch (reason) {
    const halves = isTooMuch(reason) ? halved(trip) : undefined;
    if (!halves) throw reason;
    for (const half of halves) await readTrip(half, properties, read);
    return;
  }
  for (const { index, range } of ranges) if (!range.isNullObject) read[index]?.push(range);
}

export function isTooMuch(reason: unknown): boolean {
  return reason instanceof OfficeExtension.Error && reason.code === 'ResponsePayloadSizeLimitExceeded';
}

/** Two trips in place of one; undefined where it is a single row. */
function halved(trip: readonly Piece[]): readonly [Piece[], Piece[]] | undefined {
  const middle = Math.ceil(trip.length / 2);
  if (trip.length > 1) return [trip.slice(0, middle), trip.slice(middle)];
  const [piece] = trip;
  const [upper, lower] = piece ? cut(piece.area, Math.ceil(piece.area.rows / 2)) : [];
  return piece && upper && lower ? [[{ ...piece, area: upper }], [{ ...piece, area: lower }]] : undefined;
}

function joined(
  pieces: readonly Excel.Range[],
  properties: readonly Property[],
  wanted: WantedCells | undefined,
): Loaded | undefined {
  if (pieces.length === 0 || !wanted) return undefined;
  const all = <Value>(property: Property, lines: (piece: Excel.Range) => Value[][]): Value[][] =>
    properties.includes(property) ? pieces.flatMap(lines) : [];
  return {
    rowIndex: wanted.area.row,
    columnIndex: wanted.area.column,
    values: all('values', piece => piece.values),
    formulas: all('formulas', piece => piece.formulas),
    valueTypes: all('valueTypes', piece => piece.valueTypes),
  };
}
