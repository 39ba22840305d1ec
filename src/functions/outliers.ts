import { notAvailable } from '../kernel/errors.ts';
import { defineFunction } from '../kernel/function.ts';
import { numberOr } from '../kernel/parameters.ts';
import { numberGrid } from '../kernel/ranges.ts';
import { sumOf } from '../kernel/sum.ts';
import { say, searchWords } from '../kernel/text.ts';
import { gridOf } from './shared/grid.ts';
import { median } from './shared/median.ts';

export const outliers = defineFunction({
  name: 'OUTLIERS',
  family: 'growth',
  kind: 'table',
  text: {
    label: say('Outliers', '异常预警'),
    words: searchWords('anomaly, spike, unusual values, exception', '异常值，离群值，异动，波动预警'),
    summary: say(
      'TRUE beside every value that lies unusually far from the middle of them all.',
      '明显偏离整体中位水平的数值标为 TRUE。',
    ),
    formula: '0.6745 × |x − median| ÷ MAD > k  (MAD 0: |x − median| ÷ (1.253314 × mean deviation) > k)',
    source: 'B. Iglewicz & D. Hoaglin, How to Detect and Handle Outliers, 1993: modified z-score',
  },
  parameters: {
    values: numberGrid({
      label: say('Values', '数值'),
      about: say('The figures to look through; blanks stay blank.', '要检查的数值；空单元格保持为空。'),
    }),
    k: numberOr(3, {
      label: say('Threshold', '阈值'),
      about: say('The modified z-score above which a value is an outlier.', '修正 Z 分数超过此值即为异常。'),
      minimum: 0,
    }),
  },
  examples: [
    {
      given: { values: [[10], [11], [12], [13], [50]] },
      result: [[false], [false], [false], [false], [true]],
    },
    { given: { values: [[20, null, 20, 20]] }, result: [[false, null, false, false]] },
  ],
  compute({ values, k }) {
    const filled: number[] = [];
    values.each(value => filled.push(value));
    if (filled.length === 0) return notAvailable('values has no figure', 'values（数值）没有数值');
    const middle = median(filled);
    const deviations = filled.map(value => Math.abs(value - middle));
    const unit = median(deviations) / 0.6745 || 1.253314 * (sumOf(deviations) / deviations.length);
    return gridOf(values, index => {
      const value = values.at(index);
      return value === null ? null : Math.abs(value - middle) > k * unit;
    });
  },
});
