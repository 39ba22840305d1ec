import { decimal } from '../kernel/decimal.ts';
import { divisionByZero } from '../kernel/errors.ts';
import { defineFunction } from '../kernel/function.ts';
import { DIVISION_BY_ZERO, type Native, when } from '../kernel/native.ts';
import { number, numberOr } from '../kernel/parameters.ts';
import { say, searchWords } from '../kernel/text.ts';
import { toCents } from './shared/money.ts';

export const excessBonus = defineFunction({
  name: 'EXCESS_BONUS',
  family: 'incentives',
  kind: 'map',
  text: {
    label: say('Overachievement bonus', '超额奖'),
    words: searchWords(
      'accelerator, kicker, overachievement, stretch bonus, over quota',
      '超额奖励，超额提成，超产奖，超额完成',
    ),
    summary: say(
      'A base bonus by achievement; what lies above the accelerator threshold counts at the multiplier.',
      '基础奖金按达成率计发，超过加速线的部分按倍数计算。',
    ),
    formula: 'base_bonus × (min(a, threshold) + multiplier × max(0, a − threshold)),  0 where a < qualify',
    source: 'Payout curve with accelerator of incentive-plan practice',
  },
  parameters: {
    actual: number({
      label: say('Actual', '实际值'),
      about: say('The actual result. If blank, the result is blank.', '实际完成值；为空则结果为空。'),
      measured: true,
    }),
    target: number({
      label: say('Target', '目标值'),
      about: say('What was to be reached.', '目标值。'),
      minimum: 0,
    }),
    base_bonus: number({
      label: say('Base bonus', '基础奖金'),
      about: say('Paid for exactly 100%.', '达成率恰为 100% 时的奖金。'),
      minimum: 0,
    }),
    qualify: numberOr(0.8, {
      label: say('Pays from', '起奖线'),
      about: say('Below this achievement nothing is paid.', '低于此达成率不发放。'),
      minimum: 0,
    }),
    threshold: numberOr(1.5, {
      label: say('Accelerator from', '加速线'),
      about: say('Achievement above this counts at the multiplier.', '超过此达成率的部分按倍数计。'),
      minimum: 0,
    }),
    multiplier: numberOr(2, {
      label: say('Multiplier', '倍数'),
      about: say('How many times it counts.', '超过部分的倍数。'),
      minimum: 0,
    }),
  },
  examples: [
    { given: { actual: 120, target: 100, base_bonus: 5000 }, result: 6000 },
    { given: { actual: 160, target: 100, base_bonus: 1000 }, result: 1700 },
    { given: { actual: [[79], [80], [null]], target: 100, base_bonus: 1000 }, result: [[0], [800], [null]] },
  ],
  compute({ actual, target, base_bonus, qualify, threshold, multiplier }) {
    if (target === 0) return divisionByZero('target is 0', 'target（目标值）为 0');
    const [done, goal, limit] = [decimal(actual), decimal(target), decimal(threshold)];
    if (done.lt(goal.times(decimal(qualify)))) return 0;
    const edge = goal.times(limit);
    const above = done.gt(edge) ? done.minus(edge) : decimal(0);
    const counted = done.minus(above).plus(above.times(decimal(multiplier)));
    return toCents(counted.times(decimal(base_bonus)).div(goal));
  },
});

export const native: Native<typeof excessBonus> = {
  print({ actual, target, base_bonus, qualify, threshold, multiplier }) {
    const edge = `${target}*${threshold}`;
    const counted = when(`${actual}>${edge}`, `${edge}+(${actual}-${edge})*${multiplier}`, actual);
    const pay = `ROUND(${counted}*${base_bonus}/${target},2)`;
    return when(`${target}=0`, DIVISION_BY_ZERO, when(`ROUND(${actual}-${target}*${qualify},8)<0`, '0', pay));
  },
};
