import { divisionByZero, notAvailable } from '../kernel/errors.ts';
import { defineFunction } from '../kernel/function.ts';
import { countWhere, DIVISION_BY_ZERO, type Native, unlessEmpty, when } from '../kernel/native.ts';
import { numberOr } from '../kernel/parameters.ts';
import { numbers } from '../kernel/ranges.ts';
import { Sum } from '../kernel/sum.ts';
import { say, searchWords } from '../kernel/text.ts';

export const activityIndex = defineFunction({
  name: 'ACTIVITY_INDEX',
  family: 'funnel',
  kind: 'list',
  text: {
    label: say('Activity index', '活动量指数'),
    words: searchWords(
      'activity score, productivity, calls and visits, leading indicator',
      '活动量度，活跃度，拜访量，过程指标，销售活动',
    ),
    summary: say(
      'Calls, e-mails, visits, demos … against their goals as one figure; 100 is all goals met.',
      '电话、邮件、拜访、演示等活动量对照目标的综合指数，100 为全部达标。',
    ),
    formula: '100 × Σ w · min(cap, count ÷ goal) ÷ Σ w',
    source: 'Weighted sales activity scoring',
  },
  parameters: {
    counts: numbers({
      label: say('Counts', '次数'),
      about: say('How often each activity was done; blanks are left out.', '各项活动的次数；为空则不计。'),
      minimum: 0,
    }),
    goals: numbers({
      label: say('Goals', '目标'),
      about: say('How often it should be done.', '各项活动的目标次数。'),
      minimum: 0,
    }),
    weights: numbers({
      label: say('Weights', '权重'),
      about: say('How much it matters, 0 or more; need not add up to 1.', '各项权重，不小于 0，合计不必为 1。'),
      minimum: 0,
    }),
    cap: numberOr(1.5, {
      label: say('Cap', '封顶'),
      about: say('An activity counts at most so many times its goal.', '单项最多计到目标的多少倍。'),
      minimum: 0,
    }),
  },
  examples: [
    { given: { counts: [[50], [10]], goals: [[50], [20]], weights: [[0.6], [0.4]] }, result: 80 },
    { given: { counts: [[90], [null]], goals: [[30], [5]], weights: [[1], [1]] }, result: 150 },
  ],
  compute({ counts, goals, weights, cap }) {
    const weighted = new Sum();
    const weight = new Sum();
    let filled = 0;
    counts.each((count, index) => {
      const goal = goals.at(index) ?? 0;
      const share = weights.at(index) ?? 0;
      if (goal === 0) goals.reject(index, divisionByZero('the goal is 0 or blank', '目标为 0 或为空'));
      weighted.add(share * Math.min(cap, count / goal));
      weight.add(share);
      filled++;
    });
    if (filled === 0) return notAvailable('no count is filled in', '没有已填写的次数');
    if (weight.value === 0) return divisionByZero('the weights add up to 0', '权重合计为 0');
    return (100 * weighted.value) / weight.value;
  },
});

export const native: Native<typeof activityIndex> = {
  print({ counts, goals, weights, cap }) {
    const full = `SUMPRODUCT(ISNUMBER(${counts})*(${counts}>=${cap}*${goals}),${weights})`;
    const partly = `SUMPRODUCT(ISNUMBER(${counts})*(${counts}<${cap}*${goals})/(${goals}+(${goals}=0)),${counts},${weights})`;
    const index = `100*(${cap}*${full}+${partly})/SUMPRODUCT(ISNUMBER(${counts})*1,${weights})`;
    return unlessEmpty(counts, when(`${countWhere(counts, `(${goals}=0)`)}>0`, DIVISION_BY_ZERO, index));
  },
};
