import { CellError } from '../kernel/cell.ts';
import { at, place } from '../kernel/errors.ts';
import { defineFunction } from '../kernel/function.ts';
import { say, searchWords } from '../kernel/text.ts';
import { periodParameter, seasonalIndexes, seriesOf, seriesParameter } from './shared/seasonal.ts';

export { row } from './shared/seasonalIndexTwin.ts';

export const seasonalIndex = defineFunction({
  name: 'SEASONAL_INDEX',
  family: 'growth',
  kind: 'table',
  text: {
    label: say('Seasonal index', '季节指数'),
    words: searchWords('seasonality, peak and off season', '淡旺季，季节性，季节系数'),
    summary: say(
      'How far each month or quarter lies above or below the average one, from two years of figures or more.',
      '由两年以上的数据得出各月或各季度相对平均水平的高低。',
    ),
    formula: 'mean by season of value ÷ centred moving average, brought to a mean of 1',
    source: 'Classical multiplicative decomposition (Kendall & Stuart; decompose() of R)',
  },
  parameters: { values: seriesParameter, period: periodParameter },
  examples: [
    // A level year sold 80, 120, 90, 110 by quarter: the index is that by 100.
    {
      given: { values: [[80], [120], [90], [110], [80], [120], [90], [110]], period: 4 },
      result: [[0.8], [1.2], [0.9], [1.1]],
    },
    { given: { values: [[50, 150, 50, 150]], period: 2 }, result: [[0.5], [1.5]] },
  ],
  compute({ values, period }) {
    const indexes = seasonalIndexes(seriesOf(values), period);
    return indexes instanceof CellError ? at(indexes, SERIES) : indexes.map(index => [index]);
  },
});

const SERIES = place.parameter('values', seriesParameter.label);
