import { type Cell, CellError } from '../kernel/cell.ts';
import type { Content, Spot } from './grid.ts';

type Contents = readonly (readonly Content[])[];

/** A rectangle of cells before and after; nothing is written where the workbook holds anything else than `before`. */
export interface Patch extends Spot {
  readonly before: Contents;
  readonly after: Contents;
  /** Only the first cell is compared: the others show what its formula spills. */
  readonly spilled?: boolean;
  /** Nothing is compared: the cells were made a moment ago. */
  readonly fresh?: boolean;
}

export const inverse = (patches: readonly Patch[]): Patch[] =>
  [...patches].reverse().map(({ sheetId, row, column, before, after }) => ({
    sheetId,
    row,
    column,
    before: after,
    after: before,
  }));

interface Single extends Spot {
  readonly before: Content;
  readonly after: Content;
}

/** Cells that stand below one another are written in one go. */
export function joined(cells: readonly Single[]): Patch[] {
  const patches: (Spot & { before: Content[][]; after: Content[][] })[] = [];
  const order = (a: Single, b: Single): number => compare(a.sheetId, b.sheetId) || a.column - b.column || a.row - b.row;
  for (const { before, after, ...spot } of [...cells].sort(order)) {
    const last = patches[patches.length - 1];
    const follows =
      last?.sheetId === spot.sheetId && last.column === spot.column && last.row + last.after.length === spot.row;
    if (last && follows) {
      last.before.push([before]);
      last.after.push([after]);
    } else patches.push({ ...spot, before: [[before]], after: [[after]] });
  }
  return patches;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The cells of patches that the workbook does not hold any more, read at their places. */
export function changedSince(
  patches: readonly Patch[],
  read: (spot: Spot) => { readonly formula: string; readonly value: Cell },
): Spot[] {
  return patches.flatMap(({ sheetId, row, column, before, spilled, fresh }) =>
    before.flatMap((line, down) =>
      line.flatMap((content, right) => {
        const spot = { sheetId, row: row + down, column: column + right };
        if (fresh || (spilled && (down > 0 || right > 0))) return [];
        const { formula, value } = read(spot);
        return holds(content, formula, value) ? [] : [spot];
      }),
    ),
  );
}

/**
 * What is left to do of patches, and the cells that are neither as before nor as after. A cell that holds what it is
 * to hold is done: what broke off half-way can be gone on with, in either direction.
 */
export function pending(
  patches: readonly Patch[],
  read: (spot: Spot) => { readonly formula: string; readonly value: Cell },
): { readonly left: Patch[]; readonly changed: Spot[] } {
  const left: Patch[] = [];
  const changed: Spot[] = [];
  for (const patch of patches) {
    const spots = changedSince([patch], read);
    if (spots.length === 0) {
      left.push(patch);
      continue;
    }
    for (const part of cellByCell(patch)) {
      const others = changedSince([part], read);
      if (others.length === 0) left.push(part);
      else if (!isDone(part, read)) changed.push(...others);
    }
  }
  return { left, changed };
}

function isDone(patch: Patch, read: Parameters<typeof pending>[1]): boolean {
  const { before: _, ...place } = patch;
  return changedSince([{ ...place, before: patch.after, spilled: spills(patch.after) }], read).length === 0;
}

/** Whether these are a formula and the cells that it fills. */
export function spills(contents: Contents): boolean {
  const [first, ...others] = contents.flat();
  const isFormula = typeof first === 'object' && first !== null && 'formula' in first;
  return isFormula && others.length > 0 && others.every(content => content === null);
}

/** The part of patches that does not touch these cells, and the part that does. */
export function splitAt(
  patches: readonly Patch[],
  spots: readonly Spot[],
): { readonly clear: Patch[]; readonly hit: Patch[] } {
  const keys = new Set(spots.map(keyOf));
  const isHit = (patch: Patch): boolean =>
    patch.before.some((line, down) =>
      line.some((_, right) => keys.has(keyOf({ ...patch, row: patch.row + down, column: patch.column + right }))),
    );
  const parts = patches.flatMap(patch => (isHit(patch) ? cellByCell(patch) : [patch]));
  return { clear: parts.filter(patch => !isHit(patch)), hit: parts.filter(isHit) };
}

/** Cells that were put together for writing stand alone again; what a formula fills stays with it. */
function cellByCell(patch: Patch): Patch[] {
  const isWhole = [...patch.before, ...patch.after].flat().includes(null) || patch.spilled;
  if (isWhole || patch.before.some(line => line.length > 1)) return [patch];
  return patch.before.map((line, down) => ({
    ...patch,
    row: patch.row + down,
    before: [line],
    after: [patch.after[down] ?? []],
  }));
}

function keyOf({ sheetId, row, column }: Spot): string {
  return `${sheetId} ${row} ${column}`;
}

function holds(content: Content, formula: string, value: Cell): boolean {
  if (typeof content === 'object' && content !== null) {
    if ('date' in content) return formula === '' && value === content.date;
    return plain(formula) === plain(content.formula);
  }
  if (formula !== '') return false;
  if (value instanceof CellError) return content === value.code;
  if (typeof content === 'number' && typeof value === 'number') {
    // Hosts keep 15 digits.
    return Math.abs(content - value) <= 1e-12 * Math.max(1, Math.abs(content));
  }
  return (content ?? '') === (value ?? '');
}

/** Hosts write formulas in their own way again: capitals, blanks, and @ where one value was meant before. */
function plain(formula: string): string {
  return formula.replace(/[\s@]/g, '').toUpperCase();
}

export function cellsIn(patches: readonly Patch[]): number {
  return patches.reduce((sum, { after }) => sum + after.reduce((cells, line) => cells + line.length, 0), 0);
}
