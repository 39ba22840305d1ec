import { type Cell, CellError } from '../kernel/cell.ts';
import { decimal, roundHalfAwayFromZero } from '../kernel/decimal.ts';
import { defineFunction } from '../kernel/function.ts';
import { number, numberOr } from '../kernel/parameters.ts';
import { numberGrid } from '../kernel/ranges.ts';
import { sumOf } from '../kernel/sum.ts';
import { say, searchWords } from '../kernel/text.ts';
import { apportion } from './shared/apportion.ts';
import { gridOf } from './shared/grid.ts';
import { CENT } from './shared/money.ts';

/** Shares that people round, 33.33%, still differ from thirds by more: 90% is never taken for the whole. */
const WHOLE = 1e-9;

export const credit = defineFunction({
  name: 'CREDIT',
  family: 'incentives',
  kind: 'table',
  text: {
    label: say('Sales credit', '业绩分摊'),
    words: searchWords(
      'split credit, overlay, deal sharing, credit split, double credit',
      '业绩分成，分单，共同成交，业绩归属，协同分成',
    ),
    summary: say(
      'Credits of a shared deal, exact to the cent: shares of 100% add up to the amount, overlays come on top.',
      '共同成交的业绩分摊，精确到分：份额合计 100% 时与金额完全一致，另加的份额另行计入。',
    ),
    formula: 'amount × share, in whole units; largest remainder where the shares add up to 1',
    source: 'Split and overlay credit of sales crediting rules; method of largest remainders (Hamilton)',
  },
  parameters: {
    amount: number({
      label: say('Amount', '金额'),
      about: say('What the deal counts for.', '该笔成交计入的金额。'),
      measured: true,
    }),
    shares: numberGrid({
      label: say('Shares', '份额'),
      about: say(
        'A fraction for each person, 0.6 for 60%; a blank gets nothing and stays blank.',
        '每人一份（小数，60% 为 0.6）；空单元格不分摊。',
      ),
      minimum: 0,
      maximum: 1,
    }),
    unit: numberOr(CENT, {
      label: say('Unit', '取整单位'),
      about: say('Credits are multiples of it.', '分摊结果为该单位的整数倍。'),
      minimum: Number.MIN_VALUE,
    }),
  },
  examples: [
    { given: { amount: 100, shares: [[1 / 3], [1 / 3], [1 / 3]] }, result: [[33.34], [33.33], [33.33]] },
    { given: { amount: 1000, shares: [[0.6, 0.4, 0.1]] }, result: [[600, 400, 100]] },
    { given: { amount: 99.99, shares: [[0.5], [null], [0.4]] }, result: [[50], [null], [40]] },
  ],
  compute({ amount, shares, unit }) {
    const weights = Array.from({ length: shares.length }, (_, index) => shares.at(index));
    const filled = weights.filter(weight => weight !== null);
    if (Math.abs(sumOf(filled) - 1) > WHOLE) {
      return gridOf(shares, index => inUnits(amount, weights[index] ?? null, unit));
    }
    const credits = apportion({ total: amount, weights, locked: weights.map(() => null), unit, minimum: 0 });
    return credits instanceof CellError ? credits : gridOf(shares, index => credits[index] ?? null);
  },
});

function inUnits(amount: number, share: number | null, unit: number): Cell {
  if (share === null) return null;
  const units = roundHalfAwayFromZero(decimal(amount).times(decimal(share)).div(decimal(unit)), 0);
  return Number(units.times(decimal(unit)));
}
