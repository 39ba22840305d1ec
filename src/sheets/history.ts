import { monthNumber } from '../kernel/calendar.ts';
import type { Cell, Matrix } from '../kernel/cell.ts';
import type { Value } from '../kernel/json.ts';
import { labelKey } from '../kernel/label.ts';
import { firstDay, monthOf, type Period, periodOf } from '../kernel/period.ts';
import { type Language, languages, say, type Text } from '../kernel/text.ts';
import { areEarlierSamples, isEntered } from './sampleHistory.ts';

export type UnitType = 'company' | 'region' | 'product' | 'team' | 'manager' | 'person';
/** Beside what was sold, what people are paid for it, and what was corrected after they had agreed. */
export type Metric = 'sales' | 'deals' | 'collected' | 'quantity' | 'pay' | 'correction';

/** One figure of one month. */
export interface MonthFigure {
  readonly period: Period;
  readonly unitType: UnitType;
  /** '' is the company. */
  readonly unit: string;
  readonly metric: Metric;
  readonly target: number | null;
  readonly actual: number | null;
}

/** A row of the history. Rows are only ever added; a figure that was restated stays, marked superseded. */
export interface HistoryRow extends MonthFigure {
  readonly source: string;
  /** A serial number, handed in by the host. */
  readonly closedAt: number;
  readonly status: 'current' | 'superseded';
  /** How far a statement of pay is agreed; of other rows nothing. */
  readonly approval?: Approval;
}

/** The states of a statement, in the order in which it goes through them. */
export const APPROVALS = ['draft', 'sent', 'questioned', 'approved'] as const;
export type Approval = (typeof APPROVALS)[number];

/** The words that the history sheet shows; they are read in either language, whichever wrote them. */
export const UNIT_TYPES: Readonly<Record<UnitType, Text>> = {
  company: say('company', '公司'),
  region: say('region', '区域'),
  product: say('product line', '产品线'),
  team: say('team', '团队'),
  manager: say('manager', '经理'),
  person: say('person', '个人'),
};
const METRICS: Readonly<Record<Metric, Text>> = {
  sales: say('Sales', '销售额'),
  deals: say('Deals', '成交单数'),
  collected: say('Collected', '回款额'),
  quantity: say('Quantity', '数量'),
  pay: say('Pay', '应发'),
  correction: say('Correction', '更正'),
};
export const SALES = METRICS.sales;
export const COMPANY: Text = say('Company', '公司');
export const STATUSES = {
  closed: say('closed', '已关账'),
  superseded: say('superseded', '已被取代'),
  provisional: say('provisional', '暂估'),
  draft: say('draft', '草稿'),
  sent: say('sent', '已发送'),
  questioned: say('questioned', '有异议'),
  approved: say('approved', '已确认'),
} as const satisfies Readonly<Record<string, Text>>;
export const APPROVAL_WORDS: Readonly<Record<Approval, Text>> = STATUSES;
/** What a row's status is called on the sheet. */
export const STATUS_WORDS: Readonly<Record<HistoryRow['status'], Text>> = {
  current: STATUSES.closed,
  superseded: STATUSES.superseded,
};
/**
 * What marks a row of the history that another one took the place of. New rows are marked by the first two: the sums
 * of sheets that earlier versions made leave out these and no others.
 */
export const SUPERSEDED: readonly string[] = [...languages.map(language => STATUSES.superseded[language]), '已更正'];

/** The source of invented rows, by which a close knows them. */
export const SAMPLE_SOURCE: Text = say('Sample data', '示例数据');

/** The columns of the history's table, by the last part of their names: History_Period … */
export const HISTORY_COLUMNS = [
  'Period',
  'UnitType',
  'UnitName',
  'Metric',
  'Target',
  'Actual',
  'Source',
  'ClosedAt',
  'Status',
] as const;
/** What a row is known by. */
export const KEY_COLUMNS = ['Period', 'UnitType', 'UnitName', 'Metric'] as const;
export const STATUS_COLUMN = HISTORY_COLUMNS.indexOf('Status');

/** A row as the cells of those columns. */
export function historyCells(row: HistoryRow, language: Language): Value[] {
  return [
    firstDay(monthOf(row.period)),
    UNIT_TYPES[row.unitType][language],
    row.unitType === 'company' ? COMPANY[language] : row.unit,
    METRICS[row.metric][language],
    row.target,
    row.actual,
    row.source,
    row.closedAt,
    row.status === 'current' && row.approval ? STATUSES[row.approval][language] : STATUS_WORDS[row.status][language],
  ];
}

export interface ReadHistory {
  readonly rows: readonly HistoryRow[];
  /** Where each row stands in the table, from 0. */
  readonly places: readonly number[];
  /** Rows that the user wrote and that are none of ours: they stay as they are. */
  readonly foreign: readonly number[];
}

/** Reads the cells of those columns; blank rows and rows of other metrics are left alone. */
export function readHistory(cells: Matrix): ReadHistory {
  const rows: HistoryRow[] = [];
  const places: number[] = [];
  const foreign: number[] = [];
  for (const [place, line] of cells.entries()) {
    if (line.every(cell => cell === null || cell === '')) continue;
    const row = historyRow(line);
    if (row) {
      rows.push(row);
      places.push(place);
    } else foreign.push(place);
  }
  return { rows: withSamples(rows), places, foreign };
}

/** Rows that an earlier version invented are called so, as those of today are. */
function withSamples(rows: readonly HistoryRow[]): readonly HistoryRow[] {
  if (!areEarlierSamples(rows.filter(isEntered))) return rows;
  return rows.map(row => (isEntered(row) ? { ...row, source: SAMPLE_SOURCE.en } : row));
}

/** None where the cells are no row of ours. */
export function historyRow(line: readonly Cell[]): HistoryRow | undefined {
  const [period, unitType, unit, metric, target, actual, source, closedAt, status] = line;
  const type = wordIn(UNIT_TYPES, unitType);
  const measure = wordIn(METRICS, metric);
  if (typeof period !== 'number' || period < 1 || !type || !measure) return undefined;
  const approval = measure === 'pay' ? (wordIn(APPROVAL_WORDS, status) ?? 'draft') : undefined;
  return {
    period: periodOf(monthNumber(period)),
    unitType: type,
    unit: type === 'company' ? '' : textOf(unit),
    metric: measure,
    target: typeof target === 'number' ? target : null,
    actual: typeof actual === 'number' ? actual : null,
    source: textOf(source),
    closedAt: typeof closedAt === 'number' ? closedAt : 0,
    status: isOld(status) ? 'superseded' : 'current',
    ...(approval && { approval }),
  };
}

/** Whether a row is one that was invented to show how the sheet works. */
export function isSample({ source }: HistoryRow): boolean {
  return languages.some(language => labelKey(source) === labelKey(SAMPLE_SOURCE[language]));
}

/** Whether the cells of a row say that another one took its place. */
export function isSuperseded(line: readonly Cell[]): boolean {
  return isOld(line[STATUS_COLUMN]);
}

function isOld(status: Cell | undefined): boolean {
  return OLD.has(labelKey(textOf(status)));
}

const OLD = new Set([...SUPERSEDED, 'corrected'].map(labelKey));

function wordIn<Key extends string>(words: Readonly<Record<Key, Text>>, cell: Cell | undefined): Key | undefined {
  const sought = labelKey(textOf(cell));
  const keys = Object.keys(words) as Key[];
  return keys.find(key =>
    [key, ...languages.map(language => words[key][language])].some(word => labelKey(word) === sought),
  );
}

function textOf(cell: Cell | undefined): string {
  return typeof cell === 'string' ? cell : typeof cell === 'number' ? String(cell) : '';
}
