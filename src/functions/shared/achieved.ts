import type { CellError } from '../../kernel/cell.ts';
import { ratio } from '../../kernel/ratio.ts';

/** 1 ± (actual − target) ÷ |target|: right for a target below 0 and where lower is better. */
export function achieved(
  actual: number,
  target: number,
  direction: 'higher' | 'lower' = 'higher',
  targetName = 'target',
): number | CellError {
  const share = ratio(actual, target, targetName);
  if (typeof share !== 'number') return share;
  return (direction === 'higher') === target > 0 ? share : 2 - share;
}
