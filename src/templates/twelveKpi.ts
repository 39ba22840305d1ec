import { growth } from '../functions/growth.ts';
import type { Language, Text } from '../kernel/text.ts';
import { builtin, column, columnOf, type Expression, kpi, operator, unlessBlank, value } from '../plan/expression.ts';
import { textField, toggleField } from '../plan/field.ts';
import type { ColumnSpec, Format } from '../plan/sheetSpec.ts';
import { defineTemplate } from '../plan/template.ts';
import { BENCHMARKS } from './shared/benchmarks.ts';
import { unlessZero } from './shared/expressions.ts';
import { lightColumn, lightCount } from './shared/lights.ts';
import { samplesField, wordColumn } from './shared/log.ts';
import { achievementColumn, directed, directionColumn, directionWord, rowAchievement } from './shared/measures.ts';
import { lightCells, periodCell, periodField, unitCell, unitField } from './shared/strip.ts';

/** How a figure comes from the two that are filled in. */
const RATIO = 'A ÷ B';
const SUM = 'A + B';
const ALONE = 'A';

interface Measure {
  readonly label: Text;
  /** What A and B are. */
  readonly figures: Text;
  readonly calculation: typeof RATIO | typeof SUM | typeof ALONE;
  readonly format: Format;
  readonly lowerIsBetter?: boolean;
  /** A, B, target and last period of the sample. */
  readonly sample: readonly [a: number, b: number | null, target: number, last: number];
  readonly benchmark?: Text;
}

const MEASURES: readonly Measure[] = [
  {
    label: { en: '1  Lead volume', zh: '1  潜在客户流' },
    figures: { en: 'A new leads, B carried over', zh: 'A 新增线索，B 结转线索' },
    calculation: SUM,
    format: 'integer',
    sample: [60, 20, 100, 90],
  },
  {
    label: { en: '2  Activity', zh: '2  销售活动量' },
    figures: { en: 'A activities done, B planned', zh: 'A 完成活动数，B 计划活动数' },
    calculation: RATIO,
    format: 'percent',
    sample: [450, 500, 1, 0.95],
  },
  {
    label: { en: '3  Lead qualification rate', zh: '3  合格机会率' },
    figures: { en: 'A qualified, B leads', zh: 'A 合格商机数，B 线索数' },
    calculation: RATIO,
    format: 'percent',
    sample: [30, 80, 0.4, 0.35],
  },
  {
    label: { en: '4  Win rate', zh: '4  成交率' },
    figures: { en: 'A won, B opportunities', zh: 'A 赢单数，B 商机数' },
    calculation: RATIO,
    format: 'percent',
    sample: [12, 40, 0.25, 0.28],
    benchmark: BENCHMARKS.winRate,
  },
  {
    label: { en: '5  Total sales', zh: '5  销售总额' },
    figures: { en: 'A sales', zh: 'A 销售额' },
    calculation: ALONE,
    format: 'money',
    sample: [1420000, null, 1500000, 1200000],
  },
  {
    label: { en: '6  New-customer share', zh: '6  客户新增率' },
    figures: { en: 'A new customers, B all customers', zh: 'A 新客户数，B 客户总数' },
    calculation: RATIO,
    format: 'percent',
    sample: [24, 120, 0.25, 0.2],
  },
  {
    label: { en: '7  Churn', zh: '7  客户流失率' },
    figures: { en: 'A customers lost, B at start', zh: 'A 流失客户数，B 期初客户数' },
    calculation: RATIO,
    format: 'percent',
    lowerIsBetter: true,
    sample: [6, 120, 0.04, 0.04],
  },
  {
    label: { en: '8  Satisfaction: NPS', zh: '8  满意度：净推荐值' },
    figures: { en: 'A NPS of the survey', zh: 'A 调查得出的净推荐值' },
    calculation: ALONE,
    format: 'points',
    sample: [40, null, 50, 38],
    benchmark: BENCHMARKS.nps,
  },
  {
    label: { en: '8  Satisfaction: CSAT', zh: '8  满意度：满意占比' },
    figures: { en: 'A satisfied, B answers', zh: 'A 满意人数，B 答卷数' },
    calculation: RATIO,
    format: 'percent',
    sample: [86, 100, 0.85, 0.84],
  },
  {
    label: { en: '9  Repurchase', zh: '9  复购率' },
    figures: { en: 'A customers buying again, B customers', zh: 'A 复购客户数，B 客户数' },
    calculation: RATIO,
    format: 'percent',
    sample: [54, 120, 0.5, 0.44],
    benchmark: BENCHMARKS.repurchase,
  },
  {
    label: { en: '10  Market share', zh: '10  市场份额' },
    figures: { en: 'A own sales, B sales of the industry', zh: 'A 本公司销售额，B 行业销售额' },
    calculation: RATIO,
    format: 'percent',
    sample: [1420000, 14200000, 0.12, 0.1],
  },
  {
    label: { en: '11  Competitor switch rate', zh: '11  竞品转化率' },
    figures: { en: 'A won from competitors, B their customers', zh: 'A 竞品转来客户数，B 竞品客户数' },
    calculation: RATIO,
    format: 'percent',
    sample: [9, 60, 0.15, 0.12],
  },
  {
    label: { en: '12  Penetration', zh: '12  区域渗透率' },
    figures: { en: 'A covered, B targeted', zh: 'A 已覆盖数，B 目标数' },
    calculation: RATIO,
    format: 'percent',
    sample: [180, 240, 0.8, 0.7],
  },
];

export const twelveKpi = defineTemplate({
  id: 'twelve-kpi',
  label: { en: 'Twelve sales KPIs', zh: '十二项销售 KPI' },
  summary: {
    en: 'From leads to penetration: twelve KPIs with target, achievement, light and change on the last period.',
    zh: '从潜在客户流到区域渗透率，十二项指标的目标、达成率、红绿灯与环比。',
  },
  fields: {
    title: textField({
      label: { en: 'Title', zh: '标题' },
      initial: { en: 'Twelve sales KPIs', zh: '十二项销售 KPI' },
    }),
    period: periodField,
    unit: unitField,
    benchmarks: toggleField({
      label: { en: 'With a column for benchmarks', zh: '包含参考基准一栏' },
      hint: { en: 'Notes to compare with; no result depends on them.', zh: '仅供对照，不参与计算。' },
      initial: true,
    }),
    samples: samplesField,
  },
  sheet({ title, period, unit, benchmarks, samples }, language) {
    return {
      template: 'twelve-kpi',
      name: { en: 'Twelve KPIs', zh: '十二项 KPI' },
      prefix: 'TwelveKpi',
      title,
      subtitle: {
        en: 'Fill in A, B, the target and the last period’s value of each line. Add your own KPIs at the end.',
        zh: '逐行填写 A、B、目标和上期数值；可在末尾添加自己的指标。',
      },
      orientation: 'landscape',
      frozenColumns: 1,
      parameters: [periodCell(period), unitCell(unit), ...lightCells(language)],
      tables: [
        {
          key: 'Rows',
          spare: 10,
          above: [
            {
              key: 'lights',
              label: { en: 'Lights', zh: '红绿灯' },
              role: 'total',
              format: 'text',
              cells: { figures: lightCount(columnOf('Rows', 'light'), columnOf('Rows', 'kpi'), language) },
            },
          ],
          columns: [...columnsOf(language), ...(benchmarks ? [benchmarkColumn] : [])],
          rows: MEASURES.map(measure => rowOf(measure, samples, language)),
          rowFormats: MEASURES.map(({ format }) => format),
        },
      ],
    };
  },
});

function rowOf({ sample, ...measure }: Measure, samples: boolean, language: Language) {
  const [a, b, target, last] = samples ? sample : [null, null, null, null];
  return {
    kpi: measure.label[language],
    figures: measure.figures[language],
    a,
    b,
    calculation: measure.calculation,
    target,
    direction: directionWord(language, measure.lowerIsBetter ?? false),
    last,
    benchmark: measure.benchmark?.[language] ?? null,
  };
}

function actual(): Expression {
  const [a, b] = [column('a'), column('b')];
  const by = (way: string, result: Expression, otherwise: Expression) =>
    builtin('IF', operator(column('calculation'), '=', value(way)), result, otherwise);
  return unlessBlank(a, by(RATIO, unlessZero(b, operator(a, '/', b)), by(SUM, operator(a, '+', b), a)));
}

function columnsOf(language: Language): ColumnSpec[] {
  const amount = { format: 'integer', rule: { kind: 'number' } } as const;
  const byRow = { format: 'number', formattedByRow: true } as const;
  return [
    wordColumn('kpi', { en: 'KPI', zh: '指标' }),
    wordColumn('figures', { en: 'What to fill in', zh: '填写内容' }),
    { key: 'a', label: { en: 'A', zh: 'A' }, ...amount },
    { key: 'b', label: { en: 'B', zh: 'B' }, ...amount },
    {
      key: 'calculation',
      label: { en: 'Calculation', zh: '算法' },
      format: 'text',
      fixed: true,
      rule: { kind: 'list', values: [RATIO, SUM, ALONE] },
    },
    {
      key: 'actual',
      label: { en: 'Actual', zh: '实际' },
      ...byRow,
      formula: actual(),
      named: 'Actual',
      note: { en: 'A and B by the calculation beside them.', zh: '按旁边的算法由 A、B 得出。' },
    },
    { key: 'target', label: { en: 'Target', zh: '目标' }, ...byRow, rule: { kind: 'number' }, named: 'Target' },
    directionColumn(language),
    achievementColumn(rowAchievement(directed), { named: 'Achievement' }),
    lightColumn(language, 'kpi'),
    { key: 'last', label: { en: 'Last period', zh: '上期' }, ...byRow, rule: { kind: 'number' } },
    {
      key: 'change',
      label: { en: 'Change', zh: '环比' },
      format: 'percent',
      formula: kpi(growth, {
        current: unlessZero(column('last'), column('actual')),
        previous: column('last'),
      }),
      note: { en: '(Actual − last period) ÷ last period.', zh: '（实际 − 上期）÷ 上期。' },
    },
  ];
}

const benchmarkColumn: ColumnSpec = {
  key: 'benchmark',
  label: { en: 'Benchmark (for comparison)', zh: '参考基准（仅供对照）' },
  format: 'text',
  wrap: true,
  width: 220,
  note: { en: 'You can change it; no result depends on it.', zh: '可自行修改，不参与计算。' },
};
