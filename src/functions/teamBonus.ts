import { clean, decimal } from '../kernel/decimal.ts';
import { at } from '../kernel/errors.ts';
import { defineFunction } from '../kernel/function.ts';
import { cut, type Native, WRONG, when } from '../kernel/native.ts';
import { number, numberOr } from '../kernel/parameters.ts';
import { NO_ACHIEVEMENT, typedAsPercent } from './shared/achieved.ts';
import { toCents } from './shared/money.ts';

export const teamBonus = defineFunction({
  name: 'TEAM_BONUS',
  family: 'incentives',
  kind: 'map',
  text: {
    label: { en: 'Team bonus', zh: '团队协作奖' },
    summary: {
      en: 'A fixed amount for each member once the team as a whole reaches a threshold.',
      zh: '团队整体达成率达到门槛后，按人头发放固定奖金。',
    },
    formula: 'per_head × headcount  where achievement ≥ threshold, else 0',
    source: 'Team incentive with a threshold of incentive-plan practice',
  },
  parameters: {
    achievement: number({
      label: { en: 'Achievement', zh: '达成率' },
      about: {
        en: 'The team’s, a fraction. If blank, the result is blank.',
        zh: '团队达成率（小数）；为空则结果为空。',
      },
      measured: true,
      isAchievement: true,
    }),
    threshold: numberOr(1.1, {
      label: { en: 'Threshold', zh: '门槛' },
      about: { en: 'The bonus is paid from here.', zh: '达到此达成率即发放。' },
    }),
    per_head: numberOr(500, {
      label: { en: 'Per head', zh: '每人奖金' },
      about: { en: 'Amount for one member.', zh: '每位成员的金额。' },
      minimum: 0,
    }),
    headcount: numberOr(1, {
      label: { en: 'Headcount', zh: '人数' },
      about: { en: 'Members of the team; 1 gives the amount for each.', zh: '团队人数；为 1 即每人金额。' },
      minimum: 0,
    }),
  },
  examples: [
    { given: { achievement: 1.12, threshold: 1.1, per_head: 500, headcount: 6 }, result: 3000 },
    { given: { achievement: [[1.1], [1.09], [null]] }, result: [[500], [0], [null]] },
  ],
  compute({ achievement, threshold, per_head, headcount }) {
    const wrong = typedAsPercent(achievement);
    if (wrong) return at(wrong, { en: 'achievement', zh: '达成率（achievement）' });
    return clean(achievement) >= threshold ? toCents(decimal(per_head).times(decimal(headcount))) : 0;
  },
});

export const native: Native<typeof teamBonus> = {
  print: ({ achievement, threshold, per_head, headcount }) =>
    when(
      `${achievement}>=${NO_ACHIEVEMENT}`,
      WRONG,
      when(`${cut(achievement)}>=${threshold}`, `ROUND(${per_head}*${headcount},2)`, '0'),
    ),
};
