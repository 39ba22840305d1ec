import type { Language, Text } from '../../kernel/text.ts';
import { say } from '../../kernel/text.ts';
import type { Row } from '../../plan/said.ts';
import { dayAfter } from './log.ts';
import { sampleCustomer } from './samples.ts';

/** Whether a customer means to go on. */
export const RENEWAL = { yes: say('yes', '愿意'), open: say('undecided', '未定'), no: say('no', '不愿') } as const;

const [MACHINERY, RETAIL, FOOD, LOGISTICS] = [
  say('Machinery', '机械'),
  say('Retail', '零售'),
  say('Food', '食品'),
  say('Logistics', '物流'),
];
const [SMALL, MEDIUM, LARGE] = [
  say('<50 people', '<50 人'),
  say('50–500 people', '50–500 人'),
  say('>500 people', '>500 人'),
];
const [REFERRAL, FAIR, WEBSITE] = [say('Referral', '转介绍'), say('Trade fair', '展会'), say('Website', '官网')];

type Known = readonly [industry: Text, size: Text, source: Text];

interface SampleCustomer {
  readonly known: Known;
  /** Days before “as of”: the last order, then each one before it. */
  readonly orders: readonly number[];
  readonly thousand: number;
  readonly complaints: number;
  readonly renewal: keyof typeof RENEWAL;
}

/** So many orders at an interval, the last one so many days ago. */
const every = (days: number, last: number, count: number) => Array.from({ length: count }, (_, k) => last + k * days);

/** Two in danger, one new, one back after ten months, one lost today, one lost long ago, one with a single order. */
const SAMPLES: readonly SampleCustomer[] = [
  {
    known: [MACHINERY, LARGE, REFERRAL],
    orders: every(60, 20, 12),
    thousand: 90,
    complaints: 0,
    renewal: 'yes',
  },
  { known: [RETAIL, MEDIUM, FAIR], orders: every(30, 75, 20), thousand: 40, complaints: 2, renewal: 'open' },
  { known: [FOOD, MEDIUM, REFERRAL], orders: every(45, 5, 16), thousand: 50, complaints: 0, renewal: 'yes' },
  { known: [LOGISTICS, LARGE, WEBSITE], orders: every(70, 150, 8), thousand: 60, complaints: 1, renewal: 'open' },
  { known: [RETAIL, SMALL, WEBSITE], orders: [0], thousand: 35, complaints: 0, renewal: 'yes' },
  { known: [FOOD, SMALL, FAIR], orders: [0, 300, 360, 420], thousand: 25, complaints: 0, renewal: 'yes' },
  { known: [MACHINERY, MEDIUM, FAIR], orders: [181, 241, 301, 480], thousand: 45, complaints: 3, renewal: 'no' },
  { known: [LOGISTICS, MEDIUM, REFERRAL], orders: every(90, 30, 8), thousand: 70, complaints: 0, renewal: 'yes' },
  { known: [RETAIL, SMALL, REFERRAL], orders: [50], thousand: 20, complaints: 0, renewal: 'open' },
  { known: [FOOD, LARGE, FAIR], orders: [400, 460], thousand: 60, complaints: 1, renewal: 'no' },
];

/** What is known of invented customers. */
export function sampleCustomers(language: Language): Row[] {
  return SAMPLES.map(({ known: [industry, size, source], complaints, renewal }, index) => ({
    customer: sampleCustomer(index + 1, language),
    industry: industry[language],
    size: size[language],
    source: source[language],
    complaints,
    renewal: RENEWAL[renewal][language],
  }));
}

/** Their orders up to a day (yyyy-mm-dd), the first one on top. */
export function sampleOrders(asOf: string, language: Language): Row[] {
  return SAMPLES.flatMap(({ orders, thousand }, index) =>
    orders.map(days => ({ days, customer: sampleCustomer(index + 1, language), amount: thousand * 1000 })),
  )
    .sort((a, b) => b.days - a.days)
    .map(({ days, ...order }) => ({ ...order, date: dayAfter(asOf, -days) }));
}
