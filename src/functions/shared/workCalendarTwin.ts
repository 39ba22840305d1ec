import type { Week } from '../../kernel/calendar.ts';
import { type Texts, WRONG, when } from '../../kernel/native.ts';
import { WORK } from './workCalendar.ts';

type PeriodTexts = Texts<'start' | 'end' | 'as_of' | 'calendar' | 'week'>;

/** Day numbers leave 1 for a Sunday and 0 for a Saturday when they are divided by 7. */
const WEEKS: Readonly<Record<Week, { days: (from: string, to: string) => string; isWorked: (day: string) => string }>> =
  {
    'mon-fri': { days: (from, to) => `NETWORKDAYS(${from},${to})`, isWorked: day => `(MOD(${day},7)>=2)` },
    'mon-sat': {
      days: (from, to) => `NETWORKDAYS.INTL(${from},${to},11)`,
      isWorked: day => `((MOD(${day},7)<1)+(MOD(${day},7)>=2))`,
    },
    all: { days: (from, to) => `(${to}-${from}+1)`, isWorked: () => '1' },
  };

/** Working days of two days in order, both included. */
export function workingDaysTwin(from: string, to: string, { calendar, week }: Texts<'calendar' | 'week'>): string {
  const { days, isWorked } = WEEKS[week as Week];
  if (calendar === '') return days(from, to);
  const day = `INDEX(${calendar},0,1)`;
  // Without a column for it the kind is the date itself, which is no word for work.
  const worked = `ISNUMBER(MATCH(INDEX(${calendar},0,COLUMNS(${calendar})),{${WORK.map(word => `"${word}"`).join(';')}},0))`;
  // A date that stands in the calendar twice counts once.
  const inside = `(${day}>=${from})*(${day}<${to}+1)/(COUNTIF(${day},${day})+(${day}=""))`;
  return `(${days(from, to)}+SUMPRODUCT(${inside}*(${worked}-${isWorked(day)})))`;
}

export function timeShareTwin(text: PeriodTexts): string {
  const { start, end, as_of } = text;
  const share = `${workingDaysTwin(start, as_of, text)}/${workingDaysTwin(start, end, text)}`;
  const known = when(`${as_of}<${start}`, '0', when(`${as_of}>${end}`, '1', share));
  return when(`${end}<${start}`, WRONG, known);
}

/** Working days from the day after `as_of` to the end. */
export function remainingTwin(text: PeriodTexts): string {
  const { start, end, as_of } = text;
  const after = when(`${as_of}>=${end}`, '0', workingDaysTwin(`(${as_of}+1)`, end, text));
  return when(`${as_of}<${start}`, workingDaysTwin(start, end, text), after);
}
