import type { Language } from '../../kernel/text.ts';
import type { Row } from '../../plan/said.ts';
import { monthAfter } from './log.ts';
import { SAMPLE_PEOPLE } from './samples.ts';

/** Won and lost in a month, amount a deal in thousands, days to win one, and the swing of the month before. */
const SAMPLES = [
  { won: 16, lost: 6, thousand: 52, cycle: 34, fresh: 5, paid: 0.95, index: 112 },
  { won: 8, lost: 12, thousand: 45, cycle: 48, fresh: 2, paid: 0.8, index: 84 },
  { won: 12, lost: 8, thousand: 28, cycle: 40, fresh: 4, paid: 0.9, index: 101 },
  { won: 10, lost: 10, thousand: 46, cycle: 44, fresh: 3, paid: 0.85, index: 95 },
  { won: 14, lost: 7, thousand: 50, cycle: 36, fresh: 4, paid: 0.92, index: 105 },
  { won: 5, lost: 13, thousand: 40, cycle: 55, fresh: 1, paid: 0.7, index: 70 },
  { won: 12, lost: 9, thousand: 50, cycle: 41, fresh: 3, paid: 0.88, index: 98 },
  // New: too few cases to be judged.
  { won: 3, lost: 1, thousand: 45, cycle: 30, fresh: 3, paid: 1, index: 90 },
] as const;

/** More or fewer won in the two months before. */
const SWINGS = [
  [0, 0],
  [1, -1],
  [-2, -1],
  [0, 2],
  [-1, 1],
  [1, 4],
  [-1, 0],
  [0, 0],
] as const;

/** Invented results of three months, the last of which begins on a day (yyyy-mm-dd). */
export function samplePeriods(start: string, language: Language): Row[] {
  return [-2, -1, 0].flatMap(months =>
    SAMPLES.map(({ won, lost, thousand, cycle, fresh, paid, index }, place) => {
      const more = SWINGS[place]?.[months + 2] ?? 0;
      const amount = (won + more) * thousand * 1000;
      return {
        period: monthAfter(start, months),
        person: SAMPLE_PEOPLE[place]?.person[language] ?? '',
        won: won + more,
        lost: lost - more > 0 ? lost - more : lost,
        sales: amount,
        cycle: cycle - months,
        fresh,
        due: amount,
        collected: Math.round(amount * paid),
        index: index + months,
      };
    }),
  );
}

export function samplePeople(language: Language): Row[] {
  return SAMPLES.map((_, place) => ({ person: SAMPLE_PEOPLE[place]?.person[language] ?? '' }));
}
