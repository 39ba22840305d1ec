import { leaderboard } from '../../functions/leaderboard.ts';
import { outliers } from '../../functions/outliers.ts';
import { pace } from '../../functions/pace.ts';
import type { Week } from '../../kernel/calendar.ts';
import { type Cell, isMatrix, type Matrix } from '../../kernel/cell.ts';
import { labelKey } from '../../kernel/label.ts';
import { addTo } from '../../kernel/lists.ts';
import { monthOf, type Period } from '../../kernel/period.ts';
import type { PayPlan } from '../../sheets/incentive.ts';
import type { Thresholds } from '../../sheets/trackerSheet.ts';
import { ExactSum, exactDifference, exactSum } from '../figures/exactSum.ts';
import type { Ledger } from '../figures/history.ts';
import { achievementStatus, type Status } from '../figures/status.ts';
import type { Deal } from '../import/deal.ts';
import { type PaidRows, type Statement, statementOf } from './statement.ts';

export interface ReportRow {
  readonly person: string;
  readonly region: string;
  readonly target: number | null;
  readonly actual: number | null;
}

export interface ReportTask {
  readonly period: Period;
  readonly rows: readonly ReportRow[];
  readonly thresholds: Thresholds;
  /** What commission is worked out by; without it there are no statements. */
  readonly plan?: PayPlan | undefined;
  /** The rows of the incentive sheet where it is of this month. */
  readonly paid?: PaidRows;
  readonly ledger: Ledger;
  /** Days, as serial numbers. */
  readonly start: number;
  readonly end: number;
  readonly asOf: number;
  readonly week: Week;
  /** Days off and worked weekend days, as WORKDAYS reads them. */
  readonly calendar?: Matrix | undefined;
  /** For what is overdue; none where the deals name no due date. */
  readonly deals?: readonly Owed[];
  readonly leaders?: number;
}

/** What a deal says about its payment. */
export type Owed = Pick<Deal, 'outcome' | 'due' | 'amount' | 'collected' | 'customer' | 'id'>;

export interface PersonLine extends Status {
  readonly person: string;
  readonly region: string;
  readonly target: number | null;
  readonly actual: number | null;
  readonly gap: number | null;
  /** 1 is on pace; undefined once the period is over or where there is nothing to compare. */
  readonly pace: number | undefined;
}

export type ExceptionKind = 'red' | 'behind' | 'outlier' | 'overdue' | 'noData';

export interface Exception {
  readonly kind: ExceptionKind;
  readonly name: string;
  /** Achievement, pace, the figure itself, or the money that is overdue. */
  readonly value: number | null;
  readonly gap: number | null;
}

export interface Leader {
  readonly rank: number;
  readonly person: string;
  readonly actual: number;
  readonly share: number | null;
}

export interface Report {
  readonly period: Period;
  readonly people: readonly PersonLine[];
  readonly total: PersonLine;
  readonly exceptions: readonly Exception[];
  readonly leaders: readonly Leader[];
  readonly statements: readonly Statement[];
  readonly lights: Readonly<Record<Status['light'], number>>;
  readonly asOf: number;
  readonly over: boolean;
}

const MONTHS_FOR_OUTLIERS = 6;
const ON_PACE = 1;

/** What stands out in a month: everything that a manager would have to look for in the sheet. */
export function report(task: ReportTask): Report {
  const people = byPerson(task.rows).map(row => lineOf(row, task));
  const total = lineOf({ person: '', region: '', target: sum(people, 'target'), actual: sum(people, 'actual') }, task);
  const lights = { red: 0, amber: 0, green: 0, none: 0 };
  for (const { light } of people) lights[light]++;
  return {
    period: task.period,
    people,
    total,
    exceptions: exceptionsOf(people, task),
    leaders: leadersOf(people, task.leaders ?? 3),
    statements: task.plan ? statements(people, task.plan, task.paid) : [],
    lights,
    asOf: task.asOf,
    over: task.asOf >= task.end,
  };
}

function statements(people: readonly PersonLine[], plan: PayPlan, paid: PaidRows): Statement[] {
  return people.map(line => statementOf(line, plan, paid));
}

/** Somebody with several rows is one person. */
function byPerson(rows: readonly ReportRow[]): ReportRow[] {
  const groups = new Map<string, ReportRow[]>();
  for (const row of rows) {
    const key = labelKey(row.person);
    if (key !== '') addTo(groups, key, row);
  }
  return [...groups.values()].map(group => ({
    person: group[0]?.person ?? '',
    region: group[0]?.region ?? '',
    target: sum(group, 'target'),
    actual: sum(group, 'actual'),
  }));
}

function lineOf(row: ReportRow, { thresholds, start, end, asOf, week, calendar }: ReportTask): PersonLine {
  const { actual, target } = row;
  const speed =
    asOf >= end || actual === null || target === null
      ? undefined
      : pace.call([actual, target, start, end, asOf, calendar, week]);
  return {
    ...row,
    ...achievementStatus(actual, target, thresholds),
    gap: actual === null || target === null ? null : exactDifference(actual, target),
    pace: typeof speed === 'number' ? speed : undefined,
  };
}

function exceptionsOf(people: readonly PersonLine[], task: ReportTask): Exception[] {
  const over = task.asOf >= task.end;
  const low = people.filter(({ light }) => light === 'red');
  const behind = people.filter(
    ({ pace: speed, light }) => !over && light !== 'red' && speed !== undefined && speed < ON_PACE,
  );
  const odd = people.filter(line => isOutlier(line, task));
  const silent = people.filter(({ actual, target }) => actual === null && target !== null);
  const of = (kind: ExceptionKind, lines: readonly PersonLine[], value: (line: PersonLine) => number | null) =>
    lines
      .map((line): Exception => ({ kind, name: line.person, value: value(line), gap: line.gap }))
      .sort((a, b) => (a.gap ?? 0) - (b.gap ?? 0));
  return [
    ...of('red', low, line => line.achievement),
    ...of('behind', behind, line => line.pace ?? null),
    ...of('outlier', odd, line => line.actual),
    ...overdueOf(task),
    ...of('noData', silent, () => null),
  ];
}

/** Far from what the person's own months were, by OUTLIERS. */
function isOutlier({ person, actual }: PersonLine, { ledger, period, asOf, end }: ReportTask): boolean {
  if (actual === null || asOf < end) return false;
  const months = ledger
    .all('person', 'sales')
    .filter(row => labelKey(row.unit) === labelKey(person) && monthOf(row.period) < monthOf(period))
    .flatMap(row => (row.actual === null ? [] : [row.actual]));
  if (months.length < MONTHS_FOR_OUTLIERS) return false;
  const flags = outliers.call([[...months, actual].map((value): Cell[] => [value])]);
  return isMatrix(flags) && flags[flags.length - 1]?.[0] === true;
}

/** What customers owe past its day, the largest first. */
function overdueOf({ deals = [], asOf }: ReportTask): Exception[] {
  const owed = new Map<string, { name: string; sum: ExactSum }>();
  for (const { outcome, due, amount, collected, customer, id } of deals) {
    const open = exactDifference(amount, collected ?? 0);
    if (outcome !== 'won' || due === undefined || due >= asOf || open <= 0) continue;
    const name = customer || id;
    const entry = owed.get(labelKey(name)) ?? { name, sum: new ExactSum() };
    entry.sum.add(open);
    owed.set(labelKey(name), entry);
  }
  return [...owed.values()]
    .map(({ name, sum: open }): Exception => ({ kind: 'overdue', name, value: open.value, gap: null }))
    .sort((a, b) => (b.value ?? 0) - (a.value ?? 0));
}

function leadersOf(people: readonly PersonLine[], count: number): Leader[] {
  const active = people.filter(({ actual }) => actual !== null && actual > 0);
  if (active.length === 0) return [];
  const table = leaderboard.call([active.map(({ person }) => [person]), active.map(({ actual }) => [actual]), count]);
  if (!isMatrix(table)) return [];
  return table.flatMap(([rank, person, actual, share]) =>
    typeof rank === 'number' && typeof actual === 'number'
      ? [{ rank, person: String(person), actual, share: typeof share === 'number' ? share : null }]
      : [],
  );
}

function sum(rows: readonly ReportRow[], key: 'target' | 'actual'): number | null {
  const figures = rows.flatMap(row => (row[key] === null ? [] : [row[key]]));
  if (figures.length === 0) return null;
  return exactSum(figures);
}
