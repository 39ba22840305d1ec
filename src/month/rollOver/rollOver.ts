import { split } from '../../functions/split.ts';
import { type Cell, CellError, isMatrix } from '../../kernel/cell.ts';
import { labelKey } from '../../kernel/label.ts';
import { addAll, addTo } from '../../kernel/lists.ts';
import { type Period, periodAfter } from '../../kernel/period.ts';
import { say, type Text } from '../../kernel/text.ts';
import type { TrackerRow } from '../../sheets/tracker.ts';
import type { Ledger } from '../figures/history.ts';

/** A target of next month, from the split: of a person, or of a region or product where no person is named. */
export interface NextTarget {
  readonly person: string;
  readonly product: string;
  readonly region: string;
  readonly target: number;
}

export interface NextRow {
  readonly region: string;
  readonly product: string;
  readonly person: string;
  readonly target: number | null;
  readonly lastMonth: number | null;
  readonly lastYear: number | null;
  readonly status: 'stays' | 'joined' | 'kept';
}

export interface RollOver {
  readonly period: Period;
  readonly rows: readonly NextRow[];
  /** In the tracker, but without a target for next month: listed, and left out unless kept. */
  readonly left: readonly TrackerRow[];
  readonly problems: readonly Text[];
}

export interface RollOverTask {
  readonly rows: readonly TrackerRow[];
  readonly targets: readonly NextTarget[];
  readonly ledger: Ledger;
  readonly period: Period;
  /** Targets of somebody with several rows are shared out in multiples of it. */
  readonly unit: number;
  /** Who stays without a target: by name. */
  readonly keep?: readonly string[];
}

/** The rows of next month's tracker: in the order of the last one, newcomers after them. */
export function rollOver({ rows, targets, ledger, period, unit, keep = [] }: RollOverTask): RollOver {
  const wanted = new Map(targets.map(target => [identity(target), target]));
  const stays = new Set(keep.map(labelKey));
  const groups = new Map<string, TrackerRow[]>();
  for (const row of rows) {
    const key = identity(row);
    if (key !== '') addTo(groups, key, row);
  }
  const problems: Text[] = [];
  const shares = new Map<TrackerRow, number | null>();
  const left: TrackerRow[] = [];
  for (const [key, group] of groups) {
    const target = wanted.get(key);
    if (!target && !stays.has(labelKey(group[0]?.person ?? ''))) addAll(left, group);
    else shareOut(target?.target ?? null, group, unit, shares, problems);
  }
  const staying = rows.flatMap((row): NextRow[] => {
    const target = shares.get(row);
    if (target === undefined) return [];
    const alone = groups.get(identity(row))?.length === 1;
    const lastMonth = typeof row.actual === 'number' ? row.actual : null;
    const figures = alone ? before(row, ledger, period) : { lastMonth, lastYear: null };
    const status = wanted.has(identity(row)) ? 'stays' : 'kept';
    return [{ ...named(row), target, ...figures, lastMonth: lastMonth ?? figures.lastMonth, status }];
  });
  const joined = targets
    .filter(target => !groups.has(identity(target)))
    .map(
      (target): NextRow => ({
        ...named(target),
        target: target.target,
        ...before(target, ledger, period),
        status: 'joined',
      }),
    );
  return { period, rows: [...staying, ...joined], left, problems };
}

type Names = Pick<NextTarget, 'person' | 'product' | 'region'>;

function named({ region, product, person }: Names): Names {
  return { region, product, person };
}

function identity({ person, product, region }: Names): string {
  if (person.trim() !== '') return `person|${labelKey(person)}`;
  return product.trim() === '' && region.trim() === '' ? '' : `unit|${labelKey(region)}|${labelKey(product)}`;
}

/** One target over the rows of somebody, as the last targets were to each other. */
function shareOut(
  total: number | null,
  group: readonly TrackerRow[],
  unit: number,
  shares: Map<TrackerRow, number | null>,
  problems: Text[],
): void {
  if (total === null || group.length === 1) {
    for (const row of group) shares.set(row, total);
    return;
  }
  const last = group.map(({ target }) => Math.max(0, target ?? 0));
  const weights = last.some(weight => weight > 0) ? last : last.map(() => 1);
  const parts = split.call([total, weights.map((weight): Cell[] => [weight]), unit]);
  for (const [index, row] of group.entries()) {
    const part = isMatrix(parts) ? parts[index]?.[0] : null;
    shares.set(row, typeof part === 'number' ? part : null);
  }
  const wrong = parts instanceof CellError ? parts.message : undefined;
  const who = group[0]?.person ?? '';
  if (wrong) problems.push(say(`${who}: ${wrong.en}`, `${who}：${wrong.zh}`));
}

function before(of: Names, ledger: Ledger, period: Period): { lastMonth: number | null; lastYear: number | null } {
  const figure = (months: number): number | null => {
    const at = periodAfter(period, -months);
    if (of.person.trim() !== '') return ledger.find(at, 'person', of.person, 'sales')?.actual ?? null;
    if (of.product.trim() !== '' && of.region.trim() !== '') return null;
    const unitType = of.product.trim() === '' ? 'region' : 'product';
    return ledger.find(at, unitType, of[unitType], 'sales')?.actual ?? null;
  };
  return { lastMonth: figure(1), lastYear: figure(12) };
}
