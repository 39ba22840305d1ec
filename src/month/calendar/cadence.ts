import { type Calendar, civilOf, serialOf, type Week, weekdayOf, workingDays } from '../../kernel/calendar.ts';
import { say, type Text } from '../../kernel/text.ts';

/** On which day of its period, or of the time after it, a task is due. */
export type DueRule =
  /** 1 is Monday, 7 Sunday, of the week itself or of the next one. */
  | { readonly on: 'weekday'; readonly weekday: number; readonly after: boolean }
  | { readonly on: 'lastDay' }
  /** A day of the first month after the period; its last one where the month is shorter. */
  | { readonly on: 'dayAfter'; readonly day: number }
  | { readonly on: 'workingDayAfter'; readonly day: number };

export type CadencePeriod = 'week' | 'month' | 'quarter';

/** A line of the cadence table, which the user may change. */
export interface CadenceTask {
  readonly id: string;
  readonly label: Text;
  readonly every: CadencePeriod;
  readonly due: DueRule;
}

export const DEFAULT_CADENCE: readonly CadenceTask[] = [
  {
    id: 'weekLog',
    label: say('Submit the weekly activity log', '提交销售周报'),
    every: 'week',
    due: { on: 'weekday', weekday: 5, after: false },
  },
  {
    id: 'weekReview',
    label: say('Weekly review', '周例会复盘'),
    every: 'week',
    due: { on: 'weekday', weekday: 1, after: true },
  },
  { id: 'monthClose', label: say('Close the month', '月末关账'), every: 'month', due: { on: 'lastDay' } },
  {
    id: 'monthReview',
    label: say('Review the month', '月度复盘'),
    every: 'month',
    due: { on: 'dayAfter', day: 5 },
  },
  {
    id: 'incentives',
    label: say('Publish the incentives', '公布激励结果'),
    every: 'month',
    due: { on: 'workingDayAfter', day: 3 },
  },
  {
    id: 'quarterReview',
    label: say('Review the quarter', '季度复盘'),
    every: 'quarter',
    due: { on: 'dayAfter', day: 10 },
  },
];

/** A task that was done for the period that begins on a day. */
export interface Done {
  readonly id: string;
  readonly start: number;
}

/** One task for one period. */
export interface Duty {
  readonly id: string;
  readonly label: Text;
  /** First and last day of the period. */
  readonly start: number;
  readonly end: number;
  readonly due: number;
  /** Days until it is due; negative: days since. */
  readonly days: number;
}

export interface Agenda {
  /** The next of every task that is not done, the soonest first. */
  readonly next: readonly Duty[];
  /** Due before today and not done, the oldest first. */
  readonly missed: readonly Duty[];
}

export interface AgendaTask {
  readonly table: readonly CadenceTask[];
  readonly today: number;
  readonly done: readonly Done[];
  /** Nothing before this day is missed: when the workbook came into use. */
  readonly since: number;
  readonly week: Week;
  readonly calendar: Calendar;
}

/** What is due next, and what was missed. */
export function agenda({ table, today, done, since, week, calendar }: AgendaTask): Agenda {
  const ticked = new Set(done.map(({ id, start }) => `${id}|${start}`));
  const next: Duty[] = [];
  const missed: Duty[] = [];
  for (const task of table) {
    // The period before may be due only now: March is reviewed in April.
    const first = periodStart(periodStart(since, task.every) - 1, task.every);
    for (let start = first; ; start = nextStart(start, task.every)) {
      const end = nextStart(start, task.every) - 1;
      const due = dueDay(task.due, start, end, week, calendar);
      const open = !ticked.has(`${task.id}|${start}`);
      const duty = { id: task.id, label: task.label, start, end, due, days: due - today };
      if (due >= today && open) {
        next.push(duty);
        break;
      }
      if (due < today && due >= since && open) missed.push(duty);
    }
  }
  const byDue = (a: Duty, b: Duty): number =>
    a.due - b.due || table.findIndex(t => t.id === a.id) - table.findIndex(t => t.id === b.id);
  return { next: next.sort(byDue), missed: missed.sort(byDue) };
}

/** The first day of the week, month or quarter in which a day lies. Weeks begin on Monday. */
function periodStart(day: number, every: CadencePeriod): number {
  if (every === 'week') return day - ((weekdayOf(day) + 6) % 7);
  const { year, month } = civilOf(day);
  return serialOf(year, every === 'month' ? month : month - ((month - 1) % 3), 1);
}

function nextStart(start: number, every: CadencePeriod): number {
  if (every === 'week') return start + 7;
  const { year, month } = civilOf(start);
  return serialOf(year, month + (every === 'month' ? 1 : 3), 1);
}

function dueDay(rule: DueRule, start: number, end: number, week: Week, calendar: Calendar): number {
  switch (rule.on) {
    case 'weekday':
      return start + rule.weekday - 1 + (rule.after ? 7 : 0);
    case 'lastDay':
      return end;
    case 'dayAfter': {
      const { year, month } = civilOf(end + 1);
      return Math.min(end + rule.day, serialOf(year, month + 1, 1) - 1);
    }
    case 'workingDayAfter': {
      let day = end + 1;
      while (workingDays(end + 1, day, week, calendar) < rule.day && day < end + 60) day++;
      return day;
    }
  }
}
