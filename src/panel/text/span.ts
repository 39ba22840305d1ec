import { isoOf } from '../../kernel/calendar.ts';
import { periodText as monthText } from '../../kernel/period.ts';
import { say, type Text } from '../../kernel/text.ts';

/** A period as people say it: a whole month by its name, anything else from day to day. */
export function spanText(start: number, end: number): Text {
  const [from, to] = [isoOf(start), isoOf(end)];
  const month = from.slice(0, 7);
  const whole = from.endsWith('-01') && to.startsWith(month) && isoOf(end + 1).endsWith('-01');
  if (!whole) return say(`${from} to ${to}`, `${from} 至 ${to}`);
  return monthText(month);
}
