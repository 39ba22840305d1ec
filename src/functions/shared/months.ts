import { civilOf, daysInMonth, monthNumber, serialOf } from '../../kernel/calendar.ts';

/** The same day so many months later, or the last day of a month that is too short for it. */
function addMonths(serial: number, months: number): number {
  const { year, month, day } = civilOf(serial);
  const first = civilOf(serialOf(year, month + months, 1));
  return serialOf(first.year, first.month, Math.min(day, daysInMonth(first.year, first.month)));
}

/** Months from the start of one day to the start of another; what is over counts by the days of its own month. */
export function monthsBetween(from: number, to: number): number {
  const apart = monthNumber(to) - monthNumber(from);
  const whole = addMonths(from, apart) > to ? apart - 1 : apart;
  const [begun, full] = [addMonths(from, whole), addMonths(from, whole + 1)];
  return whole + (to - begun) / (full - begun);
}
