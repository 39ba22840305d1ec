import { civilOf, isoOf, serialOf, serialOfIso } from '../../kernel/calendar.ts';
import { periodText } from '../../kernel/period.ts';
import { say, type Text } from '../../kernel/text.ts';

/** The first day of the month in which a day (yyyy-mm-dd) lies. */
export function firstOfMonth(day: string): string {
  const { year, month } = civilOf(serialOfIso(day));
  return isoOf(serialOf(year, month, 1));
}

export function lastOfMonth(day: string): string {
  const { year, month } = civilOf(serialOfIso(day));
  return isoOf(serialOf(year, month + 1, 1) - 1);
}

export function firstOfYear(day: string): string {
  return isoOf(serialOf(civilOf(serialOfIso(day)).year + 1, 1, 1));
}

export const PERIOD_PATTERNS = [
  { value: 'months', label: say('A year in 12 months', '一年分 12 个月') },
  { value: 'quarters', label: say('A year in 4 quarters', '一年分 4 个季度') },
  { value: 'quarterMonths', label: say('A quarter in 3 months', '一季分 3 个月') },
  { value: 'quarterWeeks', label: say('A quarter in 13 weeks', '一季分 13 周') },
] as const;
export type PeriodPattern = (typeof PERIOD_PATTERNS)[number]['value'];

export interface PlanPeriod {
  readonly label: Text;
  /** First and last day. */
  readonly from: number;
  readonly to: number;
}

/** The periods of a plan that begins on a day. */
export function periodsOf(pattern: PeriodPattern, start: string): PlanPeriod[] {
  const { year, month, day } = civilOf(serialOfIso(start));
  const inMonths = (count: number, length: number, label: (index: number) => Text) =>
    Array.from({ length: count }, (_, index) => ({
      label: label(index),
      from: serialOf(year, month + index * length, day),
      to: serialOf(year, month + (index + 1) * length, day) - 1,
    }));
  switch (pattern) {
    case 'months':
    case 'quarterMonths':
      return inMonths(pattern === 'months' ? 12 : 3, 1, index => monthLabel(year, month + index));
    case 'quarters':
      return inMonths(4, 3, index => say(`Q${index + 1}`, `第${index + 1}季度`));
    case 'quarterWeeks':
      return Array.from({ length: 13 }, (_, index) => ({
        label: say(`Week ${index + 1}`, `第${index + 1}周`),
        from: serialOf(year, month, day) + 7 * index,
        to: serialOf(year, month, day) + 7 * index + 6,
      }));
  }
}

/** What a whole plan of this pattern covers. */
export function planSpan(pattern: PeriodPattern): Text {
  return pattern === 'months' || pattern === 'quarters' ? say('Year', '年') : say('Quarter', '季');
}

function monthLabel(year: number, month: number): Text {
  return periodText(isoOf(serialOf(year, month, 1)).slice(0, 7), 'short');
}
