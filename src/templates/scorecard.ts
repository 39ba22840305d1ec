import { score as weightedScore } from '../functions/score.ts';
import { type Language, say, searchWords, type Text } from '../kernel/text.ts';
import { defineTemplate } from '../plan/defineTemplate.ts';
import { type Expression, kpi, unlessBlank, words } from '../plan/expression.ts';
import { choiceField, linesField, textField, toggleField } from '../plan/field.ts';
import { f } from '../plan/formulaText.ts';
import type { Column, Row, RowAbove, SaidFormat, StripCell, Table } from '../plan/said.ts';
import { show } from '../plan/show.ts';
import { Problems } from '../plan/template.ts';
import { bars, checks, exactly, joined, sumIf, sumIfs, sumOf, totals, unlessZero } from './shared/expressions.ts';
import { ANY_NUMBER, fromTrackerField, OF_PERSON } from './shared/fromTracker.ts';
import { gateGradeCell, gateLight, gradeCell, gradeTable, missedGates } from './shared/grades.ts';
import { SAMPLE_MONTH, trackerNeed } from './shared/ledger.ts';
import { lightColumn } from './shared/lights.ts';
import { samplesField, wordColumn } from './shared/log.ts';
import {
  achievementColumn,
  directed,
  directionColumn,
  directionWord,
  kindWord,
  measureFormats,
  rowAchievement,
  rowFigure,
  SHOWN_LABEL,
} from './shared/measures.ts';
import { moneyField } from './shared/money.ts';
import { SAMPLE_PEOPLE } from './shared/samples.ts';
import { DIMENSIONS, type DimensionSet, SAMPLE_KPIS } from './shared/scorecardSamples.ts';
import { LIGHT_CELLS, periodField, personField, TRACKER_LIGHT_CELLS } from './shared/strip.ts';

const dimension = show.text('dimension', say('Dimension', '维度'));
const kpiName = show.text('kpi', say('KPI', '指标'));
const weight = show.percent('weight', say('Weight', '权重'), { minimum: 0, maximum: 1 });
const target = { ...rowFigure('target', say('Target', '目标')), optional: true } as const;
const gate = show.percent('gate', say('Gate', '否决线'), {
  optional: true,
  note: say(
    'An achievement below it caps the grade, whatever the score. Blank for no gate.',
    '一票否决：达成率低于此线时等级封顶，与总分无关；留空为不设。',
  ),
});

export const scorecard = defineTemplate({
  id: 'scorecard',
  label: say('Performance scorecard', '绩效计分卡'),
  words: searchWords(
    'balanced scorecard, BSC, appraisal, performance review, KPI sheet, MBO',
    '平衡计分卡，绩效考核，考核表，KPI考核，绩效评分',
  ),
  summary: say(
    'Weighted KPIs in four dimensions with caps, floors and gates, added up to a score and a grade.',
    '四个维度的加权指标，含封顶、保底和一票否决，汇总为总分与等级。',
  ),
  name: say('Scorecard', '绩效计分卡'),
  prefix: 'Scorecard',
  subtitle: say(
    'Fill in the yellow cells: weights that add up to 100%, targets and actuals. Score and grade follow.',
    '填写黄色单元格：合计 100% 的权重、目标和实际；总分与等级自动得出。',
  ),
  frozenColumns: 2,
  fields: {
    title: textField({
      label: say('Title', '标题'),
      initial: say('Performance scorecard', '绩效计分卡'),
    }),
    person: personField(say('Person', '被考核人'), SAMPLE_PEOPLE[0]?.person),
    period: { ...periodField, hint: say('A month, a quarter or a year.', '月度、季度或年度。') },
    money: moneyField,
    dimensions: choiceField({
      label: say('Dimensions', '维度'),
      initial: 'sales',
      choices: [
        { value: 'sales', label: say('results, activity, customer, market', '结果、过程、客户、市场') },
        {
          value: 'balanced',
          label: say('finance, customer, internal process, learning and growth', '财务、客户、内部流程、学习与成长'),
        },
      ],
    }),
    fromTracker: fromTrackerField,
    kpis: linesField({
      label: say('KPIs', '指标'),
      hint: say(
        `5 to 12 lines: dimension, KPI, ${SHOWN_LABEL.en}, higher or lower is better, weight (such as 30%), target, gate. The first is sales.`,
        `5 至 12 行：维度、指标、${SHOWN_LABEL.zh}、越高越好或越低越好、权重（如 30%）、目标、否决线；第一行为销售额。`,
      ),
      columns: [
        dimension,
        kpiName,
        show.text('shown', say('Shown as', '显示为')),
        show.text('direction', directionColumn.label),
        weight,
        target,
        gate,
      ],
      initial: SAMPLE_KPIS.map(line => ({
        ...line,
        dimension: DIMENSIONS.sales[line.dimension],
        shown: kindWord(line.shown),
        direction: directionWord(line.lower),
      })),
    }),
    benchmarks: toggleField({
      label: say('Column with benchmarks', '显示参考基准列'),
      hint: say('For comparison only; nothing is calculated from it.', '仅供对照，不参与计算。'),
      initial: false,
    }),
    samples: samplesField,
  },
  sheet({ money, dimensions, fromTracker, kpis, benchmarks, samples }, language) {
    const rowFormats = measureFormats('kpis', kpis);
    if (rowFormats instanceof Problems) return rowFormats;
    const names = DIMENSIONS[dimensions];
    const rows = kpis.map((line, index) => {
      const sample = SAMPLE_KPIS.find(known => known.kpi[language] === line.kpi);
      return {
        ...line,
        dimension: inSet(line.dimension, dimensions, language),
        target: line.target,
        actual: (samples && sample?.actual) || null,
        benchmark: sample?.benchmark,
        ...(fromTracker && index === 0 ? OF_PERSON : {}),
      };
    });
    return {
      amounts: money,
      needs: fromTracker ? [trackerNeed(SAMPLE_MONTH, language)] : [],
      strip: ['person', 'period', ...results, ...(fromTracker ? TRACKER_LIGHT_CELLS : LIGHT_CELLS)],
      tables: [kpiTable({ rows, rowFormats, names, benchmarks }), dimensionTable(names), gradeTable],
    };
  },
});

/** The sample KPIs name the sales dimensions; in a balanced card they stand under its own. */
function inSet(name: string, set: DimensionSet, language: Language): string {
  const index = DIMENSIONS.sales.findIndex(known => known[language] === name);
  return DIMENSIONS[set][index]?.[language] ?? name;
}

const results: readonly StripCell[] = [
  show.points('Score', say('Total score', '总分'), {
    value: f`Kpis[total.contribution]`,
    note: say('Sum of the weighted scores; 100 is on target.', '各项加权得分之和，100 分为达标。'),
  }),
  gradeCell,
  show.percent('Cap', say('Cap', '单项封顶'), {
    value: 1.2,
    note: say('An achievement counts at most this much.', '单项达成率最高计到此值。'),
  }),
  show.percent('Floor', say('Floor', '单项保底'), {
    value: 0,
    note: say('An achievement counts at least this much.', '单项达成率最低计到此值。'),
  }),
  gateGradeCell,
];

/** Weight of the KPIs that have data: what they share the whole score by. */
const filledWeight = sumIf(f`Kpis[achievement]`, ANY_NUMBER, f`Kpis[weight]`);

/** By differences: an achievement that is the sentence of an error is an error here, and not above the cap. */
const clamped = f`IF([achievement]-Cap>0,Cap,IF([achievement]-Floor<0,Floor,[achievement]))`;

interface KpiParts {
  readonly rows: readonly Row[];
  readonly rowFormats: readonly SaidFormat[];
  readonly names: readonly Text[];
  readonly benchmarks: boolean;
}

const kpiTable = ({ rows, rowFormats, names, benchmarks }: KpiParts): Table => ({
  key: 'Kpis',
  spare: 5,
  above: kpiTotals(),
  columns: [
    { ...dimension, choices: names },
    kpiName,
    directionColumn,
    weight,
    target,
    rowFigure('actual', say('Actual', '实际')),
    achievementColumn(rowAchievement(directed)),
    show.points('score', say('Score', '得分'), {
      formula: unlessBlank(f`[achievement]`, f`100*${clamped}`),
      note: say('100 × achievement, between floor and cap.', '100 × 达成率，介于保底与封顶之间。'),
    }),
    show.points('contribution', say('Weighted score', '加权得分'), {
      formula: unlessBlank(f`[score]`, unlessZero(filledWeight, f`[weight]*[score]/${filledWeight}`)),
      note: say(
        'Weight × score; the weight of KPIs without data is shared out among the others.',
        '权重 × 得分；无数据指标的权重由其余指标按比例分担。',
      ),
    }),
    lightColumn('kpi'),
    gate,
    gateLight,
    ...(benchmarks ? [benchmarkColumn] : []),
  ],
  rows,
  rowFormats,
});

const benchmarkColumn: Column = show.text('benchmark', say('Benchmark', '参考基准'), {
  wrap: true,
  width: 200,
  note: say('To compare with; nothing is computed from it.', '仅供对照，不参与计算。'),
});

function kpiTotals(): RowAbove[] {
  const engine = kpi(weightedScore, {
    achievements: f`Kpis[achievement]`,
    weights: f`Kpis[weight]`,
    cap: f`Cap`,
    floor: f`Floor`,
  });
  return [
    totals({
      weight: sumOf('Kpis', 'weight'),
      contribution: unlessZero(filledWeight, sumOf('Kpis', 'contribution')),
    }),
    checks({
      weight: f`Kpis[total.weight]-1`,
      contribution: f`IF(Kpis[total.contribution]="",0,Kpis[total.contribution]-100*${engine})`,
    }),
    {
      key: 'remark',
      label: say('Note', '说明'),
      role: 'note',
      format: 'text',
      cells: { kpi: remark(f`COUNT(Kpis[weight])-COUNT(Kpis[achievement])`) },
    },
  ];
}

/** Says what is out of the ordinary about the score. */
function remark(missing: Expression): Expression {
  const withoutData = joined(
    words('KPIs without data: ', ''),
    missing,
    words(', their weight is shared out among the others. ', ' 项指标无数据，其权重由其余指标分担。'),
  );
  const gatesMissed = joined(
    words('Gates missed: ', ''),
    missedGates,
    words(', the grade is ', ' 项触发否决线，等级最高为 '),
    f`GateGrade`,
    words(' at best.', '。'),
  );
  return f`IF(${missing}>0,${withoutData},"")&IF(${missedGates}>0,${gatesMissed},"")`;
}

function dimensionTable(names: readonly Text[]): Table {
  const own = exactly(f`[dimension]`);
  const filled = sumIfs(f`Kpis[weight]`, f`Kpis[dimension]`, own, f`Kpis[achievement]`, ANY_NUMBER);
  const contribution = sumIf(f`Kpis[dimension]`, own, f`Kpis[contribution]`);
  return {
    key: 'Dimensions',
    title: say('By dimension', '分维度'),
    above: [
      checks({
        weight: f`${sumOf('Dimensions', 'weight')}-Kpis[total.weight]`,
        contribution: f`${sumOf('Dimensions', 'contribution')}-${sumOf('Kpis', 'contribution')}`,
      }),
    ],
    columns: [
      wordColumn('dimension', say('Dimension', '维度')),
      show.percent('weight', say('Weight', '权重'), {
        eachRow: true,
        formula: sumIf(f`Kpis[dimension]`, own, f`Kpis[weight]`),
      }),
      show.points('contribution', say('Weighted score', '加权得分'), {
        eachRow: true,
        formula: unlessZero(filled, contribution),
      }),
      show.points('score', say('Score', '得分'), {
        eachRow: true,
        formula: unlessZero(filled, f`${contribution}*${filledWeight}/${filled}`),
        note: say('Mean score of its KPIs by their weights.', '该维度各指标按权重的平均得分。'),
      }),
      {
        key: 'bar',
        label: say('Score, as a bar', '得分图示'),
        note: say('A full bar is 150 points.', '满格为 150 分。'),
        ...bars(f`[score]`, 1.5, f`[score]/100`),
      },
    ],
    rows: names.map(name => ({ dimension: name })),
  };
}
