import { type Argument, type Cell, CellError } from '../../kernel/cell.ts';
import { clean } from '../../kernel/decimal.ts';
import { at, expected, invalid, passedOn, place } from '../../kernel/errors.ts';
import { isHeader } from '../../kernel/header.ts';
import { known } from '../../kernel/known.ts';
import { cellsOf, isBlank, type Parameter } from '../../kernel/parameters.ts';
import { say } from '../../kernel/text.ts';
import { LARGEST_SHARE } from './tiers.ts';

/** One point of a payout curve; both are shares, 1 for 100 %. */
export interface Point {
  readonly achievement: number;
  readonly payout: number;
}

/** Columns achievement and payout, with or without headings, rows in any order; lowest achievement first. */
export function curveParameter(): Parameter<readonly Point[]> {
  return {
    shape: 'table',
    type: 'any',
    label: say('Curve', '兑现曲线'),
    about: say(
      'Columns achievement and payout, with or without headings, rows in any order.',
      '两列：达成率、兑现系数；可带标题行，行序不限。',
    ),
    optional: false,
    read: known(readCurve),
  };
}

function readCurve(argument: Argument): readonly Point[] | CellError {
  const cells = cellsOf(argument);
  if (cells instanceof CellError) return cells;
  if ((cells[0]?.length ?? 0) < 2)
    return invalid('expected the columns achievement and payout', '应有达成率和兑现系数两列');
  const points: (Point & { row: number })[] = [];
  const headed = (cells[0] ?? []).every(cell => isBlank(cell) || isHeader(cell));
  for (const [row, line] of cells.entries()) {
    if ((headed && row === 0) || line.every(isBlank)) continue;
    const achievement = figure(line[0], ACHIEVEMENT);
    if (achievement instanceof CellError) return at(achievement, place.row(row));
    const payout = figure(line[1], PAYOUT);
    if (payout instanceof CellError) return at(payout, place.row(row));
    const twin = points.find(other => other.achievement === achievement);
    if (twin) {
      const again = invalid(
        `achievement ${achievement} is also in row ${twin.row + 1}`,
        `达成率 ${achievement} 与第 ${twin.row + 1} 行重复`,
      );
      return at(again, place.row(row));
    }
    points.push({ achievement, payout, row });
  }
  if (points.length === 0) return invalid('expected at least one point', '至少应有一个点');
  return points.sort((a, b) => a.achievement - b.achievement);
}

const ACHIEVEMENT = { ...say('achievement', '达成率'), most: LARGEST_SHARE };
const PAYOUT = { ...say('payout', '兑现系数'), most: Number.MAX_VALUE };

function figure(cell: Cell | undefined, name: typeof ACHIEVEMENT): number | CellError {
  if (cell instanceof CellError) return at(passedOn(cell), name);
  if (typeof cell !== 'number') return at(expected.number(cell ?? null), name);
  return cell >= 0 && cell <= name.most ? clean(cell) : at(expected.between(cell, 0, name.most), name);
}

/** 0 below the first point, the last one's payout above the last. */
export function payoutAt(achievement: number, curve: readonly Point[], between: 'linear' | 'step'): number {
  let index = curve.length - 1;
  while (index >= 0 && achievement < (curve[index]?.achievement ?? 0)) index--;
  const [low, high] = [curve[index], curve[index + 1]];
  if (!low) return 0;
  if (!high || between === 'step' || achievement === low.achievement) return low.payout;
  const [below, above] = [achievement - low.achievement, high.achievement - achievement];
  return clean((low.payout * above + high.payout * below) / (high.achievement - low.achievement));
}
