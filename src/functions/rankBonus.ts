import type { Cell } from '../kernel/cell.ts';
import { clean, decimal } from '../kernel/decimal.ts';
import { defineFunction } from '../kernel/function.ts';
import { numberGrid, numbers } from '../kernel/ranges.ts';
import { apportion } from './shared/apportion.ts';
import { gridLike } from './shared/grid.ts';
import { CENT } from './shared/money.ts';

export const rankBonus = defineFunction({
  name: 'RANK_BONUS',
  family: 'incentives',
  kind: 'table',
  text: {
    label: { en: 'Rank prize', zh: '名次奖' },
    summary: {
      en: 'Prizes for the best; those who tie share the prizes of the places they take, to the cent.',
      zh: '按名次发奖；并列者平分所占名次的奖金，精确到分。',
    },
    formula: 'Σ prizes of the places a tie spans ÷ its members',
    source: 'Prize money rule for ties in tournament play (golf)',
  },
  parameters: {
    values: numberGrid({
      label: { en: 'Values', zh: '数值' },
      about: { en: 'What is ranked, highest first; a blank takes no part.', zh: '参与排名的数值，从高到低；为空则不参与。' },
    }),
    prizes: numbers({
      label: { en: 'Prizes', zh: '奖金' },
      about: { en: 'For the first place, the second …', zh: '依次为第一名、第二名……的奖金。' },
      minimum: 0,
      separate: true,
    }),
  },
  examples: [
    {
      given: { values: [[80], [95], [70], [60]], prizes: [[5000], [3000], [1000]] },
      result: [[3000], [5000], [1000], [0]],
    },
    { given: { values: [[90], [90], [null], [70]], prizes: [[5000, 3000, 1000]] }, result: [[4000], [4000], [null], [1000]] },
    { given: { values: [[7, 7, 7]], prizes: [[100]] }, result: [[33.34, 33.33, 33.33]] },
  ],
  compute({ values, prizes }) {
    const ranked: { index: number; value: number }[] = [];
    values.each((value, index) => ranked.push({ index, value: clean(value) }));
    ranked.sort((a, b) => b.value - a.value || a.index - b.index);
    const won = new Map<number, Cell>();
    for (let place = 0; place < ranked.length; ) {
      const tied = ranked.slice(place).filter(({ value }) => value === ranked[place]?.value);
      const shares = sharePrizes(tied.map((_, order) => prizes.at(place + order) ?? 0));
      for (const [order, { index }] of tied.entries()) won.set(index, shares[order] ?? 0);
      place += tied.length;
    }
    return gridLike(values, (_, index) => won.get(index) ?? null);
  },
});
