import { type Cell, CellError, type Matrix } from '../kernel/cell.ts';
import type { Value } from '../kernel/json.ts';
import { isBlank } from '../kernel/parameters.ts';

/** How commission is worked out: cells as they stand, which COMMISSION reads. */
export interface PayPlan {
  /** Columns from, rate, bonus, label. */
  readonly tiers: Matrix;
  readonly mode: Value;
  readonly cap: Value;
  /** What the tiers count; unknown where a sheet does not say. */
  readonly basis?: 'achievement' | 'amount';
  /** The sales of earlier months count, too, and what was paid for them is taken off. */
  readonly toDate?: true;
}

/** What the incentive sheet says of a person, in the month that it is of. */
export interface PaidRow {
  readonly person: string;
  readonly sales: Value;
  readonly target: Value;
  /** Sold before that month. */
  readonly prior: Value;
  /** What the sheet pays; sheets of earlier versions do not say how much of it is commission. */
  readonly commission?: Value;
  readonly total?: Value;
}

/** The named cells of the incentive sheet, as a host reads them: Incentive_TierFrom … */
export const PLAN_NAMES = ['TierFrom', 'TierRate', 'TierBonus', 'TierLevel', 'Mode', 'Cap'] as const;
export const PAID_NAMES = ['Person', 'Sales', 'Target', 'Prior', 'Commission', 'Total'] as const;
/** What is paid beside commission, by the last part of its column's name. */
export const EXTRAS = { prize: 'Prize', teamBonus: 'TeamBonus' } as const;
type Name = (typeof PLAN_NAMES)[number] | (typeof PAID_NAMES)[number];

/** The cells under a name; none where the sheet has no such name, or where they were taken out. */
type Read = (name: Name) => readonly Cell[];

/** What the sheet was inserted with and no cell tells. */
export interface PlanForm {
  readonly basis?: unknown;
  readonly toDate?: unknown;
}

/**
 * The plan as its cells stand, right or wrong: what they mean is COMMISSION's to say, here as on the sheet. Without
 * tiers there is none.
 */
export function planOnSheet(read: Read, { basis, toDate }: PlanForm): PayPlan | undefined {
  const tiers = rowsOf([read('TierFrom'), read('TierRate'), read('TierBonus'), read('TierLevel')]);
  if (tiers.length === 0) return undefined;
  return {
    tiers,
    mode: valueAt(read('Mode'), 0),
    cap: valueAt(read('Cap'), 0),
    ...(basis === 'amount' || basis === 'achievement' ? { basis } : {}),
    ...(toDate === 'true' ? { toDate: true } : {}),
  };
}

/** Everybody's row of the statement; undefined for a sheet whose figures have no names. */
export function paidRows(read: Read): PaidRow[] | undefined {
  if (read('Sales').length === 0) return undefined;
  const [sales, target, prior] = [read('Sales'), read('Target'), read('Prior')];
  const [commission, total] = [read('Commission'), read('Total')];
  return read('Person').flatMap((person, row) =>
    isBlank(person)
      ? []
      : [
          {
            person: String(held(person)),
            sales: valueAt(sales, row),
            target: valueAt(target, row),
            prior: valueAt(prior, row),
            ...(commission.length > 0 && { commission: valueAt(commission, row) }),
            ...(total.length > 0 && { total: valueAt(total, row) }),
          },
        ],
  );
}

/** Rows in which anything stands. */
function rowsOf(lists: readonly (readonly Cell[])[]): Value[][] {
  const length = lists.reduce((most, list) => Math.max(most, list.length), 0);
  return Array.from({ length }, (_, row) => lists.map(list => held(list[row]))).filter(
    line => !line.every(cell => isBlank(cell)),
  );
}

/** What the sheet's formulas read there: of cells that were taken out #REF!, which no figure is made of. */
function valueAt(cells: readonly Cell[], row: number): Value {
  return cells.length === 0 ? '#REF!' : held(cells[row]);
}

/** A cell as it can be kept; an error by its code, which no figure is taken for. */
function held(cell: Cell | undefined): Value {
  if (cell instanceof CellError) return cell.code;
  return isBlank(cell) ? null : cell;
}
