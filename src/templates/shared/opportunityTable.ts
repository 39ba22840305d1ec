import { weightedPipeline } from '../../functions/weightedPipeline.ts';
import { say } from '../../kernel/text.ts';
import { columnOf, type Expression, kpi, unlessBlank } from '../../plan/expression.ts';
import { f } from '../../plan/formulaText.ts';
import type { Row, Table } from '../../plan/said.ts';
import { show } from '../../plan/show.ts';
import { LIGHT_COLORS } from '../../plan/theme.ts';
import { STATES } from '../../sheets/pipeline.ts';
import { checks, exactly, sumIf, sumOf, totals, unlessAnyBlank, unlessZero } from './expressions.ts';
import { LAST_DAY } from './log.ts';
import { opportunity } from './opportunityColumns.ts';
import { wide } from './wide.ts';

/** By what the groups are. */
export const GROUPED_BY = {
  person: say('salesperson', '销售员'),
  product: say('product line', '产品线'),
  source: say('source', '来源'),
} as const;

/** What an opportunity is that says nothing in the column by which they are grouped. */
const NONE = say('(none)', '（未填写）');
const NO_GROUPS = say('✗ group by', '✗ 分组依据无效');

export const STALLED = say('stalled', '停滞');
export const OVERDUE = say('overdue', '逾期');
const NO_STEP = say('none set', '未安排');

const NOT_A_DAY = say('✗ not a date', '✗ 日期无效');
const NO_STATE = say('✗ not open, won or lost', '✗ 状态无效');
const NO_STAGE = say('✗ no such stage', '✗ 阶段表中没有');
const STILL_OPEN = say('✗ open, with a closing date', '✗ 进行中却有关闭日期');
const NO_AMOUNT = say('✗ won without an amount', '✗ 赢单缺金额');
const NO_DATE = say('✗ no closing date', '✗ 缺关闭日期');
const NO_REASON = say('✗ lost without a reason', '✗ 输单缺原因');
const OTHER_REASON = say('✗ no such reason', '✗ 原因表中没有');
const TOO_LATE = say('✗ in the stage too late', '✗ 进入阶段日期过晚');
const BEFORE_OPENED = say('✗ closed before opened', '✗ 关闭早于创建');
const FAULTS = [
  NOT_A_DAY,
  NO_STATE,
  NO_STAGE,
  STILL_OPEN,
  NO_AMOUNT,
  NO_DATE,
  NO_REASON,
  OTHER_REASON,
  TOO_LATE,
  BEFORE_OPENED,
];

const { open, won, lost } = STATES;
const isOpen = f`[state]=${open}`;
/** A stage that is not in the table, or has no figure there, has none: 0 is one. */
const ofStage = (key: string) => {
  const cells = columnOf('Stages', key);
  const known = f`COUNTIFS(Stages[no],[place],${cells},"<>")`;
  return unlessBlank(f`[place]`, unlessZero(known, sumIf(f`Stages[no]`, f`[place]`, cells)));
};

const isFilled = f`([number]<>"")+([customer]<>"")+([stage]<>"")+([amount]<>"")>0`;
const isReason = f`COUNTIF(Reasons[reason],${exactly(f`[reason]`)})>0`;
const isReversed = f`([opened]<>"")*([closed]<>"")*([closed]<[opened])>0`;
const byDays = f`IF(${isReversed},${BEFORE_OPENED},IF([days]="","",IF([days]<0,${TOO_LATE},"")))`;
const byReason = f`IF([reason]="",${byDays},IF(${isReason},${byDays},${OTHER_REASON}))`;
const ofOpen = f`IF([place]="",${NO_STAGE},IF([closed]="",${byReason},${STILL_OPEN}))`;
/** Nobody asks in which stage a deal was that is won. */
const isOtherStage = f`([stage]<>"")*([place]="")>0`;
const ofWon = f`IF([amount]="",${NO_AMOUNT},IF([closed]="",${NO_DATE},IF(${isOtherStage},${NO_STAGE},${byReason})))`;
const ofLost = f`IF([place]="",${NO_STAGE},IF([closed]="",${NO_DATE},IF([reason]="",${NO_REASON},${byReason})))`;
/** A text in place of a day is more than any day, and would be counted in no month. */
const isNoDay = (day: Expression) => f`(${day}<>"")*(${day}>${LAST_DAY})`;
const isUndated = f`${isNoDay(f`[opened]`)}+${isNoDay(f`[expected]`)}+${isNoDay(f`[closed]`)}+${isNoDay(f`[nextDate]`)}>0`;
const byState = f`IF([state]=${won},${ofWon},IF([state]=${lost},${ofLost},${NO_STATE}))`;
const byDay = f`IF(${isUndated},${NOT_A_DAY},IF(${isOpen},${ofOpen},${byState}))`;

const byPerson = f`IF(By=${GROUPED_BY.person},[person],${NO_GROUPS})`;
const shownGroup = f`IF(By=${GROUPED_BY.product},[product],IF(By=${GROUPED_BY.source},[source],${byPerson}))`;
const group = f`IF(${isFilled},IF(${shownGroup}="",${NONE},${shownGroup}),"")`;
/** Of two stages of one name nobody can say which it is. */
const ownStage = exactly(f`[stage]`);
const place = f`IF(COUNTIF(Stages[stage],${ownStage})=1,SUMIF(Stages[stage],${ownStage},Stages[no]),"")`;
const isCounted = f`(Only="")+([group]=Only)>0`;
/** A deal that is won has been in all stages. */
const reached = f`IF(${isFilled},IF(${isCounted},IF([state]=${won},COUNT(Stages[no]),[place]),""),"")`;

const until = f`IF(${isOpen},AsOf,[closed])`;
const lateStep = f`IF([nextDate]="",${NO_STEP},IF(AsOf-[nextDate]>0,${OVERDUE},""))`;

/** One list, so that all columns share it. */
const LIGHTS = [
  ...[STALLED, OVERDUE, ...FAULTS].map(word => ({ word, ...LIGHT_COLORS.red })),
  { word: NO_STEP, ...LIGHT_COLORS.amber },
];

/** So many columns stand below the key figures. */
const BELOW_FIGURES = 8;

/** Where the host's tables do not grow by themselves; an import makes room of its own. */
const ROOM = 200;

export const opportunityTable = (rows: readonly Row[]): Table => ({
  key: 'Deals',
  title: say('9  Opportunities', '九、商机'),
  spare: ROOM,
  above: [
    totals({ amount: sumOf('Deals', 'amount'), weighted: sumOf('Deals', 'weighted') }),
    checks(
      { weighted: f`IF(COUNT(Deals[weighted])=0,0,${sumOf('Deals', 'weighted')}-${weightedInAll})` },
      { check: f`IF(${broken}>0,${say('✗ rows: ', '✗ 行：')}&${broken},0)` },
    ),
  ],
  columns: [
    ...opportunity,
    show.rank('place', say('Stage no.', '阶段序号'), {
      formula: unlessBlank(f`[stage]`, place),
      note: say('Its place among the stages above.', '在上方阶段表中的序号。'),
    }),
    show.percent('chance', say('Probability', '概率'), {
      formula: f`IF(${isOpen},IF([probability]="",${ofStage('chance')},[probability]),"")`,
      note: say('That of the stage, unless another one is typed.', '取阶段的赢单概率，另填时以填写为准。'),
    }),
    show.amount('weighted', say('Weighted amount', '加权金额'), {
      named: 'Weighted',
      formula: unlessAnyBlank([f`[chance]`, f`[amount]`], f`[amount]*[chance]`),
      note: say('Amount × probability of an open opportunity.', '进行中商机的金额 × 概率。'),
    }),
    show.integer('days', say('Days in stage', '阶段停留天数'), {
      named: 'StageDays',
      formula: unlessAnyBlank([f`[entered]`, f`[state]`], unlessBlank(until, f`${until}-[entered]`)),
      note: say('Up to “Data as of”, or to the day it was closed.', '计到“数据截至”，已关闭的计到关闭日期。'),
    }),
    show.integer('allowed', say('Days allowed', '允许天数'), {
      formula: f`IF(${isOpen},${ofStage('days')},"")`,
      note: say('Of the stage.', '取自阶段表。'),
    }),
    show.text('stalled', say('Stage is', '阶段状态'), {
      named: 'Stalled',
      formula: f`IF(${isOpen},${unlessBlank(f`[days]`, f`IF([allowed]="","",IF([days]-[allowed]>0,${STALLED},""))`)},"")`,
      lights: LIGHTS,
      note: say('Open, and longer in its stage than allowed.', '进行中且停留超过该阶段允许天数。'),
    }),
    show.text('step', say('Next step is', '下一步状态'), {
      named: 'StepState',
      formula: f`IF(${isOpen},${lateStep},"")`,
      lights: LIGHTS,
    }),
    show.date('wonOn', say('Won on', '赢单日期'), {
      formula: f`IF([state]=${won},${unlessAnyBlank([f`[opened]`, f`[closed]`], f`IF([closed]<[opened],"",[closed])`)},"")`,
      note: say('Where it is known since when: the sales cycle goes by it.', '创建日期已填的赢单，用于计算销售周期。'),
    }),
    show.text('check', say('Check', '核对'), {
      formula: f`IF(${isFilled},${byDay},"")`,
      lights: LIGHTS,
    }),
    show.text('group', say('Group', '分组'), { formula: group, note: say('As “Group by” says.', '取自“分组依据”。') }),
    show.rank('reached', say('Stages reached', '到达阶段'), {
      formula: reached,
      note: say('Counted in the funnel; all of them where it is won.', '用于漏斗统计；赢单计为到达全部阶段。'),
    }),
  ].map((column, index) => wide(column, index < BELOW_FIGURES ? 180 : 160)),
  rows,
});

/** By the function: what the rows come to has to be the same. What is closed has no probability. */
const weightedInAll = kpi(weightedPipeline, { amounts: f`Deals[amount]`, probabilities: f`Deals[chance]` });

const broken = f`SUMPRODUCT((Deals[check]<>"")*1)`;
