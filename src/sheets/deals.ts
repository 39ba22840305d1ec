import { isoOf } from '../kernel/calendar.ts';
import type { Cell } from '../kernel/cell.ts';
import type { Value } from '../kernel/json.ts';
import { type ReadColumns, rowsOf } from './readColumns.ts';
import { type TableLine, tableLines } from './tableLines.ts';

/** What is typed of a deal, by the last part of the names of its columns: Deals_Number … */
export const DEAL_COLUMNS = ['Date', 'Number', 'Customer', 'Product', 'Person', 'Amount', 'Collected', 'Cost'] as const;
/** What each deal comes to, and which of its person's deals it is, by the last part of the names of its columns. */
export const DEAL_FIGURES = {
  place: 'DealNo',
  turn: 'DealTurn',
  credited: 'DealCredited',
  running: 'Running',
  commission: 'DealCommission',
  spiff: 'DealSpiff',
  pay: 'DealPay',
} as const;
export type DealColumn = (typeof DEAL_COLUMNS)[number];

/** A row of the deals as it stands in the workbook. */
export type DealLine = TableLine<DealColumn>;

/** What a sheet of commission by deal says: its period, its deals, and whom and what it knows. */
export interface DealsSheet {
  readonly prefix: string;
  /** Serial numbers of the first and the last day. */
  readonly start: number;
  readonly end: number;
  /** Currency and unit; blank where the sheet does not say. */
  readonly unit: string;
  readonly deals: readonly DealLine[];
  readonly people: readonly PaidByDeals[];
  readonly products: readonly string[];
  /** What the tiers count: who has no target is paid nothing by achievement. */
  readonly basis: 'achievement' | 'amount';
  /** Deals beside which the sheet says why they cannot be paid. */
  readonly faults: number;
}

/** What the sheet says of a person; a figure that is no number is none. */
export interface PaidByDeals {
  readonly person: string;
  readonly manager: string;
  readonly target: number | null;
  readonly credited: number | null;
  readonly commission: number | null;
  readonly spiffs: number | null;
  /** For the sales of a team; none where managers have no tiers. */
  readonly override: number | null;
  readonly pay: number | null;
}

const PEOPLE = ['Payee', 'Manager', 'Target', 'Credited', 'Commission', 'Spiffs', 'Override', 'Pay'] as const;

/** All names of such a sheet that are read. */
export function dealsNames(prefix: string): string[] {
  return ['Start', 'End', 'Unit', ...DEAL_COLUMNS, ...PEOPLE, 'ProductLine', 'Counts'].map(name => `${prefix}_${name}`);
}

/** Undefined where its period is no two days: nobody can say which deals are of it. */
export function readDealsSheet(
  prefix: string,
  columns: ReadColumns,
  { basis }: { readonly basis?: unknown } = {},
): DealsSheet | undefined {
  const cells = (name: string): readonly Cell[] => columns[`${prefix}_${name}`]?.cells ?? [];
  const [start] = cells('Start');
  const [end] = cells('End');
  if (typeof start !== 'number' || typeof end !== 'number' || start > end) return undefined;
  return {
    prefix,
    start,
    end,
    unit: textOf(cells('Unit')[0]),
    deals: tableLines(prefix, columns, DEAL_COLUMNS, lineOf),
    people: peopleIn(prefix, columns),
    basis: basis === 'amount' ? 'amount' : 'achievement',
    faults: cells('Counts').filter(cell => textOf(cell).startsWith('✗')).length,
    products: cells('ProductLine')
      .map(textOf)
      .filter(name => name !== ''),
  };
}

/** Values in the order of the columns, by the names of those. */
export function lineOf(values: readonly Value[]): Record<DealColumn, Value> {
  const [date = null, number = null, customer = null, product = null, person = null, ...figures] = values;
  const [amount = null, collected = null, cost = null] = figures;
  return {
    Date: date,
    Number: number,
    Customer: customer,
    Product: product,
    Person: person,
    Amount: amount,
    Collected: collected,
    Cost: cost,
  };
}

function peopleIn(prefix: string, columns: ReadColumns): PaidByDeals[] {
  const lines = rowsOf(
    PEOPLE.map(name => `${prefix}_${name}`),
    columns,
  );
  return lines.flatMap(([person, manager, ...figures]): PaidByDeals[] => {
    if (textOf(person) === '') return [];
    const [target, credited, commission, spiffs, override, pay] = figures.map(numberOf);
    return [
      {
        person: textOf(person),
        manager: textOf(manager),
        target: target ?? null,
        credited: credited ?? null,
        commission: commission ?? null,
        spiffs: spiffs ?? null,
        override: override ?? null,
        pay: pay ?? null,
      },
    ];
  });
}

/** A deal with what it pays, as the sheet has it; what is no figure is none. */
export interface PaidDeal {
  readonly date: number | null;
  readonly number: string;
  readonly customer: string;
  readonly person: string;
  readonly credited: number | null;
  readonly running: number | null;
  readonly commission: number | null;
  readonly spiff: number | null;
}

const PAID_DEAL = ['Date', 'Number', 'Customer', 'Person', 'DealCredited', 'Running', 'DealCommission', 'DealSpiff'];

/** The names of what the deals pay. */
export function paidDealNames(prefix: string): string[] {
  return PAID_DEAL.map(name => `${prefix}_${name}`);
}

/** The deals that count, in the order of the sheet. */
export function readPaidDeals(prefix: string, columns: ReadColumns): PaidDeal[] {
  return rowsOf(paidDealNames(prefix), columns).flatMap(([date, number, customer, person, ...figures]): PaidDeal[] => {
    const [credited = null, running = null, commission = null, spiff = null] = figures.map(numberOf);
    if (credited === null) return [];
    const texts = { number: textOf(number), customer: textOf(customer), person: textOf(person) };
    return [{ date: typeof date === 'number' ? date : null, ...texts, credited, running, commission, spiff }];
  });
}

/** The days of its period, yyyy-mm-dd. */
export function daysOf({ start, end }: Pick<DealsSheet, 'start' | 'end'>): readonly [from: string, to: string] {
  return [isoOf(start), isoOf(end)];
}

function textOf(cell: Cell | undefined): string {
  return typeof cell === 'string' ? cell : typeof cell === 'number' ? String(cell) : '';
}

function numberOf(cell: Cell): number | null {
  return typeof cell === 'number' ? cell : null;
}
