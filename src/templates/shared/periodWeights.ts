import { seasonalIndex } from '../../functions/seasonalIndex.ts';
import { type Week, workingDays } from '../../kernel/calendar.ts';
import { say } from '../../kernel/text.ts';
import { type Expression, kpi } from '../../plan/expression.ts';
import { linesField } from '../../plan/field.ts';
import { f } from '../../plan/formulaText.ts';
import type { Table } from '../../plan/said.ts';
import { show } from '../../plan/show.ts';
import { sumOf } from './expressions.ts';
import type { PlanPeriod } from './periods.ts';

export const WEIGHT_BASES = [
  { value: 'even', label: say('even', '平均') },
  { value: 'workdays', label: say('working days', '工作日') },
  { value: 'history', label: say('as in the last plan period (history)', '按上期实际（历史）') },
  { value: 'season', label: say('seasonality of two plan periods', '按前两期的季节指数') },
] as const;
export type WeightBasis = (typeof WEIGHT_BASES)[number]['value'];

const period = show.text('period', say('Period', '期间'));
const actual = show.amount('actual', say('Actual', '实际'), { minimum: 0 });

export const pastField = linesField({
  label: say('Past results by period', '往期实际'),
  hint: say(
    'Only for weights by history or seasonality; the oldest first. May be filled in on the sheet later.',
    '仅用于按历史或季节指数加权，从最早一期起；也可之后在表中填写。',
  ),
  columns: [period, actual],
});

interface PastLine {
  readonly period: string;
  readonly actual: number;
}

/** The weight of every period: a figure to be changed by hand, or what the past says. */
export function periodWeights(basis: WeightBasis, plan: readonly PlanPeriod[], week: Week): (Expression | number)[] {
  // Until the past is filled in, all periods are alike.
  const even = (missing: Expression, weight: Expression) => f`IF(${missing},1,${weight})`;
  const weightOf = ({ from, to }: PlanPeriod, index: number): Expression | number => {
    switch (basis) {
      case 'even':
        return 1;
      case 'workdays':
        return workingDays(from, to, week, { off: new Set(), work: new Set() });
      case 'history':
        return even(f`${sumOf('Past', 'actual')}=0`, f`INDEX(Past[actual],${index + 1})`);
      case 'season':
        return even(unfilled(plan.length), f`INDEX(Past[index],${index + 1})`);
    }
  };
  return plan.map(weightOf);
}

function unfilled(season: number): Expression {
  return f`COUNT(Past[actual])<${2 * season}`;
}

/** Where the past is typed in: one plan period of it, or two to see the season by. */
export function pastTable(basis: WeightBasis, plan: readonly PlanPeriod[], lines: readonly PastLine[]): Table[] {
  if (basis !== 'history' && basis !== 'season') return [];
  const season = plan.length;
  const indices = kpi(seasonalIndex, { values: f`Past[actual]`, period: season });
  const index = show.factor('index', say('Seasonal index', '季节指数'), {
    spills: { columns: 1, rows: season, formula: f`IF(${unfilled(season)},"",${indices})` },
    note: say(
      'What is usual for this period: 1.2 is 20% above the average period.',
      '该期的通常水平：1.2 即高于平均 20%。',
    ),
  });
  return [
    {
      key: 'Past',
      title: say('3  Past results that weigh the periods', '三、往期实际（各期权重依据）'),
      columns: [
        { ...period, label: say('Period, the oldest first', '期间（从早到晚）') },
        actual,
        ...(basis === 'season' ? [index] : []),
      ],
      rows: Array.from({ length: basis === 'season' ? 2 * season : season }, (_, row) => ({
        period: lines[row]?.period ?? row + 1,
        actual: lines[row]?.actual,
      })),
    },
  ];
}
