import { say } from '../../kernel/text.ts';
import { builtin, columnOf, type Expression, unlessBlank } from '../../plan/expression.ts';
import { f } from '../../plan/formulaText.ts';
import type { Row, Table } from '../../plan/said.ts';
import { show } from '../../plan/show.ts';
import { checks, exactly, sumIfs, sumOf, totals, unlessAnyBlank, unlessZero } from './expressions.ts';
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

const rate = unlessBlank(f`[cases]`, unlessZero(f`[cases]`, f`[won]/[cases]`));

/** A person has one row a period: of two means there is no sum. */
const alike = f`SUMPRODUCT((${of('person')}<>"")*(${builtin('COUNTIFS', of('person'), exactly(of('person')), of('period'), f`"="&${of('period')}`)}>1))`;
const rowsTwice = f`IF(${alike}>0,${say('✗ rows alike: ', '✗ 重复行：')}&${alike},0)`;

export const resultTable = (rows: readonly Row[]): Table => ({
  key: 'Results',
  title: say('2  Results, a row for each person and period', '二、业绩记录：每人每期一行'),
  spare: 200,
  above: [
    totals({ won: sumOf('Results', 'won'), sales: sumOf('Results', 'sales') }),
    checks({}, { person: rowsTwice }),
  ],
  columns: [
    ...resultColumns,
    show.integer('cases', say('Closed deals', '已关闭商机'), {
      formula: unlessAnyBlank([f`[won]`, f`[lost]`], f`[won]+[lost]`),
    }),
    show.percent('against', AGAINST, {
      eachRow: true,
      formula: unlessAnyBlank(
        [f`[period]`, f`[person]`],
        againstTeam(scored(rate, f`[cases]`, f`[sales]`), f`IF(JudgedBy=${BY_RATE},${rateThen},${salesThen})`),
      ),
      note: say('Of the same period.', '同期比较。'),
    }),
    show.text('below', say('Border', '界限'), {
      formula: unlessBlank(f`[against]`, f`IF([against]-Border<0,${BELOW},${NOT_BELOW})`),
    }),
  ],
  rows,
});
