import { commission } from '../functions/commission.ts';
import { commissionExplain } from '../functions/commissionExplain.ts';
import { LARGEST_SHARE } from '../functions/shared/tiers.ts';
import { CellError, isMatrix, type Matrix } from '../kernel/cell.ts';
import type { Language, Text } from '../kernel/text.ts';
import type { DatedPlan } from './plans.ts';

/** One person's commission of a month by the plan of that month. */
export interface Statement {
  readonly person: string;
  readonly sales: number | null;
  readonly target: number | null;
  readonly pay: number | null;
  /** Why there is none. */
  readonly problem: Text | undefined;
}

interface Paid {
  readonly person: string;
  readonly actual: number | null;
  readonly target: number | null;
}

export function statementOf({ person, actual, target }: Paid, plan: DatedPlan): Statement {
  const pay = commission.call(argumentsOf(actual, target, plan));
  return {
    person,
    sales: actual,
    target,
    pay: typeof pay === 'number' ? pay : null,
    problem: pay instanceof CellError ? pay.message : undefined,
  };
}

/** The same, step by step: the last row is the pay, to the cent. */
export function explained({ actual, target }: Paid, plan: DatedPlan, language: Language): Matrix | Text {
  const table = commissionExplain.call([...argumentsOf(actual, target, plan), 0, 2, language]);
  if (isMatrix(table)) return table;
  return table instanceof CellError ? table.message : [];
}

function argumentsOf(actual: number | null, target: number | null, { tiers, mode, cap, floor }: DatedPlan) {
  return [actual, areAmounts(tiers) ? null : target, tiers, mode, cap, floor];
}

/** Tiers that begin at amounts: the target does not matter to them. */
function areAmounts(tiers: Matrix): boolean {
  return tiers.some(([from]) => typeof from === 'number' && from > LARGEST_SHARE);
}
