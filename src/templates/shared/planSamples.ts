import { type Language, say, type Text } from '../../kernel/text.ts';
import { SAMPLE_MONTH } from './ledger.ts';
import { monthAfter } from './log.ts';
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

/** The same without what it is compared for: another plan pays from the first sale, slice by slice. */
export const PLAN_A = TIERS.map(({ who: _, ...tier }) => tier);
export const PLAN_B: typeof PLAN_A = [
  { from: 0, rate: 0.015, bonus: 0, level: say('Entry', '起步') },
  { from: 0.8, rate: 0.03, bonus: 0, level: say('Bronze', '基础') },
  { from: 1, rate: 0.05, bonus: 0, level: say('Silver', '达标') },
  { from: 1.2, rate: 0.08, bonus: 0, level: say('Gold', '卓越') },
];

/** Percent of the target that the first sample people sold in each of three months. */
const ACHIEVED = [
  [105, 96, 120],
  [75, 88, 102],
  [110, 125, 90],
  [93, 70, 108],
  [100, 82, 115],
  [80, 104, 60],
] as const;

/** Three invented months of theirs, up to any one. */
export const peopleAndMonths = (language: Language) =>
  [0, 1, 2].flatMap(month =>
    ACHIEVED.flatMap((percents, index) => {
      const { person, target = 0 } = SAMPLE_PEOPLE[index] ?? {};
      const sales = (target * (percents[month] ?? 0)) / 100;
      return person ? [{ person: person[language], month: monthAfter(SAMPLE_MONTH, month - 2), target, sales }] : [];
    }),
  );
