import { leaderboard } from '../functions/leaderboard.ts';
import { type Language, say, type Text } from '../kernel/text.ts';
import { defineSpec } from '../plan/defineTemplate.ts';
import {
  builtin,
  column,
  columnNamed,
  columnOf,
  type Expression,
  kpi,
  operator,
  parameter,
  reference,
  unlessBlank,
  value,
} from '../plan/expression.ts';
import { numberField, textField, toggleField } from '../plan/field.ts';
import type { ChartSpec, ColumnSpec, Format, ParameterSpec, TableSpec } from '../plan/sheetSpec.ts';
import { SALES } from '../sheets/history.ts';
import { groupsField } from './shared/breakdown.ts';
import { BLANK, bars, checks, filledIn, unlessAnyBlank, unlessTexts, unlessZero } from './shared/expressions.ts';
import { figureTable } from './shared/figures.ts';
import { fromHistory, HISTORY } from './shared/fromHistory.ts';
import { actualOf, onceSold, TOTALS, TRACKER, targetOf, WAITING_NOTE, waitingFor } from './shared/fromTracker.ts';
import { historyNeed, SAMPLE_MONTH, trackerNeed } from './shared/ledger.ts';
import { lightColumn, lightCount, withoutLight } from './shared/lights.ts';
import { computedRows, monthColumn, monthStart, wordColumn } from './shared/log.ts';
import { achievementColumn, rowAchievement } from './shared/measures.ts';
import { type MoneyFormat, moneyField } from './shared/money.ts';
import { funnelNeed, SAMPLE_STAGES } from './shared/stages.ts';
import { trackerLightCells, unitCell, unitField } from './shared/strip.ts';

export const dashboard = defineSpec({
  id: 'dashboard',
  label: say('Dashboard', '业绩看板'),
  summary: say(
    'Headline numbers, trend, funnel, regions, top five and shortfalls on one page, read from tracker, history and funnel.',
    '一页看清关键数字、趋势、漏斗、区域、排名与异常，数据取自目标跟踪、历史台账和销售漏斗。',
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
  sheet({ title, unit, money, groups, funnel, stages }, language) {
    return {
      template: 'dashboard',
      name: say('Dashboard', '业绩看板'),
      prefix: 'Dashboard',
      title,
      subtitle: say(
        'Nothing to fill in: everything is read from the tracker, the history and the funnel. Change only the yellow cells.',
        '无需填写：数据取自目标跟踪、历史台账和销售漏斗，只可调整黄色单元格。',
      ),
      orientation: 'landscape',
      frozenColumns: 0,
      needs: [
        trackerNeed(SAMPLE_MONTH, language),
        historyNeed(SAMPLE_MONTH, language),
        ...(funnel ? [funnelNeed(language)] : []),
      ],
      parameters: strip(unit, language),
      tables: [
        headlines(language, money),
        comparison(language, money),
        { ...boardTable({ ...REGIONS, rows: groups }, language, money), charts: charts(funnel) },
        boardTable(LEADERS, language, money),
        boardTable(EXCEPTIONS, language, money),
        trendTable(language, money),
        ...(funnel ? [stageTable(stages)] : []),
      ],
    };
  },
});

const month = parameter('Month');

function strip(unit: string, language: Language): ParameterSpec[] {
  return [
    {
      key: 'Month',
      label: say('Month', '月份'),
      format: 'month',
      value: monthStart(reference('Tracker_Start'), value(0)),
      note: say('The month of the tracker.', '目标跟踪表所在月份。'),
    },
    { key: 'AsOf', label: say('Data as of', '数据截至'), format: 'date', value: TRACKER.asOf },
    {
      key: 'TimeProgress',
      label: say('Time elapsed', '时间进度'),
      format: 'percent',
      value: timeProgress,
      note: say('Share of the month’s working days that have passed.', '本月工作日中已过去的比例。'),
    },
    {
      key: 'Metric',
      label: say('Metric in the history', '历史台账中的指标'),
      format: 'text',
      value: SALES[language],
      note: say('Which metric of the history the trend shows.', '趋势图取历史台账中的哪个指标。'),
    },
    unitCell(unit),
    ...trackerLightCells(language),
  ];
}

const timeProgress = reference('Tracker_TimeProgress');

/** The company's figures in the history. */
function company(cells: Expression, from: Expression, to: Expression, months: Expression, language: Language) {
  return fromHistory(cells, { unitType: 'company', metric: parameter('Metric'), from, to, months }, language);
}

/** No target, rather than one of 0, as long as nobody in the tracker has one: the year's would be too small. */
const aimedNow = unlessZero(filledIn(TRACKER.target), TRACKER.totalTarget);

const one = value(1);
const january = (years: number) =>
  builtin('DATE', operator(builtin('YEAR', month), '-', value(years)), value(1), value(1));
const elapsed = builtin('MONTH', month);

/** The closed months of the year and the tracker's own. */
function toDate(cells: Expression, now: Expression, language: Language): Expression {
  const before = company(cells, january(0), month, operator(elapsed, '-', one), language);
  return unlessAnyBlank([before, now], operator(before, '+', now));
}

const projected = unlessAnyBlank(
  [TOTALS.actual],
  unlessZero(timeProgress, operator(TRACKER.totalActual, '/', timeProgress)),
);

const achieved = columnNamed('Tracker_Achievement');
const unreadable = withoutLight(TRACKER.light, TRACKER.person);
const met = unlessTexts(unreadable, builtin('COUNTIF', achieved, value('>=1')));

/** What matters, in figures that are read from afar. */
function headlines(language: Language, money: MoneyFormat): TableSpec {
  return figureTable(say('Headlines', '关键数字'), [
    [SALES_NOW, money, TOTALS.actual],
    [say('Achievement', '达成率'), 'percent', unlessBlank(TOTALS.actual, TRACKER.totalAchievement)],
    [PROJECTED, money, projected],
    [YEAR_TO_DATE, money, toDate(HISTORY.actual, TOTALS.actual, language)],
    [TARGETS_MET, 'integer', met],
    [say('Lights', '红绿灯'), 'text', lightCount(TRACKER.light, TRACKER.person, language)],
  ]);
}

const SALES_NOW: Text = say('Sales this month', '本月销售额');
const PROJECTED: Text = say('Projected month-end', '预计本月完成');
const YEAR_TO_DATE: Text = say('Year to date', '年初至今');
const TARGETS_MET: Text = say('Targets met (100% or more)', '达标的目标数（达成率 ≥ 100%）');

/** The same against target, the month before and the year before. */
function comparison(language: Language, money: MoneyFormat): TableSpec {
  const after = (months: number) => monthStart(month, value(months));
  const lastYear = company(HISTORY.actual, after(-12), after(-11), one, language);
  const rows: readonly (readonly [Text, Format, Readonly<Record<string, Expression>>])[] = [
    [
      SALES_NOW,
      money,
      {
        actual: TOTALS.actual,
        target: TRACKER.totalTarget,
        lastMonth: company(HISTORY.actual, after(-1), month, one, language),
        lastYear,
      },
    ],
    [PROJECTED, money, { actual: projected, target: TRACKER.totalTarget, lastYear }],
    [
      YEAR_TO_DATE,
      money,
      {
        actual: toDate(HISTORY.actual, TOTALS.actual, language),
        target: toDate(HISTORY.target, aimedNow, language),
        lastYear: company(HISTORY.actual, january(1), after(-11), elapsed, language),
      },
    ],
    [TARGETS_MET, 'integer', { actual: met, target: unlessTexts(unreadable, builtin('COUNT', achieved)) }],
  ];
  return {
    key: 'Comparison',
    title: say('Comparison', '对比'),
    spare: 0,
    above: [],
    columns: comparisonColumns(language, money),
    rows: rows.map(([label, , cells]) => ({ figure: label[language], ...cells })),
    rowFormats: rows.map(([, format]) => format),
  };
}

function comparisonColumns(language: Language, money: MoneyFormat): ColumnSpec[] {
  const figure = (key: string, label: Text): ColumnSpec => ({
    key,
    label,
    format: money,
    formattedByRow: true,
    fixed: true,
  });
  const change = (key: string, label: Text, before: string, note: Text): ColumnSpec => {
    const difference = operator(column('actual'), '-', column(before));
    return {
      key,
      label,
      note,
      format: 'percent',
      formula: unlessAnyBlank(
        [column('actual'), column(before)],
        unlessZero(column(before), operator(difference, '/', builtin('ABS', column(before)))),
      ),
    };
  };
  return [
    wordColumn('figure', say('Metric', '指标')),
    figure('actual', say('Actual', '实际')),
    figure('target', say('Target', '目标')),
    achievementColumn(rowAchievement(), { note: ACHIEVEMENT_NOTE }),
    barColumn,
    lightColumn(language, 'achievement'),
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
      say(
        '(Actual − same month last year) ÷ same month last year. Blank where the history lacks a month.',
        '（实际 − 去年同期）÷ 去年同期；历史台账缺月份时留空。',
      ),
    ),
  ];
}

const ACHIEVEMENT_NOTE: Text = say('Actual ÷ target.', '实际 ÷ 目标。');

const barColumn: ColumnSpec = {
  key: 'bar',
  label: say('Progress', '进度'),
  note: say('A full bar is 150% of the target.', '满格为目标的 150%。'),
  ...bars(column('achievement'), 1.5),
  width: 170,
};

interface Board {
  readonly key: string;
  readonly title: Text;
  readonly label: Text;
  readonly names: Expression;
  readonly value: Text;
  readonly values: Expression;
  readonly share: Text;
  readonly order: 'highest' | 'lowest';
  readonly rows: number;
}

const REGIONS: Omit<Board, 'rows'> = {
  key: 'Regions',
  title: say('Regions', '各区域'),
  label: say('Region', '区域'),
  names: TRACKER.region,
  value: say('Actual', '实际'),
  values: TRACKER.actual,
  share: say('Share', '占比'),
  order: 'highest',
};

const LEADERS: Board = {
  ...REGIONS,
  key: 'Leaders',
  title: say('Top five', '业绩前五'),
  label: say('Salesperson', '销售员'),
  names: TRACKER.person,
  rows: 5,
};

const SHORT = builtin('IF', operator(TRACKER.gap, '<', value(0)), TRACKER.gap, BLANK);

const EXCEPTIONS: Board = {
  ...LEADERS,
  key: 'Exceptions',
  title: say('Largest shortfalls', '缺口最大的五人'),
  value: say('Shortfall', '缺口'),
  values: SHORT,
  share: say('Share of all shortfalls', '占全部缺口'),
  order: 'lowest',
};

/** The tracker by region or person: the first few in their order, with target, achievement and light. */
function boardTable(board: Board, language: Language, money: MoneyFormat): TableSpec {
  const { key, title, label, names, values, order, rows } = board;
  const name = column('name');
  const ranked = kpi(leaderboard, { names: names, values, n: value(rows), order: value(order) });
  const misses = order === 'lowest';
  const listed = misses ? unlessZero(builtin('COUNTIF', TRACKER.gap, value('<0')), ranked) : onceSold(ranked);
  const actual: ColumnSpec = {
    key: 'actual',
    label: say('Actual', '实际'),
    format: money,
    eachRow: true,
    formula: unlessBlank(name, actualOf(names, name)),
  };
  return {
    key,
    title,
    spare: 0,
    above: [],
    columns: [
      {
        key: 'rank',
        label: say('Rank', '名次'),
        format: 'rank',
        spills: { columns: 4, formula: listed },
      },
      { key: 'name', label, format: 'text', spilled: true },
      { key: misses ? 'gap' : 'actual', label: board.value, format: money, spilled: true },
      { key: 'share', label: board.share, format: 'percent', spilled: true },
      ...(misses ? [actual] : []),
      {
        key: 'target',
        label: say('Target', '目标'),
        format: money,
        eachRow: true,
        formula: unlessBlank(name, targetOf(names, name)),
      },
      achievementColumn(rowAchievement(), { note: ACHIEVEMENT_NOTE }),
      barColumn,
      lightColumn(language, 'name', { note: WAITING_NOTE }, waitingFor(names, name)),
      ...(misses ? [reasonColumn] : []),
    ],
    rows: Array.from({ length: rows }, () => ({})),
  };
}

const reasonColumn: ColumnSpec = {
  key: 'reason',
  label: say('Reason (from the tracker)', '原因（取自目标跟踪）'),
  format: 'text',
  eachRow: true,
  formula: unlessBlank(
    column('name'),
    operator(
      builtin(
        'IFERROR',
        builtin('INDEX', columnNamed('Tracker_Note'), builtin('MATCH', column('name'), TRACKER.person, value(0))),
        BLANK,
      ),
      '&',
      BLANK,
    ),
  ),
  width: 200,
};

function charts(funnel: boolean): readonly ChartSpec[] {
  const trend = {
    kind: 'column',
    title: say('Target and actual by month', '各月目标与实际'),
    table: 'Trend',
    categories: 'month',
    series: ['target', 'actual'],
  } as const;
  const stages = {
    kind: 'bar',
    title: say('Sales funnel', '销售漏斗'),
    table: 'Stages',
    categories: 'stage',
    series: ['count'],
  } as const;
  return funnel ? [trend, stages] : [trend];
}

const MONTHS = 13;

/** The months up to the tracker's own, whose figures are not in the history yet. */
function trendTable(language: Language, money: MoneyFormat): TableSpec {
  const shown = column('month');
  const figure = (key: string, label: Text, cells: Expression, now: Expression): ColumnSpec => {
    const closed = company(cells, shown, monthStart(shown, value(1)), value(1), language);
    return {
      key,
      label,
      format: money,
      eachRow: true,
      formula: builtin('IF', operator(shown, '=', month), now, closed),
    };
  };
  return {
    key: 'Trend',
    title: say('Trend', '趋势'),
    spare: 0,
    above: [],
    columns: [
      monthColumn(month, 1 - MONTHS),
      figure('target', say('Target', '目标'), HISTORY.target, TRACKER.totalTarget),
      figure('actual', say('Actual', '实际'), HISTORY.actual, TOTALS.actual),
      achievementColumn(rowAchievement(), { note: ACHIEVEMENT_NOTE }),
      barColumn,
    ],
    rows: computedRows(MONTHS),
  };
}

/** As many stages as the funnel has are drawn: an empty one would be a gap in the chart. */
function stageTable(stages: number): TableSpec {
  const read = (cells: Expression) => ({
    columns: 1,
    formula: builtin('IF', operator(cells, '=', BLANK), BLANK, cells),
  });
  const count = column('count');
  const counted = builtin('COUNT', columnNamed('Funnel_Count'));
  const first = builtin('INDEX', columnOf('Stages', 'count'), value(1));
  return {
    key: 'Stages',
    title: say('Funnel', '销售漏斗'),
    spare: 8,
    above: [checks({ count: builtin('MAX', value(0), operator(counted, '-', value(stages))) })],
    columns: [
      { key: 'stage', label: say('Stage', '阶段'), format: 'text', spills: read(columnNamed('Funnel_Stage')) },
      {
        key: 'count',
        label: say('Reached', '到达数量'),
        format: 'integer',
        spills: read(columnNamed('Funnel_Count')),
        note: say('✗ above: the funnel has more stages than the chart.', '上方出现 ✗ 表示漏斗的阶段多于图中所示。'),
      },
      {
        key: 'share',
        label: say('Of the first', '占首阶段'),
        format: 'percent',
        eachRow: true,
        formula: unlessAnyBlank([count, first], unlessZero(first, operator(count, '/', first))),
      },
    ],
    rows: Array.from({ length: stages }, () => ({})),
  };
}
