import { say, type Text } from './text.ts';

/** The subjects that functions are grouped by. */
export const FAMILIES = {
  targets: say('Targets and achievement', '目标与达成'),
  growth: say('Growth and trend', '增长与趋势'),
  funnel: say('Leads, funnel, deals', '线索、漏斗、成交'),
  money: say('Finance', '财务'),
  customers: say('Customers', '客户'),
  market: say('Market', '市场'),
  incentives: say('Incentives', '激励'),
  team: say('Team and process', '团队与流程'),
} as const satisfies Record<string, Text>;
export type Family = keyof typeof FAMILIES;
