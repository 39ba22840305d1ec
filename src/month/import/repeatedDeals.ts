import { exactSum } from '../figures/exactSum.ts';
import type { Deal, Reading } from './deal.ts';
import type { Answers, Question } from './inspect.ts';

/** Deals that come twice: which rows of the file are the same one. */
export interface Twice {
  readonly by: 'number' | 'row';
  /** What they are: their number, or how the row begins. */
  readonly name: string;
  readonly rows: readonly number[];
}

/** Rows of the file by what makes them the same. */
export class TwiceFinder {
  private readonly byNumber = new Map<string, Deal[]>();
  private readonly byRow = new Map<string, Deal[]>();

  add(deal: Deal, line: () => string): void {
    // Sums that are alike are of different deals.
    if (deal.outcome !== 'won' || deal.summed) return;
    const [map, key] = deal.id === '' ? [this.byRow, line()] : [this.byNumber, deal.id];
    const deals = map.get(key);
    if (deals) deals.push(deal);
    else map.set(key, [deal]);
  }

  get groups(): Twice[] {
    const several = [...this.byNumber].filter(([, deals]) => deals.length > 1);
    const lines = several.filter(([, deals]) => areLines(deals));
    const repeating = lines.filter(([, deals]) => areAlike(deals));
    // Two lines of one order may cost the same; where they do in most orders, it is the order's sum that comes again.
    const isOrderSum = repeating.length > 1 && repeating.length * 2 > lines.length;
    const numbers = several.filter(([, deals]) => !areLines(deals) || (isOrderSum && areAlike(deals)));
    const rows = [...this.byRow].filter(([, deals]) => deals.length > 1);
    return [
      ...numbers.map(([name, deals]) => ({ by: 'number' as const, name, rows: rowsOf(deals) })),
      ...rows.map(([key, deals]) => ({ by: 'row' as const, name: key.slice(0, SHOWN), rows: rowsOf(deals) })),
    ];
  }
}

const SHOWN = 60;

/** An order of several products has a row for each of them, all with its number. */
function areLines(deals: readonly Deal[]): boolean {
  return (
    deals.every(({ product }) => product !== '') && new Set(deals.map(({ product }) => product)).size === deals.length
  );
}

function areAlike(deals: readonly Deal[]): boolean {
  return deals.every(({ amount }) => amount === deals[0]?.amount && amount !== 0);
}

function rowsOf(deals: readonly Deal[]): number[] {
  return deals.map(({ row }) => row);
}

/** Rows with a number that came before; what is asked about as coming twice is not told once more. */
export function toldRepeated({ repeated, twice }: Pick<Reading, 'repeated' | 'twice'>): Reading['repeated'] {
  const asked = new Set(twice.flatMap(({ rows }) => rows));
  return repeated.filter(({ row }) => !asked.has(row));
}

/** Asked once a file: what the doubles of each kind come to. */
export function twiceQuestions({ twice, deals }: Reading, { twice: said }: Answers): Question[] {
  if (said !== undefined) return [];
  const countedAt = new Map(deals.map(({ row, counted }) => [row, counted]));
  return (['number', 'row'] as const).flatMap((by): Question[] => {
    const groups = twice.filter(group => group.by === by);
    if (groups.length === 0) return [];
    const doubles = groups.flatMap(({ rows }) => rows.slice(1));
    return [
      {
        ask: 'twice',
        by,
        rows: doubles.length,
        amount: exactSum(doubles.map(row => countedAt.get(row) ?? 0)),
        examples: groups.slice(0, 3).map(({ name }) => name),
      },
    ];
  });
}

/** The rows that do not count where each deal counts once. */
export function doubled({ twice }: Pick<Reading, 'twice'>, said: Answers['twice']): ReadonlySet<number> {
  if (said !== 'first' && said !== 'last') return new Set();
  return new Set(twice.flatMap(({ rows }) => (said === 'first' ? rows.slice(1) : rows.slice(0, -1))));
}
