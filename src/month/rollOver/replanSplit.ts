import { split } from '../../functions/split.ts';
import { type Cell, CellError, isMatrix } from '../../kernel/cell.ts';
import { decimal } from '../../kernel/decimal.ts';
import type { Period } from '../../kernel/period.ts';
import { say, type Text } from '../../kernel/text.ts';
import type { SplitPlan } from '../../sheets/targetSplit.ts';
import type { ChangeSet } from '../change/changeSet.ts';
import { exactSum } from '../figures/exactSum.ts';
import type { Ledger } from '../figures/history.ts';
import { type ReplanTask, replan } from './replan.ts';

export interface SplitReplan {
  readonly months: readonly {
    readonly period: Period;
    readonly before: number;
    readonly reached: number | null;
    /** What the split shows afterwards: every person's months are rounded for themselves. */
    readonly after: number;
  }[];
  /** What the open months have to bring beyond their targets. */
  readonly missing: number;
  /** The closed months brought the whole total. */
  readonly reached: boolean;
  readonly set: ChangeSet;
}

/**
 * Shares over the open months of a split what the closed ones missed. The split's months are shared by weights, so
 * the new plan is written as weights: everybody's months follow.
 */
export function replanSplit(
  id: string,
  plan: SplitPlan,
  ledger: Ledger,
  lock: NonNullable<ReplanTask['lock']>,
  /** What one of the split's unit is in that of the tracker, from which months are closed. */
  scale = 1,
): SplitReplan | Text {
  if (plan.months.some(({ isComputed }) => isComputed))
    return say(
      'The weights of the months are calculated (by working days or past years). Type numbers over them first, then re-plan.',
      '各期权重由公式计算（按工作日或往年）。请先将其改为数值，再调整目标。',
    );
  const inSplit = (closed: number | null) => (closed === null ? null : Number(decimal(closed).div(scale)));
  const periods = plan.months.map(({ period, targets }) => ({
    period,
    target: exactSum(targets),
    actual: inSplit(ledger.find(period, 'company', '', 'sales')?.actual ?? null),
  }));
  if (periods.every(({ actual }) => actual === null))
    return say('No month of this split is closed yet: there is nothing to spread.', '本拆解尚无已关账月份，无需调整。');
  const planned = replan({ total: plan.total, periods, unit: plan.unit, lock });
  if (!('periods' in planned)) return planned;
  const weights = planned.periods.map(({ after }) => after);
  const sums = monthSums(plan, weights);
  if (!Array.isArray(sums)) return sums;
  const cells = plan.months.flatMap(({ weight }, index) => {
    const after = weights[index] ?? 0;
    return weight === after ? [] : [{ name: `${plan.prefix}_Weight${index + 1}`, before: weight, after }];
  });
  return {
    months: periods.map(({ period, target, actual }, index) => ({
      period,
      before: target,
      reached: actual,
      after: sums[index] ?? 0,
    })),
    missing: planned.missing,
    reached: planned.reached,
    set: {
      id,
      title: say('Re-plan the open months', '调整未关账月份的目标'),
      changes: cells.map(({ name, before, after }) => ({
        kind: 'cells',
        name,
        keys: [],
        cells: [{ row: 0, key: [], before, after }],
      })),
    },
  };
}

/** What the months come to when everybody's total is shared by these weights, as the sheet does it. */
function monthSums({ people, months, unit }: SplitPlan, weights: readonly number[]): number[] | Text {
  const totals = people.map((_, row): Cell[] => [exactSum(months.map(({ targets }) => targets[row] ?? null))]);
  const shares = split.call([totals, [[...weights]], unit]);
  const wrong = isMatrix(shares) ? shares.flat().find(cell => cell instanceof CellError) : shares;
  if (wrong instanceof CellError) return wrong.message;
  if (!isMatrix(shares)) return say('the months cannot be shared out', '无法分配到各月');
  return weights.map((_, month) =>
    exactSum(
      shares.map(line => {
        const share = line[month];
        return typeof share === 'number' ? share : 0;
      }),
    ),
  );
}
