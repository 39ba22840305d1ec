import type { Template } from '../../plan/template.ts';

/** From the first target to the talk about it; a template that is not in the list comes last. */
const ORDER: readonly string[] = [
  'target-split',
  'tracker',
  'analysis',
  'incentive',
  'credits',
  'deals',
  'statement',
  'plan-model',
  'scorecard',
  'twelve-kpi',
  'pipeline',
  'funnel',
  'survey',
  'customers',
  'retention',
  'activity',
  'collection',
  'people',
  'leaderboard',
  'history',
  'dashboard',
  'review',
  'interview',
];

export function inOrder(templates: readonly Template[]): Template[] {
  const rank = ({ id }: Template): number => (ORDER.includes(id) ? ORDER.indexOf(id) : ORDER.length);
  return [...templates].sort((a, b) => rank(a) - rank(b));
}
