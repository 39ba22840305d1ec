import { clean, cleanNear } from '../../kernel/decimal.ts';
import { number } from '../../kernel/parameters.ts';
import { say } from '../../kernel/text.ts';
import { type Plan, type Tier, tiersParameter } from './tiers.ts';

export const reachedTierParameters = {
  achievement: number({
    label: say('Achievement', '达成率'),
    about: say(
      'In the same unit as the tiers’ “from”. If blank, the result is blank.',
      '与档位起点同单位的数值；为空则结果为空。',
    ),
    measured: true,
  }),
  tiers: tiersParameter(),
};

/** The highest tier reached; a value exactly on an edge is in the upper tier. */
export function reachedTier(achievement: number, tiers: Plan): Tier | undefined {
  for (let index = tiers.length - 1; index >= 0; index--) {
    const tier = tiers[index];
    if (tier && cleanNear(achievement, tier.from) >= clean(tier.from)) return tier;
  }
  return undefined;
}
