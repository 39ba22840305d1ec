import type { Cell } from '../kernel/cell.ts';
import { defineFunction } from '../kernel/function.ts';
import { choice, choiceOr, optionalNumber } from '../kernel/parameters.ts';
import { labels, numbers } from '../kernel/ranges.ts';
import { ratio } from '../kernel/ratio.ts';
import { sumOf } from '../kernel/sum.ts';
import { say, searchWords } from '../kernel/text.ts';
import { totalsByName } from './shared/totalsByName.ts';

export { row } from './shared/leaderboardTwin.ts';

export const leaderboard = defineFunction({
  name: 'LEADERBOARD',
  family: 'targets',
  kind: 'table',
  text: {
    label: say('Leaderboard', '排行榜'),
    words: searchWords(
      'ranking, league table, top sellers, champion, contest',
      '销售冠军，排名，龙虎榜，业绩排名，英雄榜',
    ),
    summary: say(
      'Rank, name, value and share of the total, sorted; rows of the same name are added up.',
      '按数值排序，给出名次、姓名、数值和占比；同名各行先合计。',
    ),
    formula: 'rank = 1 + number of better values (ties share a rank, the next is skipped)',
    source: 'Standard competition ranking ("1224")',
  },
  parameters: {
    names: labels({
      label: say('Names', '姓名'),
      about: say('Who or what is ranked.', '参与排名的人或对象。'),
    }),
    values: numbers({
      label: say('Values', '数值'),
      about: say('The figure beside each name. A blank is left out.', '各自的数值；空单元格不参与。'),
    }),
    n: optionalNumber({
      label: say('Top', '取前几名'),
      about: say('Only the first so many rows.', '只取前若干行。'),
      minimum: 1,
      whole: true,
    }),
    order: choiceOr(
      'highest',
      [
        choice('highest', say('highest first', '从高到低'), 'desc', 'descending', '降序'),
        choice('lowest', say('lowest first', '从低到高'), 'asc', 'ascending', '升序'),
      ],
      {
        label: say('Order', '排序'),
        about: say('Which end comes first.', '从高到低或从低到高。'),
      },
    ),
  },
  examples: [
    {
      given: { names: [['Ann'], ['Ben'], ['Cai']], values: [[30], [50], [20]] },
      result: [
        [1, 'Ben', 50, 0.5],
        [2, 'Ann', 30, 0.3],
        [3, 'Cai', 20, 0.2],
      ],
    },
    {
      given: { names: [['Ann'], ['Ben'], ['Cai'], ['Ann']], values: [[10], [40], [40], [10]], n: 3 },
      result: [
        [1, 'Ben', 40, 0.4],
        [1, 'Cai', 40, 0.4],
        [3, 'Ann', 20, 0.2],
      ],
    },
  ],
  compute({ names, values, n, order }) {
    const totals = totalsByName(names, values);
    if (totals.length === 0) return [];
    const sign = order === 'highest' ? -1 : 1;
    const sorted = [...totals].sort((a, b) => sign * (a.value - b.value));
    const total = sumOf(totals.map(entry => entry.value));
    let rank = 0;
    return sorted.slice(0, n).map((entry, index): Cell[] => {
      if (entry.value !== sorted[index - 1]?.value) rank = index + 1;
      return [rank, entry.name, entry.value, ratio(entry.value, total, 'total')];
    });
  },
});
