import { labelKey } from '../../kernel/label.ts';
import { ExactSum } from '../figures/exactSum.ts';
import type { TotalRow } from './deal.ts';
import { simplified } from './simplified.ts';
import type { TotalLabel } from './totalRow.ts';

/** What the rows come to at one place of the file. */
export interface SumsThere {
  /** All rows above, and those since the last total; won ones, and all of them. */
  readonly before: readonly number[];
  /** How many rows stand above. */
  readonly rows: number;
}

/** A row that says nothing but a figure: a total without a label, or nothing that can be used. */
interface Alone {
  readonly row: number;
  readonly amount: number;
  readonly there: SumsThere;
}

interface Found {
  readonly row: number;
  readonly label: TotalLabel;
  readonly amount: number | undefined;
  readonly there: SumsThere;
}

/** Keeps the sums of the rows, so that a total of the file can be told from a deal and compared with them. */
export class Totals {
  private readonly all = new ExactSum();
  private readonly won = new ExactSum();
  private block = new ExactSum();
  private blockWon = new ExactSum();
  private readonly byName = new Map<string, ExactSum>();
  private readonly found: Found[] = [];
  private readonly alone: Alone[] = [];
  private rows = 0;
  private blockRows = 0;
  private largest = Number.NEGATIVE_INFINITY;
  private smallest = Number.POSITIVE_INFINITY;

  /** A row that is a deal, or would be one. */
  add(amount: number, isWon: boolean, names: readonly string[]): void {
    this.rows++;
    this.blockRows++;
    this.largest = Math.max(this.largest, amount);
    this.smallest = Math.min(this.smallest, amount);
    for (const sum of [this.all, this.block]) sum.add(amount);
    if (isWon) for (const sum of [this.won, this.blockWon]) sum.add(amount);
    for (const name of names) this.sumOf(name).add(amount);
  }

  /** Whether a figure is what rows of the file come to. */
  isSum(amount: number | undefined, of?: string): boolean {
    if (amount === undefined || this.rows === 0) return false;
    const sums = this.there.before;
    const named = of === undefined ? undefined : this.byName.get(nameKey(of))?.value;
    return sums.some(sum => isSame(amount, sum)) || (named !== undefined && isSame(amount, named));
  }

  /** One row is no sum: whoever stands below may have sold the same. */
  isSumOfSeveral(amount: number | undefined): boolean {
    if (amount === undefined) return false;
    const { all, won, block, blockWon } = this;
    const sums = [...(this.rows > 1 ? [all, won] : []), ...(this.blockRows > 1 ? [block, blockWon] : [])];
    return sums.some(sum => isSame(amount, sum.value));
  }

  /** Whether a row called Max says what that is of the rows above; a sum that differs from them is asked about. */
  fits(label: string, amount: number | undefined): boolean {
    if (amount === undefined || this.rows < 2) return false;
    const key = nameKey(label);
    if (key === 'max') return amount === this.largest;
    if (key === 'min') return amount === this.smallest;
    if (/^me/.test(key)) return isSame(amount, this.all.value / this.rows);
    return true;
  }

  take(row: number, label: TotalLabel, amount: number | undefined): void {
    this.found.push({ row, label, amount, there: this.there });
    this.block = new ExactSum();
    this.blockWon = new ExactSum();
    this.blockRows = 0;
  }

  takeAlone(row: number, amount: number): void {
    this.alone.push({ row, amount, there: this.there });
  }

  /** The totals of the file, each with the sum that it should be; and the rows that are nothing but a figure. */
  settle(): { readonly totals: readonly TotalRow[]; readonly loose: readonly { row: number; amount: number }[] } {
    const totals = this.found.map(total => this.compared(total));
    const loose: { row: number; amount: number }[] = [];
    for (const { row, amount, there } of this.alone) {
      const sum = this.fitting(amount, there);
      if (sum === undefined) loose.push({ row, amount });
      else totals.push({ row, label: '', amount, sum });
    }
    return { totals: totals.sort((a, b) => a.row - b.row), loose };
  }

  private compared({ row, label, amount, there }: Found): TotalRow {
    const base = { row, label: label.label, amount };
    if (!label.isSum || amount === undefined) return { ...base, sum: undefined };
    const named = label.of === undefined ? undefined : this.byName.get(nameKey(label.of))?.value;
    if (named !== undefined && isSame(amount, named)) return { ...base, sum: named };
    const fitting = this.fitting(amount, there);
    return { ...base, sum: fitting ?? named ?? (there.rows > 0 ? there.before[0] : this.all.value) };
  }

  private fitting(amount: number, { before, rows }: SumsThere): number | undefined {
    const sums = rows > 0 ? before : [];
    return [...sums, this.all.value, this.won.value].find(sum => isSame(amount, sum) && this.rows > 0);
  }

  private get there(): SumsThere {
    const { all, won, block, blockWon, rows } = this;
    const before = [all, won, block, blockWon].map(sum => sum.value);
    return { before, rows };
  }

  private sumOf(name: string): ExactSum {
    const key = nameKey(name);
    const sum = this.byName.get(key) ?? new ExactSum();
    this.byName.set(key, sum);
    return sum;
  }
}

export function nameKey(name: string): string {
  return simplified(labelKey(name));
}

/** A total that is shown without decimals is rounded. */
function isSame(amount: number, sum: number): boolean {
  const [, decimals = ''] = String(amount).split('.');
  const places = Math.min(decimals.length, 2);
  return Math.abs(amount - sum) <= (places === 2 ? 0.005 : 0.5 * 10 ** -places) + 1e-9;
}

/** A total that the rows do not come to. */
export function differs({ amount, sum }: TotalRow): boolean {
  return amount !== undefined && sum !== undefined && !isSame(amount, sum);
}
