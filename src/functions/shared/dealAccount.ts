import { type Cell, CellError } from '../../kernel/cell.ts';
import { type Decimal, decimal } from '../../kernel/decimal.ts';
import { at, invalid } from '../../kernel/errors.ts';
import { MOST_WHOLE, POWERS, wholeAt } from '../../kernel/whole.ts';
import { paid } from './paid.ts';
import type { PayoutInputs } from './payout.ts';
import type { Plan } from './tiers.ts';

/** What holds for a group of deals, whatever it has sold. */
export type Terms = Omit<PayoutInputs, 'sales'>;

/** The deals of one group: what they come to so far, and what was paid for that. */
export class DealAccount {
  readonly rows: number[] = [];
  /** Why nothing can be paid for any of them. */
  problem: CellError | undefined;
  private broken: CellError | undefined;
  private readonly plan: Plan | undefined;
  /** One record for all of them, as each is read and let go. */
  private readonly inputs: { -readonly [Name in keyof PayoutInputs]: PayoutInputs[Name] };
  private cents = 0;
  /** In place of the cents once an amount is none, or too large. */
  private exact: Decimal | undefined;
  private before = 0;
  private unitsBefore = 0;

  constructor(plan: Plan | undefined, terms: Terms) {
    this.plan = plan;
    this.inputs = { ...terms, sales: 0 };
  }

  /** What one more deal pays. */
  add(sales: number | CellError, row: number): Cell {
    this.rows.push(row);
    if (this.broken) return this.broken;
    if (this.problem || !this.plan) return null;
    if (sales instanceof CellError) {
      this.broken = invalid(
        `row ${row + 1} of the same group cannot be read: what comes after it depends on it`,
        `同组第 ${row + 1} 行无法读取：其后各行均取决于该行`,
      );
      return sales;
    }
    this.inputs.sales = this.total(sales);
    const pay = paid(this.plan, this.inputs);
    if (pay instanceof CellError) {
      this.problem = pay;
      return pay;
    }
    return this.more(pay);
  }

  /** What a pay is more than the one before it. */
  private more(pay: number): number {
    const { before, unitsBefore } = this;
    const { decimals } = this.inputs;
    const units = wholeAt(pay, decimals);
    this.before = pay;
    this.unitsBefore = units;
    const more = (units - unitsBefore) / (POWERS[decimals] ?? Number.NaN);
    return Number.isNaN(more) ? Number(decimal(pay).minus(decimal(before))) : more;
  }

  private total(sales: number): number {
    const cents = this.cents + wholeAt(sales, 2);
    if (this.exact === undefined && Math.abs(cents) <= MOST_WHOLE) {
      this.cents = cents;
      return cents / 100;
    }
    this.exact = (this.exact ?? decimal(this.cents / 100)).plus(decimal(sales));
    return Number(this.exact);
  }
}

/** Two rows of a group of which each says something else. */
export function unlike(name: string, row: number, value: Cell, first: number, other: Cell): CellError {
  const said = (cell: Cell): string => (cell === null ? '""' : String(cell));
  return at(
    invalid(
      `${said(value)} in row ${row + 1}, ${said(other)} in row ${first + 1} of the same group`,
      `第 ${row + 1} 行为 ${said(value)}，同组第 ${first + 1} 行为 ${said(other)}`,
    ),
    { en: name, zh: name },
  );
}
