import type { Cell } from '../../kernel/cell.ts';
import { clean } from './clean.ts';
import { isProblem } from './cleaning.ts';
import type { DealField } from './dealField.ts';
import { type DealValues, isFigure, numberOf, textOf } from './rowValues.ts';
import { everybody, type TotalLabel, totalLabel } from './totalRow.ts';
import { nameKey, Totals } from './totals.ts';

const NAMES: readonly DealField[] = ['person', 'manager', 'team', 'region', 'product', 'customer'];

const SELLERS: readonly DealField[] = ['person', 'manager', 'team', 'region'];

/** What a deal has and a total has not. */
const DEAL_MARKS: readonly DealField[] = ['closed', 'month', 'id'];

interface Row {
  readonly row: number;
  readonly line: readonly Cell[];
  readonly values: DealValues;
}

/** Tells the rows that sum up others from deals. */
export class TotalFinder {
  /** Deals that are called as totals are: a customer Total. */
  readonly named: { readonly label: string; readonly amount: number }[] = [];
  private readonly totals = new Totals();
  private readonly fields: readonly DealField[];
  private readonly lines: () => Iterable<readonly Cell[]>;
  private readonly nameColumns: readonly number[];
  private names: ReadonlySet<string> | undefined;

  /** `lines` are all rows of the file: a total may stand above those that it sums up. */
  constructor(mapped: readonly { field: DealField; column: number }[], lines: () => Iterable<readonly Cell[]>) {
    this.fields = mapped.map(({ field }) => field);
    this.nameColumns = mapped.filter(({ field }) => NAMES.includes(field)).map(({ column }) => column);
    this.lines = lines;
  }

  /** Takes a row that is a total, or may be one: it counts as no deal then. */
  take({ row, line, values }: Row): boolean {
    const label = totalLabel(line) ?? everybody(textOf(values.person));
    const amount = numberOf(values.amount) ?? label?.amount;
    if (label && this.isTotal(label, values, amount)) {
      this.totals.take(row + 1, label, amount);
      return true;
    }
    if (label && label.of === undefined && amount !== undefined) this.named.push({ label: label.label, amount });
    if (amount === undefined || !this.isAlone(line, values)) return false;
    this.totals.takeAlone(row + 1, amount);
    return true;
  }

  add(values: DealValues, isWon: boolean): void {
    const amount = numberOf(values.amount);
    if (amount === undefined) return;
    const names = NAMES.flatMap(field => (typeof values[field] === 'string' ? [values[field]] : []));
    this.totals.add(amount, isWon, names.map(String));
  }

  settle(): ReturnType<Totals['settle']> {
    return this.totals.settle();
  }

  private isTotal(label: TotalLabel, values: DealValues, amount: number | undefined): boolean {
    const own = nameKey(label.label);
    // The label itself may stand in the column of the numbers.
    const isDeal = DEAL_MARKS.some(field => values[field] !== undefined && nameKey(String(values[field])) !== own);
    const isOwn = (field: DealField): boolean => values[field] !== undefined && nameKey(String(values[field])) === own;
    if (label.mayBeName && isOwn('person')) return !isDeal && this.totals.fits(label.label, amount);
    // Total with a date, for a salesperson: nobody is called so, while a customer may be.
    if (label.of === undefined) return !isDeal || label.isPlain || this.totals.isSum(amount) || SELLERS.some(isOwn);
    if (label.isSum && this.isNobody(label, isDeal, isOwn)) return true;
    const named = this.knows(label.of);
    if (isDeal) return named && this.totals.isSum(amount, label.of);
    const others = NAMES.filter(
      field => values[field] !== undefined && nameKey(String(values[field])) !== nameKey(label.of ?? ''),
    );
    // One cell is the label itself; whoever names more than the group is a deal.
    const said = others.filter(field => nameKey(String(values[field])) !== own).length;
    if (said > 0 && !(named && this.totals.isSum(amount, label.of))) return false;
    // Total Energies without a date is a deal without one; Anna Total is the total of somebody who is not listed.
    if (named || (label.isSum && label.isSure) || (this.isDated && !label.isLeading)) return true;
    // Kelly Sum may have sold what Anna has.
    return label.isSum && label.isNoName && this.totals.isSumOfSeveral(amount);
  }

  /** A label where somebody's name stands: Total Care may be a team, but nobody is called Total sales. */
  private isNobody(
    { isNoName, isLeading }: TotalLabel,
    isDeal: boolean,
    isOwn: (field: DealField) => boolean,
  ): boolean {
    if (!isNoName) return false;
    return isLeading ? !isDeal && isOwn('person') : SELLERS.some(isOwn);
  }

  private get isDated(): boolean {
    return this.fields.includes('closed') || this.fields.includes('month') || this.fields.includes('id');
  }

  private knows(name: string): boolean {
    if (!this.names) {
      const names = new Set<string>();
      for (const line of this.lines())
        for (const column of this.nameColumns) {
          const cell = line[column] ?? null;
          if (typeof cell === 'string' && cell.length < LONGEST_NAME) names.add(nameKey(cell));
        }
      this.names = names;
    }
    return this.names.has(nameKey(name));
  }

  /** Nothing but figures in the whole row, where rows say more. */
  private isAlone(line: readonly Cell[], values: DealValues): boolean {
    if (this.fields.every(isFigure)) return false;
    if (this.fields.some(field => !isFigure(field) && values[field] !== undefined)) return false;
    return line.every(cell => cell === null || cell === '' || isNumeric(cell));
  }
}

const LONGEST_NAME = 100;

function isNumeric(cell: Cell): boolean {
  if (typeof cell === 'string' && cell.trim() === '') return true;
  return !isProblem(clean(cell, 'amount'));
}
