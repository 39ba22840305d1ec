import { type Language, say, type Text } from '../../kernel/text.ts';
import type { Need } from '../../plan/sheetSpec.ts';

/** Invented counts with plain steps: 60 %, 50 %, 40 %, 60 % and 50 %. */
export const SAMPLE_STAGES: readonly { readonly stage: Text; readonly count: number }[] = [
  { stage: say('Leads', '线索'), count: 1000 },
  { stage: say('Contacted', '已联系'), count: 600 },
  { stage: say('Qualified', '合格商机'), count: 300 },
  { stage: say('Demo or visit', '演示拜访'), count: 120 },
  { stage: say('Proposal', '报价方案'), count: 72 },
  { stage: say('Won', '成交'), count: 36 },
];

/** Cells of the funnel as its sample makes them, for previews. */
export function funnelNeed(language: Language): Need {
  return {
    template: 'funnel',
    names: {
      Funnel_Stage: SAMPLE_STAGES.map(({ stage }) => [stage[language]]),
      Funnel_Count: SAMPLE_STAGES.map(({ count }) => [count]),
    },
  };
}
