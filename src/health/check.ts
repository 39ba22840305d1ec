import { type Content, formulaSpots, type Grid, type SheetGrid, type Spot, valueAt } from '../grid/grid.ts';
import type { Patch } from '../grid/patch.ts';
import { Places } from '../grid/places.ts';
import type { Cell } from '../kernel/cell.ts';
import { addTo } from '../kernel/lists.ts';
import { say, type Text } from '../kernel/text.ts';
import { isOurs } from '../native/toNative.ts';
import type { Dialect } from '../plan/dialect.ts';

/** A formula that calls a function of ours, in either host's words, and what its cell shows. */
export interface OurFormula extends Spot {
  readonly sheet: SheetGrid;
  readonly formula: string;
  readonly value: Cell;
}

/** What the checks look at. */
export interface Patient {
  readonly grid: Grid;
  readonly places: Places;
  readonly dialect: Dialect;
  readonly formulas: readonly OurFormula[];
  /** The version of each template in this release. */
  readonly versions: ReadonlyMap<string, number>;
  /** Whether a formula was put aside on purpose: shared in place, it is kept until it is restored. */
  readonly aside: (spot: Spot) => boolean;
}

export interface Repair extends Spot {
  readonly before: Content;
  readonly after: Content;
}

/** Something wrong on a sheet. */
export interface HealthFinding {
  readonly what: Text;
  readonly sheet: SheetGrid;
  readonly spots: readonly Spot[];
  /** None where it cannot be repaired by writing cells. */
  readonly repairs: readonly Repair[];
  /** What the user can do where it cannot be repaired, or if it comes back. */
  readonly advice: Text;
}

/** One thing that may be wrong with a workbook. */
export type Check = (patient: Patient) => readonly HealthFinding[];

/** Google Sheets wraps what Excel does not know when it saves an .xlsx file. */
export const DUMMY = /__xludf\.DUMMYFUNCTION\(/i;

export function patientOf(
  grid: Grid,
  dialect: Dialect,
  versions: ReadonlyMap<string, number>,
  shared: readonly Patch[] = [],
): Patient {
  const formulas = grid.sheets.flatMap(sheet =>
    formulaSpots(sheet).flatMap(({ formula, ...spot }) =>
      mentionsOurs(formula) ? [{ ...spot, formula, sheet, value: valueAt(sheet, spot.row, spot.column) }] : [],
    ),
  );
  const aside = ({ sheetId, row, column }: Spot): boolean =>
    shared.some(
      patch =>
        patch.sheetId === sheetId &&
        row >= patch.row &&
        row < patch.row + patch.after.length &&
        column >= patch.column &&
        column < patch.column + (patch.after[0]?.length ?? 0),
    );
  return { grid, dialect, formulas, versions, aside, places: new Places(grid) };
}

function mentionsOurs(formula: string): boolean {
  return /KPI[._]\w/i.test(formula) && (functionNames(formula).some(isOurs) || DUMMY.test(formula));
}

/** The names of the functions that a formula calls; what stands in quotes calls nothing. */
export function functionNames(formula: string): string[] {
  const bare = formula.replace(/"(?:[^"]|"")*"|'(?:[^']|'')*'|\[[^[\]]*\]/g, '""');
  return [...bare.matchAll(/([A-Za-z_][\w.]*)\s*\(/g)].map(match => match[1] ?? '');
}

/** One finding for all the cells of a sheet. */
export function bySheet<Found extends Spot & { readonly sheet: SheetGrid }>(
  found: readonly Found[],
  finding: (cells: readonly Found[]) => Pick<HealthFinding, 'what' | 'repairs' | 'advice'>,
): HealthFinding[] {
  const sheets = new Map<SheetGrid, Found[]>();
  for (const cell of found) addTo(sheets, cell.sheet, cell);
  return [...sheets].map(([sheet, cells]) => ({
    sheet,
    spots: cells.map(({ sheetId, row, column }) => ({ sheetId, row, column })),
    ...finding(cells),
  }));
}

export function formulasCount(count: number): { readonly en: string; readonly zh: string } {
  return say(count === 1 ? '1 formula' : `${count} formulas`, `${count} 个公式`);
}
