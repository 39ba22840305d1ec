import { score as weightedScore } from '../functions/score.ts';
import { type Language, say, type Text } from '../kernel/text.ts';
import { defineSpec } from '../plan/defineTemplate.ts';
import {
  builtin,
  column,
  columnOf,
  type Expression,
  kpi,
  operator,
  parameter,
  unlessBlank,
  value,
} from '../plan/expression.ts';
import { choiceField, linesField, textField, toggleField } from '../plan/field.ts';
import type { AboveRow, ColumnSpec, Format, Literal, ParameterSpec, TableSpec } from '../plan/sheetSpec.ts';
import { Problems } from '../plan/template.ts';
import { LIGHT_COLORS } from '../plan/theme.ts';
import {
  BLANK,
  bars,
  checks,
  exactly,
  joined,
  sumIf,
  sumIfs,
  sumOf,
  totalOf,
  totals,
  unlessZero,
} from './shared/expressions.ts';
import { ANY_NUMBER, actualOf, fromTrackerField, TRACKER, targetOf } from './shared/fromTracker.ts';
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
  SHOWN_LABEL,
} from './shared/measures.ts';
import { type MoneyFormat, moneyField } from './shared/money.ts';
import { SAMPLE_PEOPLE } from './shared/samples.ts';
import { DIMENSIONS, type DimensionSet, SAMPLE_KPIS } from './shared/scorecardSamples.ts';
import { lightCells, periodCell, periodField, trackerLightCells } from './shared/strip.ts';

export const scorecard = defineSpec({
  id: 'scorecard',
  label: say('Performance scorecard', '绩效计分卡'),
  summary: say(
    'Weighted KPIs in four dimensions with caps, floors and gates, added up to a score and a grade.',
    '四个维度的加权指标，含封顶、保底和一票否决，汇总为总分与等级。',
  ),
  fields: {
    title: textField({
      label: say('Title', '标题'),
      initial: say('Performance scorecard', '绩效计分卡'),
    }),
    person: textField({
      label: say('Person', '被考核人'),
      hint: say('As in the tracker, where sales are read from it.', '如取自目标跟踪，请与表中姓名一致。'),
      initial: SAMPLE_PEOPLE[0]?.person ?? say('Name', '姓名'),
    }),
    period: {
      ...periodField,
      hint: say('A month, a quarter or a year.', '月度、季度或年度。'),
    },
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
        { key: 'dimension', label: say('Dimension', '维度'), type: 'text' },
        { key: 'kpi', label: say('KPI', '指标'), type: 'text' },
        { key: 'shown', label: say('Shown as', '显示为'), type: 'text' },
        { key: 'direction', label: say('Direction', '方向'), type: 'text' },
        { key: 'weight', label: say('Weight', '权重'), type: 'number', share: true },
        { key: 'target', label: say('Target', '目标'), type: 'number', optional: true },
        { key: 'gate', label: say('Gate', '否决线'), type: 'number', optional: true },
      ],
      initial: language =>
        SAMPLE_KPIS.map(({ dimension, kpi: name, shown, lower = false, weight, target, gate }) => ({
          dimension: DIMENSIONS.sales[dimension][language],
          kpi: name[language],
          shown: kindWord(shown, language),
          direction: directionWord(language, lower),
          weight,
          target,
          gate,
        })),
    }),
    benchmarks: toggleField({
      label: say('Column with benchmarks', '显示参考基准列'),
      hint: say('For comparison only; nothing is calculated from it.', '仅供对照，不参与计算。'),
      initial: false,
    }),
    samples: samplesField,
  },
  sheet(values, language) {
    const { title, person, period, money, dimensions, fromTracker, kpis, benchmarks, samples } = values;
    const formats = measureFormats('kpis', kpis, money);
    if (formats instanceof Problems) return formats;
    const names = DIMENSIONS[dimensions].map(name => name[language]);
    const rows = kpis.map(({ shown: _, gate, target, dimension, ...line }, index) => {
      const sample = SAMPLE_KPIS.find(({ kpi: name }) => name[language] === line.kpi);
      return {
        ...line,
        dimension: inSet(dimension, dimensions, language),
        target: target ?? null,
        gate: gate ?? null,
        actual: (samples && sample?.actual) || null,
        ...(benchmarks ? { benchmark: sample?.benchmark?.[language] ?? null } : {}),
        ...(fromTracker && index === 0 ? OF_PERSON : {}),
      };
    });
    return {
      template: 'scorecard',
      name: say('Scorecard', '绩效计分卡'),
      prefix: 'Scorecard',
      title,
      subtitle: say(
        'Fill in the yellow cells: weights that add up to 100%, targets and actuals. Score and grade follow.',
        '填写黄色单元格：合计 100% 的权重、目标和实际；总分与等级自动得出。',
      ),
      orientation: 'landscape',
      frozenColumns: 2,
      ...(fromTracker ? { needs: [trackerNeed(SAMPLE_MONTH, language)] } : {}),
      parameters: [
        ...stripOf(person, period, language),
        ...(fromTracker ? trackerLightCells(language) : lightCells(language)),
      ],
      tables: [
        kpiTable({ rows, rowFormats: formats, names, benchmarks, money, language }),
        dimensionTable(names),
        gradeTable(language),
      ],
    };
  },
});

const OF_PERSON: Readonly<Record<string, Expression>> = {
  target: targetOf(TRACKER.person, parameter('Person')),
  actual: actualOf(TRACKER.person, parameter('Person')),
};

/** The sample KPIs name the sales dimensions; in a balanced card they stand under its own. */
function inSet(dimension: string, set: DimensionSet, language: Language): string {
  const index = DIMENSIONS.sales.findIndex(name => name[language] === dimension);
  return DIMENSIONS[set][index]?.[language] ?? dimension;
}

const GRADES: readonly { readonly from: number; readonly grade: string; readonly meaning: Text }[] = [
  { from: 110, grade: 'A', meaning: say('outstanding', '卓越') },
  { from: 95, grade: 'B', meaning: say('good', '良好') },
  { from: 80, grade: 'C', meaning: say('meets the requirements', '合格') },
  { from: 60, grade: 'D', meaning: say('needs improvement', '待改进') },
  { from: 0, grade: 'E', meaning: say('unsatisfactory', '不合格') },
];

const GATE_WORDS = {
  en: { missed: 'missed', passed: 'passed' },
  zh: { missed: '否决', passed: '通过' },
} as const;

function stripOf(person: string, period: string, language: Language): ParameterSpec[] {
  return [
    { key: 'Person', label: say('Person', '被考核人'), format: 'text', value: person },
    periodCell(period),
    {
      key: 'Score',
      label: say('Total score', '总分'),
      format: 'points',
      value: totalOf('Kpis', 'contribution'),
      note: say('Sum of the weighted scores; 100 is on target.', '各项加权得分之和，100 分为达标。'),
    },
    {
      key: 'Grade',
      label: say('Grade', '等级'),
      format: 'text',
      value: gradeOf(GATE_WORDS[language].missed),
      note: say('By the grades below; a missed gate caps it.', '按下方等级表；触发否决线时封顶。'),
    },
    cell(
      'Cap',
      say('Cap', '单项封顶'),
      1.2,
      say('An achievement counts at most this much.', '单项达成率最高计到此值。'),
    ),
    cell(
      'Floor',
      say('Floor', '单项保底'),
      0,
      say('An achievement counts at least this much.', '单项达成率最低计到此值。'),
    ),
    {
      key: 'GateGrade',
      label: say('Best grade, gate missed', '否决后最高等级'),
      format: 'text',
      value: 'D',
      rule: { kind: 'list', values: GRADES.map(({ grade }) => grade) },
    },
  ];
}

function cell(key: string, label: Text, share: number, note: Text): ParameterSpec {
  return { key, label, format: 'percent', value: share, rule: { kind: 'number' }, note };
}

/** Grades stand from the best down, so that the first one whose score is reached counts. */
function gradeOf(missed: string): Expression {
  const from = columnOf('Grades', 'from');
  const grades = columnOf('Grades', 'grade');
  const score = builtin('ROUND', parameter('Score'), value(6));
  const reached = builtin('COUNTIF', from, operator(value('<='), '&', score));
  const place = operator(operator(builtin('COUNT', from), '-', reached), '+', value(1));
  const capped = builtin('MAX', place, builtin('MATCH', parameter('GateGrade'), grades, value(0)));
  const anyMissed = operator(builtin('COUNTIF', columnOf('Kpis', 'gateLight'), value(missed)), '>', value(0));
  const index = builtin('IF', anyMissed, capped, place);
  return unlessBlank(parameter('Score'), unlessZero(reached, builtin('INDEX', grades, index)));
}

interface KpiParts {
  readonly rows: readonly Readonly<Record<string, Literal | Expression>>[];
  readonly rowFormats: readonly Format[];
  readonly names: readonly string[];
  readonly benchmarks: boolean;
  readonly money: MoneyFormat;
  readonly language: Language;
}

/** Weight of the KPIs that have data: what they share the whole score by. */
const filledWeight = sumIf(columnOf('Kpis', 'achievement'), ANY_NUMBER, columnOf('Kpis', 'weight'));

function kpiTable({ rows, rowFormats, names, benchmarks, money, language }: KpiParts): TableSpec {
  const figure = (key: string, label: Text): ColumnSpec => ({
    key,
    label,
    format: money,
    formattedByRow: true,
    rule: { kind: 'number' },
  });
  const contribution = operator(operator(column('weight'), '*', column('score')), '/', filledWeight);
  return {
    key: 'Kpis',
    spare: 5,
    above: kpiTotals(language),
    columns: [
      {
        key: 'dimension',
        label: say('Dimension', '维度'),
        format: 'text',
        rule: { kind: 'list', values: names },
      },
      { key: 'kpi', label: say('KPI', '指标'), format: 'text' },
      directionColumn(language),
      {
        key: 'weight',
        label: say('Weight', '权重'),
        format: 'percent',
        rule: { kind: 'number', minimum: 0, maximum: 1 },
      },
      figure('target', say('Target', '目标')),
      figure('actual', say('Actual', '实际')),
      achievementColumn(rowAchievement(directed)),
      {
        key: 'score',
        label: say('Score', '得分'),
        format: 'points',
        formula: unlessBlank(column('achievement'), operator(value(100), '*', clamped)),
        note: say('100 × achievement, between floor and cap.', '100 × 达成率，介于保底与封顶之间。'),
      },
      {
        key: 'contribution',
        label: say('Weighted score', '加权得分'),
        format: 'points',
        formula: unlessBlank(column('score'), unlessZero(filledWeight, contribution)),
        note: say(
          'Weight × score; the weight of KPIs without data is shared out among the others.',
          '权重 × 得分；无数据指标的权重由其余指标按比例分担。',
        ),
      },
      lightColumn(language, 'kpi'),
      {
        key: 'gate',
        label: say('Gate', '否决线'),
        format: 'percent',
        rule: { kind: 'number' },
        note: say(
          'An achievement below it caps the grade, whatever the score. Blank for no gate.',
          '一票否决：达成率低于此线时等级封顶，与总分无关；留空为不设。',
        ),
      },
      gateColumn(language),
      ...(benchmarks
        ? [
            {
              key: 'benchmark',
              label: say('Benchmark', '参考基准'),
              format: 'text',
              wrap: true,
              width: 200,
              note: say('To compare with; nothing is computed from it.', '仅供对照，不参与计算。'),
            } as const,
          ]
        : []),
    ],
    rows,
    rowFormats,
  };
}

/** By differences: an achievement that is the sentence of an error is an error here, and not above the cap. */
const clamped = builtin(
  'IF',
  operator(operator(column('achievement'), '-', parameter('Cap')), '>', value(0)),
  parameter('Cap'),
  builtin(
    'IF',
    operator(operator(column('achievement'), '-', parameter('Floor')), '<', value(0)),
    parameter('Floor'),
    column('achievement'),
  ),
);

function gateColumn(language: Language): ColumnSpec {
  const { missed, passed } = GATE_WORDS[language];
  // By difference, as above.
  const below = operator(operator(column('achievement'), '-', column('gate')), '<', value(0));
  return {
    key: 'gateLight',
    label: say('Gate is', '一票否决'),
    format: 'text',
    formula: unlessBlank(
      column('gate'),
      unlessBlank(column('achievement'), builtin('IF', below, value(missed), value(passed))),
    ),
    lights: [
      { condition: { when: 'textIs', value: missed }, ...LIGHT_COLORS.red },
      { condition: { when: 'textIs', value: passed }, ...LIGHT_COLORS.green },
    ],
  };
}

function kpiTotals(language: Language): AboveRow[] {
  const counted = (key: string) => builtin('COUNT', columnOf('Kpis', key));
  const engine = kpi(weightedScore, {
    achievements: columnOf('Kpis', 'achievement'),
    weights: columnOf('Kpis', 'weight'),
    cap: parameter('Cap'),
    floor: parameter('Floor'),
  });
  const total = totalOf('Kpis', 'contribution');
  const difference = operator(total, '-', operator(value(100), '*', engine));
  return [
    totals({
      weight: sumOf('Kpis', 'weight'),
      contribution: builtin('IF', operator(filledWeight, '=', value(0)), BLANK, sumOf('Kpis', 'contribution')),
    }),
    checks({
      weight: operator(totalOf('Kpis', 'weight'), '-', value(1)),
      contribution: builtin('IF', operator(total, '=', BLANK), value(0), difference),
    }),
    {
      key: 'remark',
      label: say('Note', '说明'),
      role: 'note',
      format: 'text',
      cells: { kpi: remark(operator(counted('weight'), '-', counted('achievement')), language) },
    },
  ];
}

/** Says what is out of the ordinary about the score. */
function remark(missing: Expression, language: Language): Expression {
  const missed = builtin('COUNTIF', columnOf('Kpis', 'gateLight'), value(GATE_WORDS[language].missed));
  const { withoutData, gatesMissed } = {
    en: {
      withoutData: joined('KPIs without data: ', missing, ', their weight is shared out among the others. '),
      gatesMissed: joined('Gates missed: ', missed, ', the grade is ', parameter('GateGrade'), ' at best.'),
    },
    zh: {
      withoutData: joined(missing, ' 项指标无数据，其权重由其余指标分担。'),
      gatesMissed: joined(missed, ' 项触发否决线，等级最高为 ', parameter('GateGrade'), '。'),
    },
  }[language];
  const said = (count: Expression, sentence: Expression) =>
    builtin('IF', operator(count, '>', value(0)), sentence, BLANK);
  return joined(said(missing, withoutData), said(missed, gatesMissed));
}

function dimensionTable(names: readonly string[]): TableSpec {
  const dimension = exactly(column('dimension'));
  const kpis = (key: string) => columnOf('Kpis', key);
  const filled = sumIfs(kpis('weight'), kpis('dimension'), dimension, kpis('achievement'), ANY_NUMBER);
  const contribution = sumIf(kpis('dimension'), dimension, kpis('contribution'));
  return {
    key: 'Dimensions',
    title: say('By dimension', '分维度'),
    spare: 0,
    above: [
      checks({
        weight: operator(sumOf('Dimensions', 'weight'), '-', totalOf('Kpis', 'weight')),
        contribution: operator(sumOf('Dimensions', 'contribution'), '-', sumOf('Kpis', 'contribution')),
      }),
    ],
    columns: [
      wordColumn('dimension', say('Dimension', '维度')),
      {
        key: 'weight',
        label: say('Weight', '权重'),
        format: 'percent',
        eachRow: true,
        formula: sumIf(kpis('dimension'), dimension, kpis('weight')),
      },
      {
        key: 'contribution',
        label: say('Weighted score', '加权得分'),
        format: 'points',
        eachRow: true,
        formula: unlessZero(filled, contribution),
      },
      {
        key: 'score',
        label: say('Score', '得分'),
        format: 'points',
        eachRow: true,
        formula: unlessZero(filled, operator(operator(contribution, '*', filledWeight), '/', filled)),
        note: say('Mean score of its KPIs by their weights.', '该维度各指标按权重的平均得分。'),
      },
      {
        key: 'bar',
        label: say('Score, as a bar', '得分图示'),
        note: say('A full bar is 150 points.', '满格为 150 分。'),
        ...bars(column('score'), 1.5, operator(column('score'), '/', value(100))),
      },
    ],
    rows: names.map(dimension => ({ dimension })),
  };
}

function gradeTable(language: Language): TableSpec {
  return {
    key: 'Grades',
    title: say('Grades', '等级'),
    spare: 0,
    above: [],
    columns: [
      { key: 'from', label: say('Score from', '分数下限'), format: 'points', rule: { kind: 'number' } },
      { key: 'grade', label: say('Grade', '等级'), format: 'text', centred: true },
      { key: 'meaning', label: say('Meaning', '含义'), format: 'text' },
    ],
    rows: GRADES.map(({ from, grade, meaning }) => ({ from, grade, meaning: meaning[language] })),
  };
}
