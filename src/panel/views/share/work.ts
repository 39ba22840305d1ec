import type { Content, Grid, SheetGrid, Spot } from '../../../grid/grid.ts';
import { type KeptPatches, unpackKept } from '../../../grid/kept.ts';
import { inverse, type Patch, pending, spills, splitAt } from '../../../grid/patch.ts';
import { type Cell, CellError } from '../../../kernel/cell.ts';
import type { Dialect } from '../../../plan/dialect.ts';
import { type PanelPort, PortError } from '../../../port/port.ts';
import { type Copied, sharingInCopies } from '../../../share/copies.ts';
import {
  type Arrays,
  type Shared,
  type ShareReport,
  type Spills,
  sharedFormulas,
  sharing,
  spillsIn,
  toFreeze,
} from '../../../share/share.ts';
import { portError } from '../../insertion.ts';
import { patched, writing } from '../../mending.ts';

/** What a workbook has to share, before anything is written. */
export interface Shareable {
  readonly grid: Grid;
  readonly shared: readonly Shared[];
  /** Sheets with formulas of ours that may not be changed as they are. */
  readonly locked: readonly SheetGrid[];
  readonly kept: KeptPatches;
}

export type WorkDone =
  | { readonly is: 'shared'; readonly report: ShareReport; readonly copies: readonly Copied[] }
  /** Copies that could not be taken out again; the originals are as they were. */
  | { readonly is: 'left'; readonly copies: readonly Copied[] }
  | { readonly is: 'takenOut' }
  | { readonly is: 'restored'; readonly formulas: number; readonly unlike: readonly Spot[] }
  | { readonly is: 'letGo'; readonly formulas: number }
  | { readonly is: 'mended' }
  | { readonly is: 'changed'; readonly cells: readonly Spot[] };

function arraysOf({ computedColumns }: Dialect): Arrays {
  return computedColumns === 'array' ? 'arrayFormula' : 'spilled';
}

export async function look({ book }: PanelPort): Promise<Shareable> {
  const [grid, kept] = [await book.read(), unpackKept(await book.kept())];
  const shared = sharedFormulas(grid);
  return {
    grid,
    shared,
    locked: grid.sheets.filter(sheet => sheet.locked && shared.some(({ sheetId }) => sheetId === sheet.sheetId)),
    kept,
  };
}

/** Twins and values where the formulas of ours stand; the originals are kept in the workbook. */
export async function shareInPlace(port: PanelPort, { shared }: Shareable): Promise<WorkDone> {
  const { book, dialect } = port;
  const { patches, report } = sharing(shared, await spillsOf(port, shared), arraysOf(dialect));
  const request = await writing(book, kept => ({
    patches,
    afterwards: { ...kept, share: [...(kept.share ?? []), ...inverse(patches)] },
  }));
  const cells = await patched(book, request);
  return cells.length > 0 ? { is: 'changed', cells } : { is: 'shared', report, copies: [] };
}

/** The same in copies of sheets; the originals stay untouched. */
export async function shareCopies(
  port: PanelPort,
  { grid, shared }: Shareable,
  sheetIds: readonly string[],
): Promise<WorkDone> {
  const { book, dialect } = port;
  const filled = await spillsOf(
    port,
    shared.filter(({ sheetId }) => sheetIds.includes(sheetId)),
  );
  const copies = await book.copy(sheetIds).catch((error: unknown) => madeBefore(error, port, grid, sheetIds));
  if ('is' in copies) return copies;
  try {
    const { patches, report } = sharingInCopies(grid, copies, filled, arraysOf(dialect));
    await book.patch({ patches });
    return { is: 'shared', report, copies };
  } catch (error) {
    const out = await takeOut(book, copies);
    if (out.is === 'left') return out;
    throw error;
  }
}

/**
 * What a host made before it failed, and could not take out, since nobody was told its ids. It may be somebody else's
 * copy, so that it is shown before it goes.
 */
async function madeBefore(
  error: unknown,
  { book }: PanelPort,
  { sheets }: Grid,
  sheetIds: readonly string[],
): Promise<WorkDone> {
  const now = await book.read().catch(() => undefined);
  if (!now) throw new PortError('unreachable', portError(error).code);
  const known = new Set(sheets.map(({ sheetId }) => sheetId));
  const originals = sheets.filter(({ sheetId }) => sheetIds.includes(sheetId));
  const copies = now.sheets.flatMap(({ sheetId, sheet }): Copied[] => {
    const from = known.has(sheetId) ? undefined : originals.find(original => isNamedAfter(sheet, original.sheet));
    return from ? [{ from: from.sheetId, sheetId, sheet }] : [];
  });
  if (copies.length === 0) throw error;
  return { is: 'left', copies };
}

/** "Tracker (2)" in Excel, which cuts a long name short for it; "Copy of Tracker" in Google Sheets, in any language. */
function isNamedAfter(copy: string, original: string): boolean {
  const [, start] = /^(.+) \(\d+\)$/.exec(copy) ?? [];
  return copy.includes(original) || (start !== undefined && original.startsWith(start));
}

/**
 * Lets go of formulas that are kept: those of these cells are not brought back any more, and nothing is written. They
 * stay where somebody has put something else since.
 */
export async function letGo({ book }: PanelPort, spots: readonly Spot[]): Promise<WorkDone> {
  let formulas = 0;
  const request = await writing(book, ({ share = [], ...kept }) => {
    const { clear, hit } = splitAt(share, spots);
    formulas = formulasIn(hit);
    return { patches: [], afterwards: clear.length > 0 ? { ...kept, share: clear } : kept };
  });
  await patched(book, request);
  return { is: 'letGo', formulas };
}

/** A formula that is kept, and what stands in its cell now. */
export interface KeptFormula extends Spot {
  readonly formula: string;
  /** As it is shown; none where the sheet is gone. */
  readonly now: string | undefined;
  /** Something else than what was shared stands there: restoring passes it over. */
  readonly changed: boolean;
}

export function keptFormulas(share: readonly Patch[], { sheets }: Grid): KeptFormula[] {
  const found = new Map(sheets.map(sheet => [sheet.sheetId, sheet]));
  return share.flatMap(patch => {
    const { changed } = pending([patch], ({ sheetId, row, column }) => {
      const sheet = found.get(sheetId);
      if (!sheet) return { formula: GONE, value: null };
      return { formula: sheet.formulas[row]?.[column] ?? '', value: sheet.values[row]?.[column] ?? null };
    });
    const others = new Set(changed.map(({ row, column }) => `${row} ${column}`));
    // What one formula fills changes as a whole.
    const isWhole = spills(patch.after);
    return patch.after.flatMap((line, down) =>
      line.flatMap((content, right): KeptFormula[] => {
        const formula = formulaOf(content);
        const [row, column] = [patch.row + down, patch.column + right];
        if (formula === '') return [];
        const sheet = found.get(patch.sheetId);
        const now = sheet && (sheet.formulas[row]?.[column] || shownOf(sheet.values[row]?.[column] ?? null));
        const isChanged = isWhole ? others.size > 0 : others.has(`${row} ${column}`);
        return [{ sheetId: patch.sheetId, row, column, formula, now, changed: isChanged }];
      }),
    );
  });
}

const GONE = '=#REF!';

function shownOf(cell: Cell): string {
  return cell instanceof CellError ? cell.code : String(cell ?? '');
}

/** Where it fails, it can be tried again: what is gone already is passed over. */
export async function takeOut(book: PanelPort['book'], copies: readonly Copied[]): Promise<WorkDone> {
  return book.remove(copies.map(({ sheetId }) => sheetId)).then(
    () => ({ is: 'takenOut' }),
    () => ({ is: 'left', copies }),
  );
}

/**
 * Every original formula again; what stands there afterwards is read and compared. Cells that somebody has changed
 * since are told first; `without` restores the others, and the formulas of those cells stay kept.
 */
export async function restore({ book }: PanelPort, without: readonly Spot[] = []): Promise<WorkDone> {
  const request = await writing(book, ({ share = [], ...kept }) => {
    const { clear, hit } = splitAt(share, without);
    return { patches: clear, afterwards: hit.length > 0 ? { ...kept, share: hit } : kept };
  });
  const { patches } = request;
  const cells = await patched(book, request);
  if (cells.length > 0) return { is: 'changed', cells };
  const unlike = differing(
    patches,
    await book.read().catch((problem: unknown) => {
      // They are restored; only whether each is as it was is not known.
      throw new PortError('unreachable', portError(problem).code);
    }),
  );
  return { is: 'restored', formulas: formulasIn(patches), unlike };
}

/** The formulas that the host keeps otherwise than they were written. */
function differing(patches: readonly Patch[], { sheets }: Grid): Spot[] {
  return patches.flatMap(({ sheetId, row, column, after }) => {
    const formulas = sheets.find(sheet => sheet.sheetId === sheetId)?.formulas ?? [];
    return after.flatMap((line, down) =>
      line.flatMap((content, right) => {
        const wanted = formulaOf(content);
        const spot = { sheetId, row: row + down, column: column + right };
        return (formulas[spot.row]?.[spot.column] ?? '') === wanted ? [] : [spot];
      }),
    );
  });
}

export function formulasIn(patches: readonly Patch[]): number {
  return patches.reduce((sum, { after }) => sum + after.flat().filter(content => formulaOf(content) !== '').length, 0);
}

function formulaOf(content: Content): string {
  return typeof content === 'object' && content !== null && 'formula' in content ? content.formula : '';
}

/** Google Sheets has to try it out, so it is asked only when it is needed. */
async function spillsOf({ book }: PanelPort, shared: readonly Shared[]): Promise<Spills> {
  const frozen = toFreeze(shared);
  return spillsIn(frozen.length > 0 ? await book.spills(frozen.map(spotOf)) : []);
}

function spotOf({ sheetId, row, column }: Spot): Spot {
  return { sheetId, row, column };
}
