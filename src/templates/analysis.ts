import { growth } from '../functions/growth.ts';
import { type Language, say, searchWords, type Text } from '../kernel/text.ts';
import { defineTemplate } from '../plan/defineTemplate.ts';
import { type Expression, kpi, reference } from '../plan/expression.ts';
import { textField } from '../plan/field.ts';
import { f } from '../plan/formulaText.ts';
import type { Row, SaidFormat, Table } from '../plan/said.ts';
import { show } from '../plan/show.ts';
import { Problems } from '../plan/template.ts';
import { SALES } from '../sheets/history.ts';
import { byProduct, byRegion, groupsField } from './shared/breakdown.ts';
import { unlessZero } from './shared/expressions.ts';
import { fromHistory, fromHistoryField, HISTORY } from './shared/fromHistory.ts';
import { fromTrackerField, TOTALS } from './shared/fromTracker.ts';
import { historyNeed, SAMPLE_MONTH, trackerNeed } from './shared/ledger.ts';
import { lightColumn } from './shared/lights.ts';
import { monthStart, samplesField } from './shared/log.ts';
import {
  achievementColumn,
  directed,
  directionColumn,
  directionWord,
  type MeasureKind,
  measureFormats,
  metricsField,
  rowAchievement,
  rowFigure,
  SHOWN_LABEL,
} from './shared/measures.ts';
import { moneyField } from './shared/money.ts';
import { LIGHT_CELLS, periodField, TRACKER_LIGHT_CELLS, unitField } from './shared/strip.ts';

interface Sample {
  readonly metric: Text;
  readonly shown: MeasureKind;
  readonly lower?: boolean;
  readonly target: number;
  readonly actual: number;
  readonly lastMonth: number;
  readonly lastYear: number;
  readonly cause?: Text;
}

/** Invented figures; the first line gives way to the tracker's totals. */
const SAMPLES: readonly Sample[] = [
  {
    metric: say('Total sales', '销售总额'),
    shown: 'money',
    target: 1500000,
    actual: 1420000,
    lastMonth: 1400000,
    lastYear: 1250000,
    cause: say('Two renewals moved to next month', '两笔续约推迟到下月'),
  },
  {
    metric: say('New customers', '新客户数'),
    shown: 'integer',
    target: 30,
    actual: 24,
    lastMonth: 25,
    lastYear: 20,
    cause: say('Trade fair cancelled', '展会取消'),
  },
  {
    metric: say('Average deal size', '平均合同额'),
    shown: 'money',
    target: 50000,
    actual: 52000,
    lastMonth: 50000,
    lastYear: 40000,
  },
  {
    metric: say('Collection rate', '回款率'),
    shown: 'percent',
    target: 0.9,
    actual: 0.86,
    lastMonth: 0.86,
    lastYear: 0.8,
  },
  {
    metric: say('Win rate', '成交率'),
    shown: 'percent',
    target: 0.25,
    actual: 0.24,
    lastMonth: 0.2,
    lastYear: 0.2,
  },
  {
    metric: say('New products', '新品销售额'),
    shown: 'money',
    target: 1000000,
    actual: 1100000,
    lastMonth: 1200000,
    lastYear: 1000000,
  },
  {
    metric: say('Customer churn', '客户流失率'),
    shown: 'percent',
    lower: true,
    target: 0.02,
    actual: 0.025,
    lastMonth: 0.025,
    lastYear: 0.05,
  },
];

export const analysis = defineTemplate({
  id: 'analysis',
  label: say('Achievement analysis', '达成分析'),
  words: searchWords(
    'variance analysis, root cause, performance report, regions, product lines',
    '原因分析，差异分析，业绩分析，区域分析，产品分析，目标达成率',
  ),
  summary: say(
    'Every team metric against target, last month and last year, with the main cause; regions and product lines beside it.',
    '团队各项指标对比目标、上月和去年同期，并写明主要原因；另有分区域、分产品线的达成。',
  ),
  name: say('Analysis', '达成分析'),
  prefix: 'Analysis',
  subtitle: say(
    'Fill in the yellow cells: target, actual, the earlier results, and the main cause of every miss.',
    '填写黄色单元格：目标、实际、往期数值，并写明未达成的主要原因。',
  ),
  frozenColumns: 1,
  fields: {
    title: textField({
      label: say('Title', '标题'),
      initial: say('Achievement analysis', '达成分析'),
    }),
    period: periodField,
    unit: unitField,
    money: moneyField,
    fromTracker: fromTrackerField,
    fromHistory: fromHistoryField(true),
    groups: groupsField,
    metrics: metricsField(
      say(
        `One metric per line: name, ${SHOWN_LABEL.en}, target. The first is total sales.`,
        `每行一条：指标、${SHOWN_LABEL.zh}、目标；第一行为销售总额。`,
      ),
      SAMPLES,
    ),
    samples: samplesField,
  },
  sheet({ money, fromTracker, fromHistory: fromLedger, groups, metrics, samples }, language) {
    const readsHistory = fromTracker && fromLedger;
    const formats = measureFormats('metrics', metrics);
    if (formats instanceof Problems) return formats;
    const rows = metrics.map(({ metric, target }, index) => ({
      metric,
      target,
      ...(samples ? sampleOf(metric, language) : {}),
      ...(fromTracker && index === 0 ? { ...(samples ? BEFORE_TRACKER : {}), ...TOTALS } : {}),
      ...(readsHistory && index === 0 ? EARLIER_SALES : {}),
    }));
    return {
      amounts: money,
      needs: [
        ...(fromTracker ? [trackerNeed(SAMPLE_MONTH, language)] : []),
        ...(readsHistory ? [historyNeed(SAMPLE_MONTH, language)] : []),
      ],
      strip: ['period', 'unit', ...(fromTracker ? TRACKER_LIGHT_CELLS : LIGHT_CELLS)],
      tables: [metricTable(rows, formats), ...(fromTracker ? [byRegion(groups), byProduct(groups)] : [])],
    };
  },
});

/** The company's sales of the month so many months after the tracker's. */
function salesOf(months: number): Expression {
  const after = (more: number) => monthStart(reference('Tracker_Start'), months + more);
  return fromHistory(HISTORY.actual, {
    unitType: 'company',
    metric: f`${SALES}`,
    from: after(0),
    to: after(1),
    months: f`1`,
  });
}

const EARLIER_SALES = { lastMonth: salesOf(-1), lastYear: salesOf(-12) };

/** Earlier totals that go with the sample rows of the tracker. */
const BEFORE_TRACKER = { lastMonth: 3900000, lastYear: 3400000 };

function sampleOf(name: string, language: Language): Row {
  const sample = SAMPLES.find(({ metric }) => metric[language] === name);
  if (!sample) return {};
  const { actual, lastMonth, lastYear, lower, cause } = sample;
  return { direction: directionWord(lower), actual, lastMonth, lastYear, cause };
}

const change = (key: string, label: Text, before: Expression, note: Text) =>
  show.percent(key, label, {
    formula: kpi(growth, { current: unlessZero(before, f`[actual]`), previous: before }),
    note,
  });

const metricTable = (rows: readonly Row[], rowFormats: readonly SaidFormat[]): Table => ({
  key: 'Metrics',
  spare: 5,
  columns: [
    show.text('metric', say('Metric', '指标')),
    directionColumn,
    rowFigure('target', say('Team target', '团队目标')),
    rowFigure('actual', say('Team actual', '团队实际')),
    achievementColumn(rowAchievement(directed)),
    lightColumn('metric'),
    rowFigure('lastMonth', say('Last month', '上月')),
    change(
      'monthOnMonth',
      say('Month on month', '环比'),
      f`[lastMonth]`,
      say('(Actual − last month) ÷ last month.', '（实际 − 上月）÷ 上月。'),
    ),
    rowFigure('lastYear', say('Same month last year', '去年同期')),
    change(
      'yearOnYear',
      say('Year on year', '同比'),
      f`[lastYear]`,
      say('(Actual − same month last year) ÷ same month last year.', '（实际 − 去年同期）÷ 去年同期。'),
    ),
    show.text('cause', say('Main cause', '主要原因'), { wrap: true, width: 240 }),
  ],
  rows,
  rowFormats,
});
