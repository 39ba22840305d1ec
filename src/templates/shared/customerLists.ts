import { growth } from '../../functions/growth.ts';
import { leaderboard } from '../../functions/leaderboard.ts';
import { repurchaseDays } from '../../functions/repurchaseDays.ts';
import { say, type Text } from '../../kernel/text.ts';
import { column, columnOf, type Expression, kpi, unlessBlank } from '../../plan/expression.ts';
import { f } from '../../plan/formulaText.ts';
import type { Column, Table } from '../../plan/said.ts';
import { show } from '../../plan/show.ts';
import { ACTIVE, AT_RISK, LOST, NEW, RETURNED, ready, UNKNOWN } from './customerTable.ts';
import { exactly, filledIn, placeOf, sumIf, textsIn, unlessZero, zeroIfBlank } from './expressions.ts';
import { figureTable } from './figures.ts';
import { NO_PERIOD } from './strip.ts';

const [customers, standing, event] = [f`Customers[customer]`, f`Customers[status]`, f`Customers[event]`];
const [sales, before] = [f`Customers[total.sales]`, f`Customers[total.before]`];

const count = (cells: Expression, word: Text) => f`COUNTIF(${cells},${word})`;
const judged = [ACTIVE, AT_RISK, LOST, UNKNOWN].reduce(
  (left, word) => f`${left}-${count(standing, word)}`,
  filledIn(f`Customers[silent]`),
);
/** A count of words passes over errors: it says how many rows there are in their place. */
const known = (figure: Expression) => f`IF(${judged}>0,"✗ "&(${judged}),${figure})`;
const inPeriod = (word: Text) => f`IF(COUNT(Start,End)<2,${NO_PERIOD},${ready(known(count(event, word)))})`;
const intervals = kpi(repurchaseDays, {
  customers: f`IF(Orders[date]<AsOf+1,Orders[customer],"")`,
  dates: f`Orders[date]`,
});
/** Nobody has a usual interval as long as nobody has come back. */
const onceBack = (figure: Expression) => unlessZero(f`COUNT(Customers[usual])+${textsIn(f`Customers[usual]`)}`, figure);

export const customerFigures = figureTable(say('1  The customers', '一、客户概况'), [
  [say('Customers with orders', '有订单的客户'), 'integer', ready(f`COUNT(Customers[last])`)],
  [say('Active', '正常'), 'integer', ready(known(count(standing, ACTIVE)))],
  [say('At risk', '有流失风险'), 'integer', ready(known(count(standing, AT_RISK)))],
  [
    say('Sales of those at risk', '风险客户销售额'),
    'amount',
    ready(known(sumIf(standing, f`${AT_RISK}`, f`Customers[sales]`))),
  ],
  [say('New this period', '本期新增'), 'integer', inPeriod(NEW)],
  [say('Returned this period', '本期回归'), 'integer', inPeriod(RETURNED)],
  [say('Lost this period', '本期流失'), 'integer', inPeriod(LOST)],
  [say('Sales, 12 months', '近 12 个月销售额'), 'amount', ready(sales)],
  [
    say('Growth on the 12 months before', '比再前 12 个月增长'),
    'percent',
    unlessZero(before, kpi(growth, { current: sales, previous: before })),
  ],
  [say('Days between purchases', '复购周期（天）'), 'points', onceBack(intervals)],
]);

/** What customers were worth in the last two years. */
const worth = f`${zeroIfBlank(f`Customers[sales]`)}+${zeroIfBlank(f`Customers[before]`)}`;
const WORTH = say('Sales, 24 months', '近 24 个月销售额');

/** Those customers of whom a column has a word, by what they were worth. */
function ranked(cells: Expression, word: Text, n: number): Expression {
  const values = f`IF(${cells}=${word},${worth},"")`;
  return known(unlessZero(count(cells, word), kpi(leaderboard, { names: customers, values, n })));
}

/** A list of customers, and what it spills. */
function listColumns(key: string, names: Text, spills: Expression, amounts = WORTH): Column[] {
  return [
    show.rank(`${key}Rank`, say('No.', '序号'), { spills: { columns: 4, formula: spills } }),
    show.text(`${key}Name`, names, { spilled: true }),
    show.amount(`${key}Worth`, amounts, { spilled: true }),
    show.percent(`${key}Share`, say('Share', '占比'), { spilled: true }),
  ];
}

/** What the table of customers says of whom the list names. */
const told = (key: string) =>
  unlessBlank(f`[callName]`, f`INDEX(${columnOf('Customers', key)},${placeOf(column('callName'), customers)})`);

/** Whom to call: those at risk, the most valuable first. */
export const callTable = (rows: number): Table => ({
  key: 'Calls',
  title: say('2  Whom to call: at risk, the largest first', '二、回访名单：有流失风险，按金额从大到小'),
  columns: [
    ...listColumns('call', say('Customer', '客户'), ranked(standing, AT_RISK, rows)),
    show.date('last', say('Last order', '最近下单'), { eachRow: true, formula: told('last') }),
    show.number('usual', say('Usual interval', '平时间隔'), { eachRow: true, formula: told('usual') }),
    show.integer('silent', say('Days silent', '未下单天数'), { eachRow: true, formula: told('silent') }),
    show.text('class', say('Class', '分类'), { eachRow: true, centred: true, formula: told('class') }),
    show.text('renewal', say('Means to renew', '续约意向'), { eachRow: true, formula: f`${told('renewal')}&""` }),
  ],
  rows,
});

/** What orders of customers are worth whom the table does not have; blank beside the others. */
const isStranger = f`(Orders[customer]<>"")*(COUNTIF(${customers},${exactly(f`Orders[customer]`)})=0)>0`;
const ofStrangers = f`IF(${isStranger},${zeroIfBlank(f`Orders[amount]`)},"")`;

/** Who came, came back and went in the period, and whose orders are of nobody in the table. */
export const changeTable = (rows: number): Table => ({
  key: 'Changes',
  title: say('3  New, returned and lost this period', '三、本期新增、回归与流失'),
  columns: [
    ...listColumns('new', say('New', '新增'), ranked(event, NEW, rows)),
    ...listColumns('returned', say('Returned', '回归'), ranked(event, RETURNED, rows)),
    ...listColumns('lost', say('Lost', '流失'), ranked(event, LOST, rows)),
    ...listColumns(
      'stranger',
      say('Not in the table yet', '尚未列入客户表'),
      unlessZero(
        f`Customers[check.orders]`,
        kpi(leaderboard, { names: f`Orders[customer]`, values: ofStrangers, n: rows }),
      ),
      say('Amount', '金额'),
    ),
  ],
  rows,
});
