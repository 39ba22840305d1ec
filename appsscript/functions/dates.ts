/** Serial number 25569 is 1 January 1970, where JavaScript's clock starts. */
const UNIX_EPOCH = 25569;
const DAY = 86_400_000;

/** Reads the wall clock of one time zone; the answer is in milliseconds as if that clock were UTC. */
type WallClock = (date: Date) => number;

/**
 * Sheets hands a date cell over as the instant at which its spreadsheet's clock shows that date, so only that
 * zone gives the date back: the script's own zone is a setting of its author, not of the spreadsheet.
 */
export function serialsIn(zone: string): (date: Date) => number {
  const wallClock = wallClockIn(zone);
  return date => UNIX_EPOCH + wallClock(date) / DAY;
}

function wallClockIn(zone: string): WallClock {
  try {
    return intlClock(zone);
  } catch {
    // A zone that Sheets knows and this runtime's Intl does not, such as a historic alias.
    return date => Date.parse(`${Utilities.formatDate(date, zone, "yyyy-MM-dd'T'HH:mm:ss.SSS")}Z`);
  }
}

const PARTS = ['year', 'month', 'day', 'hour', 'minute', 'second'] as const;

function intlClock(zone: string): WallClock {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  return date => {
    const found: Record<string, number> = {};
    for (const part of format.formatToParts(date)) found[part.type] = Number(part.value);
    const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = PARTS.map(part => found[part] ?? 0);
    const milliseconds = ((date.getTime() % 1000) + 1000) % 1000;
    return Date.UTC(year, month - 1, day, hour, minute, second, milliseconds);
  };
}
