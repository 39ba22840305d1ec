import type { CellError } from '../../kernel/cell.ts';
import { decimal } from '../../kernel/decimal.ts';
import { invalid } from '../../kernel/errors.ts';
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

/** No achievement is 5,000 %: from here on somebody typed 95 for 95 %. */
export const NO_ACHIEVEMENT = 50;

/** Above it an achievement that was typed is asked about. */
export const DOUBTFUL_ACHIEVEMENT = 10;

/** Why a figure is no achievement. */
export function typedAsPercent(figure: number): CellError | undefined {
  if (figure < NO_ACHIEVEMENT) return undefined;
  const share = decimal(figure).div(100).toFixed();
  return invalid(
    `${figure} would be ${decimal(figure).times(100).toFixed()}%; ${figure}% is written as ${share} or ${figure}%`,
    `${figure} 相当于 ${decimal(figure).times(100).toFixed()}%；${figure}% 应写作 ${share} 或 ${figure}%`,
  );
}
