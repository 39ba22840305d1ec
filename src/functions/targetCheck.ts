import { type Cell, CellError } from '../kernel/cell.ts';
import { at, divisionByZero, expected, invalid, place } from '../kernel/errors.ts';
import { defineFunction } from '../kernel/function.ts';
import { choice, choiceOr, optionalNumber } from '../kernel/parameters.ts';
import { type NumberRange, numberGrid, numbers } from '../kernel/ranges.ts';
import { say, searchWords } from '../kernel/text.ts';
import { forecastOf } from './shared/forecast.ts';
import { seasonLength, seriesOf } from './shared/seasonal.ts';

const VERDICTS = {
  text: ['too low', 'realistic', 'stretch', 'unrealistic'],
  zh: ['偏低', '合理', '有挑战', '不现实'],
} as const;

export const targetCheck = defineFunction({
  name: 'TARGET_CHECK',
  family: 'targets',
  kind: 'table',
  text: {
    label: say('Target check', '目标合理性'),
    words: searchWords(
      'realistic target, SMART, quota setting, stretch goal',
      '目标测算，目标设定，目标可行性，合理目标',
    ),
    summary: say(
      'Whether a target is too low, realistic, a stretch or unrealistic, judged against the forecast from history.',
      '依据历史数据的预测判断目标偏低、合理、有挑战还是不现实。',
    ),
    formula: 'z = (target − forecast) ÷ standard deviation of its error; cuts at −0.5, 0.5, 1.5',
    source: 'Prediction error of a least-squares trend (Montgomery, Peck & Vining), on the deseasonalised series',
  },
  parameters: {
    target: numberGrid({
      label: say('Target', '目标值'),
      about: say(
        'The target of the period after the history, or a column of targets with a row of history each. If blank, the result is blank.',
        '历史之后下一期的目标值；也可为一列目标，每个目标对应一行历史。为空则结果为空。',
      ),
    }),
    history: numbers({
      label: say('History', '历史值'),
      about: say(
        'The actual of each period, the oldest first, without a gap; three at least.',
        '各期实际值，从最早一期起，中间不得空缺，至少 3 期。',
      ),
      separate: true,
    }),
    period: optionalNumber({
      ...seasonLength,
      about: say(
        'The season’s length, 12 for months; if left out there is no season.',
        '季节周期，按月为 12；省略则不考虑季节性。',
      ),
    }),
    style: choiceOr(
      'text',
      [
        choice('text', say('English', '英文'), 'en'),
        choice('zh', say('Chinese', '中文'), '汉字'),
        choice('number', say('number', '数值'), 'z', 'code', '数字'),
      ],
      {
        label: say('Style', '样式'),
        about: say(
          'The verdict in words, or how many standard deviations the target is off.',
          '以文字表示，或给出偏离的标准差倍数。',
        ),
      },
    ),
  },
  examples: [
    // 100, 110, 120 lead to 130 without any error.
    { given: { target: 130, history: [[100], [110], [120]] }, result: 'realistic' },
    { given: { target: 90, history: [[100], [110], [120]], style: 'zh' }, result: '偏低' },
    {
      given: {
        target: [[130], [90], [null]],
        history: [
          [null, 100, 110, 120],
          [90, 100, 110, 120],
          [90, 100, 110, 120],
        ],
      },
      result: [['realistic'], ['too low'], [null]],
    },
    // The mean is 100 and the trend flat; the error’s deviation is √(400 ÷ 2) × √(1 + 1 ÷ 4 + 2.5² ÷ 5) = 22.36.
    { given: { target: 130, history: [[110], [90], [90], [110]], style: 'number' }, result: 30 / Math.sqrt(500) },
  ],
  compute({ target, history, period, style }) {
    if (target.length === 1) {
      const value = target.at(0);
      return value === null ? null : verdict(value, history, seriesOf(history), period, style);
    }
    if (target.columns !== 1 || history.rows !== target.rows || history.headerCells > 0) {
      return expected.sameShape('target', target.shape, 'history', history.shape);
    }
    return Array.from({ length: target.rows }, (_, row): Cell[] => {
      const value = target.at(row);
      if (value === null) return [null];
      const series = rowOf(history, row);
      const result = series instanceof CellError ? series : verdict(value, history, series, period, style);
      return [result instanceof CellError ? at(result, place.row(row)) : result];
    });
  },
});

type Style = keyof typeof VERDICTS | 'number';

function verdict(
  target: number,
  history: NumberRange,
  series: readonly number[],
  period: number | undefined,
  style: Style,
): Cell {
  const below = period === undefined ? -1 : series.findIndex(value => value < 0);
  if (below >= 0) history.reject(below, expected.between(series[below] ?? 0, 0, Number.MAX_VALUE));
  const forecast = forecastOf(series, period);
  if (forecast instanceof CellError) return at(forecast, HISTORY);
  const next = forecast.at(series.length);
  // What the arithmetic leaves behind is no distance and no error: a history may lie on its trend exactly.
  const noise = 1e-9 * (Math.abs(target) + Math.abs(next));
  const distance = Math.abs(target - next) <= noise ? 0 : target - next;
  const error = forecast.errorAt(series.length);
  const deviations = distance === 0 ? 0 : distance / (error <= noise ? 0 : error);
  if (style !== 'number') return VERDICTS[style][verdictOf(deviations)];
  return Number.isFinite(deviations) ? deviations : noDeviation();
}

/** A row of the history: who came later has blanks before, but nobody has one in between. */
function rowOf(history: NumberRange, row: number): number[] | CellError {
  const cells = Array.from({ length: history.columns }, (_, column) => history.at(row * history.columns + column));
  const first = cells.findIndex(cell => cell !== null);
  const series = cells.slice(Math.max(0, first)).filter(cell => cell !== null);
  const gap = first >= 0 && cells.slice(first, first + series.length).includes(null);
  return gap ? at(invalid('a period in between is blank', '中间有一期为空'), HISTORY) : series;
}

const HISTORY = place.parameter('history', say('History', '历史值'));

function verdictOf(deviations: number): 0 | 1 | 2 | 3 {
  if (deviations < -0.5) return 0;
  if (deviations <= 0.5) return 1;
  return deviations <= 1.5 ? 2 : 3;
}

function noDeviation(): CellError {
  return divisionByZero('history lies on its trend without any deviation', '历史值与趋势完全一致，没有偏差');
}
