import { serialOf } from './calendar.ts';
import { say, type Text } from './text.ts';

/** A month as yyyy-mm: how it is kept, compared and sorted. In sums it is its number, months since the year 0. */
export type Period = string;

export function periodOf(month: number): Period {
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
}

/** NaN where the text is no yyyy-mm. */
export function monthOf(period: Period): number {
  const parts = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(period);
  return parts ? Number(parts[1]) * 12 + Number(parts[2]) - 1 : Number.NaN;
}

export function periodAfter(period: Period, months: number): Period {
  return periodOf(monthOf(period) + months);
}

export function firstDay(month: number): number {
  return serialOf(Math.floor(month / 12), (month % 12) + 1, 1);
}

export function lastDay(month: number): number {
  return firstDay(month + 1) - 1;
}

export const MONTH_NAMES: readonly string[] = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** March 2026, or with short names Mar 2026. */
export function periodText(period: Period, names: 'long' | 'short' = 'long'): Text {
  const month = monthOf(period);
  const year = Math.floor(month / 12);
  const name = MONTH_NAMES[month % 12] ?? '';
  return say(`${names === 'long' ? name : name.slice(0, 3)} ${year}`, `${year}年${(month % 12) + 1}月`);
}
