import { breathe, checkStopped, runSliced, type Watch } from '../../../files/progress.ts';
import { monthNumber, serialOfIso } from '../../../kernel/calendar.ts';
import { labelKey } from '../../../kernel/label.ts';
import { addAll } from '../../../kernel/lists.ts';
import { firstDay, lastDay, type Period, periodOf } from '../../../kernel/period.ts';
import { type Language, say, type Text } from '../../../kernel/text.ts';
import type { Change, ChangeSet } from '../../../month/change/changeSet.ts';
import { applySet, historyChanges, type PlannedSheet, trackerChanges } from '../../../month/close/changeSets.ts';
import { dealChanges } from '../../../month/close/dealChanges.ts';
import { type DealsPeriod, dealPeriods, newDeals } from '../../../month/close/newDeals.ts';
import { newPipeline } from '../../../month/close/newPipeline.ts';
import { pipelineChanges } from '../../../month/close/pipelineChanges.ts';
import type { Figure } from '../../../month/figures/aggregate.ts';
import { exactSum } from '../../../month/figures/exactSum.ts';
import { type Closing, close, Ledger } from '../../../month/figures/history.ts';
import { figuringMonths } from '../../../month/figures/monthFigures.ts';
import { type DealsPreview, previewingDeals } from '../../../month/figures/previewDeals.ts';
import { isOpenDeal, type PipelinePreview, previewingPipeline } from '../../../month/figures/previewPipeline.ts';
import { previewingTracker, scopeFor, scopeKey, type TrackerPreview } from '../../../month/figures/previewTracker.ts';
import { trackerTargets } from '../../../month/figures/trackerFigures.ts';
import { foundNames, renaming } from '../../../month/import/aliases.ts';
import type { Deal } from '../../../month/import/deal.ts';
import { type Alias, type NameQuestion, nearNames } from '../../../month/import/nearNames.ts';
import { enriching, withoutDeals } from '../../../month/import/roster.ts';
import { type MonthFigure, type ReadHistory, readHistory } from '../../../sheets/history.ts';
import { isSampleDeal } from '../../../templates/shared/dealSamples.ts';
import { isSampleOpportunity } from '../../../templates/shared/opportunitySamples.ts';
import type { MonthMemory } from '../../monthMemory.ts';
import { uniqueId } from '../../uniqueId.ts';
import type { MonthSheets } from './monthSheets.ts';

/** What the deals of a file come to, before anything is decided. */
export interface PreparedDeals {
  readonly deals: readonly Deal[];
  readonly near: readonly NameQuestion[];
  /** Earlier answers about names of this file. */
  readonly used: readonly Alias[];
  /** For the tracker's month; undefined without a tracker. */
  readonly preview: TrackerPreview | undefined;
  readonly figures: readonly MonthFigure[];
  readonly months: readonly MonthShare[];
  /** Of the team list, without a deal in the file. */
  readonly idle: readonly string[];
  /** The last day with a deal of the tracker's month. */
  readonly lastDeal: number | undefined;
  /** Whether anything was won in the tracker's month: a file of other months says nothing about it. */
  readonly knowsMonth: boolean;
  /** For each sheet of commission by deal. */
  readonly byDeal: readonly DealsPreview[];
  /** What a new sheet of commission by deal can be of: periods that none is of yet. */
  readonly dealPeriods: readonly DealsPeriod[];
  /** For the sheet of opportunities; undefined without one. */
  readonly pipeline: PipelinePreview | undefined;
  /** Deals of the file that are still open. */
  readonly openDeals: number;
}

/** One month of the file. */
export interface MonthShare {
  readonly period: Period;
  readonly sales: number;
  /** What closing it would do to the history. */
  readonly state: 'new' | 'same' | 'restated';
}

export interface Preparing {
  readonly place: MonthSheets;
  readonly deals: readonly Deal[];
  readonly aliases: readonly Alias[];
  readonly lists: Pick<MonthMemory, 'team' | 'products'>;
  readonly month: number;
  /** What becomes of the tracker's figures that the file says nothing about. */
  readonly missing?: 'keep' | 'zero';
  /** The day on which a stage is seen to have changed. */
  readonly today?: string;
}

/** In pieces, so that the pane can draw and hear a stop in between: a file may have 100,000 rows. */
export async function prepare({ place, ...given }: Preparing, watch: Watch): Promise<PreparedDeals> {
  const { tracker } = place;
  const history = historyOf(place);
  const used = usedOf(given.aliases, given.deals);
  await rest(watch);
  const rows = given.deals.length;
  const named = await runSliced(renaming(given.deals, given.aliases), rows, silent(watch));
  const { team } = given.lists;
  const deals = team.length > 0 ? await runSliced(enriching(named, team), rows, silent(watch)) : named;
  await rest(watch);
  const near: NameQuestion[] = [];
  for (const field of NAMED) {
    addAll(near, nearNames(field, foundNames(deals, field), knownNames(field, place, given.lists), given.aliases));
    await rest(watch);
  }
  const targets = tracker ? trackerTargets(tracker.rows, periodOf(given.month)) : [];
  const figures = await runSliced(figuringMonths(deals, targets), deals.length, watch);
  const preview =
    tracker && (await runSliced(previewing(tracker, deals, given.month, given.missing), rows, silent(watch)));
  await rest(watch);
  const byDeal: DealsPreview[] = [];
  for (const sheet of place.deals)
    byDeal.push(await runSliced(previewingDeals({ sheet, deals, isSample: isSampleDeal }), rows, silent(watch)));
  const today = given.today === undefined ? undefined : serialOfIso(given.today);
  const pipeline =
    place.pipeline &&
    (await runSliced(
      previewingPipeline({ sheet: place.pipeline, deals, isSample: isSampleOpportunity, today }),
      rows,
      silent(watch),
    ));
  const months = monthsIn(figures, history);
  await rest(watch);
  return {
    deals,
    near,
    used,
    preview,
    figures,
    months,
    idle: withoutDeals(deals, team),
    lastDeal: lastDealOf(deals, given.month),
    knowsMonth: deals.some(({ month, outcome }) => month === given.month && outcome === 'won'),
    byDeal,
    pipeline,
    openDeals: deals.filter(isOpenDeal).length,
    dealPeriods: dealPeriods(deals).filter(
      ({ start, end }) => !place.deals.some(sheet => sheet.start <= end && start <= sheet.end),
    ),
  };
}

/** The bar shows the longest of the steps; the others are short, and it does not go back and forth. */
function silent({ signal }: Watch): Watch {
  return signal ? { signal } : {};
}

async function rest(watch: Watch): Promise<void> {
  await breathe();
  checkStopped(watch);
}

const NAMED = ['person', 'product', 'region'] as const;

function usedOf(aliases: readonly Alias[], deals: readonly Deal[]): Alias[] {
  return NAMED.flatMap(field => {
    const found = aliases.length > 0 ? foundNames(deals, field) : new Map();
    return aliases.filter(alias => alias.field === field && found.has(alias.from));
  });
}

function knownNames(field: (typeof NAMED)[number], place: MonthSheets, lists: Preparing['lists']): string[] {
  const listed = field === 'product' ? lists.products : lists.team.map(member => member[field]);
  const tracked = (place.tracker?.rows ?? []).map(row => row[field]);
  const closed = new Ledger(historyOf(place).rows).all(field, 'sales').map(({ unit }) => unit);
  return [...new Set([...tracked, ...listed, ...closed])].filter(name => name !== '');
}

function previewing(
  { rows, thresholds }: NonNullable<MonthSheets['tracker']>,
  deals: readonly Deal[],
  month: number,
  missing: Preparing['missing'],
): Generator<number, TrackerPreview> {
  return previewingTracker({ rows, deals, month, scope: scopeFor(rows, deals), thresholds, missing });
}

function lastDealOf(deals: readonly Deal[], month: number): number | undefined {
  const last = deals.reduce(
    (day, deal) => (deal.month === month && deal.outcome === 'won' ? Math.max(day, deal.closed ?? 0) : day),
    0,
  );
  return last === 0 ? undefined : last;
}

export function historyOf({ history }: MonthSheets): ReadHistory {
  return readHistory(history?.cells ?? []);
}

const NO_STAMP = { source: '', closedAt: 0 };

function monthsIn(figures: readonly MonthFigure[], { rows }: ReadHistory): MonthShare[] {
  const ledger = new Ledger(rows);
  const known = new Set(ledger.periods);
  return figures
    .filter(({ unitType, metric }) => unitType === 'company' && metric === 'sales')
    .map(({ period, actual }): MonthShare => {
      const own = figures.filter(figure => figure.period === period);
      const { restated, append } = close(rows, own, NO_STAMP);
      const state = !known.has(period) || restated.length === 0 ? 'new' : 'restated';
      return { period, sales: actual ?? 0, state: append.length === 0 ? 'same' : state };
    })
    .sort((a, b) => (a.period < b.period ? -1 : 1));
}

export interface Deciding {
  readonly place: MonthSheets;
  readonly prepared: PreparedDeals;
  readonly month: number;
  /** The months that are closed: their figures go into the history. */
  readonly closes: readonly Period[];
  /** Figures without a row get one. */
  readonly adds?: boolean;
  /** Deals of the sheets by deal that the file does not have are taken out. */
  readonly removes?: boolean;
  /** Open rows of the sheet of opportunities that the file does not have are taken out. */
  readonly removesOpen?: boolean;
  /** The open deals get a sheet, where there is none. */
  readonly newPipeline?: boolean;
  /** The periods that get a sheet of commission by deal. */
  readonly newSheets?: readonly DealsPeriod[];
  /** The share that has to be paid for a deal to count. */
  readonly leastShare?: number | undefined;
  /** Whether "Data as of" becomes the day of the file; where nobody says, it never goes back within its month. */
  readonly moves?: boolean | undefined;
  readonly source: string;
  readonly today: string;
  readonly language: Language;
}

/** "Data as of" as it stands, and as the file has it. */
export interface DayChange {
  readonly before: number;
  readonly after: number;
  readonly by: 'lastDeal' | 'monthEnd';
  /** What happens where nobody says. */
  readonly moves: boolean;
}

/** What a file says about the day up to which the tracker counts; undefined where it says nothing new. */
export function dayChange({
  place: { tracker },
  prepared: { preview, lastDeal, knowsMonth },
  month,
  closes,
}: Pick<Deciding, 'place' | 'prepared' | 'month' | 'closes'>): DayChange | undefined {
  if (!tracker || !preview || !knowsMonth || (tracker.start ?? month) !== month) return undefined;
  const { asOf: before } = tracker;
  if (before === null) return undefined;
  const isEnd = lastDeal === undefined || closes.includes(periodOf(month));
  const after = isEnd ? lastDay(month) : lastDeal;
  if (after === before) return undefined;
  const isBack = after < before && firstDay(month) <= before && before <= lastDay(month);
  return { before, after, by: isEnd ? 'monthEnd' : 'lastDeal', moves: !isBack };
}

export interface Decided {
  readonly closing: Closing | undefined;
  readonly set: ChangeSet;
}

/** All that Apply would write. */
export function decided(deciding: Deciding): Decided {
  const { place, prepared, month, closes, adds, moves, source, today, language } = deciding;
  const { removes = false, removesOpen = false } = deciding;
  const { preview, figures, knowsMonth, byDeal, pipeline } = prepared;
  const period = periodOf(month);
  const changes: Change[] = [];
  if (place.tracker && preview && knowsMonth && (place.tracker.start ?? month) === month) {
    const day = dayChange({ place, prepared, month, closes });
    const asOf = day && (moves ?? day.moves) ? { before: day.before, after: day.after } : undefined;
    addAll(changes, trackerChanges(preview, place.tracker.prefix, asOf, adds ? addable(preview) : []));
  }
  for (const deals of byDeal) addAll(changes, dealChanges(deals, removes));
  if (pipeline) addAll(changes, pipelineChanges(pipeline, removesOpen));
  const chosen = new Set(closes);
  const added = closingOf(
    place,
    figures.filter(figure => chosen.has(figure.period)),
    { source, today, language },
  );
  const id = `${period} ${uniqueId()}`;
  return {
    closing: added?.closing,
    set: applySet(id, added ? 'importAndClose' : 'import', titleOf(deciding), [
      ...changes,
      ...(added?.changes ?? []),
      ...newSheetsOf(deciding).map(
        (sheet, index): Change => ({ kind: 'sheet', mark: `${id} ${index}`, prefix: '', ...sheet }),
      ),
    ]),
  };
}

/** The months that are closed, else the tracker's, else the file. */
function titleOf({ place, month, closes, source }: Deciding): Period | Text {
  const [only] = closes;
  if (closes.length > 1) return say(`${closes.length} months`, `${closes.length} 个月的`);
  return only ?? (place.tracker ? periodOf(month) : say(source, source));
}

/** Their names are settled when they are planned, for the workbook as it is then. */
function newSheetsOf(deciding: Deciding): PlannedSheet[] {
  const { place, prepared, newSheets = [], leastShare, language } = deciding;
  const { deals } = prepared;
  const unit = place.tracker?.unit;
  const byDeal = newSheets.map(period =>
    newDeals({ period, deals, plan: place.plan, targetOf: targetsOf(place, period), leastShare, unit, language }),
  );
  return deciding.newPipeline ? [...byDeal, newPipeline({ deals, unit, language })] : byDeal;
}

/** What somebody is to sell in a period of which every month's target is known, by the history or the tracker. */
function targetsOf(place: MonthSheets, { start, end }: DealsPeriod): (person: string) => number | undefined {
  const { tracker } = place;
  const open = tracker?.start === undefined ? [] : trackerTargets(tracker.rows, periodOf(tracker.start));
  const closed = new Ledger(historyOf(place).rows).all('person', 'sales');
  const targets = new Map(
    [...closed, ...open].map(({ period, unitType, unit, target }) => [
      `${unitType} ${period} ${labelKey(unit)}`,
      target,
    ]),
  );
  const months = Array.from({ length: monthNumber(end) - monthNumber(start) + 1 }, (_, index) =>
    periodOf(monthNumber(start) + index),
  );
  return person => {
    const found = months.map(month => targets.get(`person ${month} ${labelKey(person)}`) ?? null);
    return found.includes(null) ? undefined : exactSum(found);
  };
}

/** Figures that can have a row of their own: they name all that tells the rows apart. */
export function addable({ withoutRow, rows, scope }: TrackerPreview): Figure[] {
  const known = new Set(rows.map(({ row }) => scopeKey(row, scope)));
  return withoutRow.filter(({ keys }) => {
    const names = keys.map(String);
    return names.every(name => name !== '') && !known.has(names.map(labelKey).join('|'));
  });
}

/** What closing months by these figures does to the history; undefined without a history or without figures. */
export function closingOf(
  place: MonthSheets,
  figures: readonly MonthFigure[],
  { source, today, language }: Pick<Deciding, 'source' | 'today' | 'language'>,
): { readonly closing: Closing; readonly changes: readonly Change[] } | undefined {
  if (!place.history || figures.length === 0) return undefined;
  const read = historyOf(place);
  const closing = close(read.rows, figures, { source, closedAt: serialOfIso(today) });
  return { closing, changes: historyChanges(closing, place.history.cells, read, place.history.prefix, language) };
}
