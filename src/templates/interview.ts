import { achievement } from '../functions/achievement.ts';
import { serialOfIso } from '../kernel/calendar.ts';
import { type Language, say, type Text } from '../kernel/text.ts';
import { defineSpec } from '../plan/defineTemplate.ts';
import { column, type Expression, kpi, parameter, value } from '../plan/expression.ts';
import { dateField, linesField, textField } from '../plan/field.ts';
import type { ColumnSpec, Format, Literal, TableSpec } from '../plan/sheetSpec.ts';
import { Problems } from '../plan/template.ts';
import { SALES } from '../sheets/history.ts';
import { dueColumn, openState, stateColumn, textColumn } from './shared/actions.ts';
import { unlessZero } from './shared/expressions.ts';
import { fromHistory, fromHistoryField, HISTORY } from './shared/fromHistory.ts';
import { actualOf, fromTrackerField, TOTALS, TRACKER, targetOf } from './shared/fromTracker.ts';
import { INTERVIEW_METRICS, SAMPLE_PLAN, SAMPLE_REMARKS, SAMPLE_TREND } from './shared/interviewSamples.ts';
import { historyNeed, SAMPLE_MONTH, trackerNeed } from './shared/ledger.ts';
import { lightColumn } from './shared/lights.ts';
import { dayAfter, monthAfter, monthStart, samplesField, wordColumn } from './shared/log.ts';
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
import { lightCells, periodCell, periodField, trackerLightCells } from './shared/strip.ts';

export const interview = defineSpec({
  id: 'interview',
  label: say('Performance 1:1', '绩效面谈'),
  summary: say(
    'One person’s results and trend, strengths, improvements and the plan that was agreed.',
    '一个人的业绩数据与趋势、优势、待改进之处和达成一致的计划。',
  ),
  fields: {
    title: textField({
      label: say('Title', '标题'),
      initial: say('Performance 1:1', '绩效面谈记录'),
    }),
    person: textField({
      label: say('Person', '被面谈人'),
      hint: say('As in the tracker, where sales are read from it.', '如取自目标跟踪，请与表中姓名一致。'),
      initial: SAMPLE_PEOPLE[1]?.person ?? say('Name', '姓名'),
    }),
    manager: textField({
      label: say('Manager', '面谈人'),
      initial: say('Sales manager', '销售经理'),
    }),
    day: dateField({ label: say('Date of the 1:1', '面谈日期'), initial: today => today }),
    period: periodField,
    money: moneyField,
    fromTracker: fromTrackerField,
    // The sample rows of the history are those of the company and its regions.
    fromHistory: fromHistoryField(false),
    metrics: linesField({
      label: say('Metrics', '指标'),
      hint: say(
        `One metric per line: name, ${SHOWN_LABEL.en}, target. The first is sales.`,
        `每行一条：指标、${SHOWN_LABEL.zh}、目标；第一行为销售额。`,
      ),
      columns: [
        { key: 'metric', label: say('Metric', '指标'), type: 'text' },
        { key: 'shown', label: say('Shown as', '显示为'), type: 'text' },
        { key: 'target', label: say('Target', '目标'), type: 'number', optional: true },
      ],
      initial: language =>
        INTERVIEW_METRICS.map(({ metric, shown, target }) => ({
          metric: metric[language],
          shown: kindWord(shown, language),
          target,
        })),
    }),
    samples: samplesField,
  },
  sheet(
    { title, person, manager, day, period, money, fromTracker, fromHistory: fromLedger, metrics, samples },
    language,
  ) {
    const formats = measureFormats('metrics', metrics, money);
    if (formats instanceof Problems) return formats;
    const rows = metrics.map(({ metric, target }, index) => ({
      metric,
      target: target ?? null,
      ...(samples ? sampleOf(metric, language) : {}),
      ...(fromTracker && index === 0 ? OF_PERSON : {}),
    }));
    return {
      template: 'interview',
      name: say('Interview', '绩效面谈'),
      prefix: 'Interview',
      title,
      subtitle: say(
        'Prepare the data before the talk; write down strengths, improvements and the plan together.',
        '面谈前备好数据；优势、改进与计划由双方共同填写。',
      ),
      orientation: 'portrait',
      frozenColumns: 0,
      needs: [
        ...(fromTracker ? [trackerNeed(SAMPLE_MONTH, language)] : []),
        ...(fromLedger ? [historyNeed(SAMPLE_MONTH, language)] : []),
      ],
      parameters: [
        { key: 'Person', label: say('Person', '被面谈人'), format: 'text', value: person },
        periodCell(period),
        { key: 'Manager', label: say('Manager', '面谈人'), format: 'text', value: manager },
        {
          key: 'Day',
          label: say('Date of the 1:1', '面谈日期'),
          format: 'date',
          value: serialOfIso(day),
          rule: { kind: 'date' },
        },
        ...(fromTracker ? trackerLightCells(language) : lightCells(language)),
      ],
      tables: [
        figureTable(rows, formats, money, language),
        trendTable(day, { samples: samples && !fromLedger, fromLedger }, money, language),
        remarkTable(samples, language),
        planTable(day, samples, language),
        wordTable(),
      ],
    };
  },
});

const OF_PERSON: Readonly<Record<string, Expression>> = {
  target: targetOf(TRACKER.person, parameter('Person')),
  actual: actualOf(TRACKER.person, parameter('Person')),
  team: unlessZero(TOTALS.target, kpi(achievement, { actual: TOTALS.actual, target: TOTALS.target })),
};

function sampleOf(name: string, language: Language): Readonly<Record<string, Literal>> {
  const sample = INTERVIEW_METRICS.find(({ metric }) => metric[language] === name);
  if (!sample) return {};
  return {
    direction: directionWord(language, sample.lower ?? false),
    actual: sample.actual,
    team: sample.team,
    remark: sample.remark?.[language] ?? null,
  };
}

function figureTable(
  rows: TableSpec['rows'],
  rowFormats: readonly Format[],
  money: MoneyFormat,
  language: Language,
): TableSpec {
  const figure = (key: string, label: Text): ColumnSpec => ({
    key,
    label,
    format: money,
    formattedByRow: true,
    rule: { kind: 'number' },
  });
  return {
    key: 'Figures',
    title: say('1  Results', '一、业绩数据'),
    spare: 4,
    above: [],
    columns: [
      { key: 'metric', label: say('Metric', '指标'), format: 'text', width: 150 },
      figure('target', say('Target', '目标')),
      figure('actual', say('Actual', '实际')),
      achievementColumn(rowAchievement(directed)),
      lightColumn(language, 'metric'),
      {
        key: 'team',
        label: say('Team’s achievement', '团队达成率'),
        format: 'percent',
        rule: { kind: 'number' },
      },
      directionColumn(language),
      textColumn('remark', say('Remark', '备注'), 180),
    ],
    rows,
    rowFormats,
  };
}

const TREND_MONTHS = 6;

/** The person's figure of the row's month. */
function ofMonth(cells: Expression, language: Language): Expression {
  const month = column('month');
  const [from, to] = [month, monthStart(month, value(1))];
  const unit = parameter('Person');
  const wanted = { unitType: 'person', unit, metric: value(SALES[language]), from, to, months: value(1) } as const;
  return fromHistory(cells, wanted, language);
}

/** The months up to the one before the interview, as figures and as a line. */
function trendTable(
  day: string,
  { samples, fromLedger }: { readonly samples: boolean; readonly fromLedger: boolean },
  money: MoneyFormat,
  language: Language,
): TableSpec {
  const figure = (key: string, label: Text, cells: Expression): ColumnSpec => ({
    key,
    label,
    format: money,
    ...(fromLedger ? { formula: ofMonth(cells, language), eachRow: true } : { rule: { kind: 'number' } }),
  });
  return {
    key: 'Trend',
    title: say('2  Trend', '二、业绩趋势'),
    spare: 0,
    above: [],
    charts: [
      {
        kind: 'line',
        title: say('Achievement by month', '各月达成率'),
        categories: 'month',
        series: ['achievement'],
      },
    ],
    columns: [
      { key: 'month', label: say('Month', '月份'), format: 'month' },
      figure('target', say('Target', '目标'), HISTORY.target),
      figure('actual', say('Actual', '实际'), HISTORY.actual),
      achievementColumn(
        kpi(achievement, {
          actual: unlessZero(column('target'), column('actual')),
          target: column('target'),
        }),
        { note: say('Actual ÷ target.', '实际 ÷ 目标。') },
      ),
      lightColumn(language, 'achievement'),
    ],
    rows: Array.from({ length: TREND_MONTHS }, (_, index) => ({
      month: serialOfIso(monthAfter(day, index - TREND_MONTHS)),
      ...(samples ? SAMPLE_TREND[index] : {}),
    })),
  };
}

const KINDS = [
  say('Strength', '优势'),
  say('Strength', '优势'),
  say('Strength', '优势'),
  say('To improve', '待改进'),
  say('To improve', '待改进'),
  say('To improve', '待改进'),
] as const satisfies readonly Text[];

function remarkTable(samples: boolean, language: Language): TableSpec {
  return {
    key: 'Remarks',
    title: say('3  Strengths and improvements', '三、优势与待改进'),
    spare: 0,
    above: [],
    columns: [
      wordColumn('kind', say('Kind', '类别')),
      textColumn('seen', say('What was seen', '具体表现'), 150),
      textColumn('example', say('Example', '事例'), 150),
      textColumn('effect', say('Effect on results', '对业绩的影响'), 150),
    ],
    rows: KINDS.map((kind, row) => ({
      kind: kind[language],
      ...(samples ? SAMPLE_REMARKS[language][row] : {}),
    })),
  };
}

const PLAN_ROWS = 4;

function planTable(day: string, samples: boolean, language: Language): TableSpec {
  const plan = samples ? SAMPLE_PLAN[language] : [];
  return {
    key: 'Plan',
    title: say('4  Agreed plan', '四、达成一致的计划'),
    spare: 4,
    above: [],
    columns: [
      textColumn('goal', say('Goal', '目标'), 150),
      textColumn('action', say('Action', '行动'), 150),
      textColumn('measure', say('Measured by', '衡量标准'), 150),
      textColumn('support', say('Support', '所需支持'), 150),
      dueColumn,
      stateColumn(language),
    ],
    rows: Array.from({ length: PLAN_ROWS }, (_, index) => {
      const line = plan[index];
      return line ? { ...line, due: serialOfIso(dayAfter(day, 30)), state: openState(language) } : {};
    }),
  };
}

function wordTable(): TableSpec {
  return {
    key: 'Words',
    title: say('5  Comments and signatures', '五、双方意见与签字'),
    spare: 0,
    above: [],
    columns: [
      { key: 'who', label: say('Name', '姓名'), format: 'text' },
      textColumn('words', say('Comment', '意见'), 150),
      { key: 'signature', label: say('Signature', '签字'), format: 'text' },
      { ...dueColumn, key: 'signed', label: say('Date', '日期') },
    ],
    rows: [{ who: parameter('Person') }, { who: parameter('Manager') }],
  };
}
