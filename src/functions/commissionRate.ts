import { defineFunction } from '../kernel/function.ts';
import { cut, type Native, NoTwin } from '../kernel/native.ts';
import { say, searchWords } from '../kernel/text.ts';
import { reachedTier, reachedTierParameters } from './shared/reachedTier.ts';
import { reachedIn, tierTwin } from './shared/tierTwin.ts';

const TIERS = [
  [0.8, 0.015],
  [1, 0.02],
  [1.2, 0.03],
];

export const commissionRate = defineFunction({
  name: 'COMMISSION_RATE',
  family: 'incentives',
  kind: 'map',
  text: {
    label: say('Commission rate', '提成比例'),
    words: searchWords('payout rate, sliding scale, tier rate', '佣金比例，提成点数，提点，阶梯'),
    summary: say(
      'The rate of the tier that an achievement has reached; 0 below the first tier.',
      '达成率所达档位的提成比例；未达第一档为 0。',
    ),
    formula: 'rate of the highest tier with from ≤ achievement',
    source: 'Rate table of commission practice',
  },
  parameters: reachedTierParameters,
  examples: [
    { given: { achievement: 1.05, tiers: TIERS }, result: 0.02 },
    { given: { achievement: 1.2, tiers: TIERS }, result: 0.03 },
    { given: { achievement: [[0.79], [null]], tiers: TIERS }, result: [[0], [null]] },
  ],
  compute: ({ achievement, tiers }) => reachedTier(achievement, tiers)?.rate ?? 0,
});

export const native: Native<typeof commissionRate> = {
  oneCell: true,
  print({ achievement, tiers }, cells) {
    const twin = tierTwin(tiers, cells.tiers);
    return twin instanceof NoTwin ? twin : twin.guarded(reachedIn(twin, 'rate', cut(achievement)));
  },
};
