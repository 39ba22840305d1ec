import { say, searchWords, type Text } from '../kernel/text.ts';
import { defineTemplate } from '../plan/defineTemplate.ts';
import { columnNamed, type Expression, reference, unlessBlank } from '../plan/expression.ts';
import { numberField, textField, toggleField } from '../plan/field.ts';
import { f } from '../plan/formulaText.ts';
import type { Row, SaidFormat, StripCell, Table } from '../plan/said.ts';
import type { ChartSpec } from '../plan/sheetSpec.ts';
import { show } from '../plan/show.ts';
import { SALES } from '../sheets/history.ts';
import { achievement, leaders, progress, regionBoard, shortfalls } from './shared/boards.ts';
import { groupsField } from './shared/breakdown.ts';
import { checks, filledIn, unlessAnyBlank, unlessTexts, unlessZero } from './shared/expressions.ts';
import { figureTable } from './shared/figures.ts';
import { fromHistory, HISTORY } from './shared/fromHistory.ts';
import { TOTALS, TRACKER } from './shared/fromTracker.ts';
import { historyNeed, SAMPLE_MONTH, trackerNeed } from './shared/ledger.ts';
import { lightColumn, lightCount, withoutLight } from './shared/lights.ts';
import { monthColumn, monthStart, wordColumn } from './shared/log.ts';
import { moneyField } from './shared/money.ts';
import { funnelNeed, SAMPLE_STAGES } from './shared/stages.ts';
import { TRACKER_LIGHT_CELLS, unitField } from './shared/strip.ts';

export const dashboard = defineTemplate({
  id: 'dashboard',
  label: say('Dashboard', '业绩看板'),
  words: searchWords(
    'cockpit, overview, charts, executive summary, KPI board',
    '驾驶舱，数据看板，大屏，总览，总销量，图表',
  ),
  summary: say(
    'Headline numbers, trend, funnel, regions, top five and shortfalls on one page, read from tracker, history and funnel.',
    '一页看清关键数字、趋势、漏斗、区域、排名与异常，数据取自目标跟踪、历史台账和销售漏斗。',
  ),
  name: say('Dashboard', '业绩看板'),
  prefix: 'Dashboard',
  subtitle: say(
    'Nothing to fill in: everything is read from the tracker, the history and the funnel. Change only the yellow cells.',
    '无需填写：数据取自目标跟踪、历史台账和销售漏斗，只可调整黄色单元格。',
  ),
  fields: {
    title: textField({ label: say('Title', '标题'), initial: say('Sales dashboard', '销售业绩看板') }),
    unit: unitField,
    money: moneyField,
    groups: groupsField,
    funnel: toggleField({
      label: say('With the sales funnel', '包含销售漏斗'),
      hint: say('Needs a sales funnel in this workbook.', '需要本工作簿中已有销售漏斗表。'),
      initial: true,
    }),
    stages: numberField({
      label: say('Stages of the funnel', '漏斗阶段数'),
      hint: say('So many stages are drawn.', '图中显示的阶段数。'),
      initial: SAMPLE_STAGES.length,
      minimum: 2,
      maximum: 15,
      whole: true,
    }),
  },
  sheet({ money, groups, funnel, stages }, language) {
    return {
      amounts: money,
      needs: [
        trackerNeed(SAMPLE_MONTH, language),
        historyNeed(SAMPLE_MONTH, language),
        ...(funnel ? [funnelNeed(language)] : []),
      ],
      strip: [...OF_TRACKER, 'unit', ...TRACKER_LIGHT_CELLS],
      tables: [
        headlines,
        comparison,
        { ...regionBoard(groups), charts: funnel ? [TREND_CHART, FUNNEL_CHART] : [TREND_CHART] },
        leaders,
        shortfalls,
        trend,
        ...(funnel ? [stageTable(stages)] : []),
      ],
    };
  },
});

const timeProgress = reference('Tracker_TimeProgress');

const OF_TRACKER: readonly StripCell[] = [
  show.month('Month', say('Month', '月份'), {
    value: monthStart(reference('Tracker_Start'), 0),
    note: say('The month of the tracker.', '目标跟踪表所在月份。'),
  }),
  show.date('AsOf', say('Data as of', '数据截至'), { value: TRACKER.asOf }),
  show.percent('TimeProgress', say('Time elapsed', '时间进度'), {
    value: timeProgress,
    note: say('Share of the month’s working days that have passed.', '本月工作日中已过去的比例。'),
  }),
  show.text('Metric', say('Metric in the history', '历史台账中的指标'), {
    value: SALES,
    note: say('Which metric of the history the trend shows.', '趋势图取历史台账中的哪个指标。'),
  }),
];

/** The company's figures in the history. */
function company(cells: Expression, from: Expression, to: Expression, months = f`1`): Expression {
  return fromHistory(cells, { unitType: 'company', metric: f`Metric`, from, to, months });
}

const after = (months: number) => monthStart(f`Month`, months);
const january = (yearsAgo: number) => f`DATE(YEAR(Month)-${yearsAgo},1,1)`;

/** The closed months of the year and the tracker's own. */
function toDate(cells: Expression, now: Expression): Expression {
  const before = company(cells, january(0), f`Month`, f`MONTH(Month)-1`);
  return unlessAnyBlank([before, now], f`${before}+${now}`);
}

/** No target, rather than one of 0, as long as nobody in the tracker has one: the year's would be too small. */
const aimedNow = unlessZero(filledIn(TRACKER.target), TRACKER.totalTarget);
const soldToDate = toDate(HISTORY.actual, TOTALS.actual);
const projected = unlessAnyBlank([TOTALS.actual], unlessZero(timeProgress, f`${TRACKER.totalActual}/${timeProgress}`));

const achieved = columnNamed('Tracker_Achievement');
const onceLit = (count: Expression) => unlessTexts(withoutLight(TRACKER.light, TRACKER.person), count);
const met = onceLit(f`COUNTIF(${achieved},">=1")`);

const SALES_NOW = say('Sales this month', '本月销售额');
const PROJECTED = say('Projected month-end', '预计本月完成');
const YEAR_TO_DATE = say('Year to date', '年初至今');
const TARGETS_MET = say('Targets met (100% or more)', '达标的目标数（达成率 ≥ 100%）');

/** What matters, in figures that are read from afar. */
const headlines = figureTable(say('Headlines', '关键数字'), [
  [SALES_NOW, 'amount', TOTALS.actual],
  [say('Achievement', '达成率'), 'percent', unlessBlank(TOTALS.actual, TRACKER.totalAchievement)],
  [PROJECTED, 'amount', projected],
  [YEAR_TO_DATE, 'amount', soldToDate],
  [TARGETS_MET, 'integer', met],
  [say('Lights', '红绿灯'), 'text', lightCount(TRACKER.light, TRACKER.person)],
]);

const lastYear = company(HISTORY.actual, after(-12), after(-11));
const COMPARED: readonly (readonly [SaidFormat, Row])[] = [
  [
    'amount',
    {
      figure: SALES_NOW,
      actual: TOTALS.actual,
      target: TRACKER.totalTarget,
      lastMonth: company(HISTORY.actual, after(-1), f`Month`),
      lastYear,
    },
  ],
  ['amount', { figure: PROJECTED, actual: projected, target: TRACKER.totalTarget, lastYear }],
  [
    'amount',
    {
      figure: YEAR_TO_DATE,
      actual: soldToDate,
      target: toDate(HISTORY.target, aimedNow),
      lastYear: company(HISTORY.actual, january(1), after(-11), f`MONTH(Month)`),
    },
  ],
  ['integer', { figure: TARGETS_MET, actual: met, target: onceLit(f`COUNT(${achieved})`) }],
];

const fixedFigure = (key: string, label: Text) => show.amount(key, label, { formattedByRow: true, fixed: true });
const change = (key: string, label: Text, before: Expression, note: Text) =>
  show.percent(key, label, {
    note,
    formula: unlessAnyBlank([f`[actual]`, before], unlessZero(before, f`([actual]-${before})/ABS(${before})`)),
  });

/** The same against target, the month before and the year before. */
const comparison: Table = {
  key: 'Comparison',
  title: say('Comparison', '对比'),
  columns: [
    wordColumn('figure', say('Metric', '指标')),
    fixedFigure('actual', say('Actual', '实际')),
    fixedFigure('target', say('Target', '目标')),
    achievement,
    progress,
    lightColumn('achievement'),
    fixedFigure('lastMonth', say('Last month', '上月')),
    change(
      'monthOnMonth',
      say('Month on month', '环比'),
      f`[lastMonth]`,
      say('(Actual − last month) ÷ last month.', '（实际 − 上月）÷ 上月。'),
    ),
    fixedFigure('lastYear', say('Same month last year', '去年同期')),
    change(
      'yearOnYear',
      say('Year on year', '同比'),
      f`[lastYear]`,
      say(
        '(Actual − same month last year) ÷ same month last year. Blank where the history lacks a month.',
        '（实际 − 去年同期）÷ 去年同期；历史台账缺月份时留空。',
      ),
    ),
  ],
  rows: COMPARED.map(([, row]) => row),
  rowFormats: COMPARED.map(([format]) => format),
};

const TREND_CHART: ChartSpec = {
  kind: 'column',
  title: say('Target and actual by month', '各月目标与实际'),
  table: 'Trend',
  categories: 'month',
  series: ['target', 'actual'],
};
const FUNNEL_CHART: ChartSpec = {
  kind: 'bar',
  title: say('Sales funnel', '销售漏斗'),
  table: 'Stages',
  categories: 'stage',
  series: ['count'],
};

const MONTHS = 13;

const ofMonth = (key: string, label: Text, cells: Expression, now: Expression) =>
  show.amount(key, label, {
    eachRow: true,
    formula: f`IF([month]=Month,${now},${company(cells, f`[month]`, monthStart(f`[month]`, 1))})`,
  });

/** The months up to the tracker's own, whose figures are not in the history yet. */
const trend: Table = {
  key: 'Trend',
  title: say('Trend', '趋势'),
  columns: [
    monthColumn(f`Month`, 1 - MONTHS),
    ofMonth('target', say('Target', '目标'), HISTORY.target, TRACKER.totalTarget),
    ofMonth('actual', say('Actual', '实际'), HISTORY.actual, TOTALS.actual),
    achievement,
    progress,
  ],
  rows: MONTHS,
};

const funnelStages = columnNamed('Funnel_Stage');
const funnelCounts = columnNamed('Funnel_Count');
const read = (cells: Expression) => ({ columns: 1, formula: f`IF(${cells}="","",${cells})` });
const firstCount = f`INDEX(Stages[count],1)`;

/** As many stages as the funnel has are drawn: an empty one would be a gap in the chart. */
const stageTable = (stages: number): Table => ({
  key: 'Stages',
  title: say('Funnel', '销售漏斗'),
  spare: 8,
  above: [checks({ count: f`MAX(0,COUNT(${funnelCounts})-${stages})` })],
  columns: [
    show.text('stage', say('Stage', '阶段'), { spills: read(funnelStages) }),
    show.integer('count', say('Reached', '到达数量'), {
      spills: read(funnelCounts),
      note: say('✗ above: the funnel has more stages than the chart.', '上方出现 ✗ 表示漏斗的阶段多于图中所示。'),
    }),
    show.percent('share', say('Of the first', '占首阶段'), {
      eachRow: true,
      formula: unlessAnyBlank([f`[count]`, firstCount], unlessZero(firstCount, f`[count]/${firstCount}`)),
    }),
  ],
  rows: stages,
});
