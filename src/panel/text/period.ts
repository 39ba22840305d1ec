import { isoOf } from '../../kernel/calendar.ts';
import { say, type Text } from '../../kernel/text.ts';

/** A period as people say it: a whole month by its name, anything else from day to day. */
export function periodText(start: number, end: number): Text {
  const [from, to] = [isoOf(start), isoOf(end)];
  const month = from.slice(0, 7);
  const whole = from.endsWith('-01') && to.startsWith(month) && isoOf(end + 1).endsWith('-01');
  if (!whole) return say(`${from} to ${to}`, `${from} 至 ${to}`);
  const [year, number] = month.split('-').map(Number);
  return say(`${MONTHS[(number ?? 1) - 1]} ${year}`, `${year}年${number}月`);
}

const MONTHS = [
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
] as const;
