const DAY = 86_400_000;
const EPOCH = 25569;

/**
 * The instant at which the clock of a time zone shows what a serial number says: what Sheets hands to a script.
 * An hour that the clock skips is read by the clock before the change, and so falls behind it.
 */
export function instantOf(serial: number, zone: string): Date {
  const wall = Math.round((serial - EPOCH) * DAY);
  const [before, after] = [wall - offsetAt(wall - DAY, zone), wall - offsetAt(wall + DAY, zone)];
  const shows = (instant: number): boolean => instant + offsetAt(instant, zone) === wall;
  return new Date(!shows(before) && shows(after) ? after : before);
}

/** The other way round: what a date that a script writes shows in a cell. */
export function serialOf(date: Date, zone: string): number {
  return (date.getTime() + offsetAt(date.getTime(), zone)) / DAY + EPOCH;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function offsetAt(instant: number, timeZone: string): number {
  const format =
    formats.get(timeZone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  formats.set(timeZone, format);
  return Date.parse(`${format.format(instant).replace(' ', 'T')}Z`) - Math.floor(instant / 1000) * 1000;
}

/** Whether a number format shows dates or times, as Sheets decides which cells hold dates. */
export function isDatePattern(pattern: string | undefined): boolean {
  if (pattern === undefined) return false;
  const bare = pattern.replace(/"[^"]*"|\\.|\[(?!h|m|s)[^\]]*\]/gi, '');
  return /[ydhs]|m/i.test(bare) && !/general/i.test(bare);
}
