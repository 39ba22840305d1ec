import { achievement } from '../../functions/achievement.ts';
import { rag } from '../../functions/rag.ts';
import type { RagLight } from '../../functions/shared/ragStyles.ts';
import type { Thresholds } from '../../sheets/trackerSheet.ts';

/** Where somebody stands: by the same functions as the sheet, so that the pane never says otherwise. */
export interface Status {
  readonly achievement: number | null;
  readonly light: RagLight;
}

export function achievementStatus(
  actual: number | null,
  target: number | null,
  { amberFrom, greenAbove, green }: Thresholds,
): Status {
  const reached = actual === null || target === null || target === 0 ? null : achievement.call([actual, target]);
  const share = typeof reached === 'number' ? reached : null;
  const light = rag.call([share, amberFrom, greenAbove, 'text', undefined, undefined, green]);
  return { achievement: share, light: light === 'red' || light === 'amber' || light === 'green' ? light : 'none' };
}
