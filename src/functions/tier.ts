import { defineFunction } from '../kernel/function.ts';
import { cut, type Native, NoTwin, when } from '../kernel/native.ts';
import { say, searchWords } from '../kernel/text.ts';
import { reachedTier, reachedTierParameters } from './shared/reachedTier.ts';
import { rankIn, tierTwin } from './shared/tierTwin.ts';

const TIERS = [
  ['from', 'rate', 'bonus', 'label'],
  [0.8, 0.015, 0, 'Bronze'],
  [1, 0.02, 1000, 'Silver'],
  [1.2, 0.03, 3000, 'Gold'],
];

export const tier = defineFunction({
  name: 'TIER',
  family: 'incentives',
  kind: 'map',
  text: {
    label: say('Tier reached', '激励层级'),
    words: searchWords('level, band, step, bracket, accelerator', '阶梯，等级，层级，档次，段位'),
    summary: say(
      'The label of the tier that an achievement has reached, or its number; blank below the first tier.',
      '达成率所达档位的名称，没有名称则为序号；未达第一档为空。',
    ),
    formula: 'label of the highest tier with from ≤ achievement',
    source: 'Rate table of commission practice',
  },
  parameters: reachedTierParameters,
  examples: [
    { given: { achievement: 1, tiers: TIERS }, result: 'Silver' },
    { given: { achievement: [[0.5], [1.3]], tiers: TIERS }, result: [[null], ['Gold']] },
  ],
  compute: ({ achievement, tiers }) => reachedTier(achievement, tiers)?.label ?? null,
});

export const native: Native<typeof tier> = {
  oneCell: true,
  print({ achievement, tiers }, cells) {
    const twin = tierTwin(tiers, cells.tiers);
    if (twin instanceof NoTwin) return twin;
    const rank = rankIn(twin, cut(achievement));
    return twin.guarded(when(`${rank}=0`, '""', twin.label(rank)));
  },
};
