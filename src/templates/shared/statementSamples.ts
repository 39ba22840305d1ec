import { commission } from '../../functions/commission.ts';
import { serialOfIso } from '../../kernel/calendar.ts';
import { sumOf } from '../../kernel/sum.ts';
import { type Language, say } from '../../kernel/text.ts';
import type { Row } from '../../plan/said.ts';
import type { Need } from '../../plan/sheetSpec.ts';
import { DEAL_FIGURES } from '../../sheets/deals.ts';
import { EXTRAS } from '../../sheets/incentive.ts';
import { sampleDeals } from './dealSamples.ts';
import { SAMPLE_MONTH } from './ledger.ts';
import { monthAfter } from './log.ts';
import { INCENTIVE_PEOPLE, TIERS } from './planSamples.ts';

interface Earned {
  readonly date: string;
  readonly number: string;
  readonly customer: string;
  readonly person: string;
  readonly turn: number;
  readonly credited: number;
  readonly running: number;
  readonly commission: number;
  readonly spiff: number;
}

const PLAN = TIERS.map(({ from, rate, bonus }) => [from, rate, bonus]);

/** What the sample people have for their sample deals: a service counts half, and has a SPIFF of 200. */
function earnedBySamples(language: Language): Earned[] {
  const before = new Map<string, { readonly turn: number; readonly running: number }>();
  const services = say('Services', '服务')[language];
  return sampleDeals(SAMPLE_MONTH, language, false).map(row => {
    const person = String(row.person);
    const amount = Number(row.amount);
    const isService = row.product === services;
    const credited = isService ? amount / 2 : amount;
    const { turn, running } = before.get(person) ?? { turn: 0, running: 0 };
    const now = { turn: turn + 1, running: running + credited };
    before.set(person, now);
    const target = INCENTIVE_PEOPLE.find(known => known.person[language] === person)?.target ?? 0;
    const paid = (sales: number) => (sales === 0 ? 0 : Number(commission.call([sales, target, PLAN, 'whole'])));
    return {
      date: String(row.date),
      number: String(row.number),
      customer: String(row.customer),
      person,
      ...now,
      credited,
      commission: sumOf([paid(now.running), -paid(running)]),
      spiff: isService && amount > 0 ? 200 : 0,
    };
  });
}

/** The deals of the first of the sample people, as lines that are typed. */
export function sampleStatement(language: Language): Row[] {
  const name = INCENTIVE_PEOPLE[0]?.person[language];
  return earnedBySamples(language)
    .filter(({ person }) => person === name)
    .map(({ person: _, turn: _turn, ...line }) => ({ ...line }));
}

export const SAMPLE_EXTRAS: readonly Row[] = [
  { what: say('Draw', '提成预支'), amount: -1000, note: say('Paid on the 15th', '15 日已发') },
  {
    what: say('Correction', '更正'),
    amount: 150,
    note: say('D-098 of last month, counted at half', '上月 D-098 误按一半计入'),
  },
];

/** Cells of commission by deal as its sample rows make them, for previews. */
export function dealsNeed(language: Language): Need {
  const deals = earnedBySamples(language);
  const column = (cell: (deal: Earned) => string | number) => deals.map(deal => [cell(deal)]);
  const people = INCENTIVE_PEOPLE.map(({ person }) => person[language]);
  const ofPerson = (key: 'commission' | 'spiff', name: string) =>
    sumOf(deals.filter(({ person }) => person === name).map(deal => deal[key]));
  const { place, turn, credited, running, commission: earned, spiff, pay } = DEAL_FIGURES;
  return {
    template: 'deals',
    names: {
      Deals_Start: [[serialOfIso(SAMPLE_MONTH)]],
      Deals_End: [[serialOfIso(monthAfter(SAMPLE_MONTH, 1)) - 1]],
      Deals_Unit: [[say('USD', '元')[language]]],
      Deals_Payee: people.map(name => [name]),
      Deals_Manager: people.map(() => [null]),
      Deals_Commission: people.map(name => [ofPerson('commission', name)]),
      Deals_Spiffs: people.map(name => [ofPerson('spiff', name)]),
      Deals_Pay: people.map(name => [sumOf([ofPerson('commission', name), ofPerson('spiff', name)])]),
      Deals_Date: column(({ date }) => serialOfIso(date)),
      Deals_Number: column(({ number }) => number),
      Deals_Customer: column(({ customer }) => customer),
      Deals_Person: column(({ person }) => person),
      [`Deals_${place}`]: deals.map((_, index) => [index + 1]),
      [`Deals_${turn}`]: column(deal => deal.turn),
      [`Deals_${credited}`]: column(deal => deal.credited),
      [`Deals_${running}`]: column(deal => deal.running),
      [`Deals_${earned}`]: column(deal => deal.commission),
      [`Deals_${spiff}`]: column(deal => deal.spiff),
      [`Deals_${pay}`]: column(deal => sumOf([deal.commission, deal.spiff])),
    },
  };
}

/** Prizes and team bonuses of the incentive sheet’s sample month, by the places of the people: three prizes, the West. */
const PRIZES = [5000, 0, 0, 0, 3000, 0, 1000, 0];
const BONUSES = [0, 0, 0, 0, 0, 0, 500, 500];

export function extrasNeed(language: Language): Need {
  return {
    template: 'incentive',
    names: {
      Incentive_Person: INCENTIVE_PEOPLE.map(({ person }) => [person[language]]),
      [`Incentive_${EXTRAS.prize}`]: PRIZES.map(amount => [amount]),
      [`Incentive_${EXTRAS.teamBonus}`]: BONUSES.map(amount => [amount]),
    },
  };
}
