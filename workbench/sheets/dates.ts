const DAY = 86_400_000;
const EPOCH = 25569;

/** The instant at which the clock of a time zone shows what a serial number says: what Sheets hands to a script. */
export function instantOf(serial: number, zone: string): Date {
  const wall = Math.round((serial - EPOCH) * DAY);
  let instant = wall;
  // Twice, since the first guess may lie on the other side of a change of clocks.
  for (let round = 0; round < 2; round++) instant = wall - offsetAt(instant, zone);
  return new Date(instant);
}

function offsetAt(instant: number, zone: string): number {
  const shown = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'medium',
  }).format(instant);
  return Date.parse(`${shown.replace(' ', 'T')}Z`) - Math.floor(instant / 1000) * 1000;
}

/** Whether a number format shows dates or times, as Sheets decides which cells hold dates. */
export function isDatePattern(pattern: string | undefined): boolean {
  if (pattern === undefined) return false;
  const bare = pattern.replace(/"[^"]*"|\\.|\[(?!h|m|s)[^\]]*\]/gi, '');
  return /[ydhs]|m/i.test(bare) && !/general/i.test(bare);
}
