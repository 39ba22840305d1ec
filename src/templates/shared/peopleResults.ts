import { say } from '../../kernel/text.ts';
import { builtin, columnOf, type Expression, PLACE, unlessBlank } from '../../plan/expression.ts';
import { f } from '../../plan/formulaText.ts';
import type { Row, Table } from '../../plan/said.ts';
import { show } from '../../plan/show.ts';
import { checks, rowsAlike, sumIfs, sumOf, totals, unlessAnyBlank, unlessZero } from './expressions.ts';
import { ANY_NUMBER } from './fromTracker.ts';

/** By what people are compared. */
export const BY_RATE = say('win rate', '成交率');
export const BY_SALES = say('sales', '销售额');

export const BELOW = say('below', '低于');
export const NOT_BELOW = say('not below', '未低于');

const typed = { minimum: 0, optional: true } as const;

/** What a person has reached in a period. */
export const resultColumns = [
  show.date('period', say('Period', '期间'), {
    note: say('The first day of the month or quarter, the same for everybody.', '月或季度的首日，各人一致。'),
  }),
  show.text('person', say('Salesperson', '销售员')),
  show.integer('won', say('Won', '赢单'), typed),
  show.integer('lost', say('Lost', '输单'), typed),
  show.amount('sales', say('Sales', '销售额'), { optional: true }),
  show.number('cycle', say('Cycle, days', '成交周期（天）'), typed),
  show.integer('fresh', say('New customers', '新客户数'), typed),
  show.amount('due', say('Due', '应回款'), typed),
  show.amount('collected', say('Collected', '已回款'), typed),
  show.points('index', say('Activity index', '活动量指数'), typed),
] as const;

export const ofResults = (key: string): Expression => columnOf('Results', key);
const of = ofResults;

export const AGAINST = say('Against the team', '与团队之比');

/** A figure as a share of the team's, of which there is none where the team has nothing. */
export function againstTeam(figure: Expression, team: Expression): Expression {
  return unlessAnyBlank([figure, team], f`IF(${team}<=0,"",ROUND((${figure})/(${team}),9))`);
}

/** What somebody is judged by; blank where a rate would be one of too few cases. */
export function scored(rate: Expression, cases: Expression, sales: Expression): Expression {
  const ofRate = unlessBlank(rate, f`IF(${cases}-MinCases<0,"",${rate})`);
  return f`IF(JudgedBy=${BY_RATE},${ofRate},${sales})`;
}

const samePeriod = [of('period'), f`"="&[period]`] as const;
const casesThen = sumIfs(of('cases'), ...samePeriod);
const rateThen = unlessZero(casesThen, f`${sumIfs(of('won'), ...samePeriod, of('cases'), ANY_NUMBER)}/${casesThen}`);
const salesThen = unlessZero(
  builtin('COUNTIFS', ...samePeriod, of('sales'), ANY_NUMBER),
  f`${sumIfs(of('sales'), ...samePeriod)}/${builtin('COUNTIFS', ...samePeriod, of('sales'), ANY_NUMBER)}`,
);

const shareOf = (part: Expression, whole: Expression) =>
  unlessAnyBlank([part, whole], unlessZero(whole, f`${part}/${whole}`));

/** By which a person's row of a period is found. */
export const keyOf = (person: Expression, period: Expression) => f`${person}&"|"&${period}`;

export const resultTable = (rows: readonly Row[]): Table => ({
  key: 'Results',
  title: say('2  Results, a row for each person and period', '二、业绩记录：每人每期一行'),
  spare: 200,
  above: [
    totals({ won: sumOf('Results', 'won'), sales: sumOf('Results', 'sales') }),
    checks({}, { person: rowsAlike(of('key')) }),
  ],
  columns: [
    ...resultColumns,
    show.integer('cases', say('Closed deals', '已关闭商机'), {
      formula: unlessAnyBlank([f`[won]`, f`[lost]`], f`[won]+[lost]`),
    }),
    show.percent('rate', say('Win rate', '成交率'), { formula: shareOf(f`[won]`, f`[cases]`) }),
    show.amount('average', say('Average deal', '客单价'), { formula: shareOf(f`[sales]`, f`[won]`) }),
    show.percent('paid', say('Collection rate', '回款率'), { formula: shareOf(f`[collected]`, f`[due]`) }),
    show.number('team', say('Team then', '当期团队'), {
      eachRow: true,
      formula: unlessAnyBlank(
        [f`[period]`, f`[person]`],
        // A text is no period, and a difference with it an error.
        f`IF([period]-[period]=0,IF(JudgedBy=${BY_RATE},${rateThen},${salesThen}),"")`,
      ),
      note: say('The team’s win rate, or its mean sales, of the same period.', '同期团队成交率或人均销售额。'),
    }),
    show.percent('against', AGAINST, {
      formula: unlessBlank(f`[person]`, againstTeam(scored(f`[rate]`, f`[cases]`, f`[sales]`), f`[team]`)),
    }),
    show.text('below', say('Border', '界限'), {
      formula: unlessBlank(f`[against]`, f`IF([against]-Border<0,${BELOW},${NOT_BELOW})`),
    }),
    show.rank('row', say('Row', '行号'), { eachRow: true, formula: unlessBlank(f`[person]`, PLACE) }),
    show.text('key', say('Key', '查找键'), {
      formula: unlessAnyBlank([f`[person]`, f`[period]`], keyOf(f`[person]`, f`[period]`)),
      note: say('Person and period, by which the table above finds the row.', '姓名与期间，上表据此查找。'),
    }),
  ],
  rows,
});
