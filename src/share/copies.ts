import { tokenize } from '@borgar/fx';
import type { Content, Grid, SheetGrid, Spot } from '../grid/grid.ts';
import { formulaSpots } from '../grid/grid.ts';
import { joined, type Patch } from '../grid/patch.ts';
import { areaIn, Places } from '../grid/places.ts';
import { address } from '../plan/address.ts';
import type { Area } from '../plan/op.ts';
import { type Arrays, type Sharing, type Spills, sharedFormulas, sharing } from './share.ts';

/** A sheet and the copy of it that was made. */
export interface Copied {
  readonly from: string;
  readonly sheetId: string;
  /** What the copy is called. */
  readonly sheet: string;
}

/**
 * What to write into copies of sheets: twins and values for formulas of ours, and references to cells of the copies
 * where the formulas name cells, columns of tables or other sheets that were copied too. A copy then stands for
 * itself, also in another workbook.
 */
export function sharingInCopies(grid: Grid, copies: readonly Copied[], spills: Spills, arrays: Arrays): Sharing {
  const copyOf = new Map(copies.map(copy => [copy.from, copy]));
  const originals = grid.sheets.filter(({ sheetId }) => copyOf.has(sheetId));
  const { patches, report } = sharing(sharedFormulas(grid, originals), spills, arrays);
  const moved = retargeting(grid, copyOf);
  const done = new Set<string>();
  const written = patches.flatMap((patch): Patch[] => {
    const copy = copyOf.get(patch.sheetId);
    if (!copy) return [];
    const after = patch.after.map((line, down) =>
      line.map((content, right) => {
        const spot = { sheetId: patch.sheetId, row: patch.row + down, column: patch.column + right };
        done.add(key(spot));
        return isFormula(content) ? { formula: moved(content.formula, spot) } : content;
      }),
    );
    return [{ ...patch, sheetId: copy.sheetId, after, fresh: true }];
  });
  return { patches: [...written, ...others(originals, copyOf, moved, done)], report };
}

type Moved = (formula: string, from: Spot) => string;

/** Formulas without functions of ours that name cells, tables or sheets which have been copied. */
function others(
  originals: readonly SheetGrid[],
  copyOf: ReadonlyMap<string, Copied>,
  moved: Moved,
  done: ReadonlySet<string>,
): Patch[] {
  const cells = originals.flatMap(sheet => {
    const sheetId = copyOf.get(sheet.sheetId)?.sheetId ?? '';
    return formulaSpots(sheet).flatMap(({ formula, ...spot }) => {
      if (done.has(key(spot))) return [];
      const formulaThere = moved(formula, spot);
      if (formulaThere === formula) return [];
      return [{ ...spot, sheetId, before: { formula }, after: { formula: formulaThere } }];
    });
  });
  return joined(cells).map(patch => ({ ...patch, fresh: true }));
}

function retargeting(grid: Grid, copyOf: ReadonlyMap<string, Copied>): Moved {
  const places = new Places(grid);
  return (formula, from) =>
    tokenize(formula, { mergeRefs: true })
      .map(({ type, value }) => {
        if (type !== 'range' && type !== 'range_named' && type !== 'structured') return value;
        const cells = type === 'range' ? areaIn(value) : undefined;
        // References to the same sheet have moved with it.
        if (type === 'range' && cells?.sheet === undefined) return value;
        const place = places.find(value, from);
        const copy = place && copyOf.get(place.sheet.sheetId);
        if (!place || !copy) return value;
        const own = place.sheet.sheetId === from.sheetId;
        if (type === 'range') return own ? bare(value) : `${quoted(copy.sheet)}!${bare(value)}`;
        return `${own ? '' : `${quoted(copy.sheet)}!`}${fixed(place.area, type === 'structured' && /@|#this row/i.test(value))}`;
      })
      .join('');
}

/** The row of a formula moves with it; columns of tables and named cells stay where they are. */
function fixed(area: Area, sameRow: boolean): string {
  return address(area, sameRow ? 'none' : 'all');
}

function bare(reference: string): string {
  return reference.slice(reference.lastIndexOf('!') + 1);
}

function quoted(sheet: string): string {
  return `'${sheet.replace(/'/g, "''")}'`;
}

function isFormula(content: Content): content is { readonly formula: string } {
  return typeof content === 'object' && content !== null && 'formula' in content;
}

function key({ sheetId, row, column }: Spot): string {
  return `${sheetId} ${row} ${column}`;
}
