import { commission } from '../../functions/commission.ts';
import { columnOf, type Expression, kpi, parameter, unlessBlank } from '../../plan/expression.ts';
import { f } from '../../plan/formulaText.ts';
import { unlessZero } from './expressions.ts';

/** The plans that stand side by side. */
export const PLANS = ['A', 'B'] as const;
export type ModelledPlan = (typeof PLANS)[number];

export const [targets, sales] = [f`Rows[target]`, f`Rows[sales]`];

/** What a plan pays by its own tiers, method and cap. */
export const payBy = (plan: ModelledPlan, sold: Expression, target: Expression) =>
  kpi(commission, {
    sales: sold,
    target,
    tiers: columnOf(`Plan${plan}`, 'from', 'level'),
    mode: parameter(`Mode${plan}`),
    cap: parameter(`Cap${plan}`),
  });

/** What a plan costs if everybody sells so much more or less; without a target nobody is paid by shares of one. */
export function costOf(plan: ModelledPlan, shift?: Expression): Expression {
  const sold = shift ? unlessBlank(sales, f`ROUND(${sales}*(1+${shift}),6)`) : sales;
  return f`SUM(${payBy(plan, unlessZero(targets, sold), targets)})`;
}
