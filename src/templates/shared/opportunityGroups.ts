import { leaderboard } from '../../functions/leaderboard.ts';
import { say } from '../../kernel/text.ts';
import { builtin, kpi, unlessBlank } from '../../plan/expression.ts';
import { f } from '../../plan/formulaText.ts';
import type { Table } from '../../plan/said.ts';
import { show } from '../../plan/show.ts';
import { checks, exactly, filledIn, sumIfs, sumOf, unlessZero } from './expressions.ts';
import { ANY_NUMBER } from './fromTracker.ts';
import { inMonth, monthColumn } from './log.ts';
import { amountColumn, countColumn, countIn, winRateColumn } from './winLoss.ts';

const weighted = f`Deals[weighted]`;
const MOST_GROUPS = 12;
const apart = (state: 'open' | 'won' | 'lost') => f`ABS(${countIn(state)}-${sumOf('Groups', state)})`;
const groups = f`Deals[group]`;
const ofGroup = [groups, exactly(f`[name]`)];
const board = kpi(leaderboard, { names: groups, values: f`IF(${groups}="","",1)`, n: MOST_GROUPS });
const stayed = builtin('COUNTIFS', ...ofGroup, f`Deals[days]`, ANY_NUMBER);
const meanDays = unlessZero(stayed, f`${sumIfs(f`Deals[days]`, ...ofGroup)}/${stayed}`);

export const groupTable: Table = {
  key: 'Groups',
  title: say('5  By group', '五、分组对比'),
  above: [
    // A name with a blank at its end is one group in the list, and another one in sums by name.
    checks({
      count: f`ABS(${filledIn(groups)}-${sumOf('Groups', 'count')})+${apart('open')}+${apart('won')}+${apart('lost')}`,
    }),
  ],
  columns: [
    show.rank('rank', say('Rank', '名次'), {
      spills: { columns: 4, formula: unlessZero(filledIn(groups), board) },
    }),
    show.text('name', say('Group', '分组'), { spilled: true }),
    show.integer('count', say('Opportunities', '商机数'), { spilled: true }),
    show.percent('share', say('Share', '占比'), { spilled: true }),
    countColumn('open', f`[name]`, ofGroup),
    amountColumn('open', f`[name]`, ofGroup),
    show.amount('weighted', say('Weighted', '加权金额'), {
      eachRow: true,
      formula: unlessBlank(f`[name]`, sumIfs(weighted, ...ofGroup)),
    }),
    countColumn('won', f`[name]`, ofGroup),
    amountColumn('won', f`[name]`, ofGroup),
    countColumn('lost', f`[name]`, ofGroup),
    winRateColumn,
    show.points('days', say('Mean days in stage', '平均停留天数'), {
      eachRow: true,
      formula: unlessBlank(f`[name]`, meanDays),
    }),
  ],
  rows: MOST_GROUPS,
};

const closedIn = inMonth(f`Deals[closed]`, f`[month]`);
const expectedIn = inMonth(f`Deals[expected]`, f`[month]`);

export const monthTable: Table = {
  key: 'Months',
  title: say('6  By month', '六、按月'),
  columns: [
    monthColumn(f`Start`, -5, say('Twelve months around the period’s start.', '本期开始前后的十二个月。')),
    show.integer('opened', say('Opened', '新增商机'), {
      eachRow: true,
      formula: builtin('COUNTIFS', ...inMonth(f`Deals[opened]`, f`[month]`)),
    }),
    countColumn('won', f`[month]`, closedIn),
    amountColumn('won', f`[month]`, closedIn),
    countColumn('lost', f`[month]`, closedIn),
    winRateColumn,
    { ...amountColumn('open', f`[month]`, expectedIn), label: say('Expected amount', '预计成交金额') },
    show.amount('weighted', say('Weighted', '加权金额'), {
      eachRow: true,
      formula: sumIfs(weighted, ...expectedIn),
    }),
  ],
  rows: 12,
};
