import { bottleneck } from '../functions/bottleneck.ts';
import { conversion } from '../functions/conversion.ts';
import { coverage } from '../functions/coverage.ts';
import { funnel as funnelTable } from '../functions/funnel.ts';
import { salesVelocity } from '../functions/salesVelocity.ts';
import { winRate } from '../functions/winRate.ts';
import { type Language, say, type Text } from '../kernel/text.ts';
import { defineSpec } from '../plan/defineTemplate.ts';
import {
  bar,
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
import { linesField, textField } from '../plan/field.ts';
import type { Literal, ParameterSpec, TableSpec } from '../plan/sheetSpec.ts';
import { BLANK, filledIn, textsIn, unlessAnyBlank, unlessTexts, unlessZero } from './shared/expressions.ts';
import { figureTable } from './shared/figures.ts';
import { samplesField } from './shared/log.ts';
import { type MoneyFormat, moneyField } from './shared/money.ts';
import { SAMPLE_STAGES } from './shared/stages.ts';
import { periodCell, periodField, unitCell, unitField } from './shared/strip.ts';

interface Stage {
  readonly stage: string;
  readonly count: number | undefined;
}

export const funnel = defineSpec({
  id: 'funnel',
  label: say('Sales funnel', '销售漏斗'),
  summary: say(
    'Stages with their counts: conversion, what is lost, the bottleneck, sales velocity and pipeline coverage.',
    '各阶段数量：转化率、流失、瓶颈环节、销售速率与商机覆盖率。',
  ),
  fields: {
    title: textField({ label: say('Title', '标题'), initial: say('Sales funnel', '销售漏斗') }),
    period: periodField,
    unit: unitField,
    money: moneyField,
    stages: linesField({
      label: say('Stages', '阶段'),
      hint: say(
        'One stage per line, first to last: name, how many reached it. Leave empty for the usual six.',
        '从前到后每行一条：阶段、到达数量；留空则用常见六个阶段。',
      ),
      columns: [
        { key: 'stage', label: say('Stage', '阶段'), type: 'text' },
        { key: 'count', label: say('Count', '数量'), type: 'number', optional: true },
      ],
      initial: () => [],
    }),
    samples: samplesField,
  },
  sheet({ title, period, unit, money, stages, samples }, language) {
    const sampled = samples && stages.length === 0;
    const rows = stages.length > 0 ? stages : usualStages(language, sampled);
    return {
      template: 'funnel',
      name: say('Funnel', '销售漏斗'),
      prefix: 'Funnel',
      title,
      subtitle: say(
        'Fill in the yellow cells: how many reached each stage, and the numbers of the open pipeline above.',
        '填写黄色单元格：各阶段到达数量，以及上方在手商机的数据。',
      ),
      orientation: 'portrait',
      frozenColumns: 0,
      parameters: [periodCell(period), unitCell(unit), ...pipelineCells(rows, sampled, money)],
      tables: [keyFigures(money), stageTable(rows), conversionTable(rows.length, language)],
    };
  },
});

/** Open opportunities 40, deal 50,000, cycle 50 days, target 1,500,000 of which 700,000 is achieved. */
function pipelineCells(rows: readonly Stage[], sampled: boolean, money: MoneyFormat): ParameterSpec[] {
  const cell = (key: string, label: Text, note: Text, format: ParameterSpec['format'], sample: Literal) =>
    ({ key, label, note, format, value: sampled ? sample : null, rule: { kind: 'number', minimum: 0 } }) as const;
  return [
    {
      key: 'FromStage',
      label: say('Opportunity from stage', '商机起始阶段'),
      format: 'text',
      value: rows[Math.min(2, rows.length - 1)]?.stage ?? null,
      note: say(
        'The stage from which a lead is an opportunity; the win rate is counted from it.',
        '从该阶段起算作商机，成交率由此计算。',
      ),
    },
    cell(
      'Open',
      say('Open opportunities', '在手商机数'),
      say('How many are open now.', '目前未关闭的商机数。'),
      'integer',
      40,
    ),
    cell(
      'AverageDeal',
      say('Average deal size', '平均合同额'),
      say('What a won deal brings.', '每单平均金额。'),
      money,
      50000,
    ),
    cell(
      'CycleDays',
      say('Cycle, days', '销售周期（天）'),
      say('From opening to closing a deal.', '从创建商机到成交的天数。'),
      'number',
      50,
    ),
    cell(
      'Pipeline',
      say('Open pipeline', '在手商机金额'),
      say('Value of the open deals.', '未关闭商机的金额。'),
      money,
      2400000,
    ),
    cell('Target', say('Target', '目标'), say('Of the period.', '本期目标。'), money, 1500000),
    cell('Achieved', say('Achieved', '已完成'), say('Of the target, so far.', '目标中已完成的部分。'), money, 700000),
  ];
}

const stages = columnOf('Stages', 'stage');
const counts = columnOf('Stages', 'count');

/** How many reached the stage from which a lead is an opportunity; 0 where there is no such stage. */
const opportunities = builtin(
  'IFERROR',
  builtin('INDEX', counts, builtin('MATCH', parameter('FromStage'), stages, value(0))),
  value(0),
);
const first = builtin('INDEX', counts, value(1));
const named = filledIn(stages);
const last = builtin('INDEX', counts, named);

/** Blank until two stages have a count; else the expression. */
function onceCompared(expression: Expression): Expression {
  return unlessTexts(
    textsIn(counts),
    builtin('IF', operator(builtin('COUNT', counts), '<', value(2)), BLANK, expression),
  );
}

/** Blank as long as a stage is not counted, or rows between the stages are blank: the last one is found by its place. */
function onceAllCounted(expression: Expression): Expression {
  const next = builtin('IFERROR', builtin('INDEX', stages, operator(named, '+', value(1))), BLANK);
  return onceCompared(
    builtin(
      'IF',
      operator(builtin('COUNT', counts), '<>', named),
      BLANK,
      unlessBlank(last, builtin('IF', operator(next, '=', BLANK), expression, BLANK)),
    ),
  );
}

function keyFigures(money: MoneyFormat): TableSpec {
  const won = kpi(winRate, { won: last, opportunities });
  const ifWon = (expression: Expression) => onceAllCounted(unlessZero(opportunities, expression));
  const [open, deal, days] = [parameter('Open'), parameter('AverageDeal'), parameter('CycleDays')];
  const [pipeline, target, achieved] = [parameter('Pipeline'), parameter('Target'), parameter('Achieved')];
  const velocity = kpi(salesVelocity, { opportunities: open, win_rate: won, average_deal: deal, cycle_days: days });
  const missing = builtin(
    'IF',
    operator(operator(target, '-', achieved), '>', value(0)),
    kpi(coverage, { pipeline, target, achieved }),
    BLANK,
  );
  return figureTable(say('1  Key metrics', '一、关键指标'), [
    [
      say('First to last stage', '首末转化率'),
      'percent',
      onceAllCounted(unlessZero(first, kpi(conversion, { converted: last, total: first }))),
    ],
    [say('Win rate of opportunities', '商机成交率'), 'percent', ifWon(won)],
    [
      say('Expected of open opportunities', '在手商机预计成交'),
      money,
      ifWon(unlessAnyBlank([open, deal], operator(operator(open, '*', won), '*', deal))),
    ],
    [
      say('Sales velocity per day', '销售速率（每天）'),
      money,
      ifWon(unlessAnyBlank([open, deal], unlessZero(days, velocity))),
    ],
    [say('Pipeline coverage, times', '商机覆盖率（倍）'), 'factor', unlessAnyBlank([pipeline, target], missing)],
    // A name may be longer than its column: the last has room to its right.
    [say('Bottleneck', '瓶颈环节'), 'text', onceCompared(unlessZero(first, narrowest))],
  ]);
}

const narrowest = kpi(bottleneck, { stages: stages, counts: counts });

function stageTable(rows: readonly Stage[]): TableSpec {
  const share = operator(column('count'), '/', first);
  return {
    key: 'Stages',
    title: say('2  Stages', '二、各阶段'),
    spare: 3,
    charts: [{ kind: 'bar', title: say('Funnel', '销售漏斗'), categories: 'stage', series: ['count'] }],
    above: [],
    columns: [
      { key: 'stage', label: say('Stage', '阶段'), format: 'text', named: 'Stage' },
      {
        key: 'count',
        label: say('Reached', '到达数量'),
        format: 'integer',
        rule: { kind: 'number', minimum: 0 },
        named: 'Count',
        note: say('How many reached this stage in the period.', '本期到达该阶段的数量。'),
      },
      {
        key: 'bar',
        label: say('Share of the first stage', '占首阶段比例'),
        format: 'bar',
        longest: 1,
        eachRow: true,
        formula: unlessBlank(column('count'), unlessZero(first, bar(share, 1))),
        width: 260,
      },
    ],
    rows: rows.map(({ stage, count }) => ({ stage, count: count ?? null })),
  };
}

function conversionTable(stageCount: number, language: Language): TableSpec {
  const spilled = (key: string, label: Text, format: 'text' | 'integer' | 'percent') =>
    ({ key, label, format, spilled: true }) as const;
  const args = { stages: stages, counts: counts, language: value(language) };
  return {
    key: 'Conversion',
    title: say('3  Conversion', '三、转化'),
    headless: true,
    spare: 4,
    above: [],
    columns: [
      {
        key: 'stage',
        label: say('Stage', '阶段'),
        format: 'text',
        spills: { columns: 6, formula: unlessZero(builtin('COUNT', counts), kpi(funnelTable, args)) },
      },
      spilled('count', say('Count', '数量'), 'integer'),
      spilled('step', say('Step conversion', '逐级转化率'), 'percent'),
      spilled('cumulative', say('Cumulative conversion', '累计转化率'), 'percent'),
      spilled('lost', say('Lost', '流失'), 'integer'),
      spilled('flag', say('Flag', '标注'), 'text'),
    ],
    rows: Array.from({ length: stageCount + 1 }, () => ({})),
  };
}

function usualStages(language: Language, sampled: boolean): Stage[] {
  return SAMPLE_STAGES.map(({ stage, count }) => ({ stage: stage[language], count: sampled ? count : undefined }));
}
