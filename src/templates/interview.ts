import { achievement } from '../functions/achievement.ts';
import { serialOfIso } from '../kernel/calendar.ts';
import type { Language, Text } from '../kernel/text.ts';
import { blankKept, column, type Expression, kpi, parameter, value } from '../plan/expression.ts';
import { dateField, linesField, textField } from '../plan/field.ts';
import type { ColumnSpec, Format, Literal, TableSpec } from '../plan/sheetSpec.ts';
import { defineTemplate, Problems } from '../plan/template.ts';
import { dueColumn, openState, stateColumn, textColumn } from './shared/actions.ts';
import { unlessZero } from './shared/expressions.ts';
import { fromHistory, fromHistoryField, HISTORY } from './shared/fromHistory.ts';
import { actualOf, fromTrackerField, TOTALS, TRACKER, targetOf } from './shared/fromTracker.ts';
import { INTERVIEW_METRICS, SAMPLE_PLAN, SAMPLE_REMARKS, SAMPLE_TREND } from './shared/interviewSamples.ts';
import { historyNeed, SALES, SAMPLE_MONTH, trackerNeed } from './shared/ledger.ts';
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

export const interview = defineTemplate({
  id: 'interview',
  label: { en: 'Performance 1:1', zh: '绩效面谈' },
  summary: {
    en: 'One person’s results and trend, strengths, improvements and the plan that was agreed.',
    zh: '一个人的业绩数据与趋势、优势、待改进之处和达成一致的计划。',
  },
  fields: {
    title: textField({
      label: { en: 'Title', zh: '标题' },
      initial: { en: 'Performance 1:1', zh: '绩效面谈记录' },
    }),
    person: textField({
      label: { en: 'Person', zh: '被面谈人' },
      hint: { en: 'As in the tracker, where sales are read from it.', zh: '如取自目标跟踪，请与表中姓名一致。' },
      initial: SAMPLE_PEOPLE[1]?.person ?? { en: 'Name', zh: '姓名' },
    }),
    manager: textField({
      label: { en: 'Manager', zh: '面谈人' },
      initial: { en: 'Sales manager', zh: '销售经理' },
    }),
    day: dateField({ label: { en: 'Date of the 1:1', zh: '面谈日期' }, initial: today => today }),
    period: periodField,
    money: moneyField,
    fromTracker: fromTrackerField,
    // The sample rows of the history are those of the company and its regions.
    fromHistory: fromHistoryField(false),
    metrics: linesField({
      label: { en: 'Metrics', zh: '指标' },
      hint: {
        en: `One metric per line: name, ${SHOWN_LABEL.en}, target. The first is sales.`,
        zh: `每行一条：指标、${SHOWN_LABEL.zh}、目标；第一行为销售额。`,
      },
      columns: [
        { key: 'metric', label: { en: 'Metric', zh: '指标' }, type: 'text' },
        { key: 'shown', label: { en: 'Shown as', zh: '显示为' }, type: 'text' },
        { key: 'target', label: { en: 'Target', zh: '目标' }, type: 'number', optional: true },
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
      name: { en: 'Interview', zh: '绩效面谈' },
      prefix: 'Interview',
      title,
      subtitle: {
        en: 'Prepare the data before the talk; write down strengths, improvements and the plan together.',
        zh: '面谈前备好数据；优势、改进与计划由双方共同填写。',
      },
      orientation: 'portrait',
      frozenColumns: 0,
      needs: [
        ...(fromTracker ? [trackerNeed(SAMPLE_MONTH, language)] : []),
        ...(fromLedger ? [historyNeed(SAMPLE_MONTH, language)] : []),
      ],
      parameters: [
        { key: 'Person', label: { en: 'Person', zh: '被面谈人' }, format: 'text', value: person },
        periodCell(period),
        { key: 'Manager', label: { en: 'Manager', zh: '面谈人' }, format: 'text', value: manager },
        {
          key: 'Day',
          label: { en: 'Date of the 1:1', zh: '面谈日期' },
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
    title: { en: '1  Results', zh: '一、业绩数据' },
    spare: 4,
    above: [],
    columns: [
      { key: 'metric', label: { en: 'Metric', zh: '指标' }, format: 'text', width: 150 },
      figure('target', { en: 'Target', zh: '目标' }),
      figure('actual', { en: 'Actual', zh: '实际' }),
      achievementColumn(rowAchievement(directed)),
      lightColumn(language, 'metric'),
      {
        key: 'team',
        label: { en: 'Team’s achievement', zh: '团队达成率' },
        format: 'percent',
        rule: { kind: 'number' },
      },
      directionColumn(language),
      textColumn('remark', { en: 'Remark', zh: '备注' }, 180),
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
    title: { en: '2  Trend', zh: '二、业绩趋势' },
    spare: 0,
    above: [],
    charts: [
      {
        kind: 'line',
        title: { en: 'Achievement by month', zh: '各月达成率' },
        categories: 'month',
        series: ['achievement'],
      },
    ],
    columns: [
      { key: 'month', label: { en: 'Month', zh: '月份' }, format: 'month' },
      figure('target', { en: 'Target', zh: '目标' }, HISTORY.target),
      figure('actual', { en: 'Actual', zh: '实际' }, HISTORY.actual),
      achievementColumn(
        kpi(achievement, {
          actual: unlessZero(column('target'), blankKept(column('actual'))),
          target: blankKept(column('target')),
        }),
        { note: { en: 'Actual ÷ target.', zh: '实际 ÷ 目标。' } },
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
  { en: 'Strength', zh: '优势' },
  { en: 'Strength', zh: '优势' },
  { en: 'Strength', zh: '优势' },
  { en: 'To improve', zh: '待改进' },
  { en: 'To improve', zh: '待改进' },
  { en: 'To improve', zh: '待改进' },
] as const satisfies readonly Text[];

function remarkTable(samples: boolean, language: Language): TableSpec {
  return {
    key: 'Remarks',
    title: { en: '3  Strengths and improvements', zh: '三、优势与待改进' },
    spare: 0,
    above: [],
    columns: [
      wordColumn('kind', { en: 'Kind', zh: '类别' }),
      textColumn('seen', { en: 'What was seen', zh: '具体表现' }, 150),
      textColumn('example', { en: 'Example', zh: '事例' }, 150),
      textColumn('effect', { en: 'Effect on results', zh: '对业绩的影响' }, 150),
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
    title: { en: '4  Agreed plan', zh: '四、达成一致的计划' },
    spare: 4,
    above: [],
    columns: [
      textColumn('goal', { en: 'Goal', zh: '目标' }, 150),
      textColumn('action', { en: 'Action', zh: '行动' }, 150),
      textColumn('measure', { en: 'Measured by', zh: '衡量标准' }, 150),
      textColumn('support', { en: 'Support', zh: '所需支持' }, 150),
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
    title: { en: '5  Comments and signatures', zh: '五、双方意见与签字' },
    spare: 0,
    above: [],
    columns: [
      { key: 'who', label: { en: 'Name', zh: '姓名' }, format: 'text' },
      textColumn('words', { en: 'Comment', zh: '意见' }, 150),
      { key: 'signature', label: { en: 'Signature', zh: '签字' }, format: 'text' },
      { ...dueColumn, key: 'signed', label: { en: 'Date', zh: '日期' } },
    ],
    rows: [{ who: parameter('Person') }, { who: parameter('Manager') }],
  };
}
