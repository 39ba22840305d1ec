import { clean } from '../../kernel/decimal.ts';
import { number } from '../../kernel/parameters.ts';
import { type Plan, type Tier, tiersParameter } from './tiers.ts';

export const reachedTierParameters = {
  achievement: number({
    label: { en: 'Achievement', zh: '达成率' },
    about: {
      en: 'In the same unit as the tiers’ “from”. If blank, the result is blank.',
      zh: '与档位起点同单位的数值；为空则结果为空。',
    },
    measured: true,
  }),
  tiers: tiersParameter(),
};

/** The highest tier reached; a value exactly on an edge is in the upper tier. */
export function reachedTier(achievement: number, tiers: Plan): Tier | undefined {
  const shown = clean(achievement);
  return [...tiers].reverse().find(tier => shown >= clean(tier.from));
}
