import { commission } from '../../functions/commission.ts';
import { type Expression, kpi, unlessBlank } from '../../plan/expression.ts';
import { f } from '../../plan/formulaText.ts';
import { type Basis, PLAN } from './payPlan.ts';

interface Terms {
  readonly target: Expression;
  readonly prior: Expression;
  readonly cap?: Expression;
}

/** What somebody is paid for some sales of the period: nothing sold has earned nothing, a bonus from 0 on neither. */
export function paidFor(sales: Expression, basis: Basis, { target, prior, cap }: Terms, tiers = PLAN): Expression {
  const terms = { sales, tiers, mode: f`Mode`, ...(cap && { cap }), prior_sales: prior };
  const paid = f`IF(${sales}=0,0,${kpi(commission, basis === 'amount' ? terms : { ...terms, target })})`;
  // By achievement nobody is paid without a target.
  return basis === 'amount' ? paid : unlessBlank(target, paid);
}
