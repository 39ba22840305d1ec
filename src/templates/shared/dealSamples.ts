import { type Language, say } from '../../kernel/text.ts';
import type { Row } from '../../plan/said.ts';
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
    number: `D-${101 + index}`,
    customer: sampleCustomer(index + 1, language),
    product: [say('Devices', '设备'), say('Services', '服务')][product]?.[language] ?? '',
    person: SAMPLE_PEOPLE[person]?.person[language] ?? '',
    amount: thousand * 1000,
    collected: thousand * 1000 * paid,
    cost: thousand * 1000 * cost,
  }));
}
