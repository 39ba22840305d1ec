type Properties = GoogleAppsScript.Properties.Properties;

const KEY = 'kpi.month';

/** A property holds 9 KB, and a character takes 3 bytes at most for each unit of its length. */
const LONGEST = 3000;

export function recall(properties: Properties): string | null {
  const kept = properties.getProperties();
  let text = '';
  for (let piece = 0; kept[`${KEY}.${piece}`]; piece++) text += kept[`${KEY}.${piece}`];
  return text === '' ? null : text;
}

/** In one call; a blank piece ends the text, whatever longer one was there before. */
export function remember(text: string, properties: Properties): void {
  const pieces: Record<string, string> = {};
  let count = 0;
  for (let start = 0; start < text.length; start += LONGEST) {
    pieces[`${KEY}.${count}`] = text.slice(start, start + LONGEST);
    count++;
  }
  properties.setProperties({ ...pieces, [`${KEY}.${count}`]: '' });
}
