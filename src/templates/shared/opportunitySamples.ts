import { labelKey } from '../../kernel/label.ts';
import { type Language, languages, say, type Text } from '../../kernel/text.ts';
import type { Row } from '../../plan/said.ts';
import { type OpportunityLine, STATES } from '../../sheets/pipeline.ts';
import { dayAfter, monthAfter } from './log.ts';
import { SAMPLE_PEOPLE, sampleCustomer } from './samples.ts';

/** Stages of a sale with plain probabilities; the last is the deal that is won. */
export const USUAL_STAGES: readonly { readonly stage: Text; readonly chance: number; readonly days?: number }[] = [
  { stage: say('Qualified', '合格商机'), chance: 0.1, days: 14 },
  { stage: say('Needs', '需求确认'), chance: 0.2, days: 21 },
  { stage: say('Proposal', '方案报价'), chance: 0.5, days: 21 },
  { stage: say('Negotiation', '商务谈判'), chance: 0.8, days: 14 },
  { stage: say('Won', '赢单'), chance: 1 },
];

export const USUAL_REASONS: readonly { readonly reason: Text }[] = [
  { reason: say('Price', '价格') },
  { reason: say('Product fit', '产品匹配度') },
  { reason: say('Service', '服务') },
  { reason: say('Timing', '时机') },
  { reason: say('No budget', '预算取消') },
];

const SOURCES = [say('Referral', '转介绍'), say('Website', '官网'), say('Trade fair', '展会')];
const PRODUCTS = [say('Devices', '设备'), say('Services', '服务')];
const COMPETITORS = [say('Competitor A', '竞争对手甲'), say('Competitor B', '竞争对手乙'), undefined];
const NEEDS = [say('New machines', '更换旧设备'), say('Maintenance', '维保合同')];
const STEPS = [say('Call back', '电话回访'), say('Send proposal', '发送方案'), say('Meet director', '拜访负责人')];
const CONTACTS = [say('Ms Lane', '林女士'), say('Mr Moore', '马先生'), say('Ms Nash', '倪女士')];
const DECIDERS = [say('Director', '总经理'), say('Purchasing', '采购负责人')];

interface Sample {
  /** Its place among the stages above. */
  readonly stage: number;
  /** Days before “data as of” on which it was opened, and on which it came into its stage. */
  readonly opened: number;
  readonly entered: number;
  readonly thousand: number;
  /** Days from “data as of” to the next step. */
  readonly step?: number;
  /** Months from that of “data as of” in which it is expected. */
  readonly month?: number;
  readonly chance?: number;
  /** Of what is closed: days before “data as of”, and the place of the reason. */
  readonly closed?: number;
  readonly reason?: number;
  readonly state: keyof typeof STATES;
}

/** Of nine open ones two are stalled, one has an overdue step and one has none; of six closed ones four are won. */
const SAMPLES: readonly Sample[] = [
  { state: 'open', stage: 0, opened: 6, entered: 6, thousand: 200, step: 3, month: 2 },
  { state: 'open', stage: 0, opened: 30, entered: 30, thousand: 150, step: -4, month: 1 },
  { state: 'open', stage: 1, opened: 25, entered: 10, thousand: 300, step: 2, month: 1 },
  { state: 'open', stage: 1, opened: 40, entered: 12, thousand: 100, month: 1 },
  { state: 'open', stage: 2, opened: 50, entered: 15, thousand: 400, step: 5, month: 0 },
  { state: 'open', stage: 2, opened: 70, entered: 35, thousand: 240, step: 1, month: 0 },
  { state: 'open', stage: 2, opened: 45, entered: 8, thousand: 180, step: 7, month: 1, chance: 0.6 },
  { state: 'open', stage: 3, opened: 60, entered: 9, thousand: 500, step: 2, month: 0 },
  { state: 'open', stage: 3, opened: 80, entered: 5, thousand: 250, step: 4, month: 0, chance: 0.9 },
  { state: 'won', stage: 3, opened: 65, entered: 20, thousand: 320, closed: 5, reason: 1 },
  { state: 'won', stage: 3, opened: 90, entered: 12, thousand: 280, closed: 2, reason: 2 },
  { state: 'won', stage: 3, opened: 100, entered: 60, thousand: 360, closed: 48, reason: 1 },
  { state: 'won', stage: 3, opened: 120, entered: 45, thousand: 150, closed: 33, reason: 0 },
  { state: 'lost', stage: 2, opened: 85, entered: 40, thousand: 260, closed: 15, reason: 0 },
  { state: 'lost', stage: 1, opened: 55, entered: 30, thousand: 90, closed: 9, reason: 4 },
];

function sampleNumber(index: number): string {
  return `P-${101 + index}`;
}

/** Invented opportunities as they stand on a day (yyyy-mm-dd). */
export function sampleOpportunities(asOf: string, language: Language): Row[] {
  const word = (words: readonly (Text | undefined)[], index: number) => words[index % words.length]?.[language];
  return SAMPLES.map((sample, index) => ({
    number: sampleNumber(index),
    customer: sampleCustomer(index + 1, language),
    contact: word(CONTACTS, index),
    source: word(SOURCES, index),
    need: word(NEEDS, index),
    budget: sample.thousand * 1000,
    decider: word(DECIDERS, index),
    competitor: word(COMPETITORS, index),
    product: word(PRODUCTS, index),
    person: SAMPLE_PEOPLE[index % 4]?.person[language],
    opened: dayAfter(asOf, -sample.opened),
    stage: USUAL_STAGES[sample.stage]?.stage[language],
    entered: dayAfter(asOf, -sample.entered),
    amount: sample.thousand * 1000,
    probability: sample.chance,
    next: sample.step === undefined ? undefined : word(STEPS, index),
    nextDate: sample.step === undefined ? undefined : dayAfter(asOf, sample.step),
    expected: sample.month === undefined ? undefined : monthAfter(asOf, sample.month),
    state: STATES[sample.state][language],
    closed: sample.closed === undefined ? undefined : dayAfter(asOf, -sample.closed),
    reason: sample.reason === undefined ? undefined : USUAL_REASONS[sample.reason]?.reason[language],
  }));
}

/** Whether a row is an invented one that nobody has touched, in whatever language it was. */
export function isSampleOpportunity({ cells, formulas }: OpportunityLine): boolean {
  const index = SAMPLES.findIndex((_, place) => cells.Number === sampleNumber(place));
  const sample = SAMPLES[index];
  if (!sample || formulas.size > 0) return false;
  const isNamed = languages.some(
    language => labelKey(String(cells.Person)) === labelKey(SAMPLE_PEOPLE[index % 4]?.person[language] ?? ''),
  );
  return isNamed && cells.Amount === sample.thousand * 1000 && cells.Budget === sample.thousand * 1000;
}
