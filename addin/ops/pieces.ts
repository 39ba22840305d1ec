import type { Area } from '../../src/plan/op.ts';

/** Cells of a sheet, which is known by its id or its name. */
export interface Wanted {
  readonly sheet: string;
  readonly area: Area;
}

/** About as many bytes as a cell's answer takes; what takes more is asked for again in halves. */
const BYTES = { values: 30, formulas: 30, valueTypes: 12 } as const;

type Property = keyof typeof BYTES;

/** What was asked for; the rest is empty. */
export type Loaded = Pick<Excel.Range, Property>;

/**
 * Excel on the web takes and gives 5 MB at a time.
 * https://learn.microsoft.com/office/dev/add-ins/concepts/resource-limits-and-performance-optimization
 */
const REPLY = 3_000_000;
/** A range takes some 500 bytes of a request. */
const RANGES_AT_ONCE = 2_000;

interface Piece extends Wanted {
  readonly index: number;
}

/**
 * What ranges of any number and size hold, in as few round trips as their size allows; undefined where the sheet is
 * gone.
 */
export async function readAreas(
  wanted: readonly Wanted[],
  ...properties: readonly Property[]
): Promise<(Loaded | undefined)[]> {
  const most = Math.floor(REPLY / properties.reduce((bytes, property) => bytes + BYTES[property], 0));
  const read = wanted.map((): Excel.Range[] => []);
  for (const trip of tripsOf(wanted, most)) await readTrip(trip, properties, read);
  return read.map(pieces => joined(pieces, properties));
}

function tripsOf(wanted: readonly Wanted[], most: number): Piece[][] {
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

function joined(pieces: readonly Excel.Range[], properties: readonly Property[]): Loaded | undefined {
  if (pieces.length === 0) return undefined;
  const all = <Value>(property: Property, lines: (piece: Excel.Range) => Value[][]): Value[][] =>
    properties.includes(property) ? pieces.flatMap(lines) : [];
  return {
    values: all('values', piece => piece.values),
    formulas: all('formulas', piece => piece.formulas),
    valueTypes: all('valueTypes', piece => piece.valueTypes),
  };
}
