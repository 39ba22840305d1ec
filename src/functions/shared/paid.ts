import { CellError } from '../../kernel/cell.ts';
import { type PayoutInputs, payout } from './payout.ts';
import { payoutInWholes } from './payoutInWholes.ts';
import type { Plan } from './tiers.ts';

/** What a plan pays: in the quick way where that says the same. */
export function paid(tiers: Plan, inputs: PayoutInputs): number | CellError {
  const inWholes = payoutInWholes(tiers, inputs);
  if (!Number.isNaN(inWholes)) return inWholes;
  const result = payout(tiers, inputs);
  return result instanceof CellError ? result : result.total;
}
