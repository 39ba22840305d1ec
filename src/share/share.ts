import { type Content, contains, formulaSpots, type Grid, type SheetGrid, type Spot, valueAt } from '../grid/grid.ts';
import { joined, type Patch } from '../grid/patch.ts';
import { cellsOf, Places } from '../grid/places.ts';
import { type Cell, CellError } from '../kernel/cell.ts';
import { say, type Text } from '../kernel/text.ts';
import { type CellAt, type Conversion, callsOurs, toNative } from '../native/toNative.ts';
import { headingsIn } from '../plan/headings.ts';
import type { Area } from '../plan/op.ts';
import { cellByCell, cellOf } from './lists.ts';
import { rowByRow } from './rows.ts';

/** What a formula of ours becomes in a workbook for people without the add-in. */
export interface Shared extends Spot {
  readonly sheet: SheetGrid;
  readonly formula: string;
  readonly conversion:
    | Exclude<Conversion, { readonly is: 'same' }>
    /** One for each row that the formula fills. */
    | { readonly is: 'rows'; readonly cells: readonly Content[] }
    /** One for each cell of a list; values where there is something else in one of them. */
    | { readonly is: 'list'; readonly fn: string; readonly cells: Contents };
}

/** The cells that a formula fills, where they are more than its own. */
export type Spills = (spot: Spot) => Area | undefined;

/** Why so many cells became values, or were left as they are. */
export interface Reason {
  readonly fn: string;
  readonly why: Text;
  readonly cells: number;
}

export interface ShareReport {
  /** Formulas that became built-in ones. */
  readonly twins: number;
  /** Formulas that became their values. */
  readonly values: readonly Reason[];
  /** Formulas that were left, since there is no value to keep. */
  readonly left: readonly Reason[];
}

export interface Sharing {
  readonly patches: readonly Patch[];
  readonly report: ShareReport;
}

/** How the host writes what fills several cells. */
export type Arrays = 'spilled' | 'arrayFormula';

/** Every formula of ours in these sheets, with its twin or the reason why it has to become a value. */
export function sharedFormulas(grid: Grid, sheets: readonly SheetGrid[] = grid.sheets): Shared[] {
  const places = new Places(grid);
  const known = new Map<string, Conversion>();
  return sheets.flatMap(sheet =>
    formulaSpots(sheet).flatMap((spot): Shared[] => {
      if (!callsOurs(spot.formula)) return [];
      // A plan's table is never one of the same row, so that the rows of a table share their twin, if they name none.
      const row = /\bROW\(\)/i.test(spot.formula) ? spot.row : '';
      const key = `${spot.sheetId} ${places.tableAt(spot)?.name ?? ''} ${row} ${spot.formula}`;
      const read = (reference: string) => places.read(reference, spot);
      const conversion = known.get(key) ?? toNative(spot.formula, read, ownRow(spot, places));
      known.set(key, conversion);
      if (conversion.is === 'same') return [];
      const other =
        conversion.is === 'value' || headingsIn(spot.formula).length > 0
          ? inParts(spot, conversion, places)
          : undefined;
      return [{ ...spot, sheet, conversion: other ?? conversion }];
    }),
  );
}

function inParts(
  spot: Spot & { readonly formula: string },
  whole: Shared['conversion'],
  places: Places,
): Shared['conversion'] | undefined {
  const rows = rowByRow(spot.formula, spot, reference => places.read(reference, spot));
  if (rows) return { is: 'rows', cells: rows };
  const list = cellByCell(spot.formula, spot, places);
  if (!list || 'is' in list) return list;
  return { is: 'list', fn: whole.is === 'value' ? whole.fn : '', cells: list };
}

/** `ROW()-ROW(heading)` in the formula of a row says at which place of a list it stands. */
function ownRow(spot: Spot, places: Places): CellAt {
  return (column, place) => {
    const [, heading] = /^ROW\(\)-ROW\(([^()]+)\)$/i.exec(place) ?? [];
    const above = heading === undefined ? undefined : places.find(heading, spot);
    return above && cellOf(column, spot.row - above.area.row, spot, places);
  };
}

/** Formulas whose cells may have to become values: it has to be known how far they spill. */
export function toFreeze(shared: readonly Shared[]): Shared[] {
  return shared.filter(({ conversion }) => conversion.is === 'value' || conversion.is === 'list');
}

/** Twins and values in place of formulas of ours; what is there now is kept in the patches. */
export function sharing(shared: readonly Shared[], spills: Spills, arrays: Arrays): Sharing {
  const single: { spot: Spot; before: Content; after: Content }[] = [];
  const others: Patch[] = [];
  const tally = new Tally();
  for (const { sheet, conversion, formula, ...spot } of shared) {
    const before = { formula };
    if (conversion.is === 'formula') {
      single.push({ spot, before, after: { formula: arrayed(conversion.formula, conversion.array, arrays) } });
      tally.twins++;
      continue;
    }
    if (conversion.is === 'rows') {
      const after = conversion.cells.map(cell => [cell]);
      others.push({ ...spot, before: after.map((_, row) => [row === 0 ? before : null]), after, spilled: true });
      tally.twins++;
      continue;
    }
    const spill = spills(spot);
    if (conversion.is === 'list' && isFree(spot, sheet, conversion.cells, spill)) {
      const after = conversion.cells;
      const blank = after.map((line, row) => line.map((_, column) => (row + column === 0 ? before : null)));
      others.push({ ...spot, before: blank, after, spilled: true });
      tally.twins++;
      continue;
    }
    const patch = frozenAt(spot, sheet, before, spill);
    if (patch instanceof CellError) tally.add('left', '', patch.message);
    else {
      others.push(patch);
      tally.add('values', conversion.fn, conversion.is === 'list' ? TAKEN : conversion.why);
    }
  }
  const written = single.map(({ spot: { sheetId, row, column }, ...content }) => ({
    sheetId,
    row,
    column,
    ...content,
  }));
  return { patches: [...joined(written), ...others], report: tally.report() };
}

const TAKEN = say('other cells stand where its list would go on', '其结果区域内另有内容');

/** Whether every cell that a list may fill is filled by it now, or by nothing. */
function isFree({ row, column }: Spot, sheet: SheetGrid, cells: Contents, spill: Area | undefined): boolean {
  return cells.every((line, down) =>
    line.every((_, right) => {
      const spot = { row: row + down, column: column + right };
      if (down + right === 0 || (spill && contains(spill, spot))) return true;
      const isBlank = (valueAt(sheet, spot.row, spot.column) ?? '') === '';
      return isBlank && (sheet.formulas[spot.row]?.[spot.column] ?? '') === '';
    }),
  );
}

type Contents = readonly (readonly Content[])[];

/** Google Sheets computes over ranges only where it is told to. */
function arrayed(formula: string, array: boolean, arrays: Arrays): string {
  if (!array || arrays === 'spilled' || /^=\s*ARRAYFORMULA\(/i.test(formula)) return formula;
  return `=ARRAYFORMULA(${formula.replace(/^=/, '')})`;
}

function frozenAt(spot: Spot, sheet: SheetGrid, before: Content, spill: Area | undefined): Patch | CellError {
  const area = spill ?? { row: spot.row, column: spot.column, rows: 1, columns: 1 };
  const cells = cellsOf({ sheet, area });
  const unknown = cells.flat().find(isUnknown);
  if (unknown instanceof CellError) return new CellError(unknown.code, unknownValue(unknown.code));
  return {
    sheetId: spot.sheetId,
    row: spot.row,
    column: spot.column,
    before: cells.map((line, row) => line.map((_, column) => (row === 0 && column === 0 ? before : null))),
    after: cells.map(line => line.map(frozen)),
    spilled: true,
  };
}

/** Errors that tell that there is no value, not what the value is. */
const WITHOUT_VALUE: readonly string[] = ['#NAME?', '#BUSY!', '#SPILL!', '#CALC!'];

function isUnknown(cell: Cell): boolean {
  return cell instanceof CellError && WITHOUT_VALUE.includes(cell.code);
}

function unknownValue(code: string): Text {
  return say(`the cell shows ${code}, which is no value to keep`, `单元格显示 ${code}，没有可保留的值`);
}

/** An error that every spreadsheet understands is one that it computes. */
const ERRORS: Readonly<Record<string, string>> = { '#N/A': '=NA()', '#DIV/0!': '=1/0', '#NUM!': '=SQRT(-1)' };

/** What a cell shows, as something that can be written. */
export function frozen(cell: Cell): Content {
  return cell instanceof CellError ? { formula: ERRORS[cell.code] ?? '="?"+0' } : cell;
}

class Tally {
  twins = 0;
  private readonly reasons = { values: new Map<string, Reason>(), left: new Map<string, Reason>() };

  add(kind: 'values' | 'left', fn: string, why: Text): void {
    const key = `${fn} ${why.en}`;
    const reasons = this.reasons[kind];
    reasons.set(key, { fn, why, cells: (reasons.get(key)?.cells ?? 0) + 1 });
  }

  report(): ShareReport {
    const { values, left } = this.reasons;
    return { twins: this.twins, values: [...values.values()], left: [...left.values()] };
  }
}

/** The area of a list that a cell begins. */
export function spillsIn(areas: readonly (Area & { readonly sheetId: string })[]): Spills {
  return spot =>
    areas.find(area => area.sheetId === spot.sheetId && area.row === spot.row && area.column === spot.column);
}
