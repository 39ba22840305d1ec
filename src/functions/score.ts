import { divisionByZero, invalid, notAvailable } from '../kernel/errors.ts';
import { defineFunction } from '../kernel/function.ts';
import { type Native, unlessEmpty, WRONG, when } from '../kernel/native.ts';
import { numberOr } from '../kernel/parameters.ts';
import { numbers } from '../kernel/ranges.ts';
import { Sum } from '../kernel/sum.ts';
import { say, searchWords } from '../kernel/text.ts';
import { NO_ACHIEVEMENT, typedAsPercent } from './shared/achieved.ts';

export const score = defineFunction({
  name: 'SCORE',
  family: 'targets',
  kind: 'list',
  text: {
    label: say('Weighted score', '加权得分'),
    words: searchWords(
      'balanced scorecard, weighted KPI, performance score, appraisal',
      '平衡计分卡，绩效考核，绩效得分，综合得分，考核分',
    ),
    summary: say(
      'Weighted mean of achievements, each cut to a cap and a floor; rows without data are left out.',
      '各项达成率按权重加权平均，并设上下限；没有数据的项不计入。',
    ),
    formula: 'Σ w · min(cap, max(floor, a)) ÷ Σ w  over the rows that are filled in',
    source: 'Weighted scorecard (balanced scorecard practice)',
  },
  parameters: {
    achievements: numbers({
      label: say('Achievements', '达成率'),
      about: say('Fractions, one a KPI.', '各项达成率（小数）。'),
      isAchievement: true,
    }),
    weights: numbers({
      label: say('Weights', '权重'),
      about: say('Beside them, 0 or more; need not add up to 1.', '对应的权重，不小于 0，合计不必为 1。'),
      minimum: 0,
    }),
    cap: numberOr(1.2, {
      label: say('Cap', '封顶'),
      about: say('An achievement counts at most this much.', '单项达成率最高计到此值。'),
    }),
    floor: numberOr(0, {
      label: say('Floor', '保底'),
      about: say('An achievement counts at least this much.', '单项达成率最低计到此值。'),
    }),
  },
  examples: [
    { given: { achievements: [[1.05], [0.9], [1.4]], weights: [[0.5], [0.3], [0.2]] }, result: 1.035 },
    { given: { achievements: [[1], [null]], weights: [[0.6], [0.4]] }, result: 1 },
  ],
  compute({ achievements, weights, cap, floor }) {
    if (floor > cap) return invalid(`floor (${floor}) is above cap (${cap})`, `保底（${floor}）高于封顶（${cap}）`);
    const weighted = new Sum();
    const weight = new Sum();
    let filled = 0;
    // A negative weight is wrong even beside an achievement that is still blank.
    weights.each(() => {});
    achievements.each((achieved, index) => {
      const wrong = typedAsPercent(achieved);
      if (wrong) return achievements.reject(index, wrong);
      const share = weights.at(index) ?? 0;
      weighted.add(share * Math.min(cap, Math.max(floor, achieved)));
      weight.add(share);
      filled++;
    });
    if (filled === 0) return notAvailable('no achievement is filled in', '没有已填写的达成率');
    if (weight.value === 0) return divisionByZero('the weights add up to 0', '权重合计为 0');
    return weighted.value / weight.value;
  },
});

export const native: Native<typeof score> = {
  print({ achievements, weights, cap, floor }) {
    const where = (test: string): string => `ISNUMBER(${achievements})*${test}`;
    const inside = `SUMPRODUCT(${where(`(${achievements}>=${floor})*(${achievements}<=${cap})`)},${achievements},${weights})`;
    const above = `${cap}*SUMPRODUCT(${where(`(${achievements}>${cap})`)},${weights})`;
    const below = floor === '0' ? '' : `+${floor}*SUMPRODUCT(${where(`(${achievements}<${floor})`)},${weights})`;
    const score = `(${inside}+${above}${below})/SUMPRODUCT(${where('1')},${weights})`;
    const sound = when(`SUMPRODUCT(${where(`(${achievements}>=${NO_ACHIEVEMENT})`)})>0`, WRONG, score);
    return when(`${floor}>${cap}`, WRONG, unlessEmpty(achievements, sound));
  },
};
