import { isoOf, serialOfIso } from '../../../kernel/calendar.ts';
import type { Cell, Matrix } from '../../../kernel/cell.ts';
import type { Language } from '../../../kernel/text.ts';
import { applySet, historyChanges, trackerChanges } from '../../../month/applying.ts';
import type { ChangeSet } from '../../../month/changeSet.ts';
import type { Deal } from '../../../month/deal.ts';
import { type Closing, close } from '../../../month/history.ts';
import { HISTORY_COLUMNS, readHistory } from '../../../month/historyTable.ts';
import { monthFigures } from '../../../month/monthFigures.ts';
import { lastDay, monthOf, periodOf } from '../../../month/period.ts';
import { previewTracker, scopeFor, type TrackerPreview, type TrackerRow } from '../../../month/previewTracker.ts';
import type { Thresholds } from '../../../month/standing.ts';
import { readTracker, TRACKER_COLUMNS } from '../../../month/trackerTable.ts';
import type { NamedColumn } from '../../monthPort.ts';
import type { Inventory, PanelPort } from '../../port.ts';

/** The sheets that the figures go into, as they are now. */
export interface Place {
  readonly tracker: {
    readonly prefix: string;
    readonly rows: readonly TrackerRow[];
    readonly thresholds: Thresholds;
    readonly asOf: number | null;
    /** The month that the tracker is of, months since the year 0. */
    readonly start: number | undefined;
  };
  readonly history: { readonly prefix: string; readonly cells: Matrix } | undefined;
}

/** The newest tracker that is not closed, and the history, in one round trip; undefined without a tracker. */
export async function placeIn(port: PanelPort, { ours }: Inventory): Promise<Place | undefined> {
  const newestFirst = [...ours].reverse();
  const tracker = newestFirst.find(({ template, marks }) => template === 'tracker' && marks.closed === undefined);
  const history = newestFirst.find(({ template }) => template === 'history');
  if (!tracker) return undefined;
  const of = (prefix: string) => (name: string) => `${prefix}_${name}`;
  const mine = of(tracker.prefix);
  const facts = ['Start', 'AsOf', 'AmberFrom', 'GreenAbove'];
  const wanted = [...TRACKER_COLUMNS, ...facts].map(mine);
  const columns = await port.month.columns([...wanted, ...(history ? HISTORY_COLUMNS.map(of(history.prefix)) : [])]);
  const cells = (name: string): readonly Cell[] => columns[name]?.cells ?? [];
  const fact = (name: string): number | undefined => {
    const [cell] = cells(mine(name));
    return typeof cell === 'number' ? cell : undefined;
  };
  return {
    tracker: {
      prefix: tracker.prefix,
      rows: readTracker({
        Person: cells(mine('Person')),
        Product: cells(mine('Product')),
        Region: cells(mine('Region')),
        Target: cells(mine('Target')),
        Actual: cells(mine('Actual')),
        formulas: columns[mine('Actual')]?.formulas ?? [],
      }),
      thresholds: { amberFrom: fact('AmberFrom') ?? 0.8, greenAbove: fact('GreenAbove') ?? 1 },
      asOf: fact('AsOf') ?? null,
      start: monthOfDay(fact('Start')),
    },
    history: history && { prefix: history.prefix, cells: rowsOf(HISTORY_COLUMNS.map(of(history.prefix)), columns) },
  };
}

function rowsOf(names: readonly string[], columns: Readonly<Record<string, NamedColumn>>): Matrix {
  const lists = names.map(name => columns[name]?.cells ?? []);
  const length = lists.reduce((most, list) => Math.max(most, list.length), 0);
  return Array.from({ length }, (_, row) => lists.map(list => list[row] ?? null));
}

function monthOfDay(day: number | undefined): number | undefined {
  return day === undefined ? undefined : monthOf(isoOf(day).slice(0, 7));
}

export interface Planned {
  readonly preview: TrackerPreview;
  readonly closing: Closing | undefined;
  readonly set: ChangeSet;
}

export interface Planning {
  readonly place: Place;
  readonly deals: readonly Deal[];
  readonly month: number;
  readonly closes: boolean;
  readonly source: string;
  readonly today: string;
  readonly language: Language;
}

/** All that Apply would write. */
export function planned({ place, deals, month, closes, source, today, language }: Planning): Planned {
  const { tracker, history } = place;
  const scope = scopeFor(tracker.rows, deals);
  const preview = previewTracker({ rows: tracker.rows, deals, month, scope, thresholds: tracker.thresholds });
  const ofMonth = deals.filter(deal => deal.month === month);
  const last = ofMonth.reduce((day, { closed = 0, outcome }) => (outcome === 'won' ? Math.max(day, closed) : day), 0);
  const after = closes || last === 0 ? lastDay(month) : last;
  const isTrackersMonth = tracker.start === undefined || tracker.start === month;
  const changes = isTrackersMonth
    ? trackerChanges(preview, tracker.prefix, tracker.asOf === null ? undefined : { before: tracker.asOf, after })
    : [];
  if (!closes || !history)
    return { preview, closing: undefined, set: applySet(periodOf(month), periodOf(month), changes) };
  const read = readHistory(history.cells);
  const closing = close(read.rows, monthFigures(ofMonth), { source, closedAt: serialOfIso(today) });
  const added = historyChanges(closing, history.cells, read, history.prefix, language);
  return { preview, closing, set: applySet(periodOf(month), periodOf(month), [...changes, ...added]) };
}
