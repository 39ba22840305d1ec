import { achievement } from '../functions/achievement.ts';
import { rag } from '../functions/rag.ts';

export type Light = 'red' | 'amber' | 'green' | 'none';

export interface Thresholds {
  readonly amberFrom: number;
  readonly greenAbove: number;
}

/** Where somebody stands: by the same functions as the sheet, so that the pane never says otherwise. */
export interface Standing {
  readonly achievement: number | null;
  readonly light: Light;
}

export function standing(
  actual: number | null,
  target: number | null,
  { amberFrom, greenAbove }: Thresholds,
): Standing {
  const reached = actual === null || target === null || target === 0 ? null : achievement.call([actual, target]);
  const share = typeof reached === 'number' ? reached : null;
  const light = rag.call([share, amberFrom, greenAbove, 'text']);
  return { achievement: share, light: light === 'red' || light === 'amber' || light === 'green' ? light : 'none' };
}
