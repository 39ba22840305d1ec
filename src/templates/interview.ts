import { achievement } from '../functions/achievement.ts';
import { type Language, say, searchWords, type Text } from '../kernel/text.ts';
import { defineTemplate } from '../plan/defineTemplate.ts';
import { type Expression, kpi } from '../plan/expression.ts';
import { dateField, textField } from '../plan/field.ts';
import { f } from '../plan/formulaText.ts';
import type { Column, Row, SaidFormat, Table } from '../plan/said.ts';
import { inStrip, readBy, show } from '../plan/show.ts';
import { Problems } from '../plan/template.ts';
import { SALES } from '../sheets/history.ts';
import { dueColumn, OPEN, stateColumn, textColumn } from './shared/actions.ts';
import { unlessZero } from './shared/expressions.ts';
import { fromHistory, fromHistoryField, HISTORY } from './shared/fromHistory.ts';
import { fromTrackerField, OF_PERSON, TOTALS } from './shared/fromTracker.ts';
import { INTERVIEW_METRICS, SAMPLE_PLAN, SAMPLE_REMARKS, SAMPLE_TREND } from './shared/interviewSamples.ts';
import { historyNeed, SAMPLE_MONTH, trackerNeed } from './shared/ledger.ts';
import { lightColumn } from './shared/lights.ts';
import { dayAfter, monthAfter, monthStart, padded, samplesField, wordColumn } from './shared/log.ts';
import {
  ACHIEVEMENT_NOTE,
  achievementColumn,
  directed,
  directionColumn,
  directionWord,
  measureFormats,
  metricsField,
  rowAchievement,
  rowFigure,
  SHOWN_LABEL,
} from './shared/measures.ts';
import { moneyField } from './shared/money.ts';
import { SAMPLE_PEOPLE } from './shared/samples.ts';
import { LIGHT_CELLS, periodField, personField, TRACKER_LIGHT_CELLS } from './shared/strip.ts';

export const interview = defineTemplate({
  id: 'interview',
  label: say('Performance 1:1', '绩效面谈'),
  words: searchWords(
    'one-on-one, coaching, appraisal, feedback, development plan, action plan',
    '绩效考核，辅导，一对一，谈话记录，绩效沟通，行动计划',
  ),
  summary: say(
    'One person’s results and trend, strengths, improvements and the plan that was agreed.',
    '一个人的业绩数据与趋势、优势、待改进之处和达成一致的计划。',
  ),
  name: say('Interview', '绩效面谈'),
  prefix: 'Interview',
  subtitle: say(
    'Prepare the data before the talk; write down strengths, improvements and the plan together.',
    '面谈前备好数据；优势、改进与计划由双方共同填写。',
  ),
  orientation: 'portrait',
  fields: {
    title: textField({
      label: say('Title', '标题'),
      initial: say('Performance 1:1', '绩效面谈记录'),
    }),
    person: personField(say('Person', '被面谈人'), SAMPLE_PEOPLE[1]?.person),
    manager: inStrip(
      textField({ label: say('Manager', '面谈人'), initial: say('Sales manager', '销售经理') }),
      show.text,
      'Manager',
    ),
    day: inStrip(dateField({ label: say('Date of the 1:1', '面谈日期'), initial: today => today }), show.date, 'Day'),
    period: periodField,
    money: moneyField,
    fromTracker: fromTrackerField,
    // The sample rows of the history are those of the company and its regions.
    fromHistory: fromHistoryField(false),
    metrics: metricsField(
      say(
        `One metric per line: name, ${SHOWN_LABEL.en}, target. The first is sales.`,
        `每行一条：指标、${SHOWN_LABEL.zh}、目标；第一行为销售额。`,
      ),
      INTERVIEW_METRICS,
    ),
    samples: samplesField,
  },
  sheet({ day, money, fromTracker, fromHistory: fromLedger, metrics, samples }, language) {
    const formats = measureFormats('metrics', metrics);
    if (formats instanceof Problems) return formats;
    const rows = metrics.map(({ metric, target }, index) => ({
      metric,
      target,
      ...(samples ? sampleOf(metric, language) : {}),
      ...(fromTracker && index === 0 ? { ...OF_PERSON, team } : {}),
    }));
    return {
      amounts: money,
      needs: [
        ...(fromTracker ? [trackerNeed(SAMPLE_MONTH, language)] : []),
        ...(fromLedger ? [historyNeed(SAMPLE_MONTH, language)] : []),
      ],
      strip: ['person', 'period', 'manager', 'day', ...(fromTracker ? TRACKER_LIGHT_CELLS : LIGHT_CELLS)],
      tables: [
        figureTable(rows, formats),
        trendTable(day, fromLedger, samples),
        remarkTable(samples ? SAMPLE_REMARKS : []),
        planTable(day, samples ? SAMPLE_PLAN : []),
        wordTable,
      ],
    };
  },
});

const team = unlessZero(TOTALS.target, kpi(achievement, { actual: TOTALS.actual, target: TOTALS.target }));

function sampleOf(name: string, language: Language): Row {
  const sample = INTERVIEW_METRICS.find(({ metric }) => metric[language] === name);
  return sample
    ? { direction: directionWord(sample.lower), actual: sample.actual, team: sample.team, remark: sample.remark }
    : {};
}

const figureTable = (rows: readonly Row[], rowFormats: readonly SaidFormat[]): Table => ({
  key: 'Figures',
  title: say('1  Results', '一、业绩数据'),
  spare: 4,
  columns: [
    show.text('metric', say('Metric', '指标'), { width: 150 }),
    rowFigure('target', say('Target', '目标')),
    rowFigure('actual', say('Actual', '实际')),
    achievementColumn(rowAchievement(directed)),
    lightColumn('metric'),
    show.percent('team', say('Team’s achievement', '团队达成率')),
    directionColumn,
    textColumn('remark', say('Remark', '备注'), 180),
  ],
  rows,
  rowFormats,
});

const TREND_MONTHS = 6;

/** The person's figure of the row's month. */
const ofMonth = (cells: Expression) =>
  fromHistory(cells, {
    unitType: 'person',
    unit: f`Person`,
    metric: f`${SALES}`,
    from: f`[month]`,
    to: monthStart(f`[month]`, 1),
    months: f`1`,
  });

/** The months up to the one before the interview, as figures and as a line. */
function trendTable(day: string, fromLedger: boolean, samples: boolean): Table {
  const figure = (key: string, label: Text, cells: Expression): Column => {
    const typed = show.amount(key, label);
    return fromLedger ? { ...readBy(typed, ofMonth(cells)), eachRow: true } : typed;
  };
  return {
    key: 'Trend',
    title: say('2  Trend', '二、业绩趋势'),
    charts: [
      { kind: 'line', title: say('Achievement by month', '各月达成率'), categories: 'month', series: ['achievement'] },
    ],
    columns: [
      { key: 'month', label: say('Month', '月份'), format: 'month' },
      figure('target', say('Target', '目标'), HISTORY.target),
      figure('actual', say('Actual', '实际'), HISTORY.actual),
      achievementColumn(kpi(achievement, { actual: unlessZero(f`[target]`, f`[actual]`), target: f`[target]` }), {
        note: ACHIEVEMENT_NOTE,
      }),
      lightColumn('achievement'),
    ],
    rows: Array.from({ length: TREND_MONTHS }, (_, index) => ({
      month: monthAfter(day, index - TREND_MONTHS),
      ...(samples && !fromLedger ? SAMPLE_TREND[index] : {}),
    })),
  };
}

const STRENGTH = say('Strength', '优势');
const TO_IMPROVE = say('To improve', '待改进');

const remarkTable = (samples: readonly Row[]): Table => ({
  key: 'Remarks',
  title: say('3  Strengths and improvements', '三、优势与待改进'),
  columns: [
    wordColumn('kind', say('Kind', '类别')),
    textColumn('seen', say('What was seen', '具体表现'), 150),
    textColumn('example', say('Example', '事例'), 150),
    textColumn('effect', say('Effect on results', '对业绩的影响'), 150),
  ],
  rows: [STRENGTH, STRENGTH, STRENGTH, TO_IMPROVE, TO_IMPROVE, TO_IMPROVE].map((kind, row) => ({
    kind,
    ...samples[row],
  })),
});

const PLAN_ROWS = 4;

const planTable = (day: string, samples: readonly Row[]): Table => ({
  key: 'Plan',
  title: say('4  Agreed plan', '四、达成一致的计划'),
  spare: 4,
  columns: [
    textColumn('goal', say('Goal', '目标'), 150),
    textColumn('action', say('Action', '行动'), 150),
    textColumn('measure', say('Measured by', '衡量标准'), 150),
    textColumn('support', say('Support', '所需支持'), 150),
    dueColumn,
    stateColumn,
  ],
  rows: padded(
    samples.map(line => ({ ...line, due: dayAfter(day, 30), state: OPEN })),
    PLAN_ROWS,
  ),
});

const wordTable: Table = {
  key: 'Words',
  title: say('5  Comments and signatures', '五、双方意见与签字'),
  columns: [
    show.text('who', say('Name', '姓名')),
    textColumn('words', say('Comment', '意见'), 150),
    show.text('signature', say('Signature', '签字')),
    show.date('signed', say('Date', '日期')),
  ],
  rows: [{ who: f`Person` }, { who: f`Manager` }],
};
