import { monthNumber } from '../../kernel/calendar.ts';
import type { Value } from '../../kernel/json.ts';
import { labelKey } from '../../kernel/label.ts';
import { addTo, smallestOf } from '../../kernel/lists.ts';
import { type Period, periodOf } from '../../kernel/period.ts';
import type { DealsSheet, PaidByDeals } from '../../sheets/deals.ts';
import type { PaidRow } from '../../sheets/incentive.ts';
import { exactDifference, exactSum } from '../figures/exactSum.ts';

/** What the sheets pay a person for a period. */
export interface PayLine {
  readonly person: string;
  readonly commission: number | null;
  /** SPIFFs, rank prizes, team bonus: all that is no commission. */
  readonly extras: number | null;
  /** Null where a sheet has no figure: it is still being calculated, or says what is wrong. */
  readonly pay: number | null;
}

/** The statements of a period, and where they come from. */
export interface PaidPeriod {
  /** The month in which the period ends. */
  readonly period: Period;
  /** The first and the last month of the period; one where both are the same. */
  readonly months: readonly [from: Period, to: Period];
  readonly by: 'deals' | 'incentive';
  readonly unit: string;
  readonly lines: readonly PayLine[];
  /** The sheets pay more than one can say what for: an incentive sheet of an earlier version beside the deals. */
  readonly isPartial: boolean;
  /** Several sheets pay for the same days: both are paid, and both may have the same deals. */
  readonly overlaps: boolean;
  /** Deals that count for nobody, since the sheet says that something is wrong with them. */
  readonly faults: number;
  /** The currencies and units of its sheets, where they are several: sums of them are none. */
  readonly units: readonly string[];
}

interface PaySheets {
  readonly deals: readonly DealsSheet[];
  /** The incentive sheet's rows, and the month that they are of. */
  readonly paid: readonly PaidRow[] | undefined;
  readonly month: number | undefined;
  readonly unit: string;
}

/**
 * What is paid, the newest period first. Where a workbook has commission by deal, that is the commission of its
 * period, and the incentive sheet gives what comes on top; else the incentive sheet's total is what is paid.
 */
export function payouts({ deals, paid, month, unit }: PaySheets): PaidPeriod[] {
  const incentive = month === undefined || !paid ? undefined : withoutTwins(paid);
  const groups = new Map<Period, DealsSheet[]>();
  for (const sheet of deals) addTo(groups, periodOf(monthNumber(sheet.end)), sheet);
  const byDeal = [...groups].map(([period, sheets]): PaidPeriod => {
    const isMonths = incentive !== undefined && period === (month === undefined ? '' : periodOf(month));
    const extras = isMonths ? extrasOf(incentive) : undefined;
    const starts = sheets.map(({ start }) => start);
    const own = unitsOf(sheets.map(sheet => sheet.unit));
    const units = unitsOf([...own, ...(extras && paysAny(extras) ? [unit] : [])]);
    const lines = own.length > 1 ? summedLines(sheets).map(unknown) : summedLines(sheets);
    return {
      period,
      months: [periodOf(monthNumber(smallestOf(starts))), period],
      by: 'deals',
      unit: sheets[0]?.unit || unit,
      lines: withExtras(lines, units.length > own.length ? withoutAmounts(extras) : (extras ?? new Map())),
      isPartial: isMonths && extras === undefined,
      overlaps: sheets.length > 1,
      faults: sheets.reduce((total, { faults }) => total + faults, 0),
      units: units.length > 1 ? units : [],
    };
  });
  const isByDeal = deals.some(({ start, end }) => isIn(month, start, end));
  const isOwn = month !== undefined && !groups.has(periodOf(month));
  const byPlan = isOwn && incentive ? planned(incentive, periodOf(month), unit, isByDeal) : [];
  return [...byDeal, ...byPlan].sort((a, b) => (a.period < b.period ? 1 : a.period > b.period ? -1 : 0));
}

/** In the months before a period of deals ends, its commission is not due; prizes of the month are. */
function planned(paid: readonly PaidRow[], period: Period, unit: string, isByDeal: boolean): PaidPeriod[] {
  const rows = paid.filter(({ total }) => total !== undefined);
  const extras = isByDeal ? extrasOf(rows) : undefined;
  const lines = isByDeal ? withExtras([], extras ?? new Map()) : rows.map(planLine);
  const isPartial = isByDeal && !extras;
  if (rows.length === 0 || (lines.length === 0 && !isPartial)) return [];
  const known = { by: 'incentive', unit, isPartial, overlaps: false, faults: 0, units: [] } as const;
  return [{ ...known, period, months: [period, period], lines }];
}

/** Each once, blanks left out: a sheet that does not say is taken for the others'. */
function unitsOf(units: readonly string[]): string[] {
  return [...new Map(units.filter(unit => unit.trim() !== '').map(unit => [labelKey(unit), unit])).values()];
}

function unknown(line: PayLine): PayLine {
  return { ...line, commission: null, extras: null, pay: null };
}

/** Whether anybody is paid anything of them. */
function paysAny(extras: ReadonlyMap<string, Extra>): boolean {
  return [...extras.values()].some(({ amount }) => amount !== 0);
}

/** What is paid in another unit has no figure here. */
function withoutAmounts(extras: ReadonlyMap<string, Extra> = new Map()): Map<string, Extra> {
  return new Map([...extras].map(([key, { person, amount }]) => [key, { person, amount: amount === 0 ? 0 : null }]));
}

function isIn(month: number | undefined, start: number, end: number): boolean {
  return month !== undefined && monthNumber(start) <= month && month <= monthNumber(end);
}

/** What is paid beside the commission, by person; undefined where the sheet does not tell it apart. */
function extrasOf(rows: readonly PaidRow[]): Map<string, Extra> | undefined {
  if (rows.some(({ total, commission }) => total === undefined || commission === undefined)) return undefined;
  return new Map(
    rows.map(({ person, total, commission }) => [
      labelKey(person),
      { person, amount: difference(total ?? null, commission ?? null) },
    ]),
  );
}

interface Extra {
  readonly person: string;
  readonly amount: number | null;
}

/**
 * By achievement nobody knows what is earned without a target: the sheet pays 0 then. In two rows of the same name it
 * has all of their deals twice. It says so in its checks.
 */
function paidIn({ people, basis }: DealsSheet): readonly PaidByDeals[] {
  const twice = namedTwice(people);
  const isUnknown = ({ person, target, credited }: PaidByDeals): boolean =>
    twice.has(labelKey(person)) || (basis === 'achievement' && target === null && (credited ?? 0) !== 0);
  return people.map(person => (isUnknown(person) ? { ...person, commission: null, pay: null } : person));
}

/** Whose name stands in several rows: nobody can tell whom a figure is of. */
function namedTwice(rows: readonly { readonly person: string }[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const key of rows.map(({ person }) => labelKey(person))) (seen.has(key) ? twice : seen).add(key);
  return twice;
}

/** Each person once, without a figure where several rows have the name. */
function withoutTwins(rows: readonly PaidRow[]): PaidRow[] {
  const twice = namedTwice(rows);
  const first = new Map<string, PaidRow>();
  for (const row of rows) {
    const key = labelKey(row.person);
    if (!first.has(key)) first.set(key, twice.has(key) ? withoutFigures(row) : row);
  }
  return [...first.values()];
}

/** A column that the sheet does not have stays away. */
function withoutFigures(row: PaidRow): PaidRow {
  return {
    ...row,
    ...(row.commission !== undefined && { commission: null }),
    ...(row.total !== undefined && { total: null }),
  };
}

/** A person's pay of all sheets whose periods end in the same month. */
function summedLines(sheets: readonly DealsSheet[]): PayLine[] {
  const lines = new Map<string, PayLine>();
  for (const { person, commission, pay } of sheets.flatMap(paidIn)) {
    const key = labelKey(person);
    const line = lines.get(key);
    const [paid, earned] = line ? [sum(line.pay, pay), sum(line.commission, commission)] : [pay, commission];
    lines.set(key, { person: line?.person ?? person, commission: earned, extras: difference(paid, earned), pay: paid });
  }
  return [...lines.values()];
}

/** People of both sheets, each once: who won a prize without a deal is paid it, too. */
function withExtras(lines: readonly PayLine[], extras: ReadonlyMap<string, Extra>): PayLine[] {
  const seen = new Set(lines.map(({ person }) => labelKey(person)));
  const own = lines.map((line): PayLine => {
    const extra = extras.get(labelKey(line.person));
    if (!extra) return line;
    const pay = sum(line.pay, extra.amount);
    return { ...line, extras: difference(pay, line.commission), pay };
  });
  const others = [...extras]
    .filter(([key, { amount }]) => !seen.has(key) && amount !== 0)
    .map(([, { person, amount }]): PayLine => ({ person, commission: 0, extras: amount, pay: amount }));
  return [...own, ...others];
}

function planLine({ person, commission = null, total = null }: PaidRow): PayLine {
  const known = typeof commission === 'number' ? commission : null;
  return { person, commission: known, extras: difference(total, commission), pay: numberOf(total) };
}

/** A blank is nothing paid; anything else that is no number is no figure. */
function numberOf(value: Value): number | null {
  return typeof value === 'number' ? value : null;
}

function difference(total: Value, commission: Value): number | null {
  if (typeof total !== 'number') return null;
  return typeof commission === 'number' ? exactDifference(total, commission) : commission === null ? total : null;
}

function sum(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : exactSum([a, b]);
}
