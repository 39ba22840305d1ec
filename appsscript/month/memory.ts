import { piecesOf } from '../../src/kernel/text.ts';

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

/**
 * In one call; a blank piece ends the text. What is left of a longer one before it becomes blank, too: all keys of a
 * document share 500 KB.
 */
export function remember(text: string, properties: Properties): void {
  const pieces = piecesOf(text, LONGEST);
  const named = Object.fromEntries([...pieces, ''].map((piece, index) => [`${KEY}.${index}`, piece]));
  const before = Object.keys(properties.getProperties()).filter(key => key.startsWith(`${KEY}.`));
  properties.setProperties({ ...Object.fromEntries(before.map(key => [key, ''])), ...named });
}
