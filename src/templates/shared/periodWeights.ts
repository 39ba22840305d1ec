import { seasonalIndex } from '../../functions/seasonalIndex.ts';
import { type Week, workingDays } from '../../kernel/calendar.ts';
import { say } from '../../kernel/text.ts';
import { builtin, columnOf, type Expression, kpi, operator, value } from '../../plan/expression.ts';
import { linesField } from '../../plan/field.ts';
import type { ColumnSpec, Format, TableSpec } from '../../plan/sheetSpec.ts';
import { BLANK, sumOf } from './expressions.ts';
import type { PlanPeriod } from './periods.ts';

export const WEIGHT_BASES = [
  { value: 'even', label: say('even', '平均') },
  { value: 'workdays', label: say('working days', '工作日') },
  { value: 'history', label: say('as in the last plan period (history)', '按上期实际（历史）') },
  { value: 'season', label: say('seasonality of two plan periods', '按前两期的季节指数') },
] as const;
export type WeightBasis = (typeof WEIGHT_BASES)[number]['value'];

export const pastField = linesField({
  label: say('Past results by period', '往期实际'),
  hint: say(
    'Only for weights by history or seasonality; the oldest first. May be filled in on the sheet later.',
    '仅用于按历史或季节指数加权，从最早一期起；也可之后在表中填写。',
  ),
  columns: [
    { key: 'period', label: say('Period', '期间'), type: 'text' },
    { key: 'actual', label: say('Actual', '实际'), type: 'number' },
  ],
  initial: () => [],
});

interface PastLine {
  readonly period: string;
  readonly actual: number;
}

/** The weight of every period: a figure to be changed by hand, or what the past says. */
export function periodWeights(basis: WeightBasis, plan: readonly PlanPeriod[], week: Week): (Expression | number)[] {
  const actuals = columnOf('Past', 'actual');
  // Until the past is filled in, all periods are alike.
  const even = (missing: Expression, weight: Expression) => builtin('IF', missing, value(1), weight);
  const weightOf = ({ from, to }: PlanPeriod, index: number): Expression | number => {
    const at = value(index + 1);
    switch (basis) {
      case 'even':
        return 1;
      case 'workdays':
        return workingDays(from, to, week, { off: new Set(), work: new Set() });
      case 'history':
        return even(operator(sumOf('Past', 'actual'), '=', value(0)), builtin('INDEX', actuals, at));
      case 'season':
        return even(unfilled(plan.length), builtin('INDEX', columnOf('Past', 'index'), at));
    }
  };
  return plan.map(weightOf);
}

function unfilled(season: number): Expression {
  return operator(builtin('COUNT', columnOf('Past', 'actual')), '<', value(2 * season));
}

/** Where the past is typed in: one plan period of it, or two to see the season by. */
export function pastTable(
  basis: WeightBasis,
  plan: readonly PlanPeriod[],
  lines: readonly PastLine[],
  money: Format,
): TableSpec[] {
  if (basis !== 'history' && basis !== 'season') return [];
  const count = basis === 'season' ? 2 * plan.length : plan.length;
  const index: ColumnSpec = {
    key: 'index',
    label: say('Seasonal index', '季节指数'),
    format: 'factor',
    spills: {
      columns: 1,
      rows: plan.length,
      formula: builtin(
        'IF',
        unfilled(plan.length),
        BLANK,
        kpi(seasonalIndex, { values: columnOf('Past', 'actual'), period: value(plan.length) }),
      ),
    },
    note: say(
      'What is usual for this period: 1.2 is 20% above the average period.',
      '该期的通常水平：1.2 即高于平均 20%。',
    ),
  };
  return [
    {
      key: 'Past',
      title: say('3  Past results that weigh the periods', '三、往期实际（各期权重依据）'),
      spare: 0,
      above: [],
      columns: [
        { key: 'period', label: say('Period, the oldest first', '期间（从早到晚）'), format: 'text' },
        { key: 'actual', label: say('Actual', '实际'), format: money, rule: { kind: 'number', minimum: 0 } },
        ...(basis === 'season' ? [index] : []),
      ],
      rows: Array.from({ length: count }, (_, row) => ({
        period: lines[row]?.period ?? row + 1,
        actual: lines[row]?.actual ?? null,
      })),
    },
  ];
}
