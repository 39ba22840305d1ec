import { say, type Text } from '../../kernel/text.ts';

/** What managers compare with. Texts for a column of notes: no calculation ever reads them. */
export const BENCHMARKS = {
  nps: say('50 and above is excellent', '50 及以上为优秀'),
  winRate: say('B2B 15–25%, 30% is excellent', 'B2B 一般 15–25%，30% 为优秀'),
  repurchase: say(
    'Software 85%, fast-moving goods 60%, fashion 33%, professional equipment 25%',
    '软件 85%、快消品 60%、服装 33%、专业设备 25%',
  ),
  collectionRate: say('90%', '90%'),
} as const satisfies Record<string, Text>;
