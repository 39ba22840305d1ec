import { leaderboard } from '../../functions/leaderboard.ts';
import { say, type Text } from '../../kernel/text.ts';
import { type Expression, kpi, unlessBlank } from '../../plan/expression.ts';
import { f } from '../../plan/formulaText.ts';
import type { Column, Table } from '../../plan/said.ts';
import { show } from '../../plan/show.ts';
import { bars, unlessZero } from './expressions.ts';
import { actualOf, noteOf, onceSold, TRACKER, targetOf, WAITING_NOTE, waitingFor } from './fromTracker.ts';
import { lightColumn } from './lights.ts';
import { ACHIEVEMENT_NOTE, achievementColumn, rowAchievement } from './measures.ts';

export const achievement = achievementColumn(rowAchievement(), { note: ACHIEVEMENT_NOTE });
export const progress: Column = {
  key: 'bar',
  label: say('Progress', '进度'),
  note: say('A full bar is 150% of the target.', '满格为目标的 150%。'),
  ...bars(f`[achievement]`, 1.5),
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

const EXCEPTIONS: Board = {
  ...LEADERS,
  key: 'Exceptions',
  title: say('Largest shortfalls', '缺口最大的五人'),
  value: say('Shortfall', '缺口'),
  values: f`IF(${TRACKER.gap}<0,${TRACKER.gap},"")`,
  share: say('Share of all shortfalls', '占全部缺口'),
  order: 'lowest',
};

/** The tracker by region or person: the first few in their order, with target, achievement and light. */
function boardTable({ key, title, label, names, value, values, share, order, rows }: Board): Table {
  const name = f`[name]`;
  const ranked = kpi(leaderboard, { names, values, n: rows, order });
  const misses = order === 'lowest';
  const listed = misses ? unlessZero(f`COUNTIF(${TRACKER.gap},"<0")`, ranked) : onceSold(ranked);
  const ofName = (column: string, heading: Text, figure: Expression) =>
    show.amount(column, heading, { eachRow: true, formula: unlessBlank(name, figure) });
  return {
    key,
    title,
    columns: [
      show.rank('rank', say('Rank', '名次'), { spills: { columns: 4, formula: listed } }),
      show.text('name', label, { spilled: true }),
      show.amount(misses ? 'gap' : 'actual', value, { spilled: true }),
      show.percent('share', share, { spilled: true }),
      ...(misses ? [ofName('actual', say('Actual', '实际'), actualOf(names, name))] : []),
      ofName('target', say('Target', '目标'), targetOf(names, name)),
      achievement,
      progress,
      lightColumn('name', { note: WAITING_NOTE }, waitingFor(names, name)),
      ...(misses ? [reason] : []),
    ],
    rows,
  };
}

const reason = show.text('reason', say('Reason (from the tracker)', '原因（取自目标跟踪）'), {
  eachRow: true,
  formula: unlessBlank(f`[name]`, f`IFERROR(${noteOf(f`[name]`)},"")&""`),
  width: 200,
});

export const regionBoard = (rows: number): Table => boardTable({ ...REGIONS, rows });
export const leaders: Table = boardTable(LEADERS);
export const shortfalls: Table = boardTable(EXCEPTIONS);
