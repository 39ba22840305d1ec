import { clean, decimal } from '../kernel/decimal.ts';
import { at } from '../kernel/errors.ts';
import { defineFunction } from '../kernel/function.ts';
import { cut, type Native, WRONG, when } from '../kernel/native.ts';
import { number, numberOr } from '../kernel/parameters.ts';
import { say, searchWords } from '../kernel/text.ts';
import { NO_ACHIEVEMENT, typedAsPercent } from './shared/achieved.ts';
import { toCents } from './shared/money.ts';

export const teamBonus = defineFunction({
  name: 'TEAM_BONUS',
  family: 'incentives',
  kind: 'map',
  text: {
    label: say('Team bonus', '团队协作奖'),
    words: searchWords('group incentive, shared bonus, team kicker', '团队奖，团队奖金，集体奖，协作奖金'),
    summary: say(
      'A fixed amount for each member once the team as a whole reaches a threshold.',
      '团队整体达成率达到门槛后，按人头发放固定奖金。',
    ),
    formula: 'per_head × headcount  where achievement ≥ threshold, else 0',
    source: 'Team incentive with a threshold of incentive-plan practice',
  },
  parameters: {
    achievement: number({
      label: say('Achievement', '达成率'),
      about: say('The team’s, a fraction. If blank, the result is blank.', '团队达成率（小数）；为空则结果为空。'),
      measured: true,
      isAchievement: true,
    }),
    threshold: numberOr(1.1, {
      label: say('Threshold', '门槛'),
      about: say('The bonus is paid from here.', '达到此达成率即发放。'),
    }),
    per_head: numberOr(500, {
      label: say('Per head', '每人奖金'),
      about: say('Amount for one member.', '每位成员的金额。'),
      minimum: 0,
    }),
    headcount: numberOr(1, {
      label: say('Headcount', '人数'),
      about: say('Members of the team; 1 gives the amount for each.', '团队人数；为 1 即每人金额。'),
      minimum: 0,
    }),
  },
  examples: [
    { given: { achievement: 1.12, threshold: 1.1, per_head: 500, headcount: 6 }, result: 3000 },
    { given: { achievement: [[1.1], [1.09], [null]] }, result: [[500], [0], [null]] },
  ],
  compute({ achievement, threshold, per_head, headcount }) {
    const wrong = typedAsPercent(achievement);
    if (wrong) return at(wrong, say('achievement', '达成率（achievement）'));
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
