import type { Text } from './text.ts';

/** The subjects that functions are grouped by. */
export const FAMILIES = {
  targets: { en: 'Targets and achievement', zh: '目标与达成' },
  growth: { en: 'Growth and trend', zh: '增长与趋势' },
  funnel: { en: 'Leads, funnel, deals', zh: '线索、漏斗、成交' },
  money: { en: 'Finance', zh: '财务' },
  customers: { en: 'Customers', zh: '客户' },
  market: { en: 'Market', zh: '市场' },
  incentives: { en: 'Incentives', zh: '激励' },
  team: { en: 'Team and process', zh: '团队与流程' },
} as const satisfies Record<string, Text>;
export type Family = keyof typeof FAMILIES;
