import type { Value } from '../../kernel/json.ts';
import { labelKey } from '../../kernel/label.ts';
import { addTo } from '../../kernel/lists.ts';
import { endsSlice } from '../../kernel/slices.ts';
import type { TrackerRow } from '../../sheets/tracker.ts';
import type { Thresholds } from '../../sheets/trackerSheet.ts';
import type { Deal } from '../import/deal.ts';
import { finish } from '../import/inspect.ts';
import { aggregating, type Figure } from './aggregate.ts';
import { exactDifference, exactSum } from './exactSum.ts';
import { achievementStatus, type Status } from './status.ts';

/** What tells the tracker's rows apart. */
export type ScopePart = 'person' | 'product' | 'region';
export type Scope = readonly ScopePart[];

/**
 * - changed, same: there are deals for the row, or it is set to 0
 * - absent: the file has nothing for the row; what stands there stays
 * - formula: the cell is computed by a formula of the user's
 * - duplicate: several rows for one; none is written
 * - incomplete: the row does not say who it is for
 */
export type RowStatus = 'changed' | 'same' | 'absent' | 'formula' | 'duplicate' | 'incomplete';

export interface PreviewRow {
  readonly row: TrackerRow;
  readonly status: RowStatus;
  readonly before: Value;
  readonly after: Value;
  readonly difference: number;
  readonly standingBefore: Status;
  readonly standingAfter: Status;
}

export interface TrackerPreview {
  readonly month: number;
  readonly scope: Scope;
  readonly rows: readonly PreviewRow[];
  /** Rows with a figure that the file says nothing about: of another part of the month, or sold no more. */
  readonly missing: readonly TrackerRow[];
  /** Figures of the month that no row takes. */
  readonly withoutRow: readonly Figure[];
  /** Rows for the same one, by their places. */
  readonly duplicates: readonly (readonly number[])[];
  /** All that counts in the month, and what of it the rows take. */
  readonly total: number;
  readonly taken: number;
}

export interface PreviewTask {
  readonly rows: readonly TrackerRow[];
  readonly deals: readonly Deal[];
  readonly month: number;
  readonly scope: Scope;
  readonly thresholds: Thresholds;
  /** What becomes of figures that the file says nothing about; kept where nothing is said. */
  readonly missing?: 'keep' | 'zero' | undefined;
}

/** What applying would do to every row of the tracker. */
export function previewTracker(task: PreviewTask): TrackerPreview {
  return finish(previewingTracker(task));
}

/** The same, slice by slice: it yields how many of the deals are done. */
export function* previewingTracker(task: PreviewTask): Generator<number, TrackerPreview> {
  const { rows, deals, month, scope, thresholds, missing } = task;
  const known = new Set<string>();
  for (const [index, deal] of deals.entries()) {
    known.add(scopeKey(deal, scope));
    if (endsSlice(index + 1)) yield index / 2;
  }
  const counted = deals.filter(deal => deal.month === month && deal.outcome === 'won');
  const summing = aggregating(counted, scope);
  let summed = summing.next();
  for (; !summed.done; summed = summing.next()) yield (deals.length + summed.value) / 2;
  const figures = summed.value;
  const byKey = new Map(figures.map(figure => [figure.keys.map(key => labelKey(String(key))).join('|'), figure]));
  const places = new Map<string, number[]>();
  for (const row of rows) {
    const key = scopeKey(row, scope);
    if (isComplete(row, scope)) addTo(places, key, row.row);
  }
  const taken = new Set<string>();
  const without: TrackerRow[] = [];
  const shown = rows
    .filter(row => scope.some(part => row[part].trim() !== ''))
    .map((row): PreviewRow => {
      const key = scopeKey(row, scope);
      const sold = byKey.get(key)?.amount;
      const isMissing = sold === undefined && (figureOf(row.actual) ?? 0) !== 0;
      const isZero = isMissing ? missing === 'zero' : known.has(key);
      const status = statusOf(row, scope, sold ?? (isZero ? 0 : null), places.get(key)?.length ?? 0);
      if (isMissing && (status === 'absent' || status === 'changed')) without.push(row);
      if (status === 'changed' || status === 'same') taken.add(key);
      const after = status === 'changed' ? (sold ?? 0) : row.actual;
      return {
        row,
        status,
        before: row.actual,
        after,
        difference: difference(row.actual, after),
        standingBefore: achievementStatus(figureOf(row.actual), row.target, thresholds),
        standingAfter: achievementStatus(figureOf(after), row.target, thresholds),
      };
    });
  return {
    month,
    scope,
    rows: shown,
    missing: without,
    withoutRow: [...byKey].filter(([key]) => !taken.has(key)).map(([, figure]) => figure),
    duplicates: [...places.values()].filter(list => list.length > 1),
    total: sumOf([...byKey.values()]),
    taken: sumOf([...byKey].filter(([key]) => taken.has(key)).map(([, figure]) => figure)),
  };
}

const SCOPES: readonly Scope[] = [
  ['person'],
  ['person', 'product'],
  ['person', 'region'],
  ['person', 'product', 'region'],
  ['product', 'region'],
  ['region'],
  ['product'],
];

/**
 * The first of these that tells all rows apart and that the deals know. A person's product and region are needed only
 * where the person has several rows. A row without a person is about all that it names: the East's row for one product
 * takes no other product's deals, although nothing else is sold in the East.
 */
export function scopeFor(rows: readonly TrackerRow[], deals: readonly Deal[]): Scope {
  const filled = rows.filter(row => row.person !== '' || row.product !== '' || row.region !== '');
  const fitting = SCOPES.find(scope => {
    const inDeals = scope.every(part => deals.some(deal => deal[part] !== ''));
    const keys = new Set(filled.map(row => scopeKey(row, scope)));
    return inDeals && filled.every(row => isComplete(row, scope)) && keys.size === filled.length;
  });
  return fitting ?? ['person'];
}

export function scopeKey(of: Readonly<Record<ScopePart, string>>, scope: Scope): string {
  return scope.map(part => labelKey(of[part])).join('|');
}

function isComplete(row: TrackerRow, scope: Scope): boolean {
  return scope.every(part => row[part].trim() !== '');
}

function statusOf(row: TrackerRow, scope: Scope, actual: number | null, rows: number): RowStatus {
  if (!isComplete(row, scope)) return 'incomplete';
  if (rows > 1) return 'duplicate';
  if (row.hasFormula) return 'formula';
  if (actual === null) return 'absent';
  return row.actual === actual ? 'same' : 'changed';
}

function figureOf(value: Value): number | null {
  return typeof value === 'number' ? value : null;
}

function difference(before: Value, after: Value): number {
  return exactDifference(figureOf(after) ?? 0, figureOf(before) ?? 0);
}

function sumOf(figures: readonly Figure[]): number {
  return exactSum(figures.map(({ amount }) => amount));
}
