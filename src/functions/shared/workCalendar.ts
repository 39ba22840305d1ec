import { type Calendar, isoOf, type Week, workingDays } from '../../kernel/calendar.ts';
import { type Argument, type Cell, CellError, isMatrix } from '../../kernel/cell.ts';
import { at, divisionByZero, expected, invalid, passedOn, place } from '../../kernel/errors.ts';
import { isHeader } from '../../kernel/header.ts';
import { known } from '../../kernel/known.ts';
import { labelKey } from '../../kernel/label.ts';
import { cellsOf, choice, choiceOr, date, isBlank, type Parameter, readDate } from '../../kernel/parameters.ts';
import { say } from '../../kernel/text.ts';

/** The parameters of every measure that looks at a period's working days, in their order. */
export const periodParameters = {
  start: date({
    label: say('Start', '开始日期'),
    about: say('First day of the period.', '期间的第一天。'),
  }),
  end: date({
    label: say('End', '结束日期'),
    about: say('Last day of the period.', '周期的最后一天。'),
  }),
  as_of: date({
    label: say('As of', '截至日期'),
    about: say('The day up to which it is counted; never today by itself.', '统计到哪一天；不会自动取今天。'),
  }),
};

export const weekParameters = { calendar: calendarParameter(), week: weekParameter() };

const NO_CALENDAR: Calendar = { off: new Set(), work: new Set() };

/** Dates with what they are: off, or a weekend day that is worked, as make-up days after a holiday are. */
function calendarParameter(): Parameter<Calendar> {
  return {
    shape: 'table',
    type: 'any',
    label: say('Holidays and make-up days', '节假日与调休'),
    about: say(
      'Dates, and beside them off (休, if left blank) or work (班) for make-up days.',
      '日期列，旁边可注明休（off，留空即休）或班（work，调休上班）。',
    ),
    optional: true,
    read: argument => (!isMatrix(argument) && isBlank(argument) ? NO_CALENDAR : readKnownCalendar(argument)),
  };
}

function weekParameter(): Parameter<Week> {
  return choiceOr(
    'mon-fri',
    [
      choice('mon-fri', say('Monday to Friday', '周一至周五'), '双休', '5'),
      choice('mon-sat', say('Monday to Saturday', '周一至周六'), '单休', '6'),
      choice('all', say('every day', '每天'), '无休', '全周', '7'),
    ],
    {
      label: say('Week', '工作周'),
      about: say('Which days of the week are worked.', '每周哪几天上班。'),
    },
  );
}

const OFF = ['off', 'holiday', 'rest', '休', '休息', '放假', '假', '节假日'];
export const WORK = ['work', 'workday', 'working', '班', '上班', '补班', '调休上班', '工作', '工作日'];

function readCalendar(argument: Argument): Calendar | CellError {
  const cells = cellsOf(argument);
  if (cells instanceof CellError) return cells;
  const off = new Set<number>();
  const work = new Set<number>();
  for (const [row, [day = null, kind = null]] of cells.entries()) {
    if (isBlank(day) || day === 0 || (row === 0 && isHeader(day))) continue;
    const serial = day instanceof CellError ? passedOn(day) : readDate(day);
    if (serial instanceof CellError) return at(serial, place.row(row));
    const days = kindOf(kind, off, work);
    if (days instanceof CellError) return at(days, place.row(row));
    days.add(serial);
    if (off.has(serial) && work.has(serial)) return at(bothKinds(), place.row(row));
  }
  return { off, work };
}

const readKnownCalendar = known(readCalendar);

function kindOf(kind: Cell, off: Set<number>, work: Set<number>): Set<number> | CellError {
  if (kind instanceof CellError) return passedOn(kind);
  const key = isBlank(kind) ? 'off' : labelKey(String(kind));
  if (OFF.includes(key)) return off;
  return WORK.includes(key) ? work : expected.oneOf(kind, ['"off" (休)', '"work" (班)']);
}

function bothKinds(): CellError {
  return invalid('this date is marked both off and work', '同一日期既标为休又标为班');
}

export interface WorkPeriod {
  readonly start: number;
  readonly end: number;
  readonly as_of: number;
  readonly calendar: Calendar;
  readonly week: Week;
}

/** The working days of a period, those elapsed at the end of the day `as_of`, and those still to come. */
export interface Progress {
  readonly total: number;
  readonly elapsed: number;
  readonly remaining: number;
}

export function progressOf({ start, end, as_of, calendar, week }: WorkPeriod): Progress | CellError {
  if (end < start) return endBeforeStart(start, end);
  const total = workingDays(start, end, week, calendar);
  const elapsed = workingDays(start, Math.min(as_of, end), week, calendar);
  return { total, elapsed, remaining: total - elapsed };
}

/** The share of a period's working days that has passed: 0 before the period, 1 after it. */
export function timeShare(period: WorkPeriod): number | CellError {
  const progress = progressOf(period);
  if (progress instanceof CellError) return progress;
  if (period.as_of < period.start) return 0;
  if (period.as_of > period.end) return 1;
  return progress.total === 0
    ? divisionByZero('there is no working day from start to end', '开始日期与结束日期之间没有工作日')
    : progress.elapsed / progress.total;
}

/** What the period will bring if it goes on as it went so far. */
export function projected(actual: number, period: WorkPeriod): number | CellError {
  const share = timeShare(period);
  if (share instanceof CellError) return share;
  return share === 0
    ? divisionByZero('no working day has passed at as_of', '截至日期（as_of）尚无已过去的工作日')
    : actual / share;
}

export function endBeforeStart(start: number, end: number, first = 'start', last = 'end'): CellError {
  const [from, to] = [isoOf(start), isoOf(end)];
  return invalid(
    `${last} (${to}) is before ${first} (${from})`,
    `${last}（结束日期 ${to}）早于 ${first}（开始日期 ${from}）`,
  );
}
