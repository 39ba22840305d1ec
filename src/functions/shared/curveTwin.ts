import { CellError, type Matrix } from '../../kernel/cell.ts';
import { NoTwin, WRONG, when } from '../../kernel/native.ts';
import { curveParameter } from './curve.ts';

const curve = curveParameter();

/**
 * A payout curve in built-in functions. Its rows may stand in any order and under headings, so points are taken by
 * rank; a point that is added or taken out later makes the twin an error and not another figure.
 */
export function curveTwin(table: string, cells: Matrix | undefined, achievement: string, between: string) {
  if (!cells) return new NoTwin('the layout of the curve is not known', '兑现曲线的结构未知');
  const points = curve.read(cells);
  if (points instanceof CellError) return new NoTwin('the curve has a fault', '兑现曲线有误');
  if (table.startsWith('{'))
    return new NoTwin('the points of the curve stand in the formula', '兑现曲线的各点写在公式内');
  const [shares, payouts] = [`INDEX(${table},0,1)`, `INDEX(${table},0,2)`];
  const above = `SUMPRODUCT(ISNUMBER(${shares})*(${shares}>${achievement}))`;
  const [low, high] = [`LARGE(${shares},${above}+1)`, `LARGE(${shares},${above})`];
  const paid = (share: string): string => `SUMIF(${shares},${share},${payouts})`;
  const line = `(${paid(low)}*(${high}-${achievement})+${paid(high)}*(${achievement}-${low}))/(${high}-${low})`;
  const inside = between === 'step' ? paid(low) : when(`${above}=0`, paid(low), line);
  const known = when(`${above}=${points.length}`, '0', inside);
  return when(`(COUNT(${shares})<>${points.length})+(COUNT(${payouts})<>${points.length})`, WRONG, known);
}
