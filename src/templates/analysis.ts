import { growth } from '../functions/growth.ts';
import { type Language, say, type Text } from '../kernel/text.ts';
import { defineSpec } from '../plan/defineTemplate.ts';
import { column, type Expression, kpi, reference, value } from '../plan/expression.ts';
import { linesField, textField } from '../plan/field.ts';
import type { ColumnSpec, Format, Literal, TableSpec } from '../plan/sheetSpec.ts';
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
  kindWord,
  type MeasureKind,
  measureFormats,
  rowAchievement,
  SHOWN_LABEL,
} from './shared/measures.ts';
import { type MoneyFormat, moneyField } from './shared/money.ts';
import { lightCells, periodCell, periodField, trackerLightCells, unitCell, unitField } from './shared/strip.ts';

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

export const analysis = defineSpec({
  id: 'analysis',
  label: say('Achievement analysis', '达成分析'),
  summary: say(
    'Every team metric against target, last month and last year, with the main cause; regions and product lines beside it.',
    '团队各项指标对比目标、上月和去年同期，并写明主要原因；另有分区域、分产品线的达成。',
  ),
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
    metrics: linesField({
      label: say('Metrics', '指标'),
      hint: say(
        `One metric per line: name, ${SHOWN_LABEL.en}, target. The first is total sales.`,
        `每行一条：指标、${SHOWN_LABEL.zh}、目标；第一行为销售总额。`,
      ),
      columns: [
        { key: 'metric', label: say('Metric', '指标'), type: 'text' },
        { key: 'shown', label: say('Shown as', '显示为'), type: 'text' },
        { key: 'target', label: say('Target', '目标'), type: 'number', optional: true },
      ],
      initial: language =>
        SAMPLES.map(({ metric, shown, target }) => ({
          metric: metric[language],
          shown: kindWord(shown, language),
          target,
        })),
    }),
    samples: samplesField,
  },
  sheet({ title, period, unit, money, fromTracker, fromHistory: fromLedger, groups, metrics, samples }, language) {
    const readsHistory = fromTracker && fromLedger;
    const formats = measureFormats('metrics', metrics, money);
    if (formats instanceof Problems) return formats;
    const rows = metrics.map((line, index) => ({
      metric: line.metric,
      target: line.target ?? null,
      ...(samples ? sampleOf(line.metric, language) : {}),
      ...(fromTracker && index === 0 ? { ...(samples ? BEFORE_TRACKER : {}), ...TOTALS } : {}),
      ...(readsHistory && index === 0 ? earlierSales(language) : {}),
    }));
    return {
      template: 'analysis',
      name: say('Analysis', '达成分析'),
      prefix: 'Analysis',
      title,
      subtitle: say(
        'Fill in the yellow cells: target, actual, the earlier results, and the main cause of every miss.',
        '填写黄色单元格：目标、实际、往期数值，并写明未达成的主要原因。',
      ),
      orientation: 'landscape',
      frozenColumns: 1,
      needs: [
        ...(fromTracker ? [trackerNeed(SAMPLE_MONTH, language)] : []),
        ...(readsHistory ? [historyNeed(SAMPLE_MONTH, language)] : []),
      ],
      parameters: [
        periodCell(period),
        unitCell(unit),
        ...(fromTracker ? trackerLightCells(language) : lightCells(language)),
      ],
      tables: [
        metricTable(rows, formats, language, money),
        ...(fromTracker ? [byRegion({ money, groups, language }), byProduct({ money, groups, language })] : []),
      ],
    };
  },
});

/** The company's sales of the month before the tracker's, and of the same month of last year. */
function earlierSales(language: Language): Readonly<Record<string, Expression>> {
  const after = (months: number) => monthStart(reference('Tracker_Start'), value(months));
  const sales = (from: number) =>
    fromHistory(
      HISTORY.actual,
      {
        unitType: 'company',
        metric: value(SALES[language]),
        from: after(from),
        to: after(from + 1),
        months: value(1),
      },
      language,
    );
  return { lastMonth: sales(-1), lastYear: sales(-12) };
}

/** Earlier totals that go with the sample rows of the tracker. */
const BEFORE_TRACKER = { lastMonth: 3900000, lastYear: 3400000 };

function sampleOf(name: string, language: Language): Readonly<Record<string, Literal>> {
  const sample = SAMPLES.find(({ metric }) => metric[language] === name);
  if (!sample) return {};
  const { actual, lastMonth, lastYear, lower = false, cause } = sample;
  return { direction: directionWord(language, lower), actual, lastMonth, lastYear, cause: cause?.[language] ?? null };
}

function metricTable(
  rows: TableSpec['rows'],
  rowFormats: readonly Format[],
  language: Language,
  money: MoneyFormat,
): TableSpec {
  const figure = (key: string, label: Text): ColumnSpec => ({
    key,
    label,
    format: money,
    formattedByRow: true,
    rule: { kind: 'number' },
  });
  const change = (key: string, label: Text, before: string, note: Text): ColumnSpec => ({
    key,
    label,
    format: 'percent',
    formula: kpi(growth, {
      current: unlessZero(column(before), column('actual')),
      previous: column(before),
    }),
    note,
  });
  return {
    key: 'Metrics',
    spare: 5,
    above: [],
    columns: [
      { key: 'metric', label: say('Metric', '指标'), format: 'text' },
      directionColumn(language),
      figure('target', say('Team target', '团队目标')),
      figure('actual', say('Team actual', '团队实际')),
      achievementColumn(rowAchievement(directed)),
      lightColumn(language, 'metric'),
      figure('lastMonth', say('Last month', '上月')),
      change(
        'monthOnMonth',
        say('Month on month', '环比'),
        'lastMonth',
        say('(Actual − last month) ÷ last month.', '（实际 − 上月）÷ 上月。'),
      ),
      figure('lastYear', say('Same month last year', '去年同期')),
      change(
        'yearOnYear',
        say('Year on year', '同比'),
        'lastYear',
        say('(Actual − same month last year) ÷ same month last year.', '（实际 − 去年同期）÷ 去年同期。'),
      ),
      { key: 'cause', label: say('Main cause', '主要原因'), format: 'text', wrap: true, width: 240 },
    ],
    rows,
    rowFormats,
  };
}
