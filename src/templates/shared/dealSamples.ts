import { labelKey } from '../../kernel/label.ts';
import { type Language, languages, say } from '../../kernel/text.ts';
import type { Row } from '../../plan/said.ts';
import type { CreditRole } from '../../sheets/credits.ts';
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

interface SharedDeal {
  /** Its place among the samples. */
  readonly deal: number;
  readonly complete: boolean;
  /** Whoever has it first; a share that is not typed is what the others leave. */
  readonly people: readonly {
    readonly person: number;
    readonly role: CreditRole;
    readonly share?: number;
    readonly credit?: number;
  }[];
}

/** Which of them several people have: one of two with presales on top, and one of which a tenth is nobody's. */
export const SHARED_DEALS: readonly SharedDeal[] = [
  {
    deal: 2,
    complete: true,
    people: [
      { person: 0, role: 'owner', credit: 0.6 },
      { person: 1, role: 'split', share: 0.4 },
      { person: 2, role: 'overlay', share: 0.1 },
    ],
  },
  {
    deal: 4,
    complete: false,
    people: [
      { person: 1, role: 'owner', share: 0.5 },
      { person: 3, role: 'split', share: 0.4 },
    ],
  },
];

/** Who has a sample deal: whoever sold it, and with whom it is shared. */
function peopleOf(index: number): readonly number[] {
  const [person = 0] = SAMPLES[index] ?? [];
  return SHARED_DEALS.find(({ deal }) => deal === index)?.people.map(each => each.person) ?? [person];
}

/** Invented deals of the month that begins on a day (yyyy-mm-dd), a refund among them; one row a person if shared. */
export function sampleDeals(start: string, language: Language, shared: boolean): Row[] {
  return SAMPLES.flatMap(([seller, product, thousand, paid, cost], index) =>
    (shared ? peopleOf(index) : [seller]).map(person => ({
      date: dayAfter(start, 1 + 3 * index),
      number: sampleNumber(index),
      customer: sampleCustomer(index + 1, language),
      product: [say('Devices', '设备'), say('Services', '服务')][product]?.[language] ?? '',
      person: SAMPLE_PEOPLE[person]?.person[language] ?? '',
      amount: thousand * 1000,
      // A refund of which nothing was paid has no sign.
      collected: thousand * 1000 * paid + 0,
      cost: thousand * 1000 * cost,
    })),
  );
}

/** Whether a row is an invented one that nobody has touched, in whatever language it was. */
export function isSampleDeal({ cells, formulas }: DealLine): boolean {
  const index = SAMPLES.findIndex((_, place) => cells.Number === sampleNumber(place));
  const [, , thousand, paid = 0, cost = 0] = SAMPLES[index] ?? [];
  if (thousand === undefined || formulas.size > 0) return false;
  const isNamed = peopleOf(index).some(person =>
    languages.some(
      language => labelKey(String(cells.Person)) === labelKey(SAMPLE_PEOPLE[person]?.person[language] ?? ''),
    ),
  );
  const [amount, collected, spent] = [thousand * 1000, thousand * 1000 * paid, thousand * 1000 * cost];
  return isNamed && cells.Amount === amount && cells.Collected === collected && cells.Cost === spent;
}

export function sampleNumber(index: number): string {
  return `D-${101 + index}`;
}
