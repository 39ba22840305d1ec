import { say, type Text } from '../../kernel/text.ts';
import { SAMPLE_PEOPLE } from './samples.ts';

const SALES_TEAM: Text = say('Sales', '销售人员');

/** The plan that the field quotes as its example. */
export const TIERS: readonly { from: number; rate: number; bonus: number; level: Text; who: Text }[] = [
  { from: 0.8, rate: 0.015, bonus: 0, level: say('Bronze', '基础'), who: SALES_TEAM },
  { from: 1, rate: 0.02, bonus: 1000, level: say('Silver', '达标'), who: SALES_TEAM },
  { from: 1.2, rate: 0.03, bonus: 3000, level: say('Gold', '卓越'), who: SALES_TEAM },
];

export const PRIZES = [5000, 3000, 1000] as const;

const SALES = [960000, 450000, 330000, 465000, 840000, 360000, 660000, 400000];

/** The sample people with a month that reaches every tier. */
export const INCENTIVE_PEOPLE = SAMPLE_PEOPLE.map(({ person, region, target }, index) => ({
  person,
  region,
  target,
  sales: SALES[index] ?? null,
}));
