import { standardErrors } from './confidence.ts';
import type { NpsCounts } from './scores.ts';

/** Half the width of the confidence interval around a Net Promoter Score, in points. */
export function npsMarginOf({ promoters, detractors, total }: NpsCounts, confidence: number): number {
  const net = promoters - detractors;
  // On whole counts, so that answers that are all alike have no margin at all.
  const variance = (total * (promoters + detractors) - net * net) / total ** 3;
  return standardErrors(confidence) * 100 * Math.sqrt(variance);
}
