import { achievement } from '../functions/achievement.ts';
import { bottleneck } from '../functions/bottleneck.ts';
import { coverage } from '../functions/coverage.ts';
import { salesCycle } from '../functions/salesCycle.ts';
import { stageDays } from '../functions/stageDays.ts';
import { winRate } from '../functions/winRate.ts';
import { type Language, say, searchWords } from '../kernel/text.ts';
import { defineTemplate } from '../plan/defineTemplate.ts';
import { builtin, type Expression, kpi, LANGUAGE, unlessBlank } from '../plan/expression.ts';
import { linesField, textField } from '../plan/field.ts';
import { f } from '../plan/formulaText.ts';
import type { Row, StripCell, Table } from '../plan/said.ts';
import { show } from '../plan/show.ts';
import { Problems } from '../plan/template.ts';
import { STATES, stateOf } from '../sheets/pipeline.ts';
import { checks, exactly, rowsAlike, sumIfs, sumOf, totals, unlessZero } from './shared/expressions.ts';
import { figureTable } from './shared/figures.ts';
import { fromTrackerWhereThere, TRACKER } from './shared/fromTracker.ts';
import { SAMPLE_MONTH, trackerNeed } from './shared/ledger.ts';
import { between, criterion, entered, samplesField } from './shared/log.ts';
import { moneyField } from './shared/money.ts';
import { opportunity, reasonColumn, stageColumns } from './shared/opportunityColumns.ts';
import { groupTable, monthTable } from './shared/opportunityGroups.ts';
import { sampleOpportunities, USUAL_REASONS, USUAL_STAGES } from './shared/opportunitySamples.ts';
import { GROUPED_BY, OVERDUE, opportunityTable, STALLED } from './shared/opportunityTable.ts';
import { firstOfMonth, lastOfMonth } from './shared/periods.ts';
import { asOfField, endField, NO_PERIOD, startField, unitField } from './shared/strip.ts';
import { amountColumn, amountIn, competitorTable, countColumn, countIn, reasonTable } from './shared/winLoss.ts';

export const pipeline = defineTemplate({
  id: 'pipeline',
  label: say('Opportunities', '商机台账'),
  words: searchWords(
    'pipeline, deal list, CRM, win loss, forecast, landing, stalled deals',
    '商机管理，项目台账，赢单分析，丢单原因，预测，漏斗管理',
  ),
  summary: say(
    'One row an opportunity: weighted amount, days in stage, overdue steps; the funnel, the landing against the target, and why deals are won and lost.',
    '每行一个商机：加权金额、阶段停留天数、逾期的下一步；并给出漏斗、预计完成与目标的差额、赢单与输单原因。',
  ),
  name: say('Pipeline', '商机台账'),
  prefix: 'Pipeline',
  subtitle: say(
    'Keep the opportunities in the yellow table at the bottom, set “Data as of” and the stages; everything else is computed.',
    '在底部黄色表格维护商机，并填写“数据截至”和各阶段；其余自动计算。',
  ),
  fields: {
    title: textField({ label: say('Title', '标题'), initial: say('Opportunities', '商机台账') }),
    start: startField(firstOfMonth, say('What is won from here on counts for the target.', '自此赢单的计入目标完成。')),
    end: endField(lastOfMonth),
    asOf: asOfField(
      today => today,
      say('A date cell that you change; nothing uses today’s date by itself.', '由您填写的日期，不会自动取当天。'),
    ),
    unit: unitField,
    money: moneyField,
    fromTracker: fromTrackerWhereThere,
    stages: linesField({
      label: say('Stages', '阶段'),
      hint: say(
        'One stage per line, first to last: name, win probability, days allowed. The last one is the deal that is won.',
        '从前到后每行一条：阶段、赢单概率、允许天数；最后一个为赢单。',
      ),
      columns: stageColumns,
      initial: USUAL_STAGES.map(({ stage, chance, days }) => ({ stage, chance, days })),
      minimum: 1,
    }),
    reasons: linesField({
      label: say('Reasons', '原因'),
      hint: say('Why deals are won or lost, one per line.', '赢单或输单的原因，每行一条。'),
      columns: [reasonColumn],
      initial: USUAL_REASONS,
    }),
    opportunities: linesField({
      label: say('Opportunities', '商机'),
      hint: say('Best filled in on the sheet, or imported from a file.', '建议在表中填写，或从文件导入。'),
      columns: opportunity,
    }),
    samples: samplesField,
  },
  sheet({ asOf, money, fromTracker, stages, reasons, opportunities, samples }, language) {
    const rows = entered<Row>(opportunities, samples, () => sampleOpportunities(asOf, language));
    const states = rows.map(({ state }) => stateWord(state, language));
    const wrong = states.indexOf(undefined);
    if (wrong >= 0)
      return new Problems({
        opportunities: say(
          `Line ${wrong + 1}: write open, won or lost.`,
          `第 ${wrong + 1} 行：请填写进行中、赢单或输单。`,
        ),
      });
    return {
      amounts: money,
      // Whoever brings open deals to it has to know its language.
      form: {},
      needs: fromTracker ? [trackerNeed(SAMPLE_MONTH, language)] : [],
      strip: [
        'start',
        'end',
        'asOf',
        targetCell(fromTracker, samples && opportunities.length === 0),
        ...groupCells,
        'unit',
      ],
      tables: [
        keyFigures,
        landingTable,
        stageTable(stages),
        daysTable(stages.length),
        groupTable,
        monthTable,
        reasonTable(reasons),
        competitorTable,
        opportunityTable(rows.map((row, index) => ({ ...row, state: states[index] }))),
      ],
    };
  },
});

/** A state in the sheet's language, whichever it was written in; what says nothing is open. */
function stateWord(state: Row[string], language: Language): string | undefined {
  const known = state === undefined ? 'open' : stateOf(String(state));
  return known && STATES[known][language];
}

const targetCell = (fromTracker: boolean, sampled: boolean): StripCell =>
  show.amount('Target', say('Target', '目标'), {
    value: fromTracker ? TRACKER.totalTarget : sampled ? 1500000 : null,
    optional: true,
    note: say('Of the period.', '本期目标。'),
  });

const groupCells: readonly StripCell[] = [
  show.text('By', say('Group by', '分组依据'), {
    value: GROUPED_BY.person,
    choices: [GROUPED_BY.person, GROUPED_BY.product, GROUPED_BY.source],
  }),
  show.text('Only', say('Funnel of', '漏斗范围'), {
    value: null,
    optional: true,
    note: say(
      'A name of “Group by”: the funnel is that of its opportunities. Blank: of all.',
      '填写“分组依据”中的一个名称，漏斗只统计其商机；留空则统计全部。',
    ),
  }),
];

const weighted = f`Deals[weighted]`;
const timed = f`COUNT(Deals[wonOn])`;
const cycle = kpi(salesCycle, { opened: f`Deals[opened]`, closed: f`Deals[wonOn]` });
const closedCount = f`${countIn('won')}+${countIn('lost')}`;
const narrowest = kpi(bottleneck, { stages: f`Stages[stage]`, counts: f`Stages[reached]` });
const isCompared = f`IF(COUNT(Stages[reached])<2,0,INDEX(Stages[reached],1))`;

const NO_DAY = say('✗ no day', '✗ 缺日期');
/** A criterion with a blank or a text in place of a day counts nothing. */
const ofPeriod = (figure: Expression) => f`IF(COUNT(Start,End)<2,${NO_PERIOD},${figure})`;
const ofDay = (figure: Expression) => f`IF(COUNT(AsOf)=0,${NO_DAY},${figure})`;

const keyFigures = figureTable(say('1  Key metrics', '一、关键指标'), [
  [say('Open opportunities', '进行中商机数'), 'integer', countIn('open')],
  [say('Open pipeline', '在手商机'), 'amount', amountIn('open')],
  [say('Weighted pipeline', '加权商机'), 'amount', sumOf('Deals', 'weighted')],
  [say('Stalled', '停滞'), 'integer', ofDay(f`COUNTIF(Deals[stalled],${STALLED})`)],
  [say('Next step overdue', '下一步逾期'), 'integer', ofDay(f`COUNTIF(Deals[step],${OVERDUE})`)],
  [
    say('Win rate', '成交率'),
    'percent',
    unlessZero(closedCount, kpi(winRate, { won: countIn('won'), opportunities: closedCount })),
  ],
  [say('Sales cycle, days', '销售周期（天）'), 'points', unlessZero(timed, cycle)],
  // A name may be longer than its column: the last has room to its right.
  [say('Bottleneck', '瓶颈环节'), 'text', unlessZero(isCompared, narrowest)],
]);

const wonNow = amountIn('won', ...between(f`Deals[closed]`, f`Start`, f`End+1`));
const byEnd = [f`Deals[expected]`, criterion('<', f`End+1`)];
const due = sumIfs(weighted, ...byEnd);
const covered = kpi(coverage, { pipeline: amountIn('open', ...byEnd), target: f`Target`, achieved: f`[figure2]` });
const ofTarget = (expression: Expression) => unlessBlank(f`Target`, expression);

const landingTable: Table = {
  ...figureTable(say('2  Landing', '二、预计完成'), [
    [say('Target', '目标'), 'amount', ofTarget(f`Target`)],
    [say('Won in the period', '本期赢单'), 'amount', ofPeriod(wonNow)],
    [say('Weighted, expected by its end', '加权（本期预计）'), 'amount', ofPeriod(due)],
    [say('Landing', '预计完成'), 'amount', ofPeriod(f`[figure2]+[figure3]`)],
    [say('Gap to the target', '与目标的差额'), 'amount', ofPeriod(ofTarget(f`[figure4]-Target`))],
    [
      say('Landing, share of the target', '预计达成率'),
      'percent',
      ofPeriod(ofTarget(unlessZero(f`Target`, kpi(achievement, { actual: f`[figure4]`, target: f`Target` })))),
    ],
    [
      say('Pipeline coverage, times', '商机覆盖率（倍）'),
      'factor',
      ofPeriod(ofTarget(f`IF(Target-[figure2]>0,${covered},"")`)),
    ],
    [
      say('Weighted, later or no month', '加权（更晚）'),
      'amount',
      ofPeriod(f`${sumOf('Deals', 'weighted')}-[figure3]`),
    ],
  ]),
  key: 'Landing',
};

const ofStage = [f`Deals[stage]`, exactly(f`[stage]`)];
const before = f`INDEX(Stages[reached],[no]-1)`;
const step = f`IF([no]=1,"",IF(COUNT(${before})=0,"",${unlessZero(before, f`[reached]/${before}`)}))`;

/** What is open in a stage that has no probability is not weighted. */
const unweighted = f`SUMPRODUCT((Stages[stage]<>"")*(Stages[chance]="")*(Stages[open]<>0)*(Stages[open]<>""))`;
const noChance = f`IF(${unweighted}>0,${say('✗ no probability: ', '✗ 缺概率：')}&${unweighted},0)`;

const stageTable = (rows: readonly Row[]): Table => ({
  key: 'Stages',
  title: say('3  Stages and funnel', '三、阶段与漏斗'),
  spare: 3,
  charts: [
    { kind: 'bar', title: say('Funnel', '销售漏斗'), categories: 'stage', series: ['reached'] },
    {
      kind: 'column',
      title: say('Won and weighted by month', '各月赢单与加权金额'),
      table: 'Months',
      categories: 'month',
      series: ['wonAmount', 'weighted'],
    },
  ],
  above: [
    totals({
      open: sumOf('Stages', 'open'),
      openAmount: sumOf('Stages', 'openAmount'),
      weighted: sumOf('Stages', 'weighted'),
    }),
    checks(
      {
        open: f`${countIn('open')}-${sumOf('Stages', 'open')}`,
        weighted: f`${sumOf('Deals', 'weighted')}-${sumOf('Stages', 'weighted')}`,
      },
      { chance: f`IF(${rowsAlike(f`Stages[stage]`)}=0,${noChance},${rowsAlike(f`Stages[stage]`)})` },
    ),
  ],
  columns: [
    ...stageColumns,
    show.rank('no', say('No.', '序号'), { eachRow: true, formula: unlessBlank(f`[stage]`, f`#`) }),
    countColumn('open', f`[stage]`, ofStage),
    amountColumn('open', f`[stage]`, ofStage),
    show.amount('weighted', say('Weighted', '加权金额'), {
      eachRow: true,
      formula: unlessBlank(f`[stage]`, sumIfs(weighted, ...ofStage)),
    }),
    show.integer('stalled', say('Stalled', '停滞'), {
      eachRow: true,
      formula: unlessBlank(f`[stage]`, builtin('COUNTIFS', ...ofStage, f`Deals[stalled]`, f`${STALLED}`)),
    }),
    show.integer('reached', say('Reached', '到达数量'), {
      eachRow: true,
      formula: unlessBlank(f`[stage]`, f`COUNTIF(Deals[reached],">="&[no])`),
      note: say(
        'Opportunities of “Funnel of” that are in this stage, were lost in it, or came further.',
        '“漏斗范围”内处于该阶段、在该阶段输单或走得更远的商机数。',
      ),
    }),
    show.percent('step', say('Step conversion', '逐级转化率'), {
      eachRow: true,
      formula: unlessBlank(f`[stage]`, step),
    }),
  ],
  rows,
});

const isStay = f`(Deals[check]="")*(Deals[reached]<>"")*(Deals[days]<>"")*(Deals[stage]<>"")>0`;
const stays = kpi(stageDays, {
  stages: f`IF(${isStay},Deals[stage],"")`,
  entered: f`IF(${isStay},Deals[entered],"")`,
  left: f`IF(${isStay},Deals[closed],"")`,
  as_of: f`AsOf`,
  language: LANGUAGE,
});

const daysTable = (stages: number): Table => ({
  key: 'Days',
  title: say('4  Days in stage', '四、阶段停留天数'),
  headless: true,
  spare: 4,
  columns: [
    show.text('stage', say('Stage', '阶段'), {
      spills: { columns: 5, formula: unlessZero(f`COUNT(Deals[days])`, stays) },
    }),
    show.integer('deals', say('Deals', '商机数'), { spilled: true }),
    show.points('mean', say('Mean days', '平均天数'), { spilled: true }),
    show.points('median', say('Median days', '中位天数'), { spilled: true }),
    show.points('p90', say('90th percentile', '第 90 百分位'), { spilled: true }),
  ],
  rows: stages + 1,
});
