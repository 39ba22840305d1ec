import { labelKey } from '../../kernel/label.ts';
import { type Language, languages, say } from '../../kernel/text.ts';
import type { Row } from '../../plan/said.ts';
import type { DealLine } from '../../sheets/deals.ts';
import { dayAfter } from './log.ts';
import { SAMPLE_PEOPLE, sampleCustomer } from './samples.ts';

/** Amount in thousands, the share of it that was paid, its cost. */
const SAMPLES: readonly (readonly [person: number, product: number, thousand: number, paid: number, cost: number])[] = [
  [0, 0, 300, 1, 0.6],
  [1, 1, 200, 0.5, 0.4],
  [0, 0, 400, 0.5, 0.7],
  [2, 0, 330, 1, 0.6],
  [1, 1, 250, 1, 0.4],
  [0, 1, 260, 0, 0.5],
  [3, 0, 465, 1, 0.6],
  [0, 0, -50, 0, 0.6],
];

/** Invented deals of the month that begins on a day (yyyy-mm-dd), a refund among them. */
export function sampleDeals(start: string, language: Language): Row[] {
  return SAMPLES.map(([person, product, thousand, paid, cost], index) => ({
    date: dayAfter(start, 1 + 3 * index),
    number: numberOf(index),
    customer: sampleCustomer(index + 1, language),
    product: [say('Devices', '设备'), say('Services', '服务')][product]?.[language] ?? '',
    person: SAMPLE_PEOPLE[person]?.person[language] ?? '',
    amount: thousand * 1000,
    // A refund of which nothing was paid has no sign.
    collected: thousand * 1000 * paid + 0,
    cost: thousand * 1000 * cost,
  }));
}

/** Whether a row is an invented one that nobody has touched, in whatever language it was. */
export function isSampleDeal({ cells, formulas }: DealLine): boolean {
  const index = SAMPLES.findIndex((_, place) => cells.Number === numberOf(place));
  const [person, , thousand = 0, paid = 0, cost = 0] = SAMPLES[index] ?? [];
  if (person === undefined || formulas.size > 0) return false;
  const isNamed = languages.some(
    language => labelKey(String(cells.Person)) === labelKey(SAMPLE_PEOPLE[person]?.person[language] ?? ''),
  );
  const [amount, collected, spent] = [thousand * 1000, thousand * 1000 * paid, thousand * 1000 * cost];
  return isNamed && cells.Amount === amount && cells.Collected === collected && cells.Cost === spent;
}

function numberOf(index: number): string {
  return `D-${101 + index}`;
}
