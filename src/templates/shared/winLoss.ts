import { leaderboard } from '../../functions/leaderboard.ts';
import { winRate } from '../../functions/winRate.ts';
import { say } from '../../kernel/text.ts';
import { builtin, columnOf, type Expression, kpi, unlessBlank } from '../../plan/expression.ts';
import { f } from '../../plan/formulaText.ts';
import type { Column, Row, Table } from '../../plan/said.ts';
import { show } from '../../plan/show.ts';
import { STATES } from '../../sheets/pipeline.ts';
import { checks, each, exactly, filledIn, rowsAlike, sumIfs, sumOf, totals, unlessZero } from './expressions.ts';
import { reasonColumn } from './opportunityColumns.ts';

type State = keyof typeof STATES;

export const countIn = (state: State, ...tests: readonly Expression[]): Expression =>
  builtin('COUNTIFS', f`Deals[state]`, f`${STATES[state]}`, ...tests);
export const amountIn = (state: State, ...tests: readonly Expression[]): Expression =>
  sumIfs(f`Deals[amount]`, f`Deals[state]`, f`${STATES[state]}`, ...tests);

/** How many of the opportunities are in a state, where the row has a name, and what they come to. */
export const countColumn = (state: State, name: Expression, tests: readonly Expression[]): Column =>
  show.integer(state, COUNTS[state], { eachRow: true, formula: unlessBlank(name, countIn(state, ...tests)) });
export const amountColumn = (state: State, name: Expression, tests: readonly Expression[]): Column =>
  show.amount(`${state}Amount`, AMOUNTS[state], {
    eachRow: true,
    formula: unlessBlank(name, amountIn(state, ...tests)),
  });

const COUNTS = { open: say('Open', '进行中'), won: say('Won', '赢单'), lost: say('Lost', '输单') };
const AMOUNTS = {
  open: say('Open amount', '进行中金额'),
  won: say('Won amount', '赢单金额'),
  lost: say('Lost amount', '输单金额'),
};

export const winRateColumn: Column = show.percent('winRate', say('Win rate', '成交率'), {
  formula: f`IF([won]="","",${unlessZero(f`[won]+[lost]`, kpi(winRate, { won: f`[won]`, opportunities: f`[won]+[lost]` }))})`,
  note: say('Won ÷ (won + lost).', '赢单 ÷（赢单 + 输单）。'),
});

const ofReason = [f`Deals[reason]`, exactly(f`[reason]`)];
const named = f`[reason]`;

export const reasonTable = (rows: readonly Row[]): Table => ({
  key: 'Reasons',
  title: say('7  Won and lost by reason', '七、赢单与输单原因'),
  spare: 3,
  above: [
    totals(each(['won', 'wonAmount', 'lost', 'lostAmount'], key => sumOf('Reasons', key))),
    checks(
      {
        lost: f`${countIn('lost')}-${sumOf('Reasons', 'lost')}`,
        lostAmount: f`${amountIn('lost')}-${sumOf('Reasons', 'lostAmount')}`,
      },
      { won: rowsAlike(f`Reasons[reason]`) },
    ),
  ],
  columns: [
    reasonColumn,
    countColumn('won', named, ofReason),
    amountColumn('won', named, ofReason),
    countColumn('lost', named, ofReason),
    amountColumn('lost', named, ofReason),
    show.percent('share', say('Share of lost', '占输单'), {
      eachRow: true,
      formula: unlessBlank(named, unlessZero(sumOf('Reasons', 'lost'), f`[lost]/${sumOf('Reasons', 'lost')}`)),
    }),
  ],
  rows,
});

const MOST_COMPETITORS = 10;
const competitors = columnOf('Deals', 'competitor');
const ofCompetitor = [competitors, exactly(f`[name]`)];
const board = kpi(leaderboard, { names: competitors, values: f`IF(${competitors}="","",1)`, n: MOST_COMPETITORS });

export const competitorTable: Table = {
  key: 'Competitors',
  title: say('8  Won and lost against competitors', '八、与竞争对手的赢单与输单'),
  columns: [
    show.rank('rank', say('Rank', '名次'), {
      spills: { columns: 4, formula: unlessZero(filledIn(competitors), board) },
    }),
    show.text('name', say('Competitor', '竞争对手'), { spilled: true }),
    show.integer('count', say('Opportunities', '商机数'), { spilled: true }),
    show.percent('share', say('Share', '占比'), { spilled: true }),
    countColumn('open', f`[name]`, ofCompetitor),
    countColumn('won', f`[name]`, ofCompetitor),
    amountColumn('won', f`[name]`, ofCompetitor),
    countColumn('lost', f`[name]`, ofCompetitor),
    amountColumn('lost', f`[name]`, ofCompetitor),
    winRateColumn,
  ],
  rows: MOST_COMPETITORS,
};
