import { type Cell, CellError } from '../kernel/cell.ts';
import { clean, decimal } from '../kernel/decimal.ts';
import { defineFunction } from '../kernel/function.ts';
import { optionalNumber } from '../kernel/parameters.ts';
import { numberGrid, numbers } from '../kernel/ranges.ts';
import { say, searchWords } from '../kernel/text.ts';
import { apportion } from './shared/apportion.ts';
import { gridOf } from './shared/grid.ts';
import { CENT } from './shared/money.ts';

export { row } from './shared/rankBonusTwin.ts';

export const rankBonus = defineFunction({
  name: 'RANK_BONUS',
  family: 'incentives',
  kind: 'table',
  text: {
    label: say('Rank prize', '名次奖'),
    words: searchWords('contest prize, President’s club, top performer prize, SPIFF', '排名奖，销冠奖，冠军奖，竞赛奖'),
    summary: say(
      'Prizes for the best; those who tie share the prizes of the places they take, to the cent.',
      '按名次发奖；并列者平分所占名次的奖金，精确到分。',
    ),
    formula: 'Σ prizes of the places a tie spans ÷ its members',
    source: 'Prize money rule for ties in tournament play (golf)',
  },
  parameters: {
    values: numberGrid({
      label: say('Values', '数值'),
      about: say('What is ranked, highest first; a blank takes no part.', '参与排名的数值，从高到低；为空则不参与。'),
    }),
    prizes: numbers({
      label: say('Prizes', '奖金'),
      about: say('For the first place, the second …', '依次为第一名、第二名……的奖金。'),
      minimum: 0,
      separate: true,
    }),
    above: optionalNumber({
      label: say('Only above', '获奖下限'),
      about: say(
        'Who has this or less wins nothing, 0 for those who sold nothing; left out, everybody can win.',
        '数值不高于此值者不得奖，如填 0 则未产生业绩者不得奖；省略则人人可得。',
      ),
    }),
  },
  examples: [
    {
      given: { values: [[80], [95], [70], [60]], prizes: [[5000], [3000], [1000]] },
      result: [[3000], [5000], [1000], [0]],
    },
    {
      given: { values: [[90], [90], [null], [70]], prizes: [[5000, 3000, 1000]] },
      result: [[4000], [4000], [null], [1000]],
    },
    { given: { values: [[7, 7, 7]], prizes: [[100]] }, result: [[33.34, 33.33, 33.33]] },
    { given: { values: [[90], [0], [-5]], prizes: [[5000], [3000]], above: 0 }, result: [[5000], [0], [0]] },
  ],
  compute({ values, prizes, above = Number.NEGATIVE_INFINITY }) {
    const ranked: { index: number; value: number }[] = [];
    values.each((value, index) => ranked.push({ index, value: clean(value) }));
    ranked.sort((a, b) => b.value - a.value || a.index - b.index);
    const won = new Map<number, Cell>();
    let place = 0;
    while (place < ranked.length) {
      let end = place + 1;
      while (end < ranked.length && ranked[end]?.value === ranked[place]?.value) end++;
      const tied = ranked.slice(place, end);
      const shares = sharedEvenly(tied.map((_, order) => prizes.at(place + order) ?? 0));
      for (const [order, { index, value }] of tied.entries()) won.set(index, value > above ? (shares[order] ?? 0) : 0);
      place = end;
    }
    return gridOf(values, index => won.get(index) ?? null);
  },
});

/** The prizes' sum in equal shares; the cents that do not divide go to the first of them. */
function sharedEvenly(prizes: readonly number[]): readonly Cell[] {
  const total = Number(prizes.reduce((sum, prize) => sum.plus(decimal(prize)), decimal(0)));
  if (total === 0) return prizes.map(() => 0);
  const [weights, locked] = [prizes.map(() => 1), prizes.map(() => null)];
  const shares = apportion({ total, weights, locked, unit: CENT, minimum: 0 });
  return shares instanceof CellError ? prizes.map(() => shares) : shares;
}
