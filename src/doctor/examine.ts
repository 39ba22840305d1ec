import { type Grid, sheetById } from '../grid/grid.ts';
import { joined, type Patch } from '../grid/patch.ts';
import type { Area } from '../plan/op.ts';
import { wholePercents } from './achievements.ts';
import { mixedDates } from './dates.ts';
import { duplicates } from './duplicates.ts';
import { type Data, dataIn, type Finding } from './finding.ts';
import { impossible } from './impossible.ts';
import { textNumbers } from './numbers.ts';
import { outsideRows } from './outside.ts';
import { planTable } from './plan.ts';
import { meantBy } from './region.ts';
import { straySpaces } from './spaces.ts';
import { weights } from './weights.ts';

const EXAMINATIONS: readonly ((data: Data) => readonly Finding[])[] = [
  textNumbers,
  mixedDates,
  straySpaces,
  duplicates,
  impossible,
  wholePercents,
  outsideRows,
  planTable,
  weights,
];

/** What is wrong or doubtful about the data in an area: a selected range, or the table that a single cell is in. */
export function examine(grid: Grid, { sheetId, ...selected }: Area & { readonly sheetId: string }): Finding[] {
  const sheet = sheetById(grid, sheetId);
  if (!sheet) return [];
  const data = dataIn(grid, sheet, meantBy(grid, sheet, selected));
  return EXAMINATIONS.flatMap(examination => examination(data));
}

/**
 * The chosen findings' fixes at once. Rows that move up are fixed alone: what else was found stands elsewhere after.
 */
export function fixesOf(findings: readonly Finding[]): Patch[] {
  const cells = new Map(
    findings
      .filter(({ kind }) => kind !== 'duplicates' || findings.length === 1)
      .flatMap(({ fixes }) => fixes)
      .map(fix => [`${fix.row} ${fix.column}`, fix]),
  );
  return joined([...cells.values()]);
}
