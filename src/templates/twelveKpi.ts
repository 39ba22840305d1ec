import { growth } from '../functions/growth.ts';
import { say, searchWords, type Text } from '../kernel/text.ts';
import { defineTemplate } from '../plan/defineTemplate.ts';
import { blankAsZero, type Expression, kpi, unlessBlank } from '../plan/expression.ts';
import { textField, toggleField } from '../plan/field.ts';
import { f } from '../plan/formulaText.ts';
import type { Column, Row } from '../plan/said.ts';
import type { Format } from '../plan/sheetSpec.ts';
import { show } from '../plan/show.ts';
import { BENCHMARKS } from './shared/benchmarks.ts';
import { unlessZero } from './shared/expressions.ts';
import { lightColumn, lightCount } from './shared/lights.ts';
import { samplesField, wordColumn } from './shared/log.ts';
import { achievementColumn, directed, directionColumn, directionWord, rowAchievement } from './shared/measures.ts';
import { LIGHT_CELLS, periodField, unitField } from './shared/strip.ts';

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
    label: say('1  Lead volume', '1  潜在客户流'),
    figures: say('A new leads, B carried over', 'A 新增线索，B 结转线索'),
    calculation: SUM,
    format: 'integer',
    sample: [60, 20, 100, 90],
  },
  {
    label: say('2  Activity', '2  销售活动量'),
    figures: say('A activities done, B planned', 'A 完成活动数，B 计划活动数'),
    calculation: RATIO,
    format: 'percent',
    sample: [450, 500, 1, 0.95],
  },
  {
    label: say('3  Lead qualification rate', '3  合格机会率'),
    figures: say('A qualified, B leads', 'A 合格商机数，B 线索数'),
    calculation: RATIO,
    format: 'percent',
    sample: [30, 80, 0.4, 0.35],
  },
  {
    label: say('4  Win rate', '4  成交率'),
    figures: say('A won, B opportunities', 'A 赢单数，B 商机数'),
    calculation: RATIO,
    format: 'percent',
    sample: [12, 40, 0.25, 0.28],
    benchmark: BENCHMARKS.winRate,
  },
  {
    label: say('5  Total sales', '5  销售总额'),
    figures: say('A sales', 'A 销售额'),
    calculation: ALONE,
    format: 'money',
    sample: [1420000, null, 1500000, 1200000],
  },
  {
    label: say('6  New-customer share', '6  客户新增率'),
    figures: say('A new customers, B all customers', 'A 新客户数，B 客户总数'),
    calculation: RATIO,
    format: 'percent',
    sample: [24, 120, 0.25, 0.2],
  },
  {
    label: say('7  Churn', '7  客户流失率'),
    figures: say('A customers lost, B at start', 'A 流失客户数，B 期初客户数'),
    calculation: RATIO,
    format: 'percent',
    lowerIsBetter: true,
    sample: [6, 120, 0.04, 0.04],
  },
  {
    label: say('8  Satisfaction: NPS', '8  满意度：净推荐值'),
    figures: say('A NPS of the survey', 'A 调查得出的净推荐值'),
    calculation: ALONE,
    format: 'points',
    sample: [40, null, 50, 38],
    benchmark: BENCHMARKS.nps,
  },
  {
    label: say('8  Satisfaction: CSAT', '8  满意度：满意占比'),
    figures: say('A satisfied, B answers', 'A 满意人数，B 答卷数'),
    calculation: RATIO,
    format: 'percent',
    sample: [86, 100, 0.85, 0.84],
  },
  {
    label: say('9  Repurchase', '9  复购率'),
    figures: say('A customers buying again, B customers', 'A 复购客户数，B 客户数'),
    calculation: RATIO,
    format: 'percent',
    sample: [54, 120, 0.5, 0.44],
    benchmark: BENCHMARKS.repurchase,
  },
  {
    label: say('10  Market share', '10  市场份额'),
    figures: say('A own sales, B sales of the industry', 'A 本公司销售额，B 行业销售额'),
    calculation: RATIO,
    format: 'percent',
    sample: [1420000, 14200000, 0.12, 0.1],
  },
  {
    label: say('11  Competitor switch rate', '11  竞品转化率'),
    figures: say('A won from competitors, B their customers', 'A 竞品转来客户数，B 竞品客户数'),
    calculation: RATIO,
    format: 'percent',
    sample: [9, 60, 0.15, 0.12],
  },
  {
    label: say('12  Penetration', '12  区域渗透率'),
    figures: say('A covered, B targeted', 'A 已覆盖数，B 目标数'),
    calculation: RATIO,
    format: 'percent',
    sample: [180, 240, 0.8, 0.7],
  },
];

export const twelveKpi = defineTemplate({
  id: 'twelve-kpi',
  label: say('Twelve sales KPIs', '十二项销售 KPI'),
  words: searchWords(
    'KPI list, sales metrics, monthly indicators, benchmark',
    '指标体系，核心指标，关键指标，总销量，销售指标',
  ),
  summary: say(
    'From leads to penetration: twelve KPIs with target, achievement, light and change on the last period.',
    '从潜在客户流到区域渗透率，十二项指标的目标、达成率、红绿灯与环比。',
  ),
  name: say('Twelve KPIs', '十二项 KPI'),
  prefix: 'TwelveKpi',
  subtitle: say(
    'Fill in A, B, the target and the last period’s value of each line. Add your own KPIs at the end.',
    '逐行填写 A、B、目标和上期数值；可在末尾添加自己的指标。',
  ),
  frozenColumns: 1,
  fields: {
    title: textField({
      label: say('Title', '标题'),
      initial: say('Twelve sales KPIs', '十二项销售 KPI'),
    }),
    period: periodField,
    unit: unitField,
    benchmarks: toggleField({
      label: say('With a column for benchmarks', '包含参考基准一栏'),
      hint: say('Notes to compare with; no result depends on them.', '仅供对照，不参与计算。'),
      initial: true,
    }),
    samples: samplesField,
  },
  sheet({ benchmarks, samples }) {
    return {
      strip: ['period', 'unit', ...LIGHT_CELLS],
      tables: [
        {
          key: 'Rows',
          spare: 10,
          above: [
            {
              key: 'lights',
              label: say('Lights', '红绿灯'),
              role: 'total',
              format: 'text',
              cells: { figures: lightCount(f`Rows[light]`, f`Rows[kpi]`) },
            },
          ],
          columns: [...columns, ...(benchmarks ? [benchmarkColumn] : [])],
          rows: MEASURES.map(measure => rowOf(measure, samples)),
          rowFormats: MEASURES.map(({ format }) => format),
        },
      ],
    };
  },
});

function rowOf({ label, figures, calculation, lowerIsBetter, benchmark, sample }: Measure, samples: boolean): Row {
  const [a, b, target, last] = samples ? sample : [];
  return { kpi: label, figures, a, b, calculation, target, direction: directionWord(lowerIsBetter), last, benchmark };
}

const by = (way: string, result: Expression, otherwise: Expression) =>
  f`IF([calculation]=${way},${result},${otherwise})`;
const actual = unlessBlank(f`[a]`, by(RATIO, unlessZero(f`[b]`, f`[a]/[b]`), by(SUM, f`[a]+[b]`, f`[a]`)));
const rowNumber = { formattedByRow: true } as const;

const columns: readonly Column[] = [
  wordColumn('kpi', say('KPI', '指标')),
  wordColumn('figures', say('What to fill in', '填写内容')),
  show.integer('a', say('A', 'A')),
  show.integer('b', say('B', 'B')),
  show.text('calculation', say('Calculation', '算法'), {
    fixed: true,
    rule: { kind: 'list', values: [RATIO, SUM, ALONE] },
  }),
  show.number('actual', say('Actual', '实际'), {
    ...rowNumber,
    formula: actual,
    named: 'Actual',
    note: say('A and B by the calculation beside them.', '按旁边的算法由 A、B 得出。'),
  }),
  show.number('target', say('Target', '目标'), { ...rowNumber, named: 'Target' }),
  directionColumn,
  achievementColumn(rowAchievement(directed), { named: 'Achievement' }),
  lightColumn('kpi'),
  show.number('last', say('Last period', '上期'), rowNumber),
  show.percent('change', say('Change', '环比'), {
    formula: kpi(growth, {
      current: unlessZero(f`[last]`, blankAsZero(f`[actual]`)),
      previous: blankAsZero(f`[last]`),
    }),
    note: say('(Actual − last period) ÷ last period.', '（实际 − 上期）÷ 上期。'),
  }),
];

const benchmarkColumn = show.text('benchmark', say('Benchmark (for comparison)', '参考基准（仅供对照）'), {
  wrap: true,
  width: 220,
  note: say('You can change it; no result depends on it.', '可自行修改，不参与计算。'),
});
