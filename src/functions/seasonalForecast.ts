import { CellError } from '../kernel/cell.ts';
import { at, place } from '../kernel/errors.ts';
import { defineFunction } from '../kernel/function.ts';
import { numberOr } from '../kernel/parameters.ts';
import { say, searchWords } from '../kernel/text.ts';
import { forecastOf } from './shared/forecast.ts';
import { periodParameter, seriesOf, seriesParameter } from './shared/seasonal.ts';

export const seasonalForecast = defineFunction({
  name: 'SEASONAL_FORECAST',
  family: 'growth',
  kind: 'table',
  text: {
    label: say('Seasonal forecast', '季节预测'),
    words: searchWords('forecast, demand planning, seasonality', '销售预测，季节性，预测'),
    summary: say(
      'The next periods’ figures: the straight trend without the season, times the season’s index.',
      '预测后续各期：先求去除季节因素后的直线趋势，再乘以季节指数。',
    ),
    formula: 'trend(t) × index(season of t), trend by least squares on value ÷ index',
    source: 'Anderson, Sweeney & Williams, Statistics for Business and Economics, trend and seasonal components',
  },
  parameters: {
    values: seriesParameter,
    period: periodParameter,
    horizon: numberOr(1, {
      label: say('Horizon', '预测期数'),
      about: say('How many periods ahead.', '向后预测的期数。'),
      minimum: 1,
      maximum: 1000,
      whole: true,
    }),
  },
  examples: [
    {
      given: { values: [[80], [120], [90], [110], [80], [120], [90], [110]], period: 4, horizon: 2 },
      result: [[80], [120]],
    },
    { given: { values: [[50, 150, 50, 150]], period: 2 }, result: [[50]] },
  ],
  compute({ values, period, horizon }) {
    const series = seriesOf(values);
    const forecast = forecastOf(series, period);
    if (forecast instanceof CellError) return at(forecast, SERIES);
    return Array.from({ length: horizon }, (_, ahead) => [forecast.at(series.length + ahead)]);
  },
});

const SERIES = place.parameter('values', seriesParameter.label);
