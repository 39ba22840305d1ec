import { labelKey } from '../../../../kernel/label.ts';
import { firstDay, lastDay, monthOf, type Period, periodOf } from '../../../../kernel/period.ts';
import { type Language, say } from '../../../../kernel/text.ts';
import { Ledger } from '../../../../month/figures/history.ts';
import type { PayLine } from '../../../../month/pay/payLines.ts';
import { type Exception, type Owed, type Report, type ReportRow, report } from '../../../../month/report/report.ts';
import type { Statement } from '../../../../month/report/statement.ts';
import { EXCEPTION_TITLES } from '../../../../month/report/summary.ts';
import { shownAs } from '../../../../plan/preview.ts';
import type { Inventory, OurSheet, PanelPort } from '../../../../port/port.ts';
import { CONTRACT_COLUMNS, type Contract, readContracts } from '../../../../sheets/collection.ts';
import { PLAIN_THRESHOLDS } from '../../../../sheets/trackerSheet.ts';
import type { MonthMemory } from '../../../monthMemory.ts';
import { type PlanInUse, planOf } from '../close/plans.ts';
import type { MonthSheets } from '../monthSheets.ts';
import { payoutsIn } from '../pay/paying.ts';
import { historyOf } from '../planning.ts';

/** The months that can be reported: the tracker's, and the closed ones, the newest first. */
export function reportable(place: MonthSheets): Period[] {
  const closed = new Ledger(historyOf(place).rows).periods;
  const open = place.tracker?.start === undefined ? [] : [periodOf(place.tracker.start)];
  return [...new Set([...open, ...closed])].sort().reverse();
}

/** Without tiers there is no plan, and nothing to pay by. */
export interface Reported extends PlanInUse {
  readonly report: Report;
  /** Commission is what the sheets of commission by deal say that end in the month. */
  readonly isByDeal: boolean;
}

export function reportOf(place: MonthSheets, memory: MonthMemory, period: Period, deals: readonly Owed[]): Reported {
  const { tracker } = place;
  const month = monthOf(period);
  const ledger = new Ledger(historyOf(place).rows);
  const isTrackers = tracker?.start === month;
  const isClosed = ledger.periods.includes(period);
  const used = planOf(memory, place, period, isClosed);
  const { plan, paid } = used;
  const end = lastDay(month);
  const made = report({
    period,
    rows: isTrackers ? rowsIn(tracker.rows) : closedRows(ledger, period),
    thresholds: plan ?? tracker?.thresholds ?? PLAIN_THRESHOLDS,
    plan,
    paid,
    ledger,
    start: firstDay(month),
    end,
    asOf: isTrackers ? Math.min(tracker.asOf ?? end, end) : end,
    week: tracker?.week ?? 'mon-fri',
    calendar: tracker?.calendar,
    deals,
  });
  const byDeal = payoutsIn(place).find(payout => payout.by === 'deals' && payout.period === period);
  return {
    ...used,
    report: byDeal ? { ...made, statements: byDeal.lines.map(line => dealStatement(line, made)) } : made,
    isByDeal: byDeal !== undefined,
  };
}

/** One figure, in the pane and on the sheet. */
function dealStatement({ person, commission }: PayLine, { people }: Report): Statement {
  const line = people.find(other => labelKey(other.person) === labelKey(person));
  return {
    person,
    sales: line?.actual ?? null,
    target: line?.target ?? null,
    pay: commission,
    problem: commission === null ? NO_FIGURE : undefined,
    remark: undefined,
  };
}

const NO_FIGURE = say('the sheet of commission by deal has no figure here', '逐单提成表中此处没有数值');

function rowsIn(rows: NonNullable<MonthSheets['tracker']>['rows']): ReportRow[] {
  return rows.map(({ person, region, target, actual }) => ({
    person,
    region,
    target,
    actual: typeof actual === 'number' ? actual : null,
  }));
}

function closedRows(ledger: Ledger, period: Period): ReportRow[] {
  return ledger
    .all('person', 'sales')
    .filter(row => row.period === period)
    .map(({ unit, target, actual }) => ({ person: unit, region: '', target, actual }));
}

/** The newest collection sheet. */
export function collectionIn({ ours }: Inventory): OurSheet | undefined {
  return [...ours].reverse().find(({ template }) => template === 'collection');
}

/** The contracts of the collection sheet; none without one. */
export async function contractsIn(port: PanelPort, inventory: Inventory): Promise<Contract[] | undefined> {
  const sheet = collectionIn(inventory);
  if (!sheet) return undefined;
  const read = await port.month.columns(CONTRACT_COLUMNS.map(name => `${sheet.prefix}_${name}`));
  return readContracts(name => read[`${sheet.prefix}_${name}`]?.cells ?? []);
}

export function owedBy(contracts: readonly Contract[]): Owed[] {
  return contracts.map(({ contract, customer, amount, paid, due }) => ({
    outcome: 'won',
    id: contract,
    customer,
    amount,
    collected: paid,
    due,
  }));
}

interface ActionLine {
  readonly action: string;
  readonly owner?: string;
  readonly importance: number;
  readonly urgency: number;
}

const URGENCY: Readonly<Record<Exception['kind'], readonly [importance: number, urgency: number]>> = {
  red: [5, 5],
  behind: [4, 4],
  overdue: [4, 5],
  noData: [3, 5],
  outlier: [3, 2],
};
const MOST_ACTIONS = 20;

/** Every exception as an action of the review: whose it is, and how pressing. */
export function actionsOf(exceptions: readonly Exception[], language: Language): ActionLine[] {
  return exceptions.slice(0, MOST_ACTIONS).map(({ kind, name, value, gap }): ActionLine => {
    const [importance, urgency] = URGENCY[kind];
    const figure = kind === 'overdue' || kind === 'outlier' ? shownAs(value, 'money') : shownAs(gap, 'money');
    const title = EXCEPTION_TITLES[kind][language];
    const action = kind === 'noData' ? `${title}: ${name}` : `${title}: ${name} ${figure}`;
    return { action, ...(kind === 'overdue' ? {} : { owner: name }), importance, urgency };
  });
}
