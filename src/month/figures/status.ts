import { achievement } from '../../functions/achievement.ts';
import { rag } from '../../functions/rag.ts';
import type { Cell } from '../../kernel/cell.ts';

export type Light = 'red' | 'amber' | 'green' | 'none';

export interface Thresholds {
  readonly amberFrom: number;
  readonly greenAbove: number;
  /** Whether exactly `greenAbove` is green (from) or amber (above, and where nothing is said). */
  readonly green?: 'above' | 'from';
}

/** Where somebody stands: by the same functions as the sheet, so that the pane never says otherwise. */
export interface Status {
  readonly achievement: number | null;
  readonly light: Light;
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

/** What RAG reads in the sheet's cell. */
export function greenIn(cell: Cell | undefined): 'above' | 'from' {
  return rag.call([1, 1, 1, 'text', undefined, undefined, cell]) === 'green' ? 'from' : 'above';
}
