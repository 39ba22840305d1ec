/** Days as spreadsheets count them: a serial number of the 1900 date system, 2000-01-01 is 36526. */
export interface CivilDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** 1970-01-01 as a serial number. */
const EPOCH = 25569;

/** Spreadsheets count a 29 February 1900 that never was; the days before it are one lower. */
const PHANTOM_LEAP_DAY = 60;

/** The serial number of a day of the Gregorian calendar; months beyond 1 to 12 carry over into the years. */
export function serialOf(year: number, month: number, day: number): number {
  const months = year * 12 + month - 1;
  // Counted from 1 March, so that the leap day is the last of its year.
  const shifted = months - 2;
  const y = Math.floor(shifted / 12);
  const m = shifted - y * 12;
  const leapDays = Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400);
  const serial = y * 365 + leapDays + Math.floor((153 * m + 2) / 5) + day - 1 - 719468 + EPOCH;
  return serial > PHANTOM_LEAP_DAY ? serial : serial - 1;
}

export function civilOf(serial: number): CivilDay {
  const day = Math.floor(serial);
  const days = (day >= PHANTOM_LEAP_DAY ? day : day + 1) - EPOCH + 719468;
  const era = Math.floor(days / 146097);
  const dayOfEra = days - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const m = Math.floor((5 * dayOfYear + 2) / 153);
  const month = m < 10 ? m + 3 : m - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * m + 2) / 5) + 1,
  };
}

/** The serial number of a day written as yyyy-mm-dd. */
export function serialOfIso(iso: string): number {
  const [year = 0, month = 1, day = 1] = iso.split('-').map(Number);
  return serialOf(year, month, day);
}

export function isoOf(serial: number): string {
  const { year, month, day } = civilOf(serial);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
