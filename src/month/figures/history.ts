import { labelKey } from '../../kernel/label.ts';
import { addAll } from '../../kernel/lists.ts';
import type { Period } from '../../kernel/period.ts';
import { type HistoryRow, isSample, type Metric, type MonthFigure, type UnitType } from '../../sheets/history.ts';

export interface Restatement {
  readonly before: HistoryRow;
  readonly after: HistoryRow;
}

/** What closing does to the history. */
export interface Closing {
  readonly append: readonly HistoryRow[];
  /** The rows, by their place, that are marked superseded. */
  readonly supersede: readonly number[];
  readonly restated: readonly Restatement[];
  /** How many of them are invented rows, which real ones are not mixed with. */
  readonly samples: number;
  readonly unchanged: number;
}

export interface Stamp {
  readonly source: string;
  readonly closedAt: number;
}

/**
 * Closes one or more months. Figures that are in the history already change nothing; one that differs, or that is no
 * longer there, supersedes its row. So do the first real figures with all that were invented.
 */
export function close(history: readonly HistoryRow[], figures: readonly MonthFigure[], stamp: Stamp): Closing {
  const isInvented = (row: HistoryRow): boolean => row.status === 'current' && isSample(row);
  const samples = figures.length === 0 ? [] : history.flatMap((row, place) => (isInvented(row) ? [place] : []));
  const current = currentRows(history);
  const wanted = new Map(figures.map(figure => [identityOf(figure), figure]));
  const covered = new Set(figures.map(groupOf));
  const append: HistoryRow[] = [];
  const supersede: number[] = [...samples];
  const restated: Restatement[] = [];
  let unchanged = 0;
  const state = (figure: MonthFigure): void => {
    const places = current.get(identityOf(figure)) ?? [];
    const place = places[places.length - 1];
    const before = place === undefined ? undefined : history[place];
    // A target that is not known now keeps what was known then.
    const target = figure.target ?? before?.target ?? null;
    const after: HistoryRow = { ...figure, target, ...stamp, status: 'current' };
    if (before && before.actual === after.actual && before.target === target) {
      unchanged++;
      // Rows that were doubled by hand: the last one holds.
      addAll(supersede, places.slice(0, -1));
      return;
    }
    addAll(supersede, places);
    append.push(after);
    if (before) restated.push({ before, after });
  };
  for (const figure of wanted.values()) state(figure);
  for (const [key, places] of current) {
    const row = history[places[places.length - 1] ?? 0];
    if (!row || wanted.has(key) || !covered.has(groupOf(row))) continue;
    if (row.actual === null) unchanged++;
    else state({ ...row, actual: 0 });
  }
  return { append, supersede: supersede.sort((a, b) => a - b), restated, samples: samples.length, unchanged };
}

/** The history as it is after a closing. */
export function closed(history: readonly HistoryRow[], { append, supersede }: Closing): HistoryRow[] {
  const old = new Set(supersede);
  const kept = history.map((row, place): HistoryRow => (old.has(place) ? { ...row, status: 'superseded' } : row));
  return [...kept, ...append];
}

/** The figures that hold, by their key. */
export class Ledger {
  private readonly rows = new Map<string, HistoryRow>();

  constructor(history: readonly HistoryRow[]) {
    for (const row of history) if (row.status === 'current') this.rows.set(identityOf(row), row);
  }

  find(period: Period, unitType: UnitType, unit: string, metric: Metric): HistoryRow | undefined {
    return this.rows.get(identityOf({ period, unitType, unit, metric }));
  }

  /** All figures of one kind, in the order of the history. */
  all(unitType: UnitType, metric: Metric): HistoryRow[] {
    return [...this.rows.values()].filter(row => row.unitType === unitType && row.metric === metric);
  }

  /** The months that are closed; what people are paid may be agreed before. */
  get periods(): Period[] {
    const sold = [...this.rows.values()].filter(({ metric }) => metric !== 'pay' && metric !== 'correction');
    return [...new Set(sold.map(({ period }) => period))].sort();
  }
}

type Identity = Pick<MonthFigure, 'period' | 'unitType' | 'unit' | 'metric'> & { readonly source?: string };

/** What a row of the history is known by; a month may have corrections of several earlier ones. */
export function identityOf({ period, unitType, unit, metric, source = '' }: Identity): string {
  const origin = metric === 'correction' ? [originOf(source)] : [];
  return [period, unitType, metric, labelKey(unit), ...origin].join('|');
}

/** The month that a correction is of: the first one in its reason, whatever somebody wrote before it. */
export function originOf(source: string): Period {
  return /(?:^|\D)(\d{4}-(?:0[1-9]|1[0-2]))(?!\d)/.exec(source)?.[1] ?? '';
}

function groupOf({ period, unitType, metric }: Identity): string {
  return [period, unitType, metric].join('|');
}

function currentRows(history: readonly HistoryRow[]): Map<string, number[]> {
  const places = new Map<string, number[]>();
  for (const [place, row] of history.entries()) {
    if (row.status !== 'current' || isSample(row)) continue;
    const key = identityOf(row);
    const list = places.get(key);
    if (list) list.push(place);
    else places.set(key, [place]);
  }
  return places;
}
