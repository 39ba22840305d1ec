/**
 * Days as spreadsheets count them: serial 1 is 1 January 1900, and serial 60 is 29 February 1900, a day that never
 * was and that every spreadsheet keeps for the sake of Lotus 1-2-3. No clock and no time zone come in anywhere.
 */
export interface CivilDay {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
}

/** What people put into the calendar beside the week: days off, and weekend days that are worked. */
export interface Calendar {
  readonly off: ReadonlySet<number>;
  readonly work: ReadonlySet<number>;
}

export type Week = 'mon-fri' | 'mon-sat' | 'all';

const PHANTOM_DAY = 60;
const DAYS_OF_400_YEARS = 146097;
/** The origin of serials in days since 1 March of the year 0: counted from March, a leap day ends its year. */
const ORIGIN = 693899;
const MARCH_1_1900 = ORIGIN + 61;

/** 0 is Sunday. Spreadsheets count weekdays straight through the phantom day, so serial 1 is a Sunday. */
export function weekdayOf(serial: number): number {
  return (Math.floor(serial) + 6) % 7;
}

/** The calendar day of a serial number, by the algorithm of proleptic Gregorian 400-year cycles. */
export function civilOf(serial: number): CivilDay {
  const whole = Math.floor(serial);
  if (whole === PHANTOM_DAY) return { year: 1900, month: 2, day: 29 };
  const days = whole + ORIGIN + (whole < PHANTOM_DAY ? 1 : 0);
  const cycle = Math.floor(days / DAYS_OF_400_YEARS);
  const dayOfCycle = days - cycle * DAYS_OF_400_YEARS;
  const yearOfCycle = Math.floor(
    (dayOfCycle -
      Math.floor(dayOfCycle / 1460) +
      Math.floor(dayOfCycle / 36524) -
      Math.floor(dayOfCycle / (DAYS_OF_400_YEARS - 1))) /
      365,
  );
  const dayOfYear = dayOfCycle - daysBeforeYear(yearOfCycle);
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return {
    year: cycle * 400 + yearOfCycle + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1,
  };
}

/** The serial number of a calendar day; months and days beyond their end carry over, as in DATE(). */
export function serialOf(year: number, month: number, day: number): number {
  const months = year * 12 + month - 1;
  const monthOfYear = ((months % 12) + 12) % 12;
  const calendarYear = Math.floor(months / 12);
  if (calendarYear === 1900 && monthOfYear === 1 && day === 29) return PHANTOM_DAY;
  const yearFromMarch = monthOfYear < 2 ? calendarYear - 1 : calendarYear;
  const monthFromMarch = (monthOfYear + 10) % 12;
  const cycle = Math.floor(yearFromMarch / 400);
  const yearOfCycle = yearFromMarch - cycle * 400;
  const dayOfYear = Math.floor((153 * monthFromMarch + 2) / 5) + day - 1;
  const days = cycle * DAYS_OF_400_YEARS + daysBeforeYear(yearOfCycle) + dayOfYear;
  return days - ORIGIN - (days < MARCH_1_1900 ? 1 : 0);
}

function daysBeforeYear(year: number): number {
  return year * 365 + Math.floor(year / 4) - Math.floor(year / 100);
}

/** A day as yyyy-mm-dd. */
export function isoOf(serial: number): string {
  const { year, month, day } = civilOf(serial);
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** The serial number of a day written as yyyy-mm-dd. */
export function serialOfIso(iso: string): number {
  const [year = 0, month = 1, day = 1] = iso.split('-').map(Number);
  return serialOf(year, month, day);
}

export function daysInMonth(year: number, month: number): number {
  return serialOf(year, month + 1, 1) - serialOf(year, month, 1);
}

/** Months since the year 0: what tells one month from another and how far they are apart. */
export function monthNumber(serial: number): number {
  const { year, month } = civilOf(serial);
  return year * 12 + month - 1;
}

/**
 * Working days from one day to another, both included: whole weeks first, then what the calendar changes, so that
 * ten years cost no more than a day.
 */
export function workingDays(from: number, to: number, week: Week, calendar: Calendar): number {
  if (to < from) return 0;
  let count = daysByWeek(to, week) - daysByWeek(from - 1, week);
  for (const day of calendar.off) if (day >= from && day <= to && isWeekday(day, week)) count--;
  for (const day of calendar.work) if (day >= from && day <= to && !isWeekday(day, week)) count++;
  return count;
}

function isWeekday(serial: number, week: Week): boolean {
  const weekday = weekdayOf(serial);
  return week === 'all' || (weekday !== 0 && (week === 'mon-sat' || weekday !== 6));
}

/** How many days that the week works lie in serials 1 to `serial`; serial 1 is a Sunday. */
function daysByWeek(serial: number, week: Week): number {
  const rest = serial % 7;
  const weeks = (serial - rest) / 7;
  if (week === 'all') return serial;
  return week === 'mon-sat' ? weeks * 6 + Math.max(0, rest - 1) : weeks * 5 + Math.min(5, Math.max(0, rest - 1));
}
