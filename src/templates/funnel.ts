import { bottleneck } from '../functions/bottleneck.ts';
import { conversion } from '../functions/conversion.ts';
import { coverage } from '../functions/coverage.ts';
import { funnel as funnelTable } from '../functions/funnel.ts';
import { salesVelocity } from '../functions/salesVelocity.ts';
import { winRate } from '../functions/winRate.ts';
import { say, searchWords } from '../kernel/text.ts';
import { defineTemplate } from '../plan/defineTemplate.ts';
import { bar, type Expression, kpi, LANGUAGE, unlessBlank } from '../plan/expression.ts';
import { linesField, textField } from '../plan/field.ts';
import { f } from '../plan/formulaText.ts';
import type { Row, SaidCell, StripCell, Table } from '../plan/said.ts';
import { show } from '../plan/show.ts';
import { filledIn, placeOf, textsIn, unlessAnyBlank, unlessTexts, unlessZero } from './shared/expressions.ts';
import { figureTable } from './shared/figures.ts';
import { samplesField } from './shared/log.ts';
import { moneyField } from './shared/money.ts';
import { SAMPLE_STAGES } from './shared/stages.ts';
import { periodField, unitField } from './shared/strip.ts';

const stage = show.text('stage', say('Stage', '阶段'), { named: 'Stage' });
const count = show.integer('count', say('Reached', '到达数量'), {
  minimum: 0,
  named: 'Count',
  optional: true,
  note: say('How many reached this stage in the period.', '本期到达该阶段的数量。'),
});

export const funnel = defineTemplate({
  id: 'funnel',
  label: say('Sales funnel', '销售漏斗'),
  words: searchWords('pipeline, conversion, stages, win rate, velocity', '漏斗，转化率，线索转化率，成单率，商机'),
  summary: say(
    'Stages with their counts: conversion, what is lost, the bottleneck, sales velocity and pipeline coverage.',
    '各阶段数量：转化率、流失、瓶颈环节、销售速率与商机覆盖率。',
  ),
  name: say('Funnel', '销售漏斗'),
  prefix: 'Funnel',
  subtitle: say(
    'Fill in the yellow cells: how many reached each stage, and the numbers of the open pipeline above.',
    '填写黄色单元格：各阶段到达数量，以及上方在手商机的数据。',
  ),
  orientation: 'portrait',
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
      columns: [stage, { ...count, label: say('Count', '数量') }],
    }),
    samples: samplesField,
  },
  sheet({ money, stages: asked, samples }) {
    const sampled = samples && asked.length === 0;
    const usual = SAMPLE_STAGES.map(line => (sampled ? line : { stage: line.stage }));
    const rows = asked.length > 0 ? asked : usual;
    return {
      amounts: money,
      strip: ['period', 'unit', ...pipelineCells(rows[Math.min(2, rows.length - 1)]?.stage, sampled)],
      tables: [keyFigures, stageTable(rows), conversionTable(rows.length)],
    };
  },
});

/** Open opportunities 40, deal 50,000, cycle 50 days, target 1,500,000 of which 700,000 is achieved. */
function pipelineCells(fromStage: SaidCell, sampled: boolean): StripCell[] {
  const known = (sample: number) => ({ minimum: 0, value: sampled ? sample : null });
  return [
    show.text('FromStage', say('Opportunity from stage', '商机起始阶段'), {
      value: fromStage,
      note: say(
        'The stage from which a lead is an opportunity; the win rate is counted from it.',
        '从该阶段起算作商机，成交率由此计算。',
      ),
    }),
    show.integer('Open', say('Open opportunities', '在手商机数'), {
      ...known(40),
      note: say('How many are open now.', '目前未关闭的商机数。'),
    }),
    show.amount('AverageDeal', say('Average deal size', '平均合同额'), {
      ...known(50000),
      note: say('What a won deal brings.', '每单平均金额。'),
    }),
    show.number('CycleDays', say('Cycle, days', '销售周期（天）'), {
      ...known(50),
      note: say('From opening to closing a deal.', '从创建商机到成交的天数。'),
    }),
    show.amount('Pipeline', say('Open pipeline', '在手商机金额'), {
      ...known(2400000),
      note: say('Value of the open deals.', '未关闭商机的金额。'),
    }),
    show.amount('Target', say('Target', '目标'), { ...known(1500000), note: say('Of the period.', '本期目标。') }),
    show.amount('Achieved', say('Achieved', '已完成'), {
      ...known(700000),
      note: say('Of the target, so far.', '目标中已完成的部分。'),
    }),
  ];
}

const stages = f`Stages[stage]`;
const counts = f`Stages[count]`;

/** How many reached the stage from which a lead is an opportunity; 0 where there is no such stage. */
const opportunities = f`IFERROR(INDEX(${counts},${placeOf(f`FromStage`, stages)}),0)`;
const first = f`INDEX(${counts},1)`;
const named = filledIn(stages);
const last = f`INDEX(${counts},${named})`;

/** Blank until two stages have a count; else the expression. */
function onceCompared(expression: Expression): Expression {
  return unlessTexts(textsIn(counts), f`IF(COUNT(${counts})<2,"",${expression})`);
}

/** Blank as long as a stage is not counted, or rows between the stages are blank: the last one is found by its place. */
function onceAllCounted(expression: Expression): Expression {
  const next = f`IFERROR(INDEX(${stages},${named}+1),"")`;
  return onceCompared(f`IF(COUNT(${counts})<>${named},"",${unlessBlank(last, f`IF(${next}="",${expression},"")`)})`);
}

const ifWon = (expression: Expression) => onceAllCounted(unlessZero(opportunities, expression));
const won = kpi(winRate, { won: last, opportunities });
const velocity = kpi(salesVelocity, {
  opportunities: f`Open`,
  win_rate: won,
  average_deal: f`AverageDeal`,
  cycle_days: f`CycleDays`,
});
const covered = kpi(coverage, { pipeline: f`Pipeline`, target: f`Target`, achieved: f`Achieved` });
const narrowest = kpi(bottleneck, { stages, counts });

const keyFigures = figureTable(say('1  Key metrics', '一、关键指标'), [
  [
    say('First to last stage', '首末转化率'),
    'percent',
    onceAllCounted(unlessZero(first, kpi(conversion, { converted: last, total: first }))),
  ],
  [say('Win rate of opportunities', '商机成交率'), 'percent', ifWon(won)],
  [
    say('Expected of open opportunities', '在手商机预计成交'),
    'amount',
    ifWon(unlessAnyBlank([f`Open`, f`AverageDeal`], f`Open*${won}*AverageDeal`)),
  ],
  [
    say('Sales velocity per day', '销售速率（每天）'),
    'amount',
    ifWon(unlessAnyBlank([f`Open`, f`AverageDeal`], unlessZero(f`CycleDays`, velocity))),
  ],
  [
    say('Pipeline coverage, times', '商机覆盖率（倍）'),
    'factor',
    unlessAnyBlank([f`Pipeline`, f`Target`], f`IF(Target-Achieved>0,${covered},"")`),
  ],
  // A name may be longer than its column: the last has room to its right.
  [say('Bottleneck', '瓶颈环节'), 'text', onceCompared(unlessZero(first, narrowest))],
]);

const stageTable = (rows: readonly Row[]): Table => ({
  key: 'Stages',
  title: say('2  Stages', '二、各阶段'),
  spare: 3,
  charts: [{ kind: 'bar', title: say('Funnel', '销售漏斗'), categories: 'stage', series: ['count'] }],
  columns: [
    stage,
    count,
    {
      key: 'bar',
      label: say('Share of the first stage', '占首阶段比例'),
      format: 'bar',
      longest: 1,
      eachRow: true,
      formula: unlessBlank(f`[count]`, unlessZero(first, bar(f`[count]/${first}`, 1))),
      width: 260,
    },
  ],
  rows,
});

const conversionTable = (stageCount: number): Table => ({
  key: 'Conversion',
  title: say('3  Conversion', '三、转化'),
  headless: true,
  spare: 4,
  columns: [
    show.text('stage', say('Stage', '阶段'), {
      spills: {
        columns: 6,
        formula: unlessZero(f`COUNT(${counts})`, kpi(funnelTable, { stages, counts, language: LANGUAGE })),
      },
    }),
    show.integer('count', say('Count', '数量'), { spilled: true }),
    show.percent('step', say('Step conversion', '逐级转化率'), { spilled: true }),
    show.percent('cumulative', say('Cumulative conversion', '累计转化率'), { spilled: true }),
    show.integer('lost', say('Lost', '流失'), { spilled: true }),
    show.text('flag', say('Flag', '标注'), { spilled: true }),
  ],
  rows: stageCount + 1,
});
